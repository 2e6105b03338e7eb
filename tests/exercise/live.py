"""Driving a live session in tests: a wall clock that is turned by hand, and people who act at exact drill times."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random

from drill.exercise.clock import DrillClock
from drill.exercise.contact import commands as c
from drill.exercise.contact.events import InputTaken, Row
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import CONVENE_PREFIX, Setup
from drill.exercise.contact.state import State

Script = list[tuple[int, c.AnyCommand]]


class Wall:
    """A wall clock that stands still until it is turned."""

    def __init__(self) -> None:
        self.s = 0.0

    def __call__(self) -> float:
        return self.s


def inputs(rows: Iterable[Row]) -> Script:
    """What people did in a drill, and when."""
    return [(row.at_ms, row.event.command) for row in rows if isinstance(row.event, InputTaken)]


def drive(session: LiveSession, wall: Wall, script: Script, tick_s: float | None = None) -> None:
    """Give each command at exactly its drill time, ticking the wall on between them; then to the end."""
    for at_ms, command in script:
        _wait(session, wall, at_ms, tick_s)
        refused = session.send(command)
        assert refused is None, (at_ms, command, refused)
    _wait(session, wall, session.state.setup.end_ms + 1, tick_s)
    session.tick()


def _wait(session: LiveSession, wall: Wall, at_ms: int, tick_s: float | None) -> None:
    while tick_s and session.state.running and session.clock.now_ms() + 1000 * tick_s * session.clock.speed < at_ms:
        wall.s += tick_s
        session.tick()
    if session.state.running:
        session.clock.jump(at_ms)


def live(setup: Setup, script: Script, path: Path, tick_s: float | None = None, speed: float = 1) -> bytes:
    """A whole live drill; its transcript."""
    wall = Wall()
    session = LiveSession.begin(setup, DrillClock(wall, speed=speed), path)
    drive(session, wall, script, tick_s)
    session.close()
    return path.read_bytes()


def resumed(path: Path, script: Script) -> bytes:
    """The rest of a drill whose transcript was cut: what is not in it yet is done at the same times as before."""
    wall = Wall()
    session = LiveSession.resume(path, DrillClock(wall))
    drive(session, wall, script[len(inputs(session.rows)) :])
    session.close()
    return path.read_bytes()


def anything(state: State, dice: Random) -> c.AnyCommand:
    """Some command, sensible or not: names from the chart, the scenario, and nowhere."""
    setup = state.setup
    posts = (*setup.chart.posts, *setup.chart.groups, "nowhere")
    injects = (*setup.scenario.injects, "improvised:1", "none")
    tasks = (*setup.scenario.tasks, "none")
    post = dice.choice(setup.played or posts) if dice.random() < 0.8 else dice.choice(posts)
    known = list(state.known.get(post, ()))
    message = dice.choice([*known, *known, *setup.scenario.messages, "none", CONVENE_PREFIX + "meeting"])
    items = tuple(dice.sample(["what", "where", "news", "count", "convening", "none"], dice.randint(0, 2)))
    if message in known and dice.random() < 0.8:
        items = tuple(state.known[post][message].heard)
    to = dice.choice(posts)
    person = dice.choice(
        [*setup.chart.persons, "nobody", *(setup.chart.candidates(to) if to in setup.chart.posts else ())]
    )
    channel = dice.choice(["desk", "duty", "mobile", "home", "mail", "chat"])
    kind = dice.choice(["report", "instruct", "consult", "liaise"])
    call = dice.choice([*state.calls, 0, 99])
    mail = dice.choice([*state.mails, 0])
    talk: list[c.AnyCommand] = [c.AnswerCall(post, call), c.TellItems(post, call, items), c.ConfirmCall(post, call)]
    every: list[c.AnyCommand] = [
        c.TakeInject(post, dice.choice(injects)),
        *[c.PlaceCall(post, to, person, channel, message, kind)] * 3,  # type: ignore[arg-type]
        *talk,
        *talk,
        c.HangUp(post, call),
        c.StandIn(post, to, message, kind),  # type: ignore[arg-type]
        c.SendMessage(post, (to,), channel, message, kind, items),  # type: ignore[arg-type]
        *[c.TakeMail(post, mail)] * 2,
        c.JudgeLevel(post, dice.choice(tasks), dice.randint(-1, 4), "because"),
        c.ChooseOption(post, dice.choice(tasks), dice.choice(["yes", "no", "none"])),
        c.DoAction(post, dice.choice(tasks)),
        c.ConveneMeeting(post, dice.choice(["meeting", "none"])),
        c.EnterCount(post, dice.randint(-1, 20)),
        c.TotalCounts(post, dice.randint(-1, 50)),
        c.KeepNote(post, dice.choice(["", "a note\n| # x"])),
        c.HoldInject(dice.choice(injects)),
        c.ReleaseInject(dice.choice(injects)),
        c.SkipInject(dice.choice(injects)),
        c.Improvise((to,), dice.choice(["", "a surprise"])),
        c.MarkPerson(person, dice.random() < 0.5),
        c.AnswerQuiz(dice.choice(["q1", "none"]), dice.randint(-1, 3)),
    ]
    return dice.choice(every) if dice.random() > 0.002 else c.EndDrill()
