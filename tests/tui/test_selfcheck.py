"""The self-check at the screen: anonymous, one person after the other, and nothing of anybody stays."""

from __future__ import annotations

import gc

from drill.tui.answering.filling import Filling
from drill.tui.answering.questions import Questions
from drill.year.tally import AnswerSheet
from tests.tui.checking import a_check, answering, groups_of

HAND_IN = ("enter", "2")
"""In the overview, where handing in is in sight; then yes, I mean it."""


async def test_answers_one_after_the_other_are_handed_in_after_a_question() -> None:
    async with answering() as kiosk:
        assert "Anonymous" in kiosk.text()
        await kiosk.press("1", "2", "y", "n", "n")
        assert "Hand in" in kiosk.text()
        await kiosk.press("enter")
        assert kiosk.taken == []
        await kiosk.press("2")
        assert kiosk.taken == [
            ("counter", AnswerSheet({"log_off": "yes", "called": "no", "lent": "no"}, "later")),
        ]
        assert kiosk.app.handed_in == 1
        assert "Thank you" in kiosk.text()


async def test_years_of_service_are_asked_only_where_they_are_told_apart() -> None:
    async with answering() as kiosk:
        await kiosk.press("2")
        assert "Do you log off?" in kiosk.text()
        await kiosk.press("y", *HAND_IN)
        assert kiosk.taken == [("chiefs", AnswerSheet({"log_off": "yes"}))]


async def test_an_answer_can_be_changed_skipped_and_taken_back() -> None:
    async with answering() as kiosk:
        await kiosk.press("1", "1", "y", "y", "left", "left", "n", "s", "right", "h")
        assert "Hand in (2 skipped)" in kiosk.text()
        await kiosk.press("3", "y", *HAND_IN)
        assert kiosk.taken == [("counter", AnswerSheet({"log_off": "no", "lent": "yes"}, "first"))]


async def test_arrows_and_enter_will_do() -> None:
    async with answering() as kiosk:
        await kiosk.press("down", "enter", "down", "enter", "enter", "down", "enter")
        assert kiosk.taken == [("chiefs", AnswerSheet({"log_off": "no"}))]


async def test_a_reason_can_be_given_changed_and_taken_back() -> None:
    async with answering() as kiosk:
        await kiosk.press("2", "r")
        assert "Write nothing" in kiosk.text()
        await kiosk.write("In a hurry")
        await kiosk.press("enter")
        assert "Reason: In a hurry" in kiosk.text()
        await kiosk.press("n", *HAND_IN, "2", "r")
        await kiosk.write("x")
        await kiosk.press("enter", "r", "backspace", "enter", "y", *HAND_IN)
        assert [dict(sheet.reasons) for _, sheet in kiosk.taken] == [{"log_off": "In a hurry"}, {}]


async def test_a_reason_that_tells_who_is_said_at_once_and_can_be_mended() -> None:
    async with answering() as kiosk:
        await kiosk.press("2", "r")
        await kiosk.write("ask 12345")
        await kiosk.press("enter")
        assert "tells who somebody is" in kiosk.text()
        await kiosk.press(*["backspace"] * 6, "enter", "y", *HAND_IN)
        assert dict(kiosk.taken[0][1].reasons) == {"log_off": "ask"}


async def test_small_groups_are_asked_for_no_reason_and_told_what_is_kept() -> None:
    async with answering(headcounts=((1, 2), (0, 1))) as kiosk:
        await kiosk.press("1")
        assert "only the sums of proper answers" in kiosk.text()
        await kiosk.press("r")
        assert "Do you log off?" in kiosk.text()
        assert "Reason" not in kiosk.text()
        await kiosk.press("q", "2", "2")
        assert "only kept that there was an answer" in kiosk.text()


async def test_what_is_refused_says_why_and_keeps_the_answers() -> None:
    async with answering() as kiosk:
        kiosk.refuse = "All 6 have answered."
        await kiosk.press("2", "y", *HAND_IN)
        assert "All 6 have answered." in kiosk.text()
        kiosk.refuse = None
        await kiosk.press("1", *HAND_IN)
        assert kiosk.taken == [("chiefs", AnswerSheet({"log_off": "yes"}))]
        assert kiosk.app.handed_in == 1


