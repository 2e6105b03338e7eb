"""The weak points of a chart in words and as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Any

from drill.analysis.compile import shared_lines
from drill.analysis.network import Element, NodeName
from drill.analysis.weak import ChartWeakness, Cut
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.pairs import picked
from drill.text.breaking import hang, wrap
from drill.text.catalogue import Catalogue, Word
from drill.text.choices import CHANNEL, CLASS, WEAK, WEAK_BOTH, WEAK_IF, WEAK_LINES, WEAK_ORIGINS
from drill.text.clean import clean
from drill.text.eras import say_date

SCHEMA = "drill.weak/1"
WIDTH = 80
SAMPLED = 200
"""Cuts of an order whose importance is estimated."""
NAMED = 6
"""Names in a sentence before it says how many more there are."""
_PUBLISHING = {None: "weak.any_publishing", True: "weak.publishing.True", False: "weak.publishing.False"}


class Wording:
    """What the parts of an analysis are called in one language."""

    def __init__(self, found: ChartWeakness, say: Catalogue) -> None:
        self.found = found
        self.chart = found.chart
        self.say = say

    def element(self, number: int) -> str:
        """An element of the network, on one line."""
        return clean(element_name(self.chart, self.found.network.elements[number], self.say))

    def node(self, number: int) -> str:
        """A required node: the post's name, or the duty's."""
        name = self.found.network.names[number]
        if name.kind == "duty":
            return self.say("weak.duty", name=self.chart.duties[name.ref].name)
        return self.chart.posts[name.ref].name.get(self.say.language)

    def nodes(self, numbers: Sequence[int]) -> str:
        """Some of the nodes by name, and how many more."""
        return self.some([self.node(number) for number in numbers])

    def some(self, names: Sequence[str]) -> str:
        """The first names, and how many more."""
        # One name more takes no more room than the words for it.
        names = [clean(name) for name in names]
        shown = names if len(names) <= NAMED + 1 else names[:NAMED]
        code = "list" if len(shown) == len(names) else "rule.more"
        return self.say(code, items=tuple(shown), count=len(names) - len(shown))

    def sentence(self, cut: Cut) -> str:
        """What happens when the cut's elements fail."""
        falls, total = len(cut.falls), len(self.found.network.required)
        code = "weak.falls_all" if falls == total else "weak.falls_one" if falls == 1 else "weak.falls"
        if len(cut.minimal) < falls:
            code = "weak.falls_partly"
        return self.say(code, what=self._what(cut), falls=falls, total=total, names=self.nodes(cut.minimal))

    def _what(self, cut: Cut) -> str:
        """That the elements of a cut fail."""
        kinds = [self.found.network.elements[element].kind for element in cut.elements]
        names = [self.element(element) for element in cut.elements]
        if len(kinds) == 2 and kinds[0] == kinds[1]:
            return self.say(WEAK_BOTH[kinds[0]], one=names[0], other=names[1])
        parts = (self.say(WEAK_IF[kind], name=name) for kind, name in zip(kinds, names, strict=True))
        return self.say("weak.and").join(parts)

    def origins(self) -> str:
        """Where the analysis begins and on whose word."""
        names = tuple(self.chart.posts[post].name for post in self.found.origins.posts)
        return self.say(WEAK_ORIGINS[self.found.origins.by] if names else "weak.origins.none", names=names)


def element_name(chart: Chart, element: Element, say: Catalogue) -> str:
    """A person with the posts it may answer for, a medium, a site, or a line with its users."""
    if element.kind == "line":
        owner, _, kind = element.ref.rpartition("/")
        shared = (people for (of, _), people in shared_lines(chart).items() if of == kind and people[0] == owner)
        users = next(shared, [owner])
        code = "weak.line" if len(users) == 1 else "weak.line_shared"
        return say(code, kind=Word(CHANNEL[kind]), users=tuple(chart.persons[p].name for p in users))
    if element.kind == "person":
        name = chart.persons[element.ref].name
        held = tuple(post.name for post in chart.posts.values() if post.holder == element.ref and post.name != name)
        return say("weak.person", name=name, posts=held) if held else name.get(say.language)
    named: Any = (chart.media if element.kind == "medium" else chart.sites)[element.ref]
    return str(named.name.get(say.language))


def situation_text(situation: Situation, say: Catalogue) -> str:
    """The conditions, with what they leave open."""
    parts = [
        say(CLASS[situation.incident]) if situation.incident else say("weak.any_class"),
        say("level", level=situation.level) if situation.level is not None else say("weak.any_level"),
        say(_PUBLISHING[situation.publishing]),
    ]
    if situation.incident is None and situation.level is None and situation.publishing is None:
        parts = [say("weak.any_incident")]
    if at := situation.at:
        parts.append(say("weak.at", day=say_date(at, say.language, weekday=True), at=f"{at.hour}:{at.minute:02}"))
    else:
        parts.append(say("weak.any_time"))
    if situation.day:
        parts.append(say("weak.day", day=say_date(situation.day, say.language)))
    return say("weak.situation", parts=tuple(parts))


