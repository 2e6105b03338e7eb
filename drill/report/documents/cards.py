"""Cards to hand over: who a post is and what it owes 役割カード, and whom it calls 連絡先カード."""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.chart import Chart, Contact
from drill.model.scenario import Scenario
from drill.pairs import gathered
from drill.report.blocks import Card, Cards, Document, Paragraph, of_a_drill
from drill.report.duties import contact_words, deputies, in_drill, made, needed_posts, received, ways
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.choices import KIND

Row = tuple[str, str]


def role_cards(
    chart: Chart, scenario: Scenario | None, language: Language, posts: tuple[str, ...] = (), named: bool = False
) -> Document:
    """A card for each post (of `posts`, or all that people play); `named` with the names of the people."""
    say, drilled = catalogue(language), in_drill(chart, scenario)
    cards = (role_card(drilled, post, say, named) for post in posts or needed_posts(chart, scenario))
    return _document("cards.roles.title", "cards.roles.about", say, scenario or chart, cards, columns=2)


def contact_cards(
    chart: Chart, scenario: Scenario | None, language: Language, posts: tuple[str, ...] = (), named: bool = False
) -> Document:
    """A card for each post that has somebody to contact; `named` with names and numbers."""
    say, drilled = catalogue(language), in_drill(chart, scenario)
    wanted = (post for post in posts or needed_posts(chart, scenario) if made(drilled, post))
    cards = (_contact_card(drilled, post, say, named) for post in wanted)
    return _document("cards.contacts.title", "cards.contacts.about", say, scenario or chart, cards, columns=1)


def _document(
    title: str, about: str, say: Catalogue, of: Chart | Scenario, cards: Iterator[Card], columns: int
) -> Document:
    dealt = tuple(cards)
    note = Paragraph(say(about if dealt else "cards.none"), "note")
    return of_a_drill(say(title, title=of.title), say, (note, Cards(dealt, columns)) if dealt else (note,))


def role_card(chart: Chart, post: str, say: Catalogue, named: bool) -> Card:
    """Who this is, whom it hears from, whom it contacts in which order and by when, and who stands in."""
    entry = chart.posts[post]
    rows = [
        (say("doc.duties"), "\n".join(duty.get(say.language) for duty in entry.duties)),
        (say("cards.hears_from"), "\n".join(_hears(chart, post, say))),
        *_owes(chart, post, say),
        (say("cards.meetings"), "\n".join(_meetings(chart, post, say))),
        (say("cards.deputies"), _deputies(chart, post, say, named)),
    ]
    note = say("drawing.out") if not entry.in_scope else ""
    return Card(entry.name.get(say.language), _who(chart, post, say, named), tuple(r for r in rows if r[1]), note)


def _who(chart: Chart, post: str, say: Catalogue, named: bool) -> str:
    """Unit, and the holder if names are wanted."""
    holder = chart.posts[post].holder
    if holder is None:
        return say("cards.vacant")
    person = chart.persons[holder]
    said = [person.unit.get(say.language)] if person.unit else []
    return " ".join(said + ([person.name.get(say.language)] if named else []))


def _hears(chart: Chart, post: str, say: Catalogue) -> Iterator[str]:
    by_kind = gathered((contact.kind, contact.caller) for contact in received(chart, post))
    for kind, callers in by_kind.items():
        names = dict.fromkeys(chart.name_of(ref).get(say.language) for ref in callers)
        yield say("doc.item", label=say(KIND[kind]), value=say("list", items=tuple(names)))


def _owes(chart: Chart, post: str, say: Catalogue) -> Iterator[Row]:
    for number, contact in enumerate(made(chart, post), start=1):
        target = chart.name_of(contact.target).get(say.language)
        label = say("cards.order", number=number, kind=say(KIND[contact.kind]))
        yield label, f"{target}\n{contact_words(contact, say)}"


def _meetings(chart: Chart, post: str, say: Catalogue) -> Iterator[str]:
    for duty in chart.duties.values():
        members = [each for ref in duty.members for each in chart.resolve(ref)]
        name = duty.name.get(say.language)
        if post in chart.resolve(duty.convener):
            yield say("cards.convenes", duty=name, quorum=duty.quorum, members=len(set(members)))
        elif post in members:
            yield say("cards.takes_part", duty=name)


def _deputies(chart: Chart, post: str, say: Catalogue, named: bool) -> str:
    lines = []
    for rank, person in deputies(chart, post):
        who = chart.persons[person].name.get(say.language) if named else _posts_held(chart, person, say)
        lines.append(say("cards.rank" if who else "cards.rank_alone", rank=rank, who=who))
    return "\n".join(lines) or say("cards.no_deputies")


def _posts_held(chart: Chart, person: str, say: Catalogue) -> str:
    return say("list", items=tuple(each.name for each in chart.posts.values() if each.holder == person))


def _contact_card(chart: Chart, post: str, say: Catalogue, named: bool) -> Card:
    """A row for each contact in order, and one with a box to tick for each post to be told."""
    rows = [
        row
        for number, contact in enumerate(made(chart, post), start=1)
        for row in _contacted(chart, post, number, contact, say, named)
    ]
    return Card(chart.posts[post].name.get(say.language), _who(chart, post, say, named), tuple(rows))


def _contacted(chart: Chart, caller: str, number: int, contact: Contact, say: Catalogue, named: bool) -> Iterator[Row]:
    """A box for a single post; for a group its name, then a box for each member."""
    label = say("cards.order", number=number, kind=say(KIND[contact.kind]))
    words = contact_words(contact, say)
    if contact.target in chart.posts:
        yield label, _box(chart, contact.target, contact, say, named, words)
        return
    yield label, f"{chart.name_of(contact.target).get(say.language)}\n{words}"
    for post in chart.resolve(contact.target):
        if post != caller:
            yield "", _box(chart, post, contact, say, named)


def _box(chart: Chart, post: str, contact: Contact, say: Catalogue, named: bool, words: str = "") -> str:
    """A box to tick beside the post, and how each of its people is reached."""
    ways_in = say("drawing.separator").join(_reached(chart, post, contact, say, named))
    return "\n".join(filter(None, (say("cards.box", post=chart.posts[post].name), words, ways_in)))


def _reached(chart: Chart, post: str, contact: Contact, say: Catalogue, named: bool) -> Iterator[str]:
    """How the holder is reached, then each deputy."""
    holder = chart.posts[post].holder
    people = [(say("cards.holder"), holder)] if holder else []
    people += [(say("cards.deputy", rank=rank), person) for rank, person in deputies(chart, post)]
    for label, person in people:
        name = chart.persons[person].name.get(say.language)
        who = say("cards.named", label=label, name=name) if named else label
        yield say("doc.item", label=who, value=ways(chart, person, contact, named, say))
    if not people:
        yield say("cards.vacant")
