"""How well messages keep as they are passed on: items still right at the first hop, the second, and so on.

95 % is the yardstick of call-tree practice (BCM Institute's call-tree test profile).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from drill.exercise.contact.state import Knowledge, State
from drill.model.basics import SPREADING, Text
from drill.pairs import gathered
from drill.scoring.evidence import Evidence

YARDSTICK = 95
"""Per cent."""


@dataclass(frozen=True, slots=True)
class Hop:
    """All posts that have a message over so many hops: items right of items, and how often each item was lost."""

    message: str
    hop: int
    posts: int
    right: int
    items: int
    lost: tuple[tuple[Text, int], ...]

    @property
    def well(self) -> bool:
        """Whether the yardstick was met."""
        return 100 * self.right >= YARDSTICK * self.items


def hops(evidence: Evidence) -> tuple[Hop, ...]:
    """Message by message, hop by hop; who has it from an inject, or as the same person, is no hop."""
    state, setup = evidence.state, evidence.setup
    found = []
    for message in setup.scenario.messages:
        if setup.message_kind(message) in SPREADING:
            known = ((post, k) for post in setup.chart.posts if (k := state.knows(post, message)))
            told = ((post, k) for post, k in known if k.via not in ("inject", "same_person"))
            depths = gathered((_depth(state, message, post), k) for post, k in told)
            found += [_hop(evidence, message, hop, depths[hop]) for hop in sorted(depths)]
    return tuple(found)


def _depth(state: State, message: str, post: str) -> int:
    """How many times it had been passed on when it came to a post."""
    hop, seen = 0, {post}
    knows = state.knows(post, message)
    while knows and knows.via != "inject":
        hop += knows.via != "same_person"
        if knows.source is None or knows.source in seen:
            break
        seen.add(knows.source)
        knows = state.knows(knows.source, message)
    return hop


def _hop(evidence: Evidence, message: str, hop: int, known: list[Knowledge]) -> Hop:
    items = evidence.setup.message_items(message)
    lost = Counter(item for k in known for item in items if not k.heard.get(item))
    labels = evidence.setup.scenario.items
    right = len(items) * len(known) - lost.total()
    named = tuple((labels[item].label, number) for item, number in lost.most_common())
    return Hop(message, hop, len(known), right, len(items) * len(known), named)
