"""How well it was done: in time, rightly, in order, with the message intact, actions taken, numbers closed upward."""

from __future__ import annotations

from collections.abc import Iterator

from drill.exercise.contact.obligations import deadline_ms
from drill.exercise.contact.setup import CONVENE_PREFIX, MINUTE
from drill.exercise.contact.state import ContactKey
from drill.model.basics import SPREADING, Text
from drill.model.scenario import Task
from drill.pairs import gathered
from drill.scoring.course import WantedContact
from drill.scoring.evidence import Evidence, Mark


def timeliness(evidence: Evidence) -> Iterator[Mark]:
    """Contacts of the right course made within their deadline / contacts with a deadline."""
    yield from (mark for _, mark in contacts_in_time(evidence))
    for key in evidence.course.convened(evidence.state):
        duty = key.message.removeprefix(CONVENE_PREFIX)
        minutes = evidence.setup.chart.duties[duty].deadline_min
        if minutes is not None and not evidence.course.all_away(key.target):
            yield _judged(evidence, key, evidence.state.convened.get(duty), round(minutes * MINUTE))


def contacts_in_time(evidence: Evidence) -> Iterator[tuple[WantedContact, Mark]]:
    """Every contact of the right course that has a deadline, and whether it was kept."""
    for wanted in evidence.course.contacts:
        allowed = deadline_ms(evidence.setup, wanted.link)
        if allowed is not None and not evidence.course.all_away(wanted.key.target) and not _told_by(evidence, wanted):
            yield wanted, _in_time(evidence, wanted, allowed)


def _told_by(evidence: Evidence, wanted: WantedContact) -> bool:
    """Nobody reports a message back to the post they have it from, so such a contact is not asked for."""
    known = evidence.state.knows(wanted.key.caller, wanted.key.message)
    return known is not None and known.source == wanted.key.target and wanted.contact.kind != "instruct"


def _in_time(evidence: Evidence, wanted: WantedContact, allowed: int) -> Mark:
    state, when = evidence.state, wanted.contact.when
    known = state.knows(wanted.key.caller, wanted.key.message)
    since = None
    if known:
        decided = (state.level_ms if when.level else 0, 0 if when.publishing is None else state.publishing_ms)
        since = max(known.at_ms, *decided)
    return _judged(evidence, wanted.key, since, allowed, evidence.setup.expected.why(wanted.link))


def _judged(evidence: Evidence, key: ContactKey, since: int | None, allowed: int, why: Text | None = None) -> Mark:
    """A contact owed since a moment (None: never), with so much time for it."""
    due = None if since is None else since + allowed
    at_ms = None if due is None else evidence.state.made_at(key)
    late = at_ms is not None and due is not None and at_ms > due
    code = "mark.contact_never" if at_ms is None else "mark.contact_late" if late else "mark.contact_in_time"
    got = int(code == "mark.contact_in_time")
    return Mark(code, evidence.pair(key), got, 1, at_ms, due, why, post=key.caller, target=key.target)


def rightness(evidence: Evidence) -> Iterator[Mark]:
    """Levels and decisions right, order kept, nothing needless or out of turn."""
    for name, task in evidence.setup.scenario.tasks.items():
        yield from (_action_order if task.kind == "action" else _decision)(evidence, name, task)
    yield from _order(evidence)
    yield from _needless(evidence)


def _decision(evidence: Evidence, name: str, task: Task) -> Iterator[Mark]:
    done = evidence.state.tasks.get(name)
    if task.kind == "convene" or not (done or _expected(evidence, name)):
        return
    answer, at_ms = (done.answer, done.done_ms) if done else (None, None)
    params: dict[str, object] = {"task": task.title}
    if task.kind == "level":
        params |= {"answer": "-" if answer is None else answer, "right": task.right}
        ok = answer == task.right
    else:
        option = task.options.get(str(answer))
        best = next(o for o in task.options.values() if o.right)
        params |= {"answer": option.text if option else "-", "right": best.text}
        ok = option is not None and option.right
    code = "mark.undecided" if answer is None else "mark.decided_right" if ok else "mark.decided_wrong"
    got, post = int(ok) * task.weight, evidence.setup.task_post(name)
    yield Mark(code, params, got, task.weight, at_ms, None, task.why, task.objective, post, task=name)


def _expected(evidence: Evidence, task: str) -> bool:
    """Whether the right course asks a post of the drill for it."""
    setup = evidence.setup
    return setup.task_post(task) is not None and evidence.course.opens(setup.scenario.tasks[task].opens)


def _action_order(evidence: Evidence, name: str, task: Task) -> Iterator[Mark]:
    done = evidence.state.tasks.get(name)
    if done is None or done.done_ms is None or (task.expected and task.requires is None):
        return
    code, got, of = "mark.in_order" if done.right_order else "mark.out_of_order", int(done.right_order), 1
    if not task.expected:
        code, got, of = "mark.temptation", 0, max(1, task.weight)
    params = {"task": task.title}
    yield Mark(code, params, got, of, done.done_ms, None, task.why, task.objective, done.post, task=name)


