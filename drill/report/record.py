"""The record of one drill: score, who was reached, what was missed and why, the course beside the real case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from drill.exercise.contact.conditions import holds
from drill.exercise.contact.setup import Setup
from drill.exercise.contact.story import story
from drill.model.scenario import Scenario
from drill.report.blocks import Bullets, Heading, Paragraph, Table, Written, aligned
from drill.report.writers.markdown import markdown
from drill.scoring.evidence import Mark
from drill.scoring.score import Score
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.choices import CLASS, DIMENSION, DIMENSION_MEANS, RATING, REASON, STATUS
from drill.text.eras import say_date
from drill.text.figures import clock


def record(score: Score, language: Language) -> str:
    """The Markdown record of a scored drill."""
    return markdown(blocks(score, catalogue(language)))


def blocks(score: Score, say: Catalogue) -> Iterator[Written]:
    """The record, block by block."""
    setup = score.evidence.setup
    yield Heading(say("record.title", mark=say("mark.drill"), title=setup.scenario.title), 1)
    yield Paragraph(say("record.notice"))
    yield Table((say("record.what"), say("record.value")), tuple(facts(score, say)), ("left", "left"))
    yield Heading(say("record.score"), id="score")
    yield score_table(score, say)
    yield Paragraph(times_sentence(score, say))
    yield from _objectives(score, say)
    yield Heading(say("record.contacts"))
    yield contact_table(score, say)
    if score.broken:
        yield Heading(say("record.broken"))
        yield Bullets(tuple(broken_sentences(score, say)))
    yield from _missed(score, say)
    yield from _course(score, say)
    yield from reference(setup.scenario, say)
    if clocks := clock_table(score, say):
        yield Heading(say("record.clocks"))
        yield clocks


def facts(score: Score, say: Catalogue) -> Iterator[tuple[str, str]]:
    """What the drill was: label and value."""
    setup, state, language = score.evidence.setup, score.evidence.state, say.language
    start = setup.start
    yield say("record.held"), f"{say_date(start.date(), language, weekday=True)} {start:%H:%M}"
    yield say("record.chart"), setup.chart.title.get(language)
    yield say("record.incident"), say(CLASS[setup.scenario.incident])
    played = tuple(score.evidence.name(post) for post in setup.played)
    yield say("record.played"), say("list", items=played) if played else say("record.nobody")
    yield say("record.absent"), _people(setup, setup.absent, say)
    yield say("record.away"), _people(setup, setup.away, say)
    yield say("record.level"), say("none") if state.level is None else say("level", level=state.level)
    yield say("record.seed"), str(setup.seed)
    ended = state.ended_ms if state.ended_ms is not None else state.now_ms
    yield say("record.length"), clock(ended)
    if state.ended_ms is None:
        yield say("record.state"), say("record.unfinished")


def _people(setup: Setup, people: frozenset[str], say: Catalogue) -> str:
    names = tuple(setup.chart.persons[p].name for p in sorted(people) if p in setup.chart.persons)
    return say("list", items=names) if names else say("none")


def score_table(score: Score, say: Catalogue) -> Table:
    """Numerator and denominator of every dimension that applies."""
    rows = tuple(
        (say(DIMENSION[d.name]), f"{d.numerator} / {d.denominator}", say(DIMENSION_MEANS[d.name]))
        for d in score.dimensions.values()
        if d.denominator
    )
    return Table((say("record.dimension"), say("record.points"), say("record.means")), rows, ("left", "right", "left"))


def times_sentence(score: Score, say: Catalogue) -> str:
    """Until when a quarter, half, three quarters and all of the required posts had been reached."""
    parts = tuple(f"{share}% {clock(at, say('record.never'))}" for share, at in score.times.items())
    return say("record.times", times=parts)


def _objectives(score: Score, say: Catalogue) -> Iterator[Written]:
    if score.objectives:
        yield Heading(say("record.objectives"))
        yield Paragraph(say("record.objectives.note"))
        rows = tuple(
            (o.title.get(say.language), o.rating or "-", say(RATING[o.rating]) if o.rating else say("rating.none"))
            for o in score.objectives
        )
        header = (say("record.objective"), say("record.rating"), say("record.means"))
        yield Table(header, rows, ("left", "center", "left"))


def contact_table(score: Score, say: Catalogue) -> Table:
    """Every post of the chart: whether it was reached, by whom, when."""
    header = say.each("doc.post", "record.status", "record.by", "record.at", "record.tries")
    rows = tuple(
        (
            row.name.get(say.language),
            say(STATUS[row.status]) + (f" ({say(REASON[row.reason])})" if row.reason else ""),
            "-" if row.person is None else say("by.deputy", rank=row.deputy) if row.deputy else say("by.holder"),
            clock(row.at_ms),
            str(row.attempts),
        )
        for row in score.contacts
    )
    return Table(header, rows, (*aligned("left", 3), *aligned("right", 2)), (38, 27, 14, 12, 9))


def broken_sentences(score: Score, say: Catalogue) -> Iterator[str]:
    """Each broken link of the chain, and who was cut off behind it."""
    name = score.evidence.name
    for link in score.broken:
        behind = tuple(name(post) for post in link.behind)
        if link.caller is None:
            yield say("record.broken.origin", target=name(link.target), behind=behind, number=len(behind))
            continue
        code = "record.broken.behind" if behind else "record.broken.only"
        yield say(code, caller=name(link.caller), target=name(link.target), behind=behind, number=len(behind))


def mark_sentence(mark: Mark, say: Catalogue) -> str:
    """What a row says, with the time it happened and the time it was due."""
    text = say(mark.code, **mark.params)
    if mark.at_ms is not None and mark.due_ms is not None:
        return say("mark.at_due", text=text, at=clock(mark.at_ms), due=clock(mark.due_ms))
    return say("mark.at", text=text, at=clock(mark.at_ms)) if mark.at_ms is not None else text


def _missed(score: Score, say: Catalogue) -> Iterator[Written]:
    """Every row that lost points, by dimension, and why it matters."""
    yield Heading(say("record.missed"), id="missed")
    lost = {d.name: [row for row in d.rows if row.got < row.of] for d in score.dimensions.values()}
    if not any(lost.values()):
        yield Paragraph(say("record.nothing_missed"))
    for dimension, rows in lost.items():
        if rows:
            yield Heading(say(DIMENSION[dimension]), 3)
            whys = (say("record.why", why=row.why) if row.why else "" for row in rows)
            yield Bullets(tuple(mark_sentence(row, say) + why for row, why in zip(rows, whys, strict=True)))


def _course(score: Score, say: Catalogue) -> Iterator[Written]:
    yield Heading(say("record.course"))
    rows = tuple(
        (clock(line.at_ms), f"{line.say(say)} {line.text.get(say.language) if line.text else ''}")
        for line in story(score.evidence.setup, score.evidence.rows)
    )
    yield Table((say("record.at"), say("record.what_happened")), rows, ("right", "left"))


def reference(scenario: Scenario, say: Catalogue) -> Iterator[Written]:
    """What the real case did, if there is one, counted from the moment that the drill's start stands for."""
    if scenario.reference:
        title = scenario.reference_title
        yield Heading(title.get(say.language) if title else say("record.reference"))
        rows = tuple((after_start(m.at_min, say), m.text.get(say.language)) for m in scenario.reference)
        yield Table((say("record.after_start"), say("record.what_happened")), rows, ("right", "left"), (1, 5))


