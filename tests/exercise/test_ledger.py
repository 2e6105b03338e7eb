"""What every log keeps, whatever is written in it: contact drills and meetings are held to the same."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from drill.errors import UsageError
from drill.exercise.chain import Row, dump
from drill.exercise.clock import DrillClock
from drill.exercise.contact import commands as c
from drill.exercise.contact.engine import Engine
from drill.exercise.contact.events import DrillEnded, NoteKept
from drill.exercise.contact.log import DRILL
from drill.exercise.contact.session import LiveSession
from drill.exercise.ledger import Refusals, Vocabulary
from drill.exercise.table.events import MeetingClosed, RemarkMade
from drill.exercise.table.log import MEETING
from drill.exercise.table.setup import MeetingSetup
from drill.exercise.table.simulate import simulate
from drill.year.events import PutToBoard, YearOpened
from drill.year.folder import YEAR
from drill.year.state import DAY_MS
from tests.builders import Data, a_chart, a_setup, contact
from tests.exercise.table.rooms import a_meeting, a_room_chart

OF_EXERCISES = Refusals("transcript.not_one", "transcript.in_use")
OF_YEARS = Refusals("year.not_one", "year.in_use")


@dataclass(frozen=True)
class Case:
    """A vocabulary, a whole log in it, one more thing that may happen, senseless beginnings and what is said of it."""

    vocabulary: Vocabulary[Any, Any, Any, Any]
    setup: Any
    rows: list[Row[Any]]
    more: Any
    odd: tuple[dict[str, Any], ...] = ({"chart": {}}, {"start": "yesterday"})
    refusals: Refusals = OF_EXERCISES


def a_drill() -> Case:
    """One person at a screen: commands have effects at the same millisecond and later."""
    chart = a_chart({"a": ["ann"], "b": ["ben"], "d": ["dan"]}, contact("a", "b"), contact("b", "d"))
    setup = a_setup(chart, played=("a",))
    engine = Engine(DRILL.begin(setup))
    assert engine.submit(c.TakeInject("a", "alarm"), 1_000) is None
    assert engine.submit(c.PlaceCall("a", "b", "ben", "desk", "notice", "report"), 5_000) is None
    engine.run_to_end()
    odd: tuple[Data, ...] = ({"chart": {}}, {"start": "yesterday"}, {"played": ("nowhere",)}, {"away": ("nobody",)})
    return Case(DRILL, setup, engine.ledger.rows, NoteKept("a", "x" * 500), odd)


def a_meeting_held() -> Case:
    """A meeting of simulated people."""
    setup = MeetingSetup.make(a_room_chart(), a_meeting())
    ledger = MEETING.begin(setup)
    simulate(ledger, frozenset({"ann"}), 1, "words")
    return Case(MEETING, setup, ledger.rows, RemarkMade(0, "x" * 500))


def a_year_of_papers() -> Case:
    """A drill year: every entry is what somebody did."""
    events = [PutToBoard(f"paper {number}", "method", "2023-11-01") for number in range(9)]
    opened = YearOpened(YEAR.schema, "small")
    rows: list[Row[Any]] = [Row(0, opened), *(Row(number * DAY_MS, each) for number, each in enumerate(events))]
    return Case(YEAR, opened, rows, PutToBoard("x" * 500, "result", "2024-01-01"), (), OF_YEARS)


@pytest.fixture(scope="module", params=[a_drill, a_meeting_held, a_year_of_papers], ids=["drill", "meeting", "year"])
def case(request: pytest.FixtureRequest) -> Case:
    made: Case = request.param()
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "log.jsonl"


def written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file can grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_log_cut_at_any_byte_is_read_up_to_its_last_whole_line(case: Case) -> None:
    whole = dump(case.rows)
    for cut in range(len(whole) + 1):
        read = case.vocabulary.parse(whole[:cut])
        lines = whole[:cut].count(b"\n")
        assert read.rows == tuple(case.rows[:lines])
        assert read.good_bytes == whole[:cut].rfind(b"\n") + 1
        at_line_end = cut == read.good_bytes
        assert (read.flaw, read.flaw_line) == ((None, 0) if at_line_end else ("cut", lines + 1))


def test_a_log_cut_anywhere_is_gone_on_with(case: Case, path: Path) -> None:
    """What is left of it stays; where it was cut in the middle of an effect, the rest of that is written."""
    whole = dump(case.rows)
    for cut in range(whole.index(b"\n") + 1, len(whole), 97):
        case.vocabulary.resume(written(path, whole[:cut])).close()
        assert path.read_bytes().startswith(whole[: whole.rfind(b"\n", 0, cut) + 1])
        assert whole.startswith(path.read_bytes())
        assert case.vocabulary.read(path).whole


def test_a_changed_byte_is_noticed_at_its_line_or_the_next_and_nothing_of_the_file_is_lost(
    case: Case, path: Path
) -> None:
    whole = dump(case.rows)
    last = whole.rfind(b"\n", 0, -1) + 1
    for at in range(0, last, 3):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        read, line = case.vocabulary.parse(changed), whole[:at].count(b"\n")
        assert read.flaw is not None, at
        assert len(read.rows) in (line, line + 1)
        if at % 50 == 0 and line:
            with pytest.raises(UsageError, match=f"{case.refusals.changed}|{case.refusals.unreadable}") as caught:
                case.vocabulary.resume(written(path, changed))
            assert (caught.value.place, caught.value.params["line"]) == (str(path), read.flaw_line)
            assert path.read_bytes() == changed


def test_a_line_left_out_or_put_twice_is_noticed(case: Case) -> None:
    lines = dump(case.rows).splitlines(keepends=True)
    for i in range(1, len(lines) - 1):
        assert case.vocabulary.parse(b"".join(lines[:i] + lines[i + 1 :])).flaw == "changed"
        assert case.vocabulary.parse(b"".join([*lines[: i + 1], lines[i], *lines[i + 1 :]])).flaw == "changed"


def test_every_prefix_of_a_log_is_computed_again_to_the_same_state(case: Case) -> None:
    for end in range(1, len(case.rows) + 1):
        made = case.vocabulary.replay(case.rows[:end])
        assert made.rows[:end] == case.rows[:end]
        assert made.rows == case.rows[: len(made.rows)]
        assert made.state == case.vocabulary.fold(case.setup, made.rows).state


def test_what_is_written_is_what_is_read(case: Case, path: Path) -> None:
    ledger = case.vocabulary.begin(case.setup, path)
    for at_ms, event in case.rows[1:]:
        ledger.append(at_ms, event)
        assert path.read_bytes() == dump(ledger.rows)
    ledger.close()
    log = case.vocabulary.read(path)
    assert (list(log.rows), log.state, log.setup) == (case.rows, ledger.state, case.setup)
    assert path.read_bytes() == dump(case.rows)


@pytest.mark.parametrize("make", [a_drill, a_meeting_held])
def test_an_exercise_that_was_left_is_not_over(make: Callable[[], Case], path: Path) -> None:
    case = make()
    left = [row for row in case.rows if not isinstance(row.event, (DrillEnded, MeetingClosed))]
    assert case.vocabulary.read(written(path, dump(case.rows))).over
    assert not case.vocabulary.read(written(path, dump(left))).over
    assert not case.vocabulary.read(written(path, dump(case.rows) + b"{")).over


@pytest.mark.parametrize(
    "data", [b"", b"{}\n", b"\xff\xfe\n", b"[" * 100_000, b'{"seq":0}\n', b"schema: drill.chart/1\n"]
)
def test_what_is_no_such_log_is_refused_with_a_sentence(case: Case, path: Path, data: bytes) -> None:
    with pytest.raises(UsageError, match=case.refusals.not_one):
        case.vocabulary.resume(written(path, data))
    assert not case.vocabulary.begins(path)
    with pytest.raises(UsageError, match=r"transcript\.not_a_file"):
        case.vocabulary.read(path.parent)
    with pytest.raises(UsageError, match=r"transcript\.unreadable"):
        case.vocabulary.read(path.parent / "missing.jsonl")
    assert not case.vocabulary.begins(path.parent / "missing.jsonl")


def test_the_log_of_another_kind_of_exercise_is_told_apart(case: Case, path: Path) -> None:
    written(path, dump(case.rows))
    assert case.vocabulary.begins(path)
    others: list[Vocabulary[Any, Any, Any, Any]] = [DRILL, MEETING, YEAR]
    for other in others:
        if other is not case.vocabulary:
            assert not other.begins(path)
            with pytest.raises(UsageError) as caught:
                other.read(path)
            assert (caught.value.code, caught.value.place) == (
                OF_YEARS.not_one if other is YEAR else OF_EXERCISES.not_one,
                str(path),
            )
            assert caught.value.params == {"schema": other.schema}


def test_a_later_form_of_log_and_a_beginning_that_makes_no_sense_are_refused(case: Case, path: Path) -> None:
    first = case.rows[0].event
    later = msgspec.structs.replace(first, schema=case.vocabulary.schema[:-1] + "2")
    with pytest.raises(UsageError, match=case.refusals.not_one):
        case.vocabulary.read(written(path, dump([Row(0, later), *case.rows[1:]])))
    for wrong in case.odd:
        odd = dump([Row(0, msgspec.structs.replace(first, **wrong)), *case.rows[1:]])
        with pytest.raises(UsageError, match=r"transcript\.bad_beginning"):
            case.vocabulary.resume(written(path, odd))
    with pytest.raises(UsageError, match=r"transcript\.no_beginning"):
        case.vocabulary.replay(case.rows[1:])


def test_two_cannot_write_one_log(case: Case, path: Path) -> None:
    ledger = case.vocabulary.begin(case.setup, path)
    before = case.vocabulary.read(path)
    with pytest.raises(UsageError, match=case.refusals.in_use):
        case.vocabulary.resume(path)
    ledger.append(*case.rows[1])
    ledger.close()
    with pytest.raises(UsageError, match=case.refusals.in_use):
        case.vocabulary.replay(before.rows).go_on(before)
    case.vocabulary.resume(path).close()
    assert case.vocabulary.read(path).rows[:2] == tuple(case.rows[:2])


def test_who_read_a_log_that_was_cut_cannot_go_on_once_somebody_else_has(case: Case, path: Path) -> None:
    cut = case.vocabulary.read(written(path, dump(case.rows[:2])[:-5]))
    other = case.vocabulary.resume(path)
    other.append(*case.rows[1])
    other.close()
    kept = path.read_bytes()
    with pytest.raises(UsageError, match=case.refusals.in_use):
        case.vocabulary.replay(cut.rows).go_on(cut)
    assert path.read_bytes() == kept


def test_nothing_is_overwritten_and_a_place_that_cannot_be_written_is_told(case: Case, path: Path) -> None:
    written(path, b"precious")
    for place in (path, path / "log.jsonl"):
        with pytest.raises(UsageError, match=r"transcript\.unwritable") as caught:
            case.vocabulary.begin(case.setup, place)
        assert caught.value.place == str(place)
    assert path.read_bytes() == b"precious"


def test_on_a_full_disk_nothing_is_begun(case: Case, path: Path) -> None:
    with full_disk(100), pytest.raises(UsageError, match=r"transcript\.unwritable"):
        case.vocabulary.begin(case.setup, path)
    assert not path.exists()


def test_on_a_full_disk_nothing_happens_and_it_can_be_tried_again(case: Case, path: Path) -> None:
    ledger = case.vocabulary.begin(case.setup, path)
    state, size = ledger.state, path.stat().st_size
    with full_disk(size + 100), pytest.raises(OSError, match="too large"):
        ledger.append(5, case.more)
    assert (ledger.state, ledger.rows, path.stat().st_size) == (state, case.rows[:1], size)
    ledger.append(6, case.more)
    ledger.close()
    assert case.vocabulary.read(path).rows == (case.rows[0], Row(6, case.more))


def test_a_drill_computed_again_notices_a_changed_byte_in_the_last_line() -> None:
    """No later line vouches for the last one; the engine does."""
    whole = dump(a_drill().rows)
    for at in range(whole.rfind(b"\n", 0, -1) + 1, len(whole)):
        read = DRILL.parse(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        if read.flaw is None:
            with pytest.raises(UsageError, match=r"transcript\.differs"):
                DRILL.replay(read.rows)


def test_a_drill_of_another_engine_or_with_rows_that_are_not_ours_is_refused(path: Path) -> None:
    rows = a_drill().rows
    older = [Row(0, msgspec.structs.replace(rows[0].event, engine=0)), *rows[1:]]
    for odd, code in ((older, "other_engine"), ([*rows[:3], *rows[4:]], "differs")):
        with pytest.raises(UsageError, match=rf"transcript\.{code}"):
            DRILL.replay(odd)
        for resume in (DRILL.resume, lambda path: LiveSession.resume(path, DrillClock(lambda: 0))):
            with pytest.raises(UsageError, match=rf"transcript\.{code}") as caught:
                resume(written(path, dump(odd)))
            assert (caught.value.place, path.read_bytes()) == (str(path), dump(odd))
