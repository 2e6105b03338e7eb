"""How a meeting's view is made from its state; `names` are the chart's own, which no log keeps."""

from __future__ import annotations

from collections.abc import Mapping

from drill.exercise.table.figures import MINUTE, figures
from drill.exercise.table.state import MeetingState
from drill.exercise.table.views import (
    DecisionView,
    HotWashQuestion,
    MeetingView,
    Member,
    NamedDeputy,
    OptionView,
    PersonView,
    Role,
    StageView,
    Standing,
    Taken,
)
from drill.model.basics import Text
from drill.model.meeting import Decision

Names = Mapping[str, Text]


def view(state: MeetingState, names: Names, now_ms: int) -> MeetingView:
    """What the meeting shows; `now_ms` is the clock, which may be ahead of the last event."""
    setup = state.setup
    return MeetingView(
        setup.scenario.title,
        setup.duty.name,
        state.phase,
        now_ms,
        tuple(_member(state, names, post) for post in setup.members),
        state.seated,
        setup.duty.quorum,
        state.quorate,
        state.may_begin,
        len(setup.stages),
        _stage(state, state.stage, now_ms) if state.stage else None,
        tuple(_asked(state, number) for number in range(len(setup.meeting.hot_wash)))
        if state.phase in ("hot_wash", "closed")
        else (),
        figures(state) if state.phase == "closed" else {},
    )


def people(state: MeetingState, names: Names) -> tuple[PersonView, ...]:
    """Everybody inside who may be here: among these the room names a deputy, so that the list gives nothing away."""
    here = (each for each in state.setup.known_people if each not in state.missing)
    return tuple(PersonView(each, _name(state, names, each)) for each in here)


def role(state: MeetingState, post: str) -> Role:
    """A member's role card."""
    chart = state.setup.chart
    owes = []
    for contact in chart.contacts:
        if post in chart.resolve(contact.caller):
            owes.append((contact.kind, chart.called(contact.target)))
    return Role(chart.posts[post].duties, tuple(owes))


def _name(state: MeetingState, names: Names, person: str) -> Text:
    return names.get(person) or state.setup.chart.persons[person].name


def _member(state: MeetingState, names: Names, post: str) -> Member:
    entry, seated, expected = state.setup.chart.posts[post], state.seats.get(post), state.expected(post)
    shown = seated or (expected if state.revealed(post) else None)
    standing: Standing = "missed" if entry.holder in state.missing else "expected"
    if seated or expected is None:
        standing = "here" if seated else "nobody"
    said = state.roles.get(post)
    return Member(
        post,
        entry.name,
        standing,
        _name(state, names, seated) if seated else None,
        _name(state, names, expected) if expected and not seated and state.revealed(post) else None,
        state.setup.chart.deputy_rank(post, shown) if shown else 0,
        expected is not None and not seated,
        said.right if said else None,
        tuple(
            NamedDeputy(
                _name(state, names, each.person) if each.person else None,
                _name(state, names, each.expected),
                each.person == each.expected,
            )
            for each in state.named
            if each.post == post
        ),
        tuple(PersonView(each, _name(state, names, each)) for each in state.late(post)),
    )


def _stage(state: MeetingState, name: str, now_ms: int) -> StageView:
    setup, stage, time = state.setup, state.setup.meeting.stages[name], state.stages[name]
    real = tuple(each.text for each in setup.real_case(name))
    return StageView(
        setup.stages.index(name) + 1,
        stage.title,
        stage.at_min,
        stage.situation,
        stage.questions,
        dict(sorted(stage.by_level.items())),
        tuple(_question(state, name, each, decision) for each, decision in stage.decisions.items()),
        round(stage.minutes * MINUTE),
        time.taken_ms(now_ms),
        time.held_since is not None,
        bool(real),
        real if name in state.shown else (),
    )


def _question(state: MeetingState, stage: str, name: str, decision: Decision) -> DecisionView:
    options = tuple(OptionView(ref, option.text) for ref, option in decision.options.items())
    taken = state.decisions.get((stage, name))
    if taken is None:
        return DecisionView(name, decision.text, options, None)
    option = decision.options[taken[1].option] if taken[1].option else None
    why = tuple(each for each in (option.why if option else None, decision.why) if each)
    answer = option.text if option else Text(ja=taken[1].text, en=taken[1].text)
    return DecisionView(name, decision.text, options, Taken(answer, option.right if option else None, why))


def _asked(state: MeetingState, number: int) -> HotWashQuestion:
    answers = tuple(each.text for each in state.remarks if each.question == number)
    return HotWashQuestion(state.setup.meeting.hot_wash[number], answers)
