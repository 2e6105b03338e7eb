"""The improvement plan 改善計画 of a year's drills: every action, its owner and day, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from drill.report.blocks import Align, Block, Document, Heading, Paragraph, Table
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.eras import say_date
from drill.year.improvement import Tracked, count


def improvement_plan(tracked: Sequence[Tracked], today: date, language: Language) -> Document:
    """All actions, late ones emphasised."""
    say = catalogue(language)
    heading = say("improvement.title")
    day = Paragraph(say("improvement.as_of", on=say_date(today, language)), "right")
    blocks: list[Block] = [Heading(heading, 1), day]
    if tracked:
        blocks += [
            Paragraph(say("improvement.counted", number=len(tracked), **count(tracked))),
            actions_table(tracked, say),
        ]
    else:
        blocks.append(Paragraph(say("improvement.nothing")))
    return Document(heading, language, tuple(blocks), mark=say("mark.drill"), landscape=True)


def actions_table(tracked: Sequence[Tracked], say: Catalogue) -> Table:
    """A row an action, late ones emphasised."""
    header = ("improvement.drill", "lessons.id", "lessons.gap", "lessons.measure", "lessons.owner", "lessons.due")
    columns = (*header, "improvement.stand", "lessons.evidence")
    late = frozenset(i for i, each in enumerate(tracked) if each.stand == "late")
    return Table(
        tuple(map(say, columns)),
        tuple(_row(each, say) for each in tracked),
        tuple[Align, ...](["left"] * len(columns)),
        (12, 8, 18, 20, 11, 11, 10, 10),
        joined=1,
        strong=late,
    )


def _row(each: Tracked, say: Catalogue) -> tuple[str, ...]:
    action = each.action
    stand = say(f"improvement.{each.stand}")
    if each.tested_in:
        stand = say("improvement.tested", stand=stand, drill=each.tested_in)
    evidence = (each.follow_up.evidence if each.follow_up else None) or action.evidence or ""
    due = say_date(action.due, say.language) if action.due else ""
    return each.drill, action.id, action.gap, action.measure, action.owner or "", due, stand, evidence
