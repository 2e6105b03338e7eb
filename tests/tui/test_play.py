"""Whole drills and single deeds, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from drill.exercise.clock import SPEEDS
from drill.exercise.contact import events as e
from drill.exercise.contact.log import DRILL
from drill.seats.options import ALL
from drill.text.catalogue import Language
from drill.tui.contact.call import CallDialog
from drill.tui.contact.incoming import Incoming
from drill.tui.contact.level import LevelDialog
from drill.tui.contact.participant import Participant
from drill.tui.contact.result import ResultScreen
from drill.tui.contact.tasks import in_order
from drill.tui.kit.page import Page
from drill.tui.kit.pick import Pick
from drill.tui.kit.tick import Tick
from drill.tui.kit.toosmall import TooSmall
from tests.tui.playing import Seat, seated


def events_of(seat: Seat) -> list[e.AnyEvent]:
    """What has been written down so far."""
    path = seat.app.seats.transcript
    assert path is not None
    return [row.event for row in DRILL.read(path).rows]


async def talk(seat: Seat) -> None:
    """On the telephone: tell everything once somebody answers, else leave it for later."""
    await seat.press("1", "f")
    dialog = seat.app.screen
    assert isinstance(dialog, CallDialog)
    if dialog.call is not None and dialog.call.answered:
        await seat.press("a", "enter", "f", "h")
    else:
        await seat.press("escape")


async def one_deed(seat: Seat) -> None:
    """What somebody does who presses the key that stands before the first line of the tasks."""
    app = seat.app
    if isinstance(app.screen, Incoming):
        waiting = app.screen._call.waits_for_called
        await seat.press("a" if waiting else "f")
        return
    if not isinstance(app.screen, Participant):
        await seat.press("escape")
        return
    todo = in_order(app.view)
    kinds = [t.kind for t in todo]
    if "inject" in kinds or "mail" in kinds:
        await seat.press("a")
        assert not isinstance(app.screen, Page) or "│ - " in seat.text(), "a mail says something, known or not"
    elif "level" in kinds:
        await seat.press("l", "3", "enter")
    elif "choice" in kinds:
        await seat.press("d", "1")
        if isinstance(app.screen, Pick):
            await seat.press("1")
    elif "count" in kinds:
        await seat.press("n", "4", "enter")
    elif any(t.total > 1 and all(sheet.known == "unknown" for sheet in t.sheet) for t in todo) and len(todo) == 1:
        await seat.press("m", "1", "enter", "a", "enter")
    elif "contacts" in kinds and (app.view.now_ms // 1000) % 3 == 0:
        await seat.press("c", "1")
        await talk(seat)
    else:
        await seat.press("f")


@pytest.mark.parametrize(
    ("scenario", "post", "language"),
    [("nws-stop", "poc", "ja"), ("nws-stop", "csirt_manager", "en"), ("server-failure", "subsection_3", "ja")],
)
async def test_a_whole_drill_is_played_to_its_end_by_keys(
    scenario: str, post: str, language: Language, tmp_path: Path
) -> None:
    async with seated(tmp_path, scenario=scenario, posts=(post,), language=language, guide=True) as seat:
        await seat.press("escape", "+1")
        deeds = 0
        while seat.app.view.running and deeds < 400:
            await seat.press("+1")
            await one_deed(seat)
            deeds += 1
        assert not seat.app.view.running
        await seat.press("escape", "+1")
        while isinstance(seat.app.screen, Pick):
            await seat.press("1")
        assert isinstance(seat.app.screen, ResultScreen)
        assert isinstance(events_of(seat)[-1], e.QuizAnswered | e.DrillEnded)
        transcript = seat.app.seats.transcript
        assert transcript is not None
        assert transcript.with_suffix(".md").read_text(encoding="utf-8").startswith("# ")
        rows = DRILL.read(transcript).rows
        assert DRILL.replay(rows).rows == list(rows)
        await seat.press("q")
    assert seat.app.return_value is not None
    assert seat.app.return_value.ended


async def test_a_contact_that_fails_asks_for_another_try_another_telephone_or_a_deputy(tmp_path: Path) -> None:
    absent = ("csirt_manager",)
    async with seated(tmp_path, absent=absent) as seat:
        await seat.press("+1", "a", "c", "1", "1", "f")
        text = seat.text()
        assert "What now?" in text
        assert "again: " in text
        assert "mobile" in text
        assert "deputy 1" in text
        await seat.press("escape")
        assert seat.app.view.todo[0].sheet[0].tries == 1


async def test_what_was_not_told_shows_as_a_gap_and_can_be_added(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("+1", "a", "c", "1", "1", "f", "1", "f", "1", "f", "1", "enter", "f")
        dialog = seat.app.screen
        assert isinstance(dialog, CallDialog)
        assert dialog.call is not None
        assert list(dialog.call.heard) == ["since"]
        assert "Not yet right with them: What" in seat.text().replace("\n", " ")
        await seat.press("a", "enter", "+20")
        assert set(dialog.call.heard) == {"since", "stopped", "extent", "cause", "outlook"}


async def test_a_call_that_comes_in_is_read_back_and_thereby_acknowledged(tmp_path: Path) -> None:
    async with seated(tmp_path, posts=("csirt_manager",)) as seat:
        await seat.press("+1", "f")
        assert isinstance(seat.app.screen, Incoming)
        await seat.press("f")
        assert not seat.app.view.messages, "skipping ahead must not let it ring out"
        await seat.press("a", "f", "a")
        assert [m.message for m in seat.app.view.messages] == ["stop_notice"]
        await seat.press("h")
        assert isinstance(seat.app.screen, Participant)


async def test_a_telephone_that_rings_while_somebody_types_is_announced_and_takes_no_key(tmp_path: Path) -> None:
    async with seated(tmp_path, posts=("csirt_manager",)) as seat:
        await seat.press("+1", "r")
        await seat.write("a")
        await seat.app.skip_ahead()
        await seat.press("+0.1")
        assert seat.app.screen.query_one(Input).value == "a"
        assert "is calling" in seat.app.notice()
        await seat.press("escape", "+0.1")
        assert isinstance(seat.app.screen, Incoming)


async def test_one_mail_goes_to_all_seventeen_sections(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("+1", "a", "m", "2")
        assert isinstance(seat.app.screen, Tick)
        await seat.press("enter", "a", "enter")
        sent = [event for event in events_of(seat) if isinstance(event, e.MessageSent)]
        assert [(len(mail.to), len(mail.items)) for mail in sent] == [(17, 5)]


async def test_a_mail_that_says_nothing_is_not_sent(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("+1", "a", "m", "2", "enter", "enter")
        assert isinstance(seat.app.screen, Participant)
        assert not any(isinstance(event, e.MessageSent) for event in events_of(seat))


async def test_the_level_is_judged_beside_its_criteria_with_a_reason_on_record(tmp_path: Path) -> None:
    async with seated(tmp_path, posts=("csirt_manager",)) as seat:
        await seat.press("+1", "f", "a", "f", "a", "h", "+1", "l")
        assert isinstance(seat.app.screen, LevelDialog)
        assert "its extent is known" in seat.text()
        await seat.press("3")
        await seat.write("wide")
        await seat.press("enter")
        judged = [event for event in events_of(seat) if isinstance(event, e.LevelJudged)]
        assert [(event.level, event.reason) for event in judged] == [(3, "wide")]


async def test_leaving_asks_first_and_the_drill_goes_on_where_it_was(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("+1", "a", "+4", "ctrl+c")
        assert seat.app.clock.paused
        assert "drill play --resume" in seat.text().replace("\n", " ")
        path, before = seat.app.seats.transcript, seat.app.view
        await seat.press("2")
    assert seat.app.return_value is not None
    assert not seat.app.return_value.ended
    assert path is not None
    async with seated(tmp_path, scenario=None, resume=path) as again:
        assert again.app.view.todo == before.todo
        assert again.app.view.messages == before.messages
        assert "acknowledged it" in again.text()


async def test_asked_to_leave_twice_it_leaves_and_nothing_is_lost(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("+1", "a", "ctrl+c", "ctrl+c")
        path = seat.app.seats.transcript
    assert path is not None
    assert any(isinstance(row.event, e.InjectTaken) for row in DRILL.read(path).rows)


async def test_a_tiny_terminal_says_what_it_needs_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("+1", "r")
        await seat.write("half a line")
        await seat.resize(40, 10)
        assert isinstance(seat.app.screen, TooSmall)
        assert seat.app.clock.paused
        await seat.resize(100, 30)
        assert seat.app.screen.query_one(Input).value == "half a line"
        assert not seat.app.clock.paused


async def test_the_input_method_finds_the_cursor_before_the_first_key(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("r")
        entry = seat.app.screen.query_one(Input)
        assert seat.app.cursor_position == entry.cursor_screen_offset
        assert entry.region.contains_point(seat.app.cursor_position)


async def test_the_facilitator_holds_improvises_takes_people_away_and_ends(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("+1", "f2", "h", "i", "enter")
        await seat.write("[b]not markup[/b]")
        await seat.press("enter", "x", "1", "n", "f2")
        kinds = {type(event) for event in events_of(seat)}
        assert {e.InjectHeld, e.InjectDelivered, e.PersonMarked} <= kinds
        assert "[b]not markup[/b]" in seat.text()
        await seat.press("f2", "e", "2", "+1")
        assert not seat.app.view.running
        assert isinstance(seat.app.screen, Pick), "the closing questions come first"


async def test_round_one_table_both_sides_of_a_call_are_played(tmp_path: Path) -> None:
    async with seated(tmp_path, posts=(ALL,)) as seat:
        await seat.press("+1", "a", "c", "1", "1", "a", "1", "enter", "a", "h")
        assert isinstance(seat.app.screen, Participant)
        assert {m.post for m in seat.app.view.messages} >= {"poc", "csirt_manager"}
        first = seat.app.post
        await seat.press("right_square_bracket")
        assert seat.app.post != first


async def test_the_palette_finds_everything_in_japanese(tmp_path: Path) -> None:
    async with seated(tmp_path, language="ja") as seat:
        await seat.press("ctrl+p")
        await seat.write("カード")
        assert "カード全文" in seat.text()
        await seat.press("escape")


async def test_pause_speed_and_theme_have_keys(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("p", "+60")
        assert seat.app.view.now_ms == 0
        await seat.press("p", "plus", "plus", "minus", "f3")
        assert seat.app.clock.speed == 2
        assert seat.app.theme == "drill-light"


async def test_help_names_every_key(tmp_path: Path) -> None:
    async with seated(tmp_path) as seat:
        await seat.press("question_mark")
        assert isinstance(seat.app.screen, Page)
        assert "acknowledge what has come in" in seat.text()


async def test_the_start_screen_begins_with_one_key_and_changes_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with seated(Path("drills"), scenario=None) as seat:
        await seat.press("down", "enter", "1")
        assert "訓練を始める" in seat.text()
        await seat.press("s")
        assert seat.app.playing
        assert "【訓練】" in seat.text()


async def test_the_start_screen_lets_everything_be_chosen_and_outlives_a_chart_that_does_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with seated(Path("drills"), scenario=None) as seat:
        await seat.press(*["down"] * 3, "enter", "1", "enter")  # posts
        assert ALL in seat.app.options.posts
        await seat.press("down", "enter", "2", "enter")  # absent
        assert len(seat.app.options.absent) == 1
        await seat.press("down", "enter", "2")  # speed
        assert seat.app.options.speed == float(SPEEDS[1])
        await seat.press(*["down"] * 2, "enter", *["backspace"] * 9, "7", "enter")  # seed
        assert seat.app.options.seed == 7
        first = seat.app.options.scenario
        for number in "123456789":
            await seat.press("up", "enter", number)  # chart
            assert not seat.app.options.posts
            assert not seat.app.options.absent
            await seat.press("down")
            if "cannot be used" in seat.text():
                break
        else:
            raise AssertionError("every chart fits")
        await seat.press(*["up"] * 4, "enter", "s")
        assert seat.app.options.scenario == first
        assert not seat.app.playing
