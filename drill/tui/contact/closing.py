"""After the drill: the quiz, then the score, what was missed and why, and the record beside the transcript."""

from __future__ import annotations

from drill.exercise.contact.commands import AnswerQuiz
from drill.tui.contact.player import Player
from drill.tui.kit.pick import Pick, Pickable


async def closing(player: Player) -> None:
    """Ask the quiz unless it is skipped, then show the result."""
    from drill.tui.contact.result import ResultScreen

    await _quiz(player)
    if found := await player.seat.result(player.say.language):
        await player.ask(ResultScreen(player, found))


async def _quiz(player: Player) -> None:
    say, language = player.say, player.say.language
    questions = await player.seat.quiz()
    for number, asked in enumerate(questions, start=1):
        answers = [Pickable(i, answer.get(language)) for i, answer in enumerate(asked.answers)]
        answers.append(Pickable(-1, say("tui.quiz.skip")))
        title = say("tui.quiz.title", number=number, total=len(questions))
        taken = await player.ask(Pick(say, title, asked.text.get(language), answers))
        if taken is None or taken < 0:
            return
        await player.seat.send(AnswerQuiz(asked.question, taken))