def after_start(minutes: float, say: Catalogue) -> str:
    """A moment of the real case, from the moment the drill's start stands for."""
    span = timedelta(minutes=abs(minutes))
    hours, rest = divmod(span.seconds // 60, 60)
    sign = "-" if minutes < 0 else "+"
    return (
        say("record.span_days", sign=sign, days=span.days, hours=hours, minutes=f"{rest:02}")
        if span.days
        else f"{sign}{hours}:{rest:02}"
    )


def clock_table(score: Score, say: Catalogue) -> Table | None:
    """Legal and promised deadlines that began to run, if any; most end long after the drill."""
    state, setup = score.evidence.state, score.evidence.setup
    rows = []
    for name, started in state.clocks.items():
        rule = setup.scenario.clocks[name]
        due = setup.moment(started) + timedelta(hours=rule.due_h)
        met = rule.stops is not None and holds(rule.stops, state)
        when = f"{say_date(due.date(), say.language, weekday=True)} {due:%H:%M}"
        rows.append(
            (rule.title.get(say.language), when, say("record.clock.met" if met else "record.clock.runs"), rule.source)
        )
    header = (say("record.what"), say("record.due"), say("record.state"), say("record.source"))
    return Table(header, tuple(rows), ("left", "left", "left", "left")) if rows else None
