"""What a chart looks like under a setting: who is told, who is not, and what still takes most down.

A network is compiled once for each situation; what fails is then only a search in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from drill.analysis.compile import compile_chart
from drill.analysis.cuts import holding
from drill.analysis.network import Element, NodeKind, NodeName
from drill.analysis.origins import find_origins
from drill.analysis.weak import ChartWeakness, Cut, Weakness
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.planning.calls import CallPlan
from drill.tui.planner.state import Thing, Toggles

Setting = tuple[Situation, tuple[str, ...], bool, tuple[Element, ...]]
Fate = Literal["told", "lost", "spare"]
"""Told or done; required, but not told; not required in this situation."""
KEPT = 16
"""Compiled situations that are remembered."""
WEIGHED = 20
"""Cuts of each order that get an importance."""


class LensPicture:
    """One setting of a chart. Who is told is known at once; weak points when they have been looked for."""

    def __init__(self, toggles: Toggles, base: ChartWeakness) -> None:
        known = base.network.numbers
        failed = [known[thing] for thing in toggles.failed if thing in known]
        self.toggles = toggles
        self.chart = base.chart
        self.network = base.network
        held = holding(base.network, failed)
        self.lost = tuple(base.network.names[node] for node in base.network.required if node not in held)
        """Required posts and duties that are not told."""
        self.away = base.situation.away(base.chart)
        self.found = replace(base, weakness=Weakness(base.network, failed))
        self._held = frozenset(base.network.names[node] for node in held)
        self._required = frozenset(base.network.names[node] for node in base.network.required)
        self.radius: dict[Thing, int] = {}
        """How many required nodes fall with each thing alone."""
        self.singles: tuple[Cut, ...] = ()
        self.pairs: tuple[Cut, ...] | None = None
        """Cuts but for those with lines of one person; None: not looked for yet."""
        self.importance: dict[Cut, float] = {}
        self.calls: CallPlan | None = None

    def find_singles(self) -> None:
        """Milliseconds."""
        weakness = self.found.weakness
        self.radius = {self.things(cut)[0]: len(cut.falls) for cut in weakness.singles}
        self.singles = weakness.essential(weakness.singles)

    def find_calls(self) -> None:
        """The order of each caller's calls; several drills, a second or two at 300 posts."""
        from drill.planning.call_order import call_order  # with SimPy

        self.calls = call_order(self.chart, self.found.situation, self.found.origins.posts)

    def find_pairs(self) -> None:
        """A tenth of a second at 300 posts, seconds at 3,000."""
        self.pairs = self.found.weakness.essential(self.found.weakness.pairs)

    def weigh(self) -> None:
        """Birnbaum importance of the worst cuts; about as long."""
        cuts = (*self.singles[:WEIGHED], *(self.pairs or ())[:WEIGHED])
        self.importance = dict(zip(cuts, self.found.weakness.importance(cuts), strict=True))

    def fate(self, kind: NodeKind, ref: str) -> Fate:
        """What becomes of a post or duty."""
        name = NodeName(kind, ref)
        if name in self._held:
            return "told"
        return "lost" if name in self._required else "spare"

    def things(self, cut: Cut) -> tuple[Thing, ...]:
        """What fails in a cut."""
        return tuple(self.network.elements[number][:2] for number in cut.elements)

    def falls(self, cut: Cut) -> frozenset[NodeName]:
        """The posts and duties that fall with a cut."""
        return frozenset(self.network.names[node] for node in cut.falls)


class Lens:
    """A chart, ready to be looked at in any setting."""

    def __init__(self, chart: Chart) -> None:
        posts = {name: post.model_copy(update={"deputies": ()}) for name, post in chart.posts.items()}
        self._charts = {True: chart, False: chart.model_copy(update={"posts": posts})}
        self._known: dict[Setting, ChartWeakness] = {}

    def knows(self, toggles: Toggles) -> bool:
        """Whether `look` will take no more than a search."""
        return self._key(toggles) in self._known

    def look(self, toggles: Toggles) -> LensPicture:
        """The chart in this setting."""
        key = self._key(toggles)
        base = self._known.get(key)
        if base is None:
            chart = self._charts[toggles.deputies]
            origins = find_origins(chart, toggles.situation, toggles.origins)
            network = compile_chart(chart, toggles.situation, origins.posts, failed=key[-1])
            base = ChartWeakness(chart, toggles.situation, origins, Weakness(network))
            self._known[key] = base
            if len(self._known) > KEPT:
                del self._known[next(iter(self._known))]
        return LensPicture(toggles, base)

    def steps(self, toggles: Toggles, *, calls: bool) -> Iterator[LensPicture]:
        """The same, as soon as it has its singles, then after each further step; `calls`, of their order too."""
        picture = self.look(toggles)
        orders = (picture.find_calls,) if calls else ()
        for step in (picture.find_singles, *orders, picture.find_pairs, picture.weigh):
            step()
            yield picture

    def _key(self, toggles: Toggles) -> Setting:
        """What the network depends on: of what has failed only what decides who counts for a meeting."""
        away = toggles.failed if self._charts[True].duties else ()
        gone = tuple(Element(kind, ref) for kind, ref in away if kind in ("person", "site"))
        return toggles.situation, toggles.origins, toggles.deputies, gone
