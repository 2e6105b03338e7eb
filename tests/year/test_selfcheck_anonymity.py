"""Nobody can be told by what a self-check stores and exports, whoever has all of it.

That is the folder of the year (bytes, names and times of its files) and every export; what can be worked out from the
counts themselves is tried in `test_selfcheck_onlooker`.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from drill.cli.year.selfcheck import as_data, held
from drill.report.documents.selfcheck import selfcheck_papers
from drill.report.writers.formats import write
from drill.text.catalogue import LANGUAGES
from drill.year import selfchecks
from drill.year.tally import LEAST, Answer, AnswerSheet, Respondents, count, dump_tally, opened
from tests.builders import LAWS
from tests.year.checks import AFTER, DURING, QUESTIONS, Sizes, a_check, a_folder, sheets

Room = dict[str, list[AnswerSheet]]
"""Group → the sheets of its people."""
SIZES: tuple[Sizes, ...] = (
    {"big": (6, 9), "mixed": (2, 7), "few": (1, 2), "one": (0, 1)},
    {"big": (5, 5), "mixed": (0, 6), "few": (0, 2), "one": (1, 0)},
    {"big": (0, 30), "mixed": (4, 4), "few": (3, 1), "one": (0, 1)},
)


def everything(room: Room, sizes: Sizes, dice: Random) -> dict[str, object]:
    """All that is stored and exported once the answers were handed in, in some order, and the self-check was closed."""
    with tempfile.TemporaryDirectory() as place:
        folder = a_folder(Path(place) / "y", sizes)
        order = [(group, sheet) for group, found in room.items() for sheet in found]
        dice.shuffle(order)
        for group, sheet in order:
            selfchecks.hand_in(folder, "own", group, [sheet], DURING)
        while_open = (folder.path / "selfchecks" / "own.json").read_bytes()
        selfchecks.close(folder, "own", DURING, AFTER)
        found: dict[str, object] = {"while open": while_open}
        for path in sorted(folder.path.rglob("*")):
            name = str(path.relative_to(folder.path))
            times = path.stat().st_mtime if "selfchecks" in name and path.suffix != ".lock" else None
            found[name] = (path.read_bytes() if path.is_file() else None, times)
        shown = held(folder, "own")
        found["json"] = json.dumps(as_data(shown), sort_keys=True)
        for language in LANGUAGES:
            found[language] = write(selfcheck_papers([shown], "", language), "md")
        return found


def traded(room: Room, sizes: Sizes, dice: Random) -> Room:
    """The same room, but among those whom the rules do not tell apart everybody said what some other one did."""
    found: Room = {}
    for group, people in room.items():
        first, later = sizes[group]
        apart = first >= LEAST and later >= LEAST
        cells = [[s for s in people if s.service == each] for each in ("first", "later")] if apart else [people]
        found[group] = [sheet for cell in cells for sheet in _traded(cell, dice)]
    return found


def _traded(cell: Sequence[AnswerSheet], dice: Random) -> list[AnswerSheet]:
    answers: list[dict[str, Answer]] = [{} for _ in cell]
    reasons: list[dict[str, str]] = [{} for _ in cell]
    for question in QUESTIONS:
        for kept, of in ((answers, [s.answers for s in cell]), (reasons, [s.reasons for s in cell])):
            said = [each.get(question) for each in of]
            dice.shuffle(said)
            for one, what in zip(kept, said, strict=True):
                if what:
                    one[question] = what  # type: ignore[index]
    services = [sheet.service for sheet in cell]
    dice.shuffle(services)
    return [AnswerSheet(a, s, r) for a, s, r in zip(answers, services, reasons, strict=True)]


def rooms(sizes: Sizes) -> st.SearchStrategy[Room]:
    """Everybody has answered, or not everybody."""
    parts = {
        group: st.tuples(
            st.integers(0, first).flatmap(lambda n: sheets("first", n)),
            st.integers(0, later).flatmap(lambda n: sheets("later", n)),
        ).map(lambda pair: [*pair[0], *pair[1]])
        for group, (first, later) in sizes.items()
    }
    return st.fixed_dictionaries(parts).filter(lambda room: any(room.values()))


@LAWS
@given(st.data(), st.sampled_from(SIZES), st.integers(0, 2**32))
def test_whoever_traded_answers_leaves_the_same_traces(data: st.DataObject, sizes: Sizes, seed: int) -> None:
    room = data.draw(rooms(sizes))
    dice = Random(seed)
    assert everything(room, sizes, dice) == everything(traded(room, sizes, dice), sizes, dice)


def test_the_comparison_would_notice_a_store_that_keeps_rows() -> None:
    """The negative control: rows without names, in random order, already tie a person's answers together."""
    room: Room = {
        "big": [AnswerSheet({"q1": "yes", "q2": "no"}, "later"), AnswerSheet({"q1": "no", "q2": "yes"}, "later")]
    }
    others: Room = {
        "big": [AnswerSheet({"q1": "yes", "q2": "yes"}, "later"), AnswerSheet({"q1": "no", "q2": "no"}, "later")]
    }

    def rows(found: Room) -> list[str]:
        return sorted(json.dumps(dict(sheet.answers), sort_keys=True) for sheet in found["big"])

    assert rows(room) != rows(others)
    check, group = a_check("big"), Respondents.of("big", a_check("big").title, 0, 9, questions=3)

    def kept(found: Room) -> bytes:
        tally = opened(check, [group])
        for sheet in found["big"]:
            tally = count(tally, check, "big", sheet)
        return dump_tally(tally)

    assert kept(room) == kept(others)
