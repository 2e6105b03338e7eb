"""A chart as tables: its posts with their duties, and who contacts whom, in which order, how and by when."""

from __future__ import annotations

from collections.abc import Mapping

from drill.model.basics import Text
from drill.model.chart import Chart
from drill.report.blocks import Table
from drill.report.duties import contact_words, deputies
from drill.text.catalogue import Catalogue
from drill.text.choices import KIND, LEVEL


def posts_table(chart: Chart, say: Catalogue) -> Table:
    """Every post: its duties, how many stand in for it, and whether it is outside."""
    rows = tuple(
        (
            post.name.get(say.language),
            "\n".join(duty.get(say.language) for duty in post.duties),
            str(len([*deputies(chart, name)])),
            say("diff.field.external") if post.external else "" if post.in_scope else say("drawing.out"),
        )
        for name, post in chart.posts.items()
    )
    header = say.each("doc.post", "doc.duties", "doc.deputies", "doc.note")
    return Table(header, rows, ("left", "left", "right", "left"), (4, 8, 2, 3))


def contacts_table(chart: Chart, say: Catalogue) -> Table:
    """Every contact, those of one caller together in their order."""
    callers = list(dict.fromkeys(contact.caller for contact in chart.contacts))
    ordered = sorted(chart.contacts, key=lambda each: (callers.index(each.caller), each.order))
    rows = tuple(
        (
            chart.name_of(contact.caller).get(say.language),
            str(contact.order),
            say(KIND[contact.kind]),
            chart.name_of(contact.target).get(say.language),
            contact_words(contact, say),
        )
        for contact in ordered
    )
    header = say.each("doc.caller", "doc.order", "doc.kind", "doc.target", "doc.how")
    return Table(header, rows, ("left", "right", "left", "left", "left"), (4, 1, 1, 4, 6), joined=1)


def levels_table(own: Mapping[int, Text], say: Catalogue, right: int | None = None) -> Table:
    """The criteria of the levels, a chart's `own` or the usual ones; the `right` one is emphasised."""
    rows = tuple(
        (say("level", level=level), text.get(say.language) if text else say(LEVEL[str(level)]))
        for level, text in ((level, own.get(level)) for level in range(4))
    )
    strong = frozenset() if right is None else frozenset({right})
    return Table((say("doc.level"), say("doc.criterion")), rows, ("left", "left"), (1, 6), strong=strong)
