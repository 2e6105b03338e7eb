"""A meeting with simulated people, as fast as it goes: the same commands, judged by the same rules, in the same log.

All numbers are assumptions. Every draw is keyed by what it decides, so a room decides a question alike however the
questions around it are changed.
"""

from __future__ import annotations

from drill.exercise.table import commands as c
from drill.exercise.table.figures import MINUTE
from drill.exercise.table.log import MeetingLedger
from drill.model.meeting import Decision
from drill.rng import Dice, Purpose

NAMES_DEPUTY = 0.8
"""The room names the right deputy; assumption."""
SAYS_ROLE = 0.9
"""A member tells their role right; assumption."""
DECIDES_RIGHT = 0.8
"""The room takes a right decision; assumption."""
LONGEST, SHORTEST = 120, 70
"""A stage takes between these per cent of its planned time; assumption."""
ASK_MS, ROLE_MS = 30_000, 60_000
"""Asking for one member; hearing one role; assumptions."""


def simulate(ledger: MeetingLedger, absent: frozenset[str], seed: int, answer: str) -> None:
    """Hold a meeting that has just begun to its end; `absent` persons do not come, `answer` stands for free words."""
    _Room(ledger, absent, Dice(seed), answer).hold()


class _Room:
    def __init__(self, ledger: MeetingLedger, absent: frozenset[str], dice: Dice, answer: str) -> None:
        self._ledger = ledger
        self._absent = absent
        self._dice = dice
        self._answer = answer
        self._now_ms = 0

    def hold(self) -> None:
        state = self._ledger.state
        for post in state.setup.members:
            self._convene(post)
        self._send(c.BeginRoles())
        for post in self._ledger.state.seats:
            self._send(c.SayRole(post, self._chance(SAYS_ROLE, post, "role")), ROLE_MS)
        for name in state.setup.stages:
            self._send(c.GoOn())
            self._talk(name)
        self._send(c.GoOn())
        self._send(c.Close())

    def _convene(self, post: str) -> None:
        while person := self._ledger.state.expected(post):
            if not self._ledger.state.revealed(post):
                right = self._chance(NAMES_DEPUTY, post, f"deputy {person}")
                self._send(c.NameDeputy(post, person if right else None), ASK_MS)
            here = person not in self._absent
            self._send(c.TakeSeat(post) if here else c.MarkAbsent(post), ASK_MS)
            if here:
                return

    def _talk(self, name: str) -> None:
        stage = self._ledger.state.setup.meeting.stages[name]
        share = SHORTEST + self._draw(LONGEST - SHORTEST + 1, name, "length")
        whole_ms = round(stage.minutes * MINUTE) * share // 100
        end_ms = self._now_ms + whole_ms
        for decision, entry in stage.decisions.items():
            self._now_ms += whole_ms // (len(stage.decisions) + 1)
            self._decide(name, decision, entry)
        self._now_ms = end_ms

    def _decide(self, stage: str, name: str, decision: Decision) -> None:
        if not decision.options:
            self._send(c.Decide(name, text=self._answer))
            return
        right = self._chance(DECIDES_RIGHT, f"{stage} {name}", "decision")
        options = [ref for ref, option in decision.options.items() if option.right == right] or list(decision.options)
        self._send(c.Decide(name, options[self._draw(len(options), f"{stage} {name}", "option")]))

    def _chance(self, probability: float, who: str, what: str) -> bool:
        return self._dice.chance(probability, who, Purpose.JUDGES, f"meeting {what}")

    def _draw(self, count: int, who: str, what: str) -> int:
        return self._dice.bits(who, Purpose.JUDGE_DELAY, f"meeting {what}") * count >> 32

    def _send(self, command: c.AnyCommand, takes_ms: int = 0) -> None:
        self._now_ms += takes_ms
        self._ledger.send(command, self._now_ms)
