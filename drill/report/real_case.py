"""What the real case did, beside what the drill did until the same point."""

from __future__ import annotations

from collections.abc import Iterator

from drill.exercise.contact.setup import MINUTE
from drill.exercise.contact.story import StoryLine, story
from drill.report.blocks import Block, Paragraph, Table
from drill.report.course_picture import end_of
from drill.report.naming import Names
from drill.report.record import after_start
from drill.scoring.score import Score
from drill.text.figures import clock

MOMENTS = (
    "story.level_judged",
    "story.level_judged_why",
    "story.option_chosen",
    "story.action_done",
    "story.convened",
    "story.quorum",
    "story.totalled",
)
"""Lines of the story that are decisions and deeds, not single calls."""
MOST = 6
"""Moments told beside one milestone; assumption."""


def real_case_blocks(score: Score, names: Names) -> Iterator[Block]:
    """Milestones of the real case, each with the drill's moments since the one before."""
    say, reference = names.say, names.scenario.reference
    told, end = story(score.evidence.setup, score.evidence.rows), end_of(score)
    moments = [line for line in told if line.code in MOMENTS]
    rows, since = [], -1
    for number, milestone in enumerate(reference, start=1):
        until = round(milestone.at_min * MINUTE)
        last = number == len(reference)
        told = [line for line in moments if since < line.at_ms <= (end if last else until)]
        since = max(since, until)
        when = after_start(milestone.at_min, say)
        rows.append((str(number), when, names.text(milestone.text), _drill(told, until, end, names)))
    header = (say("lessons.id"), say("record.after_start"), say("real.case"), say("real.drill"))
    yield Table(header, tuple(rows), ("right", "right", "left", "left"), (7, 13, 40, 40))
    yield Paragraph(say("real.note"), "note")


def _drill(told: list[StoryLine], until: int, end: int, names: Names) -> str:
    say = names.say
    lines = [f"{clock(line.at_ms)} {line.say(say)}" for line in told[:MOST]]
    if len(told) > MOST:
        lines.append(say("year.roster.more", count=len(told) - MOST))
    if until > end:
        lines.append(say("real.after_end", at=clock(end)))
    return "\n".join(lines) or say("real.before" if until < 0 else "real.nothing")