def _order(evidence: Evidence) -> Iterator[Mark]:
    """Per caller and message: unconditional contacts were first tried in the chart's order."""
    first = gathered(
        ((wanted.key.caller, wanted.key.message), (tries[0].at_ms, wanted.contact.order))
        for wanted in evidence.course.contacts
        if (tries := evidence.state.attempts.get(wanted.key))
        and not wanted.contact.when.level
        and wanted.contact.when.publishing is None
    )
    for (caller, message), tried in first.items():
        orders = [order for _, order in sorted(tried)]
        if len(set(orders)) > 1:
            ok = orders == sorted(orders)
            params = {"caller": evidence.name(caller), "about": evidence.setup.message_title(message)}
            yield Mark("mark.order_kept" if ok else "mark.order_broken", params, int(ok), post=caller)


def _needless(evidence: Evidence) -> Iterator[Mark]:
    """Contacts that the right course does not have, e.g. a consultation the level does not ask for."""
    wanted = set(evidence.course.pairs)
    wanted |= {(key.caller, key.target) for key in evidence.course.convened(evidence.state)}
    wanted |= {(source, evidence.setup.collector or "") for source in evidence.setup.count_sources}
    made = {(key.caller, key.target): tries[0].at_ms for key, tries in evidence.state.attempts.items() if tries}
    for (caller, target), at_ms in made.items():
        if (caller, target) not in wanted:
            params = {"caller": evidence.name(caller), "target": evidence.name(target)}
            yield Mark("mark.needless", params, 0, at_ms=at_ms, post=caller, target=target)


def fidelity(evidence: Evidence) -> Iterator[Mark]:
    """Items that came through right / items of all messages passed on (95 % is the yardstick of call-tree practice)."""
    setup = evidence.setup
    for post, known in evidence.state.known.items():
        for message, knowledge in known.items():
            if knowledge.via in ("inject", "same_person") or setup.message_kind(message) not in SPREADING:
                continue
            items = setup.message_items(message)
            lost = tuple(setup.scenario.items[item].label for item in items if not knowledge.heard.get(item))
            params = {"post": evidence.name(post), "about": setup.message_title(message), "lost": lost}
            code, got = "mark.items_lost" if lost else "mark.items_right", len(items) - len(lost)
            yield Mark(code, params, got, len(items), knowledge.at_ms, post=knowledge.source or post)


def actions(evidence: Evidence) -> Iterator[Mark]:
    """Expected actions done within their time, by weight."""
    for name, task in evidence.setup.scenario.tasks.items():
        opened = evidence.state.tasks.get(name)
        if not task.expected or task.weight == 0 or not (opened or _expected(evidence, name)):
            continue
        due = None
        if opened and task.within_min is not None:
            due = opened.opened_ms + round(task.within_min * MINUTE)
        done = opened.done_ms if opened else None
        late = done is not None and due is not None and done > due
        code = "mark.action_missed" if done is None else "mark.action_late" if late else "mark.action_done"
        got, post = task.weight if code == "mark.action_done" else 0, evidence.setup.task_post(name)
        yield Mark(code, {"task": task.title}, got, task.weight, done, due, task.why, task.objective, post, task=name)


def closure(evidence: Evidence) -> Iterator[Mark]:
    """Numbers reported upward, right and in time, and the total right."""
    counts, state, setup = evidence.setup.scenario.counts, evidence.state, evidence.setup
    if counts is None or setup.collector is None:
        return
    sources = [post for post in setup.count_sources if not evidence.course.all_away(post)]
    for post in sources:
        value, at_ms = state.reported.get(post, (None, None))
        known = state.knows(post, counts.after)
        due = known.at_ms + round(counts.within_min * MINUTE) if known else None
        code = _count_code(value, setup.true_count(post), at_ms, due)
        said = "-" if value is None else value
        params = {"post": evidence.name(post), "value": said, "right": setup.true_count(post)}
        got = int(code == "mark.count_right")
        yield Mark(code, params, got, at_ms=at_ms, due_ms=due, why=counts.why, post=post)
    total, at_ms = state.total or (None, None)
    right = sum(setup.true_count(post) for post in sources)
    code = "mark.total_missing" if total is None else "mark.total_right" if total == right else "mark.total_wrong"
    params = {"total": "-" if total is None else total, "right": right}
    yield Mark(code, params, int(total == right), at_ms=at_ms, why=counts.why, post=setup.collector)


def _count_code(value: int | None, right: int, at_ms: int | None, due: int | None) -> str:
    if value is None or at_ms is None:
        return "mark.count_missing"
    if value != right:
        return "mark.count_wrong"
    return "mark.count_late" if due is not None and at_ms > due else "mark.count_right"


def quiz(evidence: Evidence) -> Iterator[Mark]:
    """Questions answered right / questions, where anybody took the quiz."""
    for name, question in evidence.setup.scenario.quiz.items() if evidence.state.quiz else ():
        right = next(i for i, answer in enumerate(question.answers) if answer.right)
        params = {"question": question.text, "right": question.answers[right].text}
        ok = evidence.state.quiz.get(name) == right
        yield Mark("mark.quiz_right" if ok else "mark.quiz_wrong", params, int(ok), why=question.why)
