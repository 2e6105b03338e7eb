"""The short test at the screen: answers can be changed until they are handed in, and are explained afterwards."""

from __future__ import annotations

from drill.errors import UsageError
from drill.year.events import TestResult
from tests.tui.sitting import taking
from tests.year.papers import a_paper


async def test_right_answers_one_after_the_other_and_handing_in_make_a_full_score() -> None:
    async with taking() as candidate:
        await candidate.press(*candidate.right)
        assert "Hand in" in candidate.text()
        await candidate.press("enter")
        assert candidate.result == TestResult(4, 4, "m1", "later")
        assert "All 4 right" in candidate.text()


async def test_an_answer_can_be_changed_on_the_way_and_from_the_overview() -> None:
    async with taking() as candidate:
        right = candidate.right
        wrong = [str(int(key) % 4 + 1) for key in right]
        await candidate.press(wrong[0], "left", right[0], wrong[1], right[2], right[3])
        assert candidate.result is None
        await candidate.press("2")
        assert "2 / 4" in candidate.text()
        await candidate.press(right[1], "h", "enter")
        assert candidate.result == TestResult(4, 4, "m1", "later")


async def test_what_has_no_answer_is_said_before_and_counts_as_missed() -> None:
    async with taking() as candidate:
        await candidate.press(candidate.right[0], "h")
        assert "Hand in (3 without an answer)" in candidate.text()
        await candidate.press("5")
        assert candidate.result
        assert (candidate.result.right, len(candidate.result.wrong)) == (1, 3)
        assert "none" in candidate.text()


async def test_every_answer_is_explained_right_or_wrong() -> None:
    async with taking(size=(120, 60)) as candidate:
        await candidate.press(candidate.right[0], "h", "5")
        text = candidate.text()
        for item in candidate.app.options.paper.items:
            assert item.question.why.get("en") in text
            assert item.answers[item.right].text.get("en") in text


async def test_years_of_service_are_asked_for_when_they_are_not_known() -> None:
    async with taking(service=None) as candidate:
        await candidate.press("1", *candidate.right, "enter")
        assert candidate.result == TestResult(4, 4, "m1", "first")


async def test_arrows_and_enter_will_do() -> None:
    async with taking() as candidate:
        for item in candidate.app.options.paper.items:
            await candidate.press(*["down"] * item.right, "enter")
        await candidate.press("enter")
        assert candidate.result == TestResult(4, 4, "m1", "later")


async def test_leaving_is_asked_about_and_keeps_nothing() -> None:
    kept: list[TestResult] = []

    def keep(result: TestResult) -> str:
        kept.append(result)
        return "kept"

    async with taking(keep=keep) as candidate:
        await candidate.press("1", "q")
        assert "Your answers will be lost." in candidate.text()
        await candidate.press("1")
        assert "2 / 4" in candidate.text()
        await candidate.press("escape", "2")
        assert candidate.app.outcome.result is None
    assert kept == []


async def test_a_result_is_kept_at_once_and_only_once() -> None:
    kept: list[TestResult] = []

    def keep(result: TestResult) -> str:
        kept.append(result)
        return "It is in the folder."

    async with taking(keep=keep) as candidate:
        await candidate.press(*candidate.right, "enter")
        assert "It is in the folder." in candidate.text()
        await candidate.press("h", "enter", "q")
    assert kept == [TestResult(4, 4, "m1", "later")]


async def test_a_result_that_cannot_be_kept_is_still_shown_and_the_reason_is_handed_back() -> None:
    def keep(result: TestResult) -> str:
        raise UsageError("year.in_use", "folder")

    async with taking(keep=keep) as candidate:
        await candidate.press(*candidate.right, "enter")
        assert "could not be kept" in candidate.text()
        assert isinstance(candidate.app.outcome.problem, UsageError)


async def test_a_terminal_that_is_too_small_keeps_the_answers() -> None:
    async with taking() as candidate:
        await candidate.press("1")
        await candidate.resize(60, 20)
        assert "too small" in candidate.text()
        await candidate.resize(80, 24)
        assert "answered 1 of 4" in candidate.text()


async def test_texts_of_a_bank_are_never_read_as_markup() -> None:
    paper = a_paper(1)
    texts = paper.items[0].question.text.model_copy(update={"en": "[red]Really?[/red] [@click=app.quit]x[/]"})
    question = paper.items[0].question.model_copy(update={"text": texts})
    items = (type(paper.items[0])(paper.items[0].ref, question, paper.items[0].answers),)
    async with taking(type(paper)(1, items, paper.banks)) as candidate:
        assert "[red]Really?[/red] [@click=app.quit]x[/]" in candidate.text()
