"""The minutes of a meeting-style exercise: who sat for whom, what was decided by whom and when, and the real case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drill.exercise.table.events import DecisionTaken
from drill.exercise.table.figures import MINUTE, figures
from drill.exercise.table.state import MeetingState
from drill.model.meeting import Decision
from drill.report.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Sort,
    Table,
    Timeline,
    TimeMark,
    Track,
    aligned,
    of_a_drill,
)
from drill.report.naming import span
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.choices import CLASS, MEETING_FIGURE
from drill.text.eras import say_date
from drill.text.figures import clock

_LONG_MIN = 2880
"""From here on a moment of the story is told in days."""


def minutes(state: MeetingState, language: Language) -> Document:
    """The minutes of a meeting as far as it has come."""
    say = catalogue(language)
    title = say("minutes.title", title=state.setup.scenario.title)
    return of_a_drill(title, say, _blocks(state, say))


def figures_table(found: Mapping[str, tuple[int, int]], say: Catalogue) -> Table:
    """The figures of a meeting."""
    rows = tuple((say(MEETING_FIGURE[name]), f"{of[0]} / {of[1]}") for name, of in found.items())
    return Table((say("meeting.figure"), say("tasks.result")), rows, ("left", "right"))


def _blocks(state: MeetingState, say: Catalogue) -> Iterator[Block]:
    setup = state.setup
    yield Paragraph(say("minutes.notice"))
    if setup.seed is not None:
        yield Paragraph(say("minutes.simulated", seed=setup.seed))
    if state.phase != "closed":
        yield Paragraph(say("minutes.unfinished"))
    yield Table((say("record.what"), say("minutes.value")), tuple(_facts(state, say)), ("left", "left"), (1, 4))
    yield Heading(say("minutes.figures"))
    yield figures_table(figures(state), say)
    yield Heading(say("minutes.convening"))
    yield _members(state, say)
    yield Paragraph(say("minutes.counted_once"), "note")
    yield Heading(say("minutes.course"))
    if state.stages:
        yield _times(state, say)
    for number, name in enumerate(setup.stages, start=1):
        yield Heading(say("minutes.stage", number=number, title=setup.meeting.stages[name].title), 3)
        yield from _stage(state, name, say)
    yield Heading(say("meet.title.hot_wash"))
    for number, question in enumerate(setup.meeting.hot_wash):
        yield Heading(question.get(say.language), 3)
        remarks = tuple(each.text for each in state.remarks if each.question == number)
        yield Bullets(remarks) if remarks else Paragraph(say("minutes.no_remark"))
    if setup.scenario.source:
        yield Paragraph(say("minutes.source", source=setup.scenario.source), "note")


def _facts(state: MeetingState, say: Catalogue) -> Iterator[tuple[str, str]]:
    setup, start = state.setup, state.setup.start
    yield say("minutes.held_on"), ""
    yield say("minutes.date"), f"{say_date(start.date(), say.language, weekday=True)} {start:%H:%M}"
    yield say("minutes.meeting"), setup.duty.name.get(say.language)
    yield say("record.chart"), setup.chart.title.get(say.language)
    yield say("minutes.incident"), say(CLASS[setup.scenario.incident])
    counted = {"members": len(setup.members), "quorum": setup.duty.quorum}
    if state.began is None:
        yield say("minutes.quorum"), say("minutes.not_begun")
    else:
        code = "minutes.quorate" if state.began.quorate else "minutes.not_quorate"
        yield say("minutes.quorum"), say(code, people=len({*state.began.present.values()}), **counted)
    yield say("minutes.length"), clock(state.now_ms)


def _members(state: MeetingState, say: Catalogue) -> Table:
    rows = tuple(tuple(_member(state, post, say)) for post in state.setup.members)
    codes = ("minutes.member", "minutes.present", "minutes.deputy_check", "minutes.duties", "minutes.role_check")
    return Table(say.each(*codes), rows, (*aligned("left", 4), "center"), (20, 18, 22, 30, 10))


def _member(state: MeetingState, post: str, say: Catalogue) -> Iterator[str]:
    entry = state.setup.chart.posts[post]
    yield entry.name.get(say.language)
    person = (state.began.present if state.began else state.seats).get(post)
    if person is None:
        yield say("minutes.nobody")
    elif person == entry.holder:
        yield say("minutes.self")
    else:
        yield say("minutes.stands_in", person=_called(state, post, person, say))
    yield "\n".join(_named(state, post, say)) or say("minutes.not_asked")
    yield "\n".join(duty.get(say.language) for duty in entry.duties)
    said = state.roles.get(post)
    yield say("minutes.not_asked" if said is None else "minutes.right" if said.right else "minutes.wrong")


def _named(state: MeetingState, post: str, say: Catalogue) -> Iterator[str]:
    for each in state.named:
        if each.post == post:
            said = _called(state, post, each.person, say) if each.person else say("meeting.nobody_knows")
            code = "minutes.named" if each.person == each.expected else "minutes.misnamed"
            yield say(code, said=said, expected=_called(state, post, each.expected, say))


def _called(state: MeetingState, post: str, person: str, say: Catalogue) -> str:
    """A person by their own post, if they hold one; else as the deputy of this post, or of another."""
    chart, rank = state.setup.chart, state.setup.chart.deputy_rank(post, person)
    own = next((entry.name for entry in chart.posts.values() if entry.holder == person), None)
    if own or not rank:
        return (own or chart.persons[person].name).get(say.language)
    return say("minutes.deputy", rank=rank)


def _times(state: MeetingState, say: Catalogue) -> Timeline:
    """A track for each stage; its deadline is where the planned time, and what was held, would have ended it."""
    stages, tracks = state.setup.meeting.stages, []
    for name, time in state.stages.items():
        end = state.now_ms if time.closed_ms is None else time.closed_ms
        planned = round(stages[name].minutes * MINUTE)
        late = time.taken_ms(state.now_ms) > planned
        span_ = TimeMark(time.opened_ms, "late" if late else "done", _taken(state, name, say), end)
        decided = (
            TimeMark(at, "decision", stages[name].decisions[decision].text.get(say.language))
            for (stage, decision), (at, _) in state.decisions.items()
            if stage == name
        )
        due = time.opened_ms + planned + time.held_ms
        tracks.append(Track(stages[name].title.get(say.language), (span_, *decided), due))
    last = max(state.now_ms, *(track.due_ms or 0 for track in tracks))
    words: tuple[tuple[Sort, str], ...] = (
        ("done", "minutes.in_time"),
        ("late", "minutes.over"),
        ("decision", "minutes.decided_at"),
    )
    legend = tuple((sort, say(word)) for sort, word in words)
    return Timeline(say("minutes.times"), tuple(tracks), last, legend)


def _stage(state: MeetingState, name: str, say: Catalogue) -> Iterator[Block]:
    stage, time = state.setup.meeting.stages[name], state.stages.get(name)
    if time is None:
        yield Paragraph(say("minutes.not_held"))
        return
    yield Paragraph(say("minutes.stands_for", moment=moment(stage.at_min, say), taken=_taken(state, name, say)))
    yield Paragraph(stage.situation.get(say.language).strip())
    if stage.decisions:
        rows = tuple(_decision(state, name, each, entry, say) for each, entry in stage.decisions.items())
        header = say.each("minutes.decision", "minutes.answer", "minutes.judged", "minutes.by", "minutes.why")
        yield Table(header, rows, ("left", "left", "center", "left", "left"), (20, 25, 10, 17, 28))
    if real := state.setup.real_case(name):
        yield Paragraph(say("minutes.real"))
        yield Bullets(tuple(each.text.get(say.language) for each in real))


def _taken(state: MeetingState, name: str, say: Catalogue) -> str:
    """Time planned and taken."""
    time, planned = state.stages[name], f"{state.setup.meeting.stages[name].minutes:g}"
    taken, held = clock(time.taken_ms(state.now_ms)), clock(time.held_ms)
    return say("minutes.held" if time.held_ms else "minutes.taken", planned=planned, taken=taken, held=held)


def _decision(state: MeetingState, stage: str, name: str, decision: Decision, say: Catalogue) -> tuple[str, ...]:
    title, why = decision.text.get(say.language), decision.why.get(say.language) if decision.why else ""
    if (stage, name) not in state.decisions:
        return title, say("minutes.undecided"), "", "", why
    _, taken = state.decisions[stage, name]
    present = _present(state, taken, say)
    if taken.option is None:
        return title, taken.text, say("minutes.not_asked"), present, why
    option = decision.options[taken.option]
    own = [] if option.right or option.why is None else [option.why.get(say.language)]
    judged = say("minutes.right" if option.right else "minutes.wrong")
    return title, option.text.get(say.language), judged, present, "\n".join(filter(None, [*own, why]))


def _present(state: MeetingState, taken: DecisionTaken, say: Catalogue) -> str:
    chart, count = state.setup.chart, len({*taken.present.values()})
    away = tuple(chart.posts[post].name for post in state.setup.members if post not in taken.present)
    return say("minutes.without", count=count, names=away) if away else say("minutes.everyone", count=count)


def moment(at_min: float, say: Catalogue) -> str:
    """How long after the beginning of the story."""
    if at_min >= _LONG_MIN:
        return say("minutes.after_days", days=round(at_min / 1440))
    return say("minutes.after", span=span(at_min, say)) if at_min else say("minutes.at_start")