def report(
    found: ChartWeakness,
    say: Catalogue,
    order: int = 2,
    limit: int = 10,
    failed: Iterable[Element] = (),
    by_importance: bool = False,
) -> list[str]:
    """The whole answer of `drill weak`, at most `limit` cuts of an order (0: all), by blast radius or importance."""
    words, weakness = Wording(found, say), found.weakness
    total = len(found.network.required)
    lines = [clean(found.chart.title.get(say.language)), situation_text(found.situation, say)]
    if (at := found.situation.at) and at.date() > (last := max(found.chart.holidays, default=date.min)):
        code = "weak.holidays_end" if found.chart.holidays else "weak.no_holidays"
        lines.append(say(code, last=say_date(last, say.language)))
    lines.append(words.origins())
    if names := tuple(element_name(found.chart, each, say) for each in failed):
        lines.append(say("weak.given", names=names))
    if total == 0:
        return [*_wrapped(lines), "", say("weak.nothing_required")]
    lines.append(say("weak.reached", reached=len(weakness.reachable), total=total))
    if weakness.unreached:
        lines.append(say("weak.unreached", names=words.nodes(weakness.unreached)))
    if found.not_owed:
        posts = [found.chart.posts[post].name.get(say.language) for post in found.not_owed]
        lines.append(say("weak.not_owed", names=words.some(posts)))
    lines = _wrapped(lines)
    lines += _section(words, "singles", weakness.singles, limit, by_importance)
    if order == 2:
        lines += _section(words, "pairs", weakness.pairs, limit, by_importance)
    return lines


def _section(words: Wording, name: str, cuts: tuple[Cut, ...], limit: int, by_importance: bool) -> list[str]:
    say, weakness = words.say, words.found.weakness
    essential = weakness.essential(cuts)
    heading = say(WEAK[name], count=len(essential))
    if lines_only := len(cuts) - len(essential):
        heading += say(WEAK_LINES[name], lines=lines_only)
    lines = ["", *wrap(heading, WIDTH)]
    # Holder and only deputy of one post: known to all, and there is one such pair for nearly every post.
    small = [cut for cut in essential if limit and len(cut.elements) == 2 and len(cut.minimal) == 1]
    worth = [cut for cut in essential if not limit or len(cut.elements) != 2 or len(cut.minimal) != 1]
    # The most important are sought among those that reach farthest: each importance takes two rounds of sampling.
    weighed = worth[: len(worth) if not limit else max(limit, SAMPLED) if by_importance else limit]
    importance = weakness.importance(weighed) if words.found.order == 2 else [None] * len(weighed)
    ranked = list(zip(weighed, importance, strict=True))
    if by_importance:
        ranked.sort(key=lambda each: -(each[1] or 0))
    shown = ranked[:limit] if limit else ranked
    for cut, value in shown:
        said = "" if value is None else f" {say('weak.importance', value=f'{value:.1f}')}"
        lines += hang(words.sentence(cut) + said, WIDTH, f"{len(cut.falls):5}  ")
    if rest := len(worth) - len(shown):
        lines.append(" " * 7 + say("weak.more", count=rest))
    if small:
        names = words.nodes(list(dict.fromkeys(node for cut in small for node in cut.minimal)))
        lines += hang(say("weak.small", count=len(small), names=names), WIDTH, " " * 7)
    return lines


def post_report(found: ChartWeakness, say: Catalogue, post: str) -> list[str]:
    """Every minimal cut of one post, as the names of its elements."""
    words, weakness = Wording(found, say), found.weakness
    nodes = [n for n in found.network.required if found.network.names[n].ref == post]
    lines: list[str] = []
    for node in nodes:
        cuts = weakness.of(node)
        lines += [say("weak.of_post", name=words.node(node), count=len(cuts))]
        for cut in cuts:
            lines.append("  " + (" + ".join(words.element(e) for e in cut) or say("weak.never")))
    name = found.chart.posts[post].name if post in found.chart.posts else found.chart.duties[post].name
    return lines or [say("weak.not_required", name=name)]


def _wrapped(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in wrap(text, WIDTH)]


def node_data(name: NodeName) -> str:
    """A node for a program."""
    return f"duty:{name.ref}" if name.kind == "duty" else name.ref


def as_data(found: ChartWeakness, order: int, failed: Iterable[Element] = ()) -> dict[str, Any]:
    """The same for a program: `drill.weak/1`, complete. Importance is given for the first cuts of an order."""
    network, weakness, situation = found.network, found.weakness, found.situation

    def nodes(numbers: Iterable[int]) -> list[str]:
        return [node_data(network.names[number]) for number in numbers]

    def cuts(cuts: tuple[Cut, ...]) -> list[dict[str, Any]]:
        importance = iter(weakness.importance(islice(cuts, SAMPLED)) if found.order == 2 else ())
        return [
            {
                "elements": [picked(network.elements[e], "kind", "ref") for e in cut.elements],
                "falls": nodes(cut.falls),
                "minimal_for": nodes(cut.minimal),
                "importance": next(importance, None),
            }
            for cut in cuts
        ]

    return {
        "schema": SCHEMA,
        "chart": found.chart.id,
        "situation": {
            "class": situation.incident,
            "level": situation.level,
            "publishing": situation.publishing,
            "at": situation.at.isoformat(timespec="minutes") if situation.at else None,
            "date": situation.day.isoformat() if situation.day else None,
        },
        "origins": {"posts": list(found.origins.posts), "by": found.origins.by},
        "failed": [picked(each, "kind", "ref") for each in failed],
        "required": nodes(network.required),
        "unreached": nodes(weakness.unreached),
        "not_owed": list(found.not_owed),
        "singles": cuts(weakness.singles),
        "pairs": cuts(weakness.pairs) if order == 2 else None,
    }
