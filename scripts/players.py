"""Players that sit at a live session's views like a person, for recorded transcripts and for tests.

They see only what a participant's screen sees, except that they are told how well to do: a good player knows the
scenario's right answers, a poor one answers wrongly, tells half, and is slow.
"""

from __future__ import annotations

from dataclasses import dataclass

from drill.exercise.clock import DrillClock
from drill.exercise.contact import commands as c
from drill.exercise.contact.conditions import holds
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import MINUTE, Setup
from drill.exercise.contact.viewing import view
from drill.exercise.contact.views import CallView, Todo, View
from drill.model.basics import WRITTEN


@dataclass(frozen=True)
class Manner:
    """How a player plays: seconds of thought before each act, and whether rightly."""

    thinks_s: float = 10
    right: bool = True


class Player:
    """Plays every played post of a session through commands, one act at a time."""

    def __init__(self, session: LiveSession, manner: Manner) -> None:
        self._session = session
        self._manner = manner
        self._posts = session.state.setup.played
        self._asked_again: set[int] = set()

    def act(self, now_ms: int) -> bool:
        """Do the one most urgent thing; False if there is nothing to do."""
        seen = view(self._session.state, self._posts, now_ms)
        if seen.calls:
            return any(self._telephone(call) for call in seen.calls)
        return any(self._do(todo, seen) for todo in sorted(seen.todo, key=self._urgency))

    def _urgency(self, todo: Todo) -> int:
        order = ("inject", "mail", "level", "convene", "choice", "actions", "count", "contacts", "total")
        return order.index(todo.kind)

    def _send(self, command: c.AnyCommand) -> bool:
        return self._session.send(command) is None

    def _telephone(self, call: CallView) -> bool:
        if not call.as_caller:
            answer = c.ConfirmCall(call.post, call.ref) if call.answered and call.told else None
            return self._send(answer or c.AnswerCall(call.post, call.ref)) if answer or not call.answered else False
        if not call.answered:
            return False
        items = tuple(item.item for item in call.mine)
        wanted = items if self._manner.right else items[: (len(items) + 1) // 2]
        if not call.told:
            return self._send(c.TellItems(call.post, call.ref, wanted))
        if not call.heard:
            return False
        gaps = tuple(item for item in wanted if not call.heard.get(item))
        told_twice = len(call.told) == len(wanted) and gaps and self._again(call.ref)
        return self._send(c.TellItems(call.post, call.ref, gaps) if told_twice else c.HangUp(call.post, call.ref))

    def _again(self, ref: int) -> bool:
        new = ref not in self._asked_again
        self._asked_again.add(ref)
        return new and self._manner.right

    def _do(self, todo: Todo, seen: View) -> bool:
        scenario = self._session.state.setup.scenario
        match todo.kind:
            case "inject":
                return self._send(c.TakeInject(todo.post, todo.ref))
            case "mail":
                return self._send(c.TakeMail(todo.post, int(todo.ref)))
            case "level":
                level = scenario.level if self._manner.right else (scenario.level + 2) % 4
                return self._send(c.JudgeLevel(todo.post, todo.ref, level, ""))
            case "choice":
                options = scenario.tasks[todo.ref].options
                fitting = [ref for ref, o in options.items() if o.right == self._manner.right] or list(options)
                return self._send(c.ChooseOption(todo.post, todo.ref, fitting[0]))
            case "actions":
                return any(self._action(todo.post, choice.ref) for choice in todo.choices)
            case "convene":
                return self._send(c.ConveneMeeting(todo.post, todo.ref))
            case "count":
                return self._send(c.EnterCount(todo.post, self._session.state.setup.true_count(todo.post)))
            case "total":
                total = sum(value for value, _ in self._session.state.reported.values())
                return todo.done == todo.total and self._send(c.TotalCounts(todo.post, total))
            case "contacts":
                return self._contact(todo, seen)

    def _action(self, post: str, task: str) -> bool:
        asked = self._session.state.setup.scenario.tasks[task]
        if asked.expected != self._manner.right:
            return False
        ready = asked.requires is None or not self._manner.right or holds(asked.requires, self._session.state)
        return ready and self._send(c.DoAction(post, task))

    def _contact(self, todo: Todo, seen: View) -> bool:
        now = seen.now_ms
        for row in todo.sheet:
            if row.person and row.channel is None and row.known != "acknowledged":
                return self._send(c.StandIn(todo.post, row.key.target, row.key.message, row.key.kind))
        open_ = [row for row in todo.sheet if row.person and row.channel and row.known != "acknowledged"]
        for row in open_:
            if row.channel in WRITTEN:
                to = tuple(r.key.target for r in open_ if r.channel == row.channel)
                items = tuple(
                    item.item
                    for m in seen.messages
                    if (m.post, m.message) == (todo.post, row.key.message)
                    for item in m.items
                )
                key = row.key
                return self._send(c.SendMessage(todo.post, to, row.channel, key.message, key.kind, items))
        for row in open_:
            waiting = any(
                a.outcome == "sent" and now < a.at_ms + 5 * MINUTE
                for a in self._session.state.attempts.get(row.key, ())
            )
            if not waiting and row.person and row.channel:
                key = row.key
                command = c.PlaceCall(todo.post, key.target, row.person, row.channel, key.message, key.kind)
                if self._send(command):
                    return True
        return False


def play(setup: Setup, manner: Manner) -> LiveSession:
    """A whole drill played by one player at all played posts, in no time."""
    wall = [0.0]
    session = LiveSession.begin(setup, DrillClock(lambda: wall[0]))
    player = Player(session, manner)
    while session.state.running:
        if player.act(session.clock.now_ms()):
            wall[0] += manner.thinks_s
            session.tick()
        else:
            session.skip_ahead(bool, limit_ms=MINUTE)
    return session
