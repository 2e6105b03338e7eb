"""After the drill: the quiz, then the score, what was missed and why, and the record beside the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drill.exercise.contact.commands import AnswerQuiz
from drill.tui.kit.pick import Answer, Pick

if TYPE_CHECKING:
    from drill.tui.contact.app import DrillApp


async def closing(app: DrillApp) -> None:
    """Ask the quiz unless it is skipped, then show the result."""
    from drill.tui.contact.result import Result

    await _quiz(app)
    await app.push_screen_wait(Result(app))


async def _quiz(app: DrillApp) -> None:
    say, language = app.say, app.say.language
    questions = app.gateway.quiz()
    for number, asked in enumerate(questions, start=1):
        answers = [Answer(str(i), answer.get(language)) for i, answer in enumerate(asked.answers)]
        answers.append(Answer("skip", say("tui.quiz.skip")))
        title = say("tui.quiz.title", number=number, total=len(questions))
        taken = await app.push_screen_wait(Pick(say, title, asked.text.get(language), answers))
        if taken in (None, "skip"):
            return
        app.gateway.send(AnswerQuiz(asked.question, int(taken or 0)))
