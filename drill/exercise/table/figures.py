"""What a meeting came to: figures with numerator and denominator, as a drill year keeps them."""

from __future__ import annotations

from drill.exercise.table.state import MeetingState

MINUTE = 60_000


def figures(state: MeetingState) -> dict[str, tuple[int, int]]:
    """Name → numerator and denominator; what did not apply (no deputy to name, say) is left out.

    convened: seats taken when the roles began, by the member or a valid deputy, of all members. deputies: named right,
    of those the room had to name. roles: said right, of the members present. decisions: taken right, of those
    that have a right answer. stages: gone through, of all. in_time: of these, within the time planned.
    """
    setup = state.setup
    to_take = [
        (decision.options, state.decisions.get((stage, name)))
        for stage, entry in setup.meeting.stages.items()
        for name, decision in entry.decisions.items()
        if decision.options
    ]
    options = [options[taken[1].option] for options, taken in to_take if taken and taken[1].option]
    in_time = sum(
        time.taken_ms(state.now_ms) <= setup.meeting.stages[stage].minutes * MINUTE
        for stage, time in state.stages.items()
    )
    found = {
        "convened": (len(state.seats if state.began is None else state.began.present), len(setup.members)),
        "deputies": (sum(each.person == each.expected for each in state.named), len(state.named)),
        "roles": (sum(said.right for said in state.roles.values()), len({*state.seats, *state.roles})),
        "decisions": (sum(option.right for option in options), len(to_take)),
        "stages": (len(state.stages), len(setup.stages)),
        "in_time": (in_time, len(state.stages)),
    }
    return {name: figure for name, figure in found.items() if figure[1]}
