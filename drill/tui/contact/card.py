"""The role card as text: who I am, what I have to do, whom I owe a contact, in what order, by what, by when."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from drill.exercise.contact.views import CardContact, RoleCard, View
from drill.model.chart import Chart, When
from drill.text.catalogue import Catalogue
from drill.text.choices import CHANNEL, KIND, MESSAGE
from drill.tui.kit.lines import Painted, hang, paint, styled


def card_lines(card: RoleCard, say: Catalogue, width: int) -> Iterator[Painted]:
    """Name, duties, contacts, for a column of `width` cells."""
    yield from styled("bold", card.name.get(say.language), width)
    if card.deputy:
        yield from styled("$text-warning", say("tui.card.deputy"), width)
    for duty in card.duties:
        yield from hang(duty.get(say.language), width, "- ")
    if card.owes:
        yield say("tui.card.owes"), "bold $text-primary"
    for number, owed in enumerate(card.owes, start=1):
        yield from _contact(owed, number, say, width)


def _contact(owed: CardContact, number: int, say: Catalogue, width: int) -> Iterator[Painted]:
    what = say("tui.card.contact", kind=say(KIND[owed.kind]), target=owed.target)
    yield from hang(what, width, f"{number} ")
    how = [" > ".join(say(CHANNEL[channel]) for channel in owed.by)]
    if owed.deadline_min is not None:
        how.append(say("tui.card.within", minutes=f"{owed.deadline_min:g}"))
    if owed.deputies:
        how.append(say("tui.card.deputies", number=owed.deputies))
    how += condition(owed.when, say)
    yield from styled("$foreground-muted", say("tui.join").join(how), width, "  ")


def condition(when: When, say: Catalogue) -> list[str]:
    """When a contact is owed, in words; nothing where it always is."""
    said = []
    if when.level:
        said.append(say("tui.when.level", levels=say("tui.and").join(map(str, when.level))))
    if when.publishing:
        said.append(say("tui.when.publishing"))
    if when.message:
        said.append(say("tui.join").join(say(MESSAGE[message]) for message in when.message))
    return said


def whole_card(view: View, post: str, chart: Chart, say: Catalogue, width: int) -> Content:
    """The card with the briefing before it and the level criteria after it."""
    card = next(card for card in view.cards if card.post == post)
    lines: list[Painted] = [*hang(view.briefing.get(say.language), width), ""]
    lines += card_lines(card, say, width)
    if chart.levels:
        lines += ["", (say("handout.levels"), "bold $text-primary")]
        for level, text in sorted(chart.levels.items()):
            lines += hang(text.get(say.language), width, f"{level} ")
    for clock in view.clocks:
        lines += ["", *hang(say("tui.card.clock", title=clock.title, due=f"{clock.due:%Y-%m-%d %H:%M}"), width, "! ")]
    return paint(lines)
