"""The director: brings injects, phases and tasks when their time has come, and lets simulated posts do their tasks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from drill.exercise.contact import commands as c
from drill.exercise.contact import events as e
from drill.exercise.contact.conditions import TOUCHES, Input, holds, inputs
from drill.exercise.contact.handover import ShiftChange, changes, hand_over
from drill.exercise.contact.rules import deliver
from drill.exercise.contact.setup import MINUTE
from drill.exercise.contact.timeline import Turn, rank
from drill.exercise.contact.world import World
from drill.model.scenario import Cond, Task, Trigger
from drill.rng import Purpose


class Director:
    """Watches conditions; when one first holds, schedules what follows."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._watched: dict[int, tuple[Cond, Callable[[], None]]] = {}
        self._watching: dict[Input, list[int]] = {}
        """What a condition looks at → the numbers of those that do."""
        self._numbers = 0
        self.reactions: dict[type[e.Event], Callable[[Any], None]] = {
            **dict.fromkeys(TOUCHES, self._look),
            e.DrillStarted: self._begin,
            e.InjectDelivered: self._delivered,
            e.TaskOpened: self._opened,
            e.MessageAcknowledged: self._acknowledged,
        }

    def _look(self, event: e.AnyEvent) -> None:
        """Look at the conditions an event may have changed, in the scenario's order."""
        state, watching = self._world.state, self._watching
        near = {number for touched in TOUCHES[type(event)](event) for number in watching.get(touched, ())}
        for number in sorted(near & self._watched.keys()):
            cond, act = self._watched[number]
            if holds(cond, state):
                del self._watched[number]
                act()

    def _watch(self, cond: Cond, act: Callable[[], None]) -> None:
        state = self._world.state
        if holds(cond, state):
            act()
            return
        number = self._numbers
        self._numbers += 1
        self._watched[number] = cond, act
        for each in inputs(cond, state.setup):
            self._watching.setdefault(each, []).append(number)

    def _begin(self, _event: e.DrillStarted) -> None:
        scenario = self._world.state.setup.scenario
        for i, (name, phase) in enumerate(scenario.phases.items()):
            self._at(phase.opens, rank(Turn.PHASE, i), partial(self._emit, e.PhaseEntered(name)))
        for i, (name, inject) in enumerate(scenario.injects.items()):
            self._at(inject.opens, rank(Turn.INJECT, i), partial(self._inject, name))
        for i, (name, task) in enumerate(scenario.tasks.items()):
            self._at(task.opens, rank(Turn.TASK, i), partial(self._task, name))
        for i, (name, clock) in enumerate(scenario.clocks.items()):
            self._at(clock.starts, rank(Turn.CLOCK, i), partial(self._emit, e.ClockStarted(name)))

        for each in changes(self._world.state.setup):
            self._world.timeline.call_after(each.at_ms, rank(Turn.LEAVE, 0), partial(self._come_and_go, each))

    def _come_and_go(self, who: ShiftChange) -> None:
        """People come and go as all know, and hand over what they have in hand."""
        world = self._world
        if not world.state.running:
            return
        for person in who.leave_ends:
            world.emit(e.LeaveEnded(person))
        came = {each for each in (*who.came, *who.leave_ends) if each not in world.state.missing}
        back = {each for each in came if world.state.on_shift(each, who.at_ms)}
        for event in list(hand_over(world.state, who.at_ms, back, who.left.union(who.leave_begins))):
            world.emit(event)
        for call in world.state.calls_of(*who.leave_begins):
            world.emit(e.CallEnded(call))
        for person in who.leave_begins:
            world.emit(e.LeaveBegan(person))

    def _at(self, trigger: Trigger, place: int, act: Callable[[bool], None]) -> None:
        """Call `act` at the trigger's moment, telling it whether it is to be given up then."""

        def arm() -> None:
            self._world.timeline.call_after(round(trigger.at_min * MINUTE), place, fire)

        def fire() -> None:
            if self._world.state.running:
                act(trigger.unless is not None and holds(trigger.unless, self._world.state))

        if trigger.when is None:
            arm()
        else:
            self._watch(trigger.when, arm)

    def _emit(self, event: e.AnyEvent, given_up: bool) -> None:
        if not given_up:
            self._world.emit(event)

    def _inject(self, name: str, given_up: bool) -> None:
        state = self._world.state
        if name not in state.injects:
            self._world.emit(e.InjectSkipped(name, "unless") if given_up else deliver(state, name))

    def _task(self, name: str, given_up: bool) -> None:
        state = self._world.state
        post = state.setup.task_post(name)
        if post is not None and name not in state.tasks and not given_up:
            self._world.emit(e.TaskOpened(name, post))

    def _delivered(self, event: e.InjectDelivered) -> None:
        """Simulated receivers are taken to be where the inject reaches them; they need their handling time."""
        world = self._world
        self._look(event)
        order = world.state.setup.post_rank
        for post in event.posts:
            person = world.state.actor(post)
            if person is not None and not world.state.played(post):
                spread = world.behaviours.of(person).handling
                delay = world.behaviours.duration_ms(spread, person, Purpose.HANDLING, f"inject|{event.inject}")
                take = c.TakeInject(post, event.inject)
                world.timeline.call_after(
                    delay, rank(Turn.TAKE, order[post], len(world.state.injects)), self._doing(take)
                )

    def _doing(self, command: c.AnyCommand) -> Callable[[], None]:
        def act() -> None:
            if self._world.state.running:
                self._world.do(command)

        return act

    def _opened(self, event: e.TaskOpened) -> None:
        world = self._world
        task = world.state.setup.scenario.tasks[event.task]
        if world.state.played(event.post) or not task.expected:
            return
        place = rank(Turn.DECIDE, list(world.state.setup.scenario.tasks).index(event.task))

        def consider() -> None:
            person = world.state.actor(event.post)
            if person is not None:
                spread = world.behaviours.of(person).judge
                delay = world.behaviours.duration_ms(spread, person, Purpose.JUDGE_DELAY, event.task)
                world.timeline.call_after(delay, place, lambda: self._judge(event.task, task, event.post))

        if task.requires is None:
            consider()
        else:
            self._watch(task.requires, consider)

    def _judge(self, name: str, task: Task, post: str) -> None:
        world = self._world
        person = world.state.actor(post)
        if person is None or not world.state.running:
            return
        right = world.behaviours.chance(world.behaviours.of(person).judges_right, person, Purpose.JUDGES, name)
        command = _decision(name, task, post, right=right)
        if command is not None:
            world.do(command)

    def _acknowledged(self, event: e.MessageAcknowledged) -> None:
        self._count(event)
        self._look(event)

    def _count(self, event: e.MessageAcknowledged) -> None:
        """Simulated posts count their cases once told to; the simulated collector totals when all have reported."""
        world = self._world
        setup = world.state.setup
        counts = setup.scenario.counts
        if counts is None:
            return
        index = setup.post_rank[event.post]
        if event.message == counts.after and event.post in setup.count_sources and not world.state.played(event.post):
            spread = world.behaviours.of(event.person).judge
            delay = world.behaviours.duration_ms(spread, event.person, Purpose.COUNTING, event.post)
            world.timeline.call_after(delay, rank(Turn.COUNT, index), partial(self._enter, event.post))
        collector = setup.collector
        if collector is None or event.post != collector or world.state.played(collector):
            return
        if event.message == counts.after:
            patience = round(2 * counts.within_min * MINUTE)
            world.timeline.call_after(patience, rank(Turn.TOTAL, index), self._total)
        if event.value is not None and set(setup.count_sources) <= set(world.state.reported):
            world.timeline.call_after(MINUTE, rank(Turn.TOTAL, index, 1), self._total)

    def _enter(self, post: str) -> None:
        state = self._world.state
        if state.running and post not in state.own_count:
            self._world.do(c.EnterCount(post, state.setup.true_count(post)))

    def _total(self) -> None:
        state = self._world.state
        if state.running and state.total is None and state.setup.collector is not None:
            total = sum(value for value, _ in state.reported.values())
            self._world.do(c.TotalCounts(state.setup.collector, total))


def _decision(name: str, task: Task, post: str, *, right: bool) -> c.AnyCommand | None:
    """What a simulated post does about a task, rightly or not."""
    match task.kind:
        case "level":
            assert task.right is not None  # the scenario's model holds this
            return c.JudgeLevel(post, name, task.right if right else (task.right + 3) % 4)
        case "choice":
            fitting = [option for option, o in task.options.items() if o.right == right] or list(task.options)
            return c.ChooseOption(post, name, fitting[0])
        case "convene":
            return c.ConveneMeeting(post, task.duty or "") if right else None
        case "action":
            return c.DoAction(post, name) if right else None
