"""The sheets planners print: rows and columns of a chart as text, and what a changed cell means.

Every column can be rendered and read back. So an edited sheet is read by comparing each cell with what the chart it was
made from would show there: equal cells say nothing new, the others are edits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from drill.model.basics import ChannelKind
from drill.model.chart import Chart, Contact, Person
from drill.pairs import gathered
from drill.sheets.chart.everything import MARK, flatten
from drill.sheets.kit.printing import Sheet, printed
from drill.text.catalogue import Catalogue, Localized, Word
from drill.text.choices import CHANNEL, CLASS, KIND, MESSAGE, SHEETS_HEAD, SHEETS_PAGE
from drill.text.clean import clean
from drill.text.eras import say_date
from drill.text.normal import key
from drill.text.width import fit

KINDS: tuple[ChannelKind, ...] = get_args(ChannelKind)
USUAL: tuple[ChannelKind, ...] = ("desk", "mobile", "mail")
"""Columns that are printed even if nobody has such a channel: planners fill them in."""
MARKED = "○"
"""Stands for a channel without an address."""
_LONGEST = 16_000
"""Cells of text; Excel takes 32,767 characters."""


def _unique(names: Mapping[str, Localized], say: Catalogue, roles: Iterable[str] = ()) -> dict[str, str]:
    """What entries are called in a sheet: their names, or their ids where a name is not unique."""
    shown = {each: visible(name.get(say.language)) for each, name in names.items()}
    ids = Counter(key(each) for each in (*names, *roles))
    count = Counter(key(label) for label in shown.values())
    plain = {
        each: key(label) and count[key(label)] == 1 and not ids[key(label)] - (key(label) == key(each))
        for each, label in shown.items()
    }
    return {**{role: role for role in roles}, **{each: shown[each] if plain[each] else each for each in names}}


@dataclass(frozen=True)
class Shown:
    """A chart with all that is needed to print it."""

    chart: Chart
    say: Catalogue

    @cached_property
    def persons(self) -> dict[str, str]:
        """Person → what they are called."""
        return _unique({each: person.name for each, person in self.chart.persons.items()}, self.say)

    @cached_property
    def refs(self) -> dict[str, str]:
        """Post, group or role → what it is called."""
        parts = (self.chart.groups, self.chart.posts)
        names = {each: entry.name for part in parts for each, entry in part.items()}
        return _unique(names, self.say, [role for role in self.chart.by_role if role not in names])

    @cached_property
    def sites(self) -> dict[str, str]:
        """Site → what it is called."""
        return _unique({each: entry.name for each, entry in self.chart.sites.items()}, self.say)

    @cached_property
    def targets(self) -> dict[str, list[tuple[int, str]]]:
        """Caller → the contacts it owes by their places in the chart, and whom."""
        return gathered((each.caller, (place, each.target)) for place, each in enumerate(self.chart.contacts))

    def holder(self, post: str) -> Person:
        """The person in a post; one without anything where there is none."""
        return self.chart.persons.get(self.chart.posts[post].holder or "", _NOBODY)


@dataclass(frozen=True)
class SheetField:
    """A column: `name` is its header's word (`sheets.head.NAME`), `number` the deputy's rank or 0."""

    name: str
    render: Callable[[Shown, str], str]
    number: int = 0
    group: str = ""
    """The word of the header above it, over several columns."""

    def header(self, say: Catalogue) -> str:
        """The header as it is printed."""
        return say.title(SHEETS_HEAD[self.name], **({"rank": self.number} if self.number else {}))

    def headers(self, say: Catalogue) -> tuple[str, str]:
        """Both rows of it, the lower one blank where there is one header alone."""
        own = self.header(say)
        return (say.title(SHEETS_HEAD[self.group]), own) if self.group else (own, "")

    @property
    def key(self) -> str:
        """Its name, with the rank of a deputy."""
        return f"{self.name}{self.number or ''}"


@dataclass(frozen=True)
class ChartPage:
    """One sheet: its rows are the entries of the chart with these keys."""

    name: str
    fields: tuple[SheetField, ...]
    keys: tuple[str, ...]


def headlines(shown: Shown, page: ChartPage) -> tuple[str, str]:
    """The two lines above a printed sheet: title and day."""
    say, chart = shown.say, shown.chart
    title = visible(chart.title.get(say.language)).replace("\n", " ")
    name = "" if page.name == "posts" else say(SHEETS_PAGE[page.name])
    day = say("sheets.as_of_line", day=say_date(chart.as_of, say.language)) if chart.as_of else ""
    return f"{title} {name}".strip(), day


def sheets(chart: Chart, say: Catalogue) -> list[Sheet]:
    """All sheets of a chart in the language of `say`: the printed ones and the one that keeps everything."""
    shown = Shown(chart, say)
    found = []
    for page in pages(shown):
        header = [each.headers(say) for each in page.fields]
        rows = (tuple(each.render(shown, row) for each in page.fields) for row in page.keys)
        found.append(printed(say(SHEETS_PAGE[page.name]), headlines(shown, page), header, rows))
    head = [(MARK, say.language), (say("sheets.everything.note"), "")]
    return [*found, Sheet(say("sheets.page.everything"), (*head, *flatten(chart)), (), printed=False)]


def visible(text: str) -> str:
    """Text as a cell shows it."""
    lines = (line.strip() for line in clean(text, keep_newlines=True).split("\n"))
    return fit("\n".join(lines).strip().translate(_NO_XML), _LONGEST)


_NO_XML = {0xFFFE: None, 0xFFFF: None}


def pages(shown: Shown) -> tuple[ChartPage, ...]:
    """Posts, contacts and persons."""
    chart = shown.chart
    most = max((len(post.deputies) for post in chart.posts.values()), default=0)
    used = {channel.kind for person in chart.persons.values() for channel in person.channels}
    kinds = tuple(kind for kind in KINDS if kind in used or kind in USUAL)
    ranks = range(1, max(most, 2) + 1)
    unit, ways, site, verified = _about(Shown.holder, kinds)
    posts = (
        SheetField("post", lambda s, p: _text(s, s.chart.posts[p].name)),
        unit,
        SheetField("holder", lambda s, p: _person(s, s.chart.posts[p].holder)),
        *(SheetField("deputy", _deputy(rank), rank, "deputies") for rank in ranks),
        *ways,
        site,
        SheetField("targets", _targets),
        SheetField("held_since", lambda s, p: _day(s, s.chart.posts[p].held_since)),
        verified,
        SheetField("scope", lambda s, p: "" if s.chart.posts[p].in_scope else s.say("drawing.out")),
        SheetField("id", lambda _s, p: p),
    )
    contacts = (
        SheetField("caller", lambda s, k: _ref(s, _contact(s, k).caller)),
        SheetField("target", lambda s, k: _ref(s, _contact(s, k).target)),
        SheetField("kind", lambda s, k: s.say(KIND[_contact(s, k).kind])),
        SheetField("order", lambda s, k: str(_contact(s, k).order)),
        SheetField("when", _when),
        SheetField("by", lambda s, k: s.say("list", items=tuple(Word(CHANNEL[way]) for way in _contact(s, k).by))),
        SheetField("deadline_min", _deadline),
        SheetField("why", lambda s, k: _text(s, _contact(s, k).why)),
        SheetField("id", lambda _s, k: k),
    )
    unit, ways, site, verified = _about(lambda s, p: s.chart.persons[p], kinds)
    persons = (
        SheetField("person", lambda s, p: _text(s, s.chart.persons[p].name)),
        unit,
        site,
        *ways,
        verified,
        SheetField("leave", _leave),
        SheetField("id", lambda _s, p: p),
    )
    return (
        ChartPage("posts", posts, tuple(chart.posts)),
        ChartPage("contacts", contacts, tuple(str(i) for i in range(1, len(chart.contacts) + 1))),
        ChartPage("persons", persons, tuple(chart.persons)),
    )


_NOBODY = Person.model_validate({"name": "-"})


def _contact(shown: Shown, row: str) -> Contact:
    return shown.chart.contacts[int(row) - 1]


def _person(shown: Shown, person: str | None) -> str:
    return shown.persons.get(person, person) if person else ""


def _ref(shown: Shown, ref: str) -> str:
    return shown.refs.get(ref, ref)


def _about(
    who: Callable[[Shown, str], Person], kinds: Iterable[ChannelKind]
) -> tuple[SheetField, list[SheetField], SheetField, SheetField]:
    """The columns about the person of a row: unit, ways to reach them, site, last check."""

    def way(kind: ChannelKind) -> SheetField:
        return SheetField(kind, lambda s, row: addresses(who(s, row), kind), group="channels")

    return (
        SheetField("unit", lambda s, row: _text(s, who(s, row).unit)),
        [way(kind) for kind in kinds],
        SheetField("site", lambda s, row: s.sites.get(who(s, row).site or "", who(s, row).site or "")),
        SheetField("verified", lambda s, row: _day(s, who(s, row).verified)),
    )


def _text(shown: Shown, text: Localized | None) -> str:
    return visible(text.get(shown.say.language)) if text else ""


def _deputy(rank: int) -> Callable[[Shown, str], str]:
    return lambda s, post: "".join(_person(s, each) for each in s.chart.posts[post].deputies[rank - 1 : rank])


def addresses(person: Person, kind: ChannelKind) -> str:
    """The person's addresses of one kind, a line each."""
    return "\n".join(
        visible(each.address or "").replace("\n", " ") or MARKED for each in person.channels if each.kind == kind
    )


