"""The improvement plan 改善計画 of a year's drills: every action, its owner and day, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from drill.report.blocks import Block, Document, Paragraph, Table, of_a_drill
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.choices import IMPROVEMENT
from drill.text.eras import say_date
from drill.year.improvement import Tracked, count


def improvement_plan(tracked: Sequence[Tracked], today: date, language: Language) -> Document:
    """All actions, late ones emphasised."""
    say = catalogue(language)
    day = Paragraph(say("improvement.as_of", on=say_date(today, language)), "right")
    found = action_blocks(tracked, say) if tracked else (Paragraph(say("improvement.nothing")),)
    return of_a_drill(say("years.actions"), say, (day, *found), landscape=True)


def action_blocks(tracked: Sequence[Tracked], say: Catalogue) -> Iterator[Block]:
    """How many actions there are, and a row for each, late ones emphasised."""
    yield Paragraph(say("improvement.counted", number=len(tracked), **count(tracked)))
    header = ("improvement.drill", "lessons.id", "lessons.gap", "lessons.measure", "lessons.owner", "record.due")
    columns = say.each(*header, "improvement.stand", "lessons.evidence")
    rows = tuple(_row(each, say) for each in tracked)
    late = frozenset(i for i, each in enumerate(tracked) if each.stand == "late")
    yield Table(columns, rows, widths=(12, 8, 18, 20, 11, 11, 10, 10), joined=1, strong=late)


def _row(each: Tracked, say: Catalogue) -> tuple[str, ...]:
    action = each.action
    stand = say(IMPROVEMENT[each.stand])
    if each.tested_in:
        stand = say("improvement.tested", stand=stand, drill=each.tested_in)
    evidence = (each.follow_up.evidence if each.follow_up else None) or action.evidence or ""
    due = say_date(action.due, say.language) if action.due else ""
    return each.drill, action.id, action.gap, action.measure, action.owner or "", due, stand, evidence
