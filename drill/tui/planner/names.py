"""What the parts of a chart are called on the planner's screen: on one line, in one language, found by typing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from unicodedata import normalize

from drill.analysis.compile import compile_chart
from drill.analysis.network import Element, NodeName
from drill.analysis.origins import find_origins
from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.report.weak_text import element_name
from drill.text.catalogue import Catalogue, Localized
from drill.text.choices import PLANNER_KIND
from drill.text.clean import clean
from drill.tui.planner.state import Thing

MOST = 60
_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


class CleanNames:
    """Names of a chart; they are cleaned, so that nothing in them takes effect."""

    def __init__(self, chart: Chart, say: Catalogue) -> None:
        self.chart = chart
        self.say = say
        self._things: dict[Thing, str] = {}

    def of(self, name: Localized) -> str:
        """A name on one line."""
        return clean(name.get(self.say.language))

    def post(self, ref: str) -> str:
        """A post."""
        return self.of(self.chart.posts[ref].name)

    def person(self, ref: str | None) -> str:
        """A person, without posts; nobody is `-`."""
        return "-" if ref is None else self.of(self.chart.persons[ref].name)

    def node(self, name: NodeName) -> str:
        """A required node: a post, or a duty."""
        if name.kind == "duty":
            return self.say("weak.duty", name=self.of(self.chart.duties[name.ref].name))
        return self.post(name.ref)

    def thing(self, thing: Thing) -> str:
        """Something that can fail; a person with the posts held."""
        if thing not in self._things:
            self._things[thing] = clean(element_name(self.chart, Element(*thing), self.say))
        return self._things[thing]

    def short(self, thing: Thing) -> str:
        """The same, a person without the posts."""
        return self.person(thing[1]) if thing[0] == "person" else self.thing(thing)

    def things(self) -> Iterator[Thing]:
        """Everything that can fail: people, media, sites, then lines."""
        chart, anything = self.chart, Situation()
        yield from (("person", person) for person in chart.persons)
        yield from (("medium", medium) for medium in chart.media)
        yield from (("site", site) for site in chart.sites)
        origins = find_origins(chart, anything).posts
        elements = compile_chart(chart, anything, origins).elements
        yield from (("line", each.ref) for each in elements if each.kind == "line")

    def matching(self, query: str) -> list[Thing]:
        """The things whose kind, name or id contains every word of the query."""
        words = fold(query).split()
        return [thing for thing, text in self.searched.items() if all(word in text for word in words)]

    @cached_property
    def searched(self) -> dict[Thing, str]:
        """Everything with the text it is found by; naming a large chart takes a while."""
        return {thing: fold(f"{self.kind(thing)} {self.thing(thing)} {thing[1]}") for thing in self.things()}

    def kind(self, thing: Thing) -> str:
        """Person, medium, site or line."""
        return self.say(PLANNER_KIND[thing[0]])


def fold(text: str) -> str:
    """For comparing: full-width and half-width, capital and small, hiragana and katakana are the same."""
    return normalize("NFKC", text).casefold().translate(_KATAKANA)


def joined(names: Iterable[str], say: Catalogue) -> str:
    """Names one after the other, no more than any line can hold; `none` if there are none."""
    return say("list", items=tuple(islice(names, MOST))) or say("none")