async def test_leaving_before_handing_in_is_asked_about_and_discards_everything() -> None:
    async with answering() as kiosk:
        await kiosk.press("2", "n", "escape", "ctrl+c")
        assert "Your answers will be lost." in kiosk.text()
        await kiosk.press("1")
        assert "Do you log off?" in kiosk.text()
        await kiosk.press("q", "2")
        assert "Which group" in kiosk.text()
        assert "Thank you" not in kiosk.text()
        await kiosk.press("2")
        assert "(*)" not in kiosk.text()
    assert kiosk.taken == []


async def test_the_screen_is_closed_only_after_a_question() -> None:
    async with answering() as kiosk:
        await kiosk.press("q", "1")
        assert kiosk.app.is_running
        await kiosk.press("ctrl+c")
        assert "stays open" in kiosk.text()
        await kiosk.press("2")
        assert not kiosk.app.is_running


def _remembered() -> list[object]:
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, Filling | AnswerSheet)]


async def test_nothing_of_a_person_stays_on_the_screen_or_in_memory_after_handing_in() -> None:
    others = {id(each) for each in _remembered()}  # of tests that ran before
    async with answering() as kiosk:
        await kiosk.press("2", "r")
        await kiosk.write("Remember me")
        await kiosk.press("enter", "n")
        assert {id(each) for each in _remembered()} - others
        await kiosk.press(*HAND_IN)
        kiosk.taken.clear()
        assert [each for each in _remembered() if id(each) not in others] == []
        assert "Remember me" not in kiosk.text()


async def test_a_terminal_that_is_too_small_keeps_the_answers() -> None:
    async with answering() as kiosk:
        await kiosk.press("1", "1", "y")
        await kiosk.resize(60, 20)
        assert "too small" in kiosk.text()
        await kiosk.press("ctrl+c")
        await kiosk.resize(80, 24)
        assert "2 of 3" in kiosk.text()


async def test_too_small_a_terminal_can_be_left_before_anybody_answers() -> None:
    async with answering() as kiosk:
        await kiosk.resize(60, 20)
        await kiosk.press("ctrl+c")
        assert not kiosk.app.is_running


async def test_texts_of_a_file_are_never_read_as_markup() -> None:
    check = a_check()
    text = "[red]Really?[/red] [@click=app.quit]x[/]"
    question = check.questions["log_off"].model_copy(
        update={"text": check.questions["log_off"].text.model_copy(update={"en": text})}
    )
    title = check.title.model_copy(update={"en": "[b]Title[/b]"})
    hostile = check.model_copy(update={"questions": {**check.questions, "log_off": question}, "title": title})
    async with answering(hostile) as kiosk:
        assert "[b]Title[/b]" in kiosk.text()
        await kiosk.press("2")
        assert text in kiosk.text()


def test_going_beyond_the_ends_stays_there() -> None:
    check = a_check()
    filling = Filling(check, groups_of(check, (5, 9), (0, 6))[0])
    assert [filling.go(at).at for at in (-1, 0, 2, 3)] == [0, 0, 2, 2]


async def test_keys_pressed_too_often_open_nothing_twice_and_answer_nothing() -> None:
    async with answering() as kiosk:
        kiosk.app.simulate_key("2")
        kiosk.app.simulate_key("2")
        await kiosk.settle()
        for key in ("n", "y", "y", "h"):
            kiosk.app.simulate_key(key)
        await kiosk.settle()
        assert len(kiosk.app.screen_stack) == 4
        await kiosk.press(*HAND_IN)
        assert kiosk.taken == [("chiefs", AnswerSheet({"log_off": "no"}))]
        assert "Thank you" in kiosk.text()


async def test_a_key_pressed_before_the_question_is_there_means_nothing() -> None:
    async with answering() as kiosk:
        questions = Questions(kiosk.app.say, Filling(kiosk.app.check, kiosk.app.groups[1]), kiosk.app.take)
        assert not questions.check_action("answer", ("yes",))
        kiosk.app.push_screen(questions)
        await kiosk.settle()
        assert questions.check_action("answer", ("yes",))


async def test_enter_pressed_twice_in_a_moment_closes_one_dialog_and_loses_nothing() -> None:
    async with answering() as kiosk:
        await kiosk.press("2", "n")
        await kiosk.burst("enter", "enter")
        assert kiosk.app.is_running
        assert any(isinstance(each, Questions) for each in kiosk.app.screen_stack)
        await kiosk.press("2")
        assert kiosk.taken == [("chiefs", AnswerSheet({"log_off": "no"}))]