def _day(shown: Shown, day: object) -> str:
    return say_date(day, shown.say.language) if day else ""  # type: ignore[arg-type]


def _leave(shown: Shown, person: str) -> str:
    spans = shown.chart.persons[person].leave
    return "\n".join(f"{each.start.isoformat()} ~ {each.end.isoformat()}" for each in spans)


def _targets(shown: Shown, post: str) -> str:
    mine = {post, shown.chart.posts[post].role or post}
    found = sorted(each for caller in mine for each in shown.targets.get(caller, ()))
    return "\n".join(dict.fromkeys(_ref(shown, target) for _, target in found))


def _deadline(shown: Shown, row: str) -> str:
    minutes = _contact(shown, row).deadline_min
    return "" if minutes is None else f"{minutes:g}" if float(f"{minutes:g}") == minutes else repr(minutes)


def _when(shown: Shown, row: str) -> str:
    when, say = _contact(shown, row).when, shown.say
    parts = [say(CLASS[each]) for each in when.incident]
    if when.level:
        parts.append(say("level", level=say("sheets.dot").join(map(str, when.level))))
    parts += [say(MESSAGE[each]) for each in when.message]
    if when.publishing is not None:
        parts.append(say("sheets.publishing" if when.publishing else "sheets.not_publishing"))
    if when.hours:
        parts.append(say("sheets.hours", name=when.hours))
    return say("list", items=tuple(parts))
