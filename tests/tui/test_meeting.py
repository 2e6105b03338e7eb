"""Whole meetings and single deeds, by keys alone."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from textual.widgets import Input

from drill.exercise.table import events as e
from drill.exercise.table.log import MEETING
from drill.text.catalogue import LANGUAGES, Language
from drill.tui.kit.pick import Pick
from drill.tui.kit.toosmall import TooSmall
from tests.tui.meeting import CONVENED, FIRST_STAGE, facilitating

MINUTE = 60_000


def foot(text: str) -> str:
    """The last lines, with the keys."""
    return "\n".join(text.splitlines()[-3:])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_room_gets_from_convening_to_its_minutes_by_the_keys_of_the_foot_line(
    tmp_path: Path, language: Language
) -> None:
    async with facilitating(tmp_path, language=language) as room:
        await room.press(*FIRST_STAGE, "+600", "d", "1", "3", "d", "2", "1", "enter")
        await room.press("d", "1", "1", "d", "2", "1", "r", "enter", "d", "1", "1", "d", "2")
        await room.write("Two by two")
        await room.press("enter", "enter", "d", "1", "enter", "d", "1", "1", "d", "2")
        await room.write("Logs")
        await room.press("enter", "enter")
        for number in "123":
            await room.press(number)
            await room.write(f"answer {number}")
            await room.press("enter")
        await room.press("enter")
        assert room.state.phase == "closed"
        state, record = room.state, room.app.room.path.with_suffix(".md")
    text = record.read_text(encoding="utf-8")
    assert "answer 3" in text
    assert "Two by two" in text
    assert MEETING.read(record.with_suffix(".jsonl")).state == state
    assert len(state.decisions) == 9
    assert state.decisions["first_word", "level"][1].option == "three"


async def test_the_screen_shows_no_deputy_before_the_room_has_named_one(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press("down", "a")
        assert "policy" not in room.text()
        assert "  h " not in foot(room.text())
        await room.press("h")
        assert "nothing to do with that key" in room.remark
        assert room.state.seats == {}
        await room.press("d", "1")
        assert "policy and management" in room.text()
        await room.press("h")
        assert room.state.seats == {"digital_director": "policy_director"}


async def test_whom_the_room_names_is_picked_from_everybody_who_may_be_here(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press("a", "d")
        assert isinstance(room.app.screen, Pick)
        refs = [answer.ref for answer in room.app.screen._answers]
        assert "deputy_mayor" not in refs
        assert {"policy_director", "pr_chief", "resident_record_senior"} < set(refs)
        assert not {"vendor_desk", "jlis_desk"} & set(refs)
        await room.press(*["down"] * refs.index("policy_director"), "enter")
        assert room.state.named == [e.DeputyNamed("general_manager", "policy_director", "policy_director")]


async def test_those_known_to_be_away_are_marked_from_the_start(tmp_path: Path) -> None:
    async with facilitating(tmp_path, absent=("crisis_director",)) as room:
        assert room.state.missing == {"crisis_director"}


async def test_enter_leads_on_only_when_it_can_and_asks_about_what_is_open(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press("enter")
        assert "Enter" not in foot(room.text())
        assert room.state.phase == "convening"
        await room.press("h", "h", "h", "h", "h", "enter")
        assert "Chief for information systems" in room.text()
        await room.press("1")
        assert room.state.began is None
        await room.press("enter", "2")
        assert room.state.began


async def test_a_member_who_does_not_know_the_role_is_shown_the_card(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*CONVENED, "enter")
        assert "Presides" not in room.text()
        await room.press("n")
        assert "Presides" in room.text()
        assert not room.state.roles["general_manager"].right
        await room.press("down", "v", "y")
        assert room.state.roles["digital_director"].right


async def test_the_clock_of_a_stage_runs_stands_on_hold_and_in_a_pause(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*FIRST_STAGE, "+300")
        assert "10:00 left" in room.text()
        await room.press("h", "+600")
        assert "10:00 left" in room.text()
        assert "(held)" in room.text()
        await room.press("h", "p", "+600")
        assert "PAUSED" in room.text()
        await room.press("p", "+601")
        assert "00:01 over" in room.text()
        clock = room.state.clock
        assert clock is not None
        assert (clock.taken_ms(room.app.room.view.now_ms), clock.held_ms) == (901_000, 600_000)


async def test_who_leaves_during_a_stage_is_not_among_those_who_decide(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*FIRST_STAGE, "m", "a")
        assert "Ask the room" in room.text()
        await room.press("m", "d", "1", "3")
        _, taken = room.state.decisions["first_word", "level"]
        assert "ward_citizen_chief" not in taken.present
        assert len(taken.present) == 7


async def test_a_meeting_cut_off_goes_on_from_its_log_and_stands_still_first(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*FIRST_STAGE, "+60", "d", "1", "3")
        path, state = room.app.room.path, room.state
    with path.open("ab") as log:
        log.write(b'{"seq":')
    async with facilitating(tmp_path, scenario=None, resume=path) as room:
        assert room.state == state
        await room.press("+500")
        assert "14:00 left" in room.text()
        assert "resume" in foot(room.text())
        await room.press("p", "+60")
        assert "13:00 left" in room.text()


async def test_leaving_is_asked_about_and_may_end_the_exercise(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*FIRST_STAGE, "q", "+100", "1")
        assert "15:00 left" in room.text()
        await room.press("q", "3")
        assert room.state.phase == "closed"
        assert room.app.room.path.with_suffix(".md").exists()
        await room.press("q")
        assert not room.app.is_running or room.app._exit


async def test_control_c_twice_leaves_and_nothing_is_lost(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press("h", "ctrl+c", "ctrl+c")
        assert room.app._exit
        path = room.app.room.path
    assert MEETING.read(path).state.seats == {"general_manager": "deputy_mayor"}


async def test_a_terminal_that_is_too_small_stops_the_clock(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*FIRST_STAGE)
        await room.resize(70, 20)
        assert isinstance(room.app.screen, TooSmall)
        await room.press("+100")
        await room.resize(80, 24)
        assert "15:00 left" in room.text()


async def test_every_key_at_every_point_does_something_or_says_why_not(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        for keys in ((), CONVENED, ("enter",), ("enter", "2"), ("enter", "2") * 5, ("enter", "2")):
            await room.press(*keys)
            for key in (
                "h",
                "a",
                "d",
                "v",
                "y",
                "n",
                "r",
                "m",
                "question_mark",
                "1",
                "9",
                "up",
                "down",
                "pageup",
                "f3",
            ):
                if room.app.screen.is_modal:
                    await room.press("escape")
                await room.press(key)
            if room.app.screen.is_modal:
                await room.press("escape")
            assert foot(room.text()).strip()
        assert room.app._exception is None


async def test_a_record_that_cannot_be_written_is_said_and_the_log_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    async with facilitating(tmp_path) as room:
        monkeypatch.setattr(Path, "write_bytes", refuse)
        await room.press(*FIRST_STAGE, "q", "3")
        assert "no space left" in room.remark
        assert "drill report minutes" in room.text()
        assert room.state.phase == "closed"


async def test_typed_words_are_data(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*FIRST_STAGE, *("enter", "2") * 5, "1")
        await room.write("[red]=1+1")
        await room.press("enter")
        assert "- [red]=1+1" in room.text()


async def test_keys_that_come_faster_than_the_screen_are_all_taken(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.burst(*CONVENED, "enter", *("y",) * 8)
        assert (room.state.phase, len(room.state.roles)) == ("roles", 8)


async def test_a_key_pressed_before_a_dialog_is_there_opens_no_second_one(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*FIRST_STAGE)
        await room.burst("d", "d", "d", "h")
        assert [type(each) for each in room.app.screen_stack].count(Pick) == 1
        assert room.state.clock
        assert room.state.clock.held_since is None


async def test_whoever_comes_late_takes_the_seat_from_the_deputy(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press("a")
        assert "b here after all" in foot(room.text())
        await room.press("d", "1", "h")
        deputy = room.state.seats["general_manager"]
        await room.press("up", "b")
        assert room.state.seats["general_manager"] != deputy
        assert not room.state.missing


async def test_of_several_who_were_absent_the_room_says_who_has_come(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press("a", "d", "1", "a", "b")
        assert isinstance(room.app.screen, Pick)
        await room.press("2")
        assert room.state.seats["general_manager"] == room.state.named[0].expected


async def test_words_that_the_disk_does_not_take_stay_in_the_line_to_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async with facilitating(tmp_path, language="ja") as room:
        await room.press(*FIRST_STAGE, *("enter", "2") * 5, "1")
        await room.write("logs")
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            await room.press("enter")
            assert "空き容量がありません" in room.remark
        assert not room.state.remarks
        await room.press("enter")
        assert [each.text for each in room.state.remarks] == ["logs"]
        assert MEETING.read(room.app.room.path).state == room.state


async def test_a_resumed_meeting_looks_at_the_next_member(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press("h", "h")
        log = room.app.room.path
    async with facilitating(tmp_path, scenario=None, resume=log) as room:
        await room.press("h")
        assert room.state.seated == 3


async def test_a_decision_is_in_sight_once_it_is_taken(tmp_path: Path) -> None:
    async with facilitating(tmp_path, scenario="lost-usb") as room:
        await room.press(*("h",) * 9, "enter", *("y",) * 9, "enter", "d", "2", "1")
        assert "> Hear the contractor tonight" in room.text()


async def test_of_many_open_things_only_some_are_told_so_that_the_answers_stay_in_sight(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*CONVENED, "enter", "enter")
        assert "3 more" in room.text()
        assert "2 Go on" in room.text()


async def test_a_long_answer_is_kept_whole(tmp_path: Path) -> None:
    async with facilitating(tmp_path) as room:
        await room.press(*FIRST_STAGE, *("enter", "2") * 5, "1")
        room.app.screen.query_one(Input).insert_text_at_cursor("words " * 200)
        await room.press("enter")
        assert room.state.remarks[0].text == ("words " * 200).strip()
