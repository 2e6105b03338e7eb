"""The part of the handbook for an exercise round a table: stage by stage, with questions, decisions and answers."""

from __future__ import annotations

from collections.abc import Iterator

from drill.model.meeting import Decision, Stage
from drill.report.blocks import Block, Bullets, Heading, Paragraph, Table
from drill.report.documents.handbook_answers import options_table
from drill.report.naming import Names


def meeting(names: Names) -> Iterator[Block]:
    """Nothing where the scenario has no meeting."""
    say, held = names.say, names.scenario.meeting
    if held is None:
        return
    yield Heading(say("handbook.meeting"))
    minutes = names.span(sum(stage.minutes for stage in held.stages.values()))
    duty = names.chart.duties.get(held.duty)
    quorum = duty.quorum if duty else 0
    told = {"duty": names.duty(held.duty), "quorum": quorum, "minutes": minutes, "scenario": names.scenario.id}
    yield Paragraph(say("handbook.meeting.about", **told))
    for number, stage in enumerate(held.stages.values(), start=1):
        yield from _stage(names, number, stage)
    yield Heading(say("handbook.meeting.hotwash"), 3)
    yield Bullets(tuple(map(names.text, held.hot_wash)))


def _stage(names: Names, number: int, stage: Stage) -> Iterator[Block]:
    say = names.say
    when = {"clock": names.clock(stage.at_min), "span": names.span(stage.minutes)}
    yield Heading(say("handbook.stage", number=number, title=stage.title, **when), 3)
    yield Paragraph(names.text(stage.situation).strip())
    if stage.by_level:
        rows = tuple((names.level(level), names.text(text)) for level, text in sorted(stage.by_level.items()))
        yield Table((say("doc.level"), say("handbook.difference")), rows, ("left", "left"), (1, 6))
    if stage.questions:
        yield Bullets(tuple(map(names.text, stage.questions)))
    for decision in stage.decisions.values():
        yield from _decision(names, decision)


def _decision(names: Names, decision: Decision) -> Iterator[Block]:
    yield Paragraph(names.say("handbook.to_decide", text=decision.text))
    if decision.options:
        yield options_table(names, tuple(decision.options.values()))
    if decision.why:
        yield Paragraph(names.text(decision.why), "note")
