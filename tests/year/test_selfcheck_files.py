"""The files of a self-check: nothing but counts, at no time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from drill.errors import UsageError
from drill.year.folder import YearFolder
from drill.year.selfchecks import close, hand_in, read
from drill.year.tally import AnswerSheet
from tests.year.checks import AFTER, DURING, a_folder

PROPER = AnswerSheet({"q1": "yes", "q2": "no"}, "later")
FIRST_DAY = datetime(2023, 11, 2, tzinfo=UTC).timestamp()


@pytest.fixture
def folder(tmp_path: Path) -> YearFolder:
    return a_folder(tmp_path / "y", {"big": (0, 6)})


def files(folder: YearFolder) -> dict[str, bytes]:
    return {str(path.relative_to(folder.path)): path.read_bytes() for path in folder.path.rglob("*") if path.is_file()}


def test_handing_in_touches_nothing_but_the_counts(folder: YearFolder) -> None:
    before = files(folder)
    hand_in(folder, "own", "big", [PROPER], DURING)
    after = files(folder)
    assert {name for name in after if after[name] != before.get(name)} == {"selfchecks/own.json", "selfchecks/own.lock"}
    assert after["selfchecks/own.lock"] == b""


def test_no_file_tells_when_somebody_answered_or_tried_to(folder: YearFolder) -> None:
    def times() -> set[float]:
        place = folder.path / "selfchecks"
        return {path.stat().st_mtime for path in (place, *place.iterdir())}

    with pytest.raises(UsageError, match="full"):
        hand_in(folder, "own", "big", [PROPER] * 7, DURING)
    assert times() == {FIRST_DAY}
    hand_in(folder, "own", "big", [PROPER] * 6, DURING)
    assert times() == {FIRST_DAY}
    close(folder, "own", DURING, AFTER)
    assert times() == {FIRST_DAY}


def test_a_closed_self_check_whose_counts_are_gone_does_not_begin_anew(folder: YearFolder) -> None:
    hand_in(folder, "own", "big", [PROPER] * 6, DURING)
    close(folder, "own", DURING, AFTER)
    (folder.path / "selfchecks/own.json").unlink()
    with pytest.raises(UsageError, match="changed"):
        read(folder, "own")
    with pytest.raises(UsageError, match="changed"):
        hand_in(folder, "own", "big", [PROPER], DURING)
