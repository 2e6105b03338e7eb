"""The after-action report 事後報告書 of one drill: against chart, deadlines and the real case; what follows.

Every sentence is made from the log or from the evaluator's file. It holds posts, never people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drill.exercise.contact.setup import Setup
from drill.model.evaluation import Evaluation
from drill.report.blocks import Block, Bullets, Document, Heading, Paragraph, Table, of_a_drill
from drill.report.course_picture import course_picture, inject_number
from drill.report.findings import deadline_blocks, deviation_blocks, fidelity_blocks, task_table
from drill.report.lessons_text import (
    area_blocks,
    follow_table,
    plan_blocks,
    rating_history,
    rating_scale,
    rating_table,
    strength_blocks,
    written,
)
from drill.report.naming import Names
from drill.report.real_case import real_case_blocks
from drill.report.record import clock_table, contact_table, facts, mark_sentence, score_table, times_sentence
from drill.report.summary import summary
from drill.scoring.score import Score
from drill.text.catalogue import Language, catalogue
from drill.text.eras import say_date
from drill.text.figures import clock
from drill.year.improvement import Evaluated, followed

_Section = tuple[str, Iterable[Block]]


def after_action(
    score: Score,
    evaluation: Evaluation | None,
    language: Language,
    head: str = "",
    earlier: Iterable[Evaluated] = (),
) -> Document:
    """The report of a drill, finished or cut. `head` is the last hash of its transcript.

    `earlier` evaluations tell what the actions were that this drill followed up.
    """
    setup, given = score.evidence.setup, written(evaluation)
    names = Names(setup.chart, setup.scenario, catalogue(language))
    say = names.say
    title = say("after.title", title=setup.scenario.title)
    blocks: list[Block] = [Paragraph(say("after.notice"), "note")]
    for number, (code, section) in enumerate(_sections(score, given, names, head, earlier), start=1):
        blocks += [Heading(say("after.numbered", number=number, title=say(code))), *section]
    return of_a_drill(title, say, blocks)


def _sections(
    score: Score, evaluation: Evaluation, names: Names, head: str, earlier: Iterable[Evaluated]
) -> Iterator[_Section]:
    """Title and blocks of every section that this drill has."""
    figures = score.dimensions
    yield "after.outline", _outline(score, evaluation, names)
    yield "after.summary", [Bullets(tuple(summary(score, evaluation, names)))]
    yield "after.picture", _picture(score, names)
    yield "after.score", [score_table(score, names.say)]
    yield "after.contacts", [contact_table(score, names.say), Paragraph(times_sentence(score, names.say))]
    if figures["timeliness"].denominator:
        yield "after.deadlines", deadline_blocks(score, names)
    yield "dimension.fidelity", fidelity_blocks(score, names)
    if tasks := task_table(score, names):
        yield "after.tasks", [tasks]
    for code, name in (("after.counts", "closure"), ("dimension.quiz", "quiz")):
        if figures[name].denominator:
            yield code, [Bullets(tuple(mark_sentence(row, names.say) for row in figures[name].rows))]
    yield "after.deviations", deviation_blocks(score, names)
    if names.scenario.reference:
        yield "after.real_case", real_case_blocks(score, names)
    if score.objectives:
        yield "after.ratings", _ratings(score, evaluation, names)
    yield "after.strengths", strength_blocks(score, evaluation, names)
    yield "after.areas", area_blocks(score, evaluation, names)
    yield "years.actions", plan_blocks(score, evaluation, names)
    if evaluation.follows:
        yield "after.follow_up", [follow_table(followed(evaluation, earlier), names.say)]
    if clocks := clock_table(score, names.say):
        yield "after.clocks", [clocks]
    yield "after.origin", _origin(score, evaluation, names, head)


def _outline(score: Score, evaluation: Evaluation, names: Names) -> Iterator[Block]:
    say = names.say
    rows = [*facts(score, say)]
    if evaluation.held:
        rows.insert(0, (say("after.held"), say_date(evaluation.held, say.language, weekday=True)))
    objectives = tuple(names.text(objective.title) for objective in names.scenario.objectives.values())
    if objectives:
        rows.append((say("doc.objectives"), "\n".join(objectives)))
    if names.scenario.source:
        rows.append((say("record.source"), names.scenario.source))
    yield Table((say("record.what"), say("record.value")), tuple(rows), ("left", "left"), (25, 75))


def _picture(score: Score, names: Names) -> Iterator[Block]:
    """The timeline, what it leaves out, and the injects its numbers mean."""
    say = names.say
    timeline, left_out = course_picture(score, names)
    yield timeline
    yield Paragraph(say("picture.about") + left_out, "note")
    rows = []
    for name, inject in score.evidence.state.injects.items():
        if inject.status == "delivered":
            written = names.scenario.injects.get(name)
            sender, text = (written.sender, names.text(written.text)) if written else (None, inject.text or "")
            to = names.posts(inject.posts)
            rows.append((inject_number(name, names), clock(inject.at_ms), names.text(sender, "-"), to, text))
    if rows:
        header = (
            say("lessons.id"),
            say("record.at"),
            *say.each("after.inject.sender", "after.inject.to", "handbook.inject.content"),
        )
        yield Table(header, tuple(rows), ("right", "right", "left", "left", "left"), (6, 10, 17, 22, 45))


def _ratings(score: Score, evaluation: Evaluation, names: Names) -> Iterator[Block]:
    yield rating_table(score, evaluation, names)
    yield Paragraph(rating_scale(names.say), "note")
    if replaced := tuple(rating_history(score, evaluation, names)):
        yield Bullets(replaced)
    if evaluation.notes:
        yield Paragraph(names.say("after.notes"))
        yield Bullets(tuple(names.say("after.note", at=each.at or "-", text=each.text) for each in evaluation.notes))


def _origin(score: Score, evaluation: Evaluation, names: Names, head: str) -> Iterator[Block]:
    """What the report rests on, and how the same drill is run again."""
    setup, say = score.evidence.setup, names.say
    rows = [(say("after.rows"), str(len(score.evidence.rows))), (say("record.seed"), str(setup.seed))]
    if head:
        rows.insert(0, (say("after.head"), head))
    yield Table((say("record.what"), say("record.value")), tuple(rows), ("left", "left"), (25, 75))
    if head and evaluation.head not in (None, head):
        yield Paragraph(say("after.other_head"))
    yield Paragraph(say("after.repeat_played" if setup.played else "after.repeat", command=_command(setup)))


def _command(setup: Setup) -> str:
    """The command line that holds the same drill again, where chart and scenario are still the same."""
    scenario, parts = setup.scenario, [f"drill run {setup.scenario.id} --seed {setup.seed}"]
    if setup.chart.id != scenario.chart:
        parts.append(f"--chart {setup.chart.id}")
    if setup.start != scenario.start:
        parts.append(f'--at "{setup.start:%Y-%m-%d %H:%M}"')
    for flag, people in (("absent", setup.absent), ("away", setup.away)):
        if refs := sorted(ref for person in people if (ref := _place(setup, person))):
            parts.append(f"--{flag} {','.join(refs)}")
    return " ".join(parts)


def _place(setup: Setup, person: str) -> str | None:
    """A person as post and place among its deputies; None for somebody without a post, who makes no difference."""
    for post in setup.contacts.posts_of.get(person, ()):
        rank = setup.chart.deputy_rank(post, person)
        if rank or setup.chart.posts[post].holder == person:
            return f"{post}/{rank}" if rank else post
    return None
