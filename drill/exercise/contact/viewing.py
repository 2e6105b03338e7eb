"""How a view is made from a state: only what the given posts have taken part in, been told, or must do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from zlib import crc32

from drill.exercise.contact.conditions import holds
from drill.exercise.contact.obligations import Owed, next_step, owed_by
from drill.exercise.contact.setup import CONVENE_PREFIX, COUNT_PREFIX, MINUTE
from drill.exercise.contact.state import Attempt, Call, ContactKey, State
from drill.exercise.contact.telling import passed_on
from drill.exercise.contact.views import (
    CallView,
    CardContact,
    Choice,
    ClockView,
    ContactView,
    ItemView,
    Known,
    MessageView,
    RoleCard,
    Todo,
    TreeNode,
    View,
)
from drill.model.basics import Text
from drill.pairs import gathered
from drill.text.choices import LEVEL


def view(state: State, posts: tuple[str, ...], now_ms: int) -> View:
    """What people at `posts` may see; `now_ms` is the clock, which may be ahead of the last event."""
    scenario = state.setup.scenario
    informed = any(state.known.get(post) for post in posts)
    return View(
        posts=posts,
        now_ms=now_ms,
        moment=state.setup.moment(now_ms),
        title=scenario.title,
        briefing=scenario.briefing,
        running=state.running,
        phase=scenario.phases[state.phase].title if state.phase else None,
        level=state.level if informed else None,
        cards=tuple(_card(state, post) for post in posts),
        todo=tuple(sorted(_todos(state, posts, now_ms), key=lambda t: (t.due_ms is None, t.due_ms or 0))),
        calls=tuple(_calls(state, posts)),
        messages=tuple(
            MessageView(post, message, state.setup.message_title(message), _items(state, post, message))
            for post in posts
            for message in state.known.get(post, {})
        ),
        tree=tuple(_tree(state, posts)),
        clocks=tuple(_clocks(state)) if informed else (),
        convenable=tuple(
            (post, duty)
            for duty, d in state.setup.chart.duties.items()
            for post in posts
            if post in state.setup.chart.meant(d.convener) and duty not in state.convened
        ),
    )


def _card(state: State, post: str) -> RoleCard:
    setup = state.setup
    found = setup.chart.posts[post]
    owes: dict[int, CardContact] = {}
    for link in setup.contacts.drilled.get(post, ()):
        contact = link.contact
        if link.place not in owes and (not contact.when.incident or setup.scenario.incident in contact.when.incident):
            deputies = len(setup.chart.posts[contact.target].deputies) if contact.target in setup.chart.posts else 0
            deadline, name = setup.expected.deadline_min(link), state.setup.chart.name_of(contact.target)
            owes[link.place] = CardContact(name, contact.kind, contact.by, deadline, contact.when, deputies)
    return RoleCard(post, found.name, state.actor(post) != found.holder, found.duties, tuple(owes.values()))


def _todos(state: State, posts: tuple[str, ...], now_ms: int) -> Iterator[Todo]:
    if not state.running:
        return
    for post in posts:
        yield from _inbox(state, post)
        yield from _contacts(state, post, now_ms)
        yield from _questions(state, post)
        yield from _counts(state, post)


def _inbox(state: State, post: str) -> Iterator[Todo]:
    scenario = state.setup.scenario
    for name, inject in state.injects.items():
        if inject.status == "delivered" and post in inject.posts and post not in inject.taken:
            written = scenario.injects.get(name)
            title = written.sender if written else Text(ja=inject.text, en=inject.text)
            yield Todo("inject", post, name, title, since_ms=inject.at_ms)
    for mail in state.mails.values():
        if state.reads(mail, post) and post not in mail.taken:
            sender = state.setup.chart.posts[mail.sender].name
            yield Todo("mail", post, mail.message, sender, mail=mail.ref, since_ms=mail.at_ms)


def _contacts(state: State, post: str, now_ms: int) -> Iterator[Todo]:
    """Owed contacts, those of one group and message together."""
    together = gathered(((each.group, each.key.message, each.key.kind), each) for each in owed_by(state, post, now_ms))
    for (group, *_), rows in together.items():
        done = sum(state.made_at(owed.key) is not None for owed in rows)
        due = min((owed.due_ms for owed in rows if owed.due_ms is not None), default=None)
        if done < len(rows):
            sheet = tuple(_sheet(state, owed, now_ms) for owed in rows)
            since = min(owed.since_ms for owed in rows)
            name = state.setup.chart.name_of(group)
            yield Todo("contacts", post, "", name, due, done, len(rows), sheet, since_ms=since)


def _sheet(state: State, owed: Owed, now_ms: int) -> ContactView:
    step = next_step(state, owed, now_ms)
    tries = state.attempts.get(owed.key, ())
    return ContactView(
        owed.key,
        state.setup.chart.posts[owed.key.target].name,
        _known(tries),
        len(tries),
        _deputy_rank(state, owed.key),
        step.person if step else None,
        step.channel if step else None,
        owed.due_ms,
    )


def _known(tries: Collection[Attempt]) -> Known:
    """What a caller can tell from its tries."""
    outcomes = {attempt.outcome for attempt in tries}
    if "acknowledged" in outcomes:
        return "acknowledged"
    if outcomes & {"colleague", "voicemail"}:
        return "message_only"
    if "sent" in outcomes:
        return "sent"
    return "trying" if tries else "unknown"


def _deputy_rank(state: State, key: ContactKey) -> int:
    """0: the holder acknowledged (or nobody yet); else the deputy's rank."""
    for attempt in state.attempts.get(key, ()):
        if attempt.outcome == "acknowledged":
            return state.setup.chart.deputy_rank(key.target, attempt.person)
    return 0


def _questions(state: State, post: str) -> Iterator[Todo]:
    setup = state.setup
    actions = []
    for name, task in state.tasks.items():
        asked = setup.scenario.tasks[name]
        if task.post != post or task.done_ms is not None:
            continue
        due = None if asked.within_min is None else task.opened_ms + round(asked.within_min * MINUTE)
        match asked.kind:
            case "action":
                actions.append(Choice(name, asked.title))
            case "choice":
                # A scenario's author tends to write the right one first.
                mixed = sorted(asked.options.items(), key=lambda o: crc32(f"{name}.{o[0]}".encode()))
                choices = tuple(Choice(option, o.text) for option, o in mixed)
                yield Todo("choice", post, name, asked.title, due, choices=choices, since_ms=task.opened_ms)
            case "level":
                # A chart that does not say what a level means has the usual criterion.
                own = setup.chart.levels
                levels = tuple((n, own.get(n) or Text.said(LEVEL[str(n)])) for n in range(4))
                yield Todo("level", post, name, asked.title, due, levels=levels, since_ms=task.opened_ms)
            case "convene":
                yield Todo("convene", post, asked.duty or "", asked.title, due, since_ms=task.opened_ms)
    if actions:
        # Right actions and temptations together, in an order that tells nothing; a deadline would tell them apart.
        yield Todo(
            "actions",
            post,
            "",
            setup.chart.posts[post].name,
            choices=tuple(sorted(actions, key=lambda a: a.ref)),
        )


def _counts(state: State, post: str) -> Iterator[Todo]:
    setup = state.setup
    counts = setup.scenario.counts
    if counts is None or not state.knows(post, counts.after):
        return
    known = state.known[post][counts.after].at_ms
    if post in setup.count_sources and post not in state.own_count:
        due = known + round(counts.within_min * MINUTE)
        yield Todo("count", post, "", counts.label, due, since_ms=known, own=setup.true_count(post))
    if post == setup.collector and state.total is None:
        done, total = len(state.reported), len(setup.count_sources)
        reports = tuple((setup.chart.posts[each].name, value) for each, (value, _) in state.reported.items())
        yield Todo("total", post, "", counts.label, done=done, total=total, reports=reports)


def _items(state: State, post: str, message: str) -> tuple[ItemView, ...]:
    mine = state.knows(post, message)
    return _item_views(state, message, mine.heard if mine else {})


def _item_views(state: State, message: str, heard: Mapping[str, bool]) -> tuple[ItemView, ...]:
    known = state.setup.scenario.items
    views = []
    for item in state.setup.message_items(message):
        if item in heard:
            label = known[item].label if item in known else state.setup.message_title(message)
            value = known[item].value if item in known else _own_value(state, message)
            views.append(ItemView(item, label, value if heard[item] else None))
    return tuple(views)


def _own_value(state: State, message: str) -> Text:
    """The value of the drill's own messages: the number counted, or the meeting."""
    if message.startswith(COUNT_PREFIX):
        number = str(state.own_count.get(message.removeprefix(COUNT_PREFIX), (0, 0))[0])
        return Text(ja=f"{number}件", en=number)
    return state.setup.chart.duties[message.removeprefix(CONVENE_PREFIX)].name


def _calls(state: State, posts: tuple[str, ...]) -> Iterator[CallView]:
    for call in state.calls.values():
        if call.key.caller in posts:
            yield _call(state, call, as_caller=True)
        heard_ringing = call.answered or state.audible(call)
        if call.key.target in posts and call.to_person == state.actor(call.key.target) and heard_ringing:
            yield _call(state, call, as_caller=False)


def _call(state: State, call: Call, *, as_caller: bool) -> CallView:
    key = call.key
    return CallView(
        call.ref,
        key.caller if as_caller else key.target,
        as_caller,
        call.answered,
        key,
        state.setup.chart.posts[key.target if as_caller else key.caller].name,
        call.to_person if as_caller else call.person,
        call.channel,
        state.setup.message_title(key.message),
        _item_views(state, key.message, passed_on(state, call)),
        dict(call.heard),
        _items(state, key.caller, key.message) if as_caller else (),
    )


def _tree(state: State, posts: tuple[str, ...]) -> Iterator[TreeNode]:
    """What my posts know of every post: what became of my contacts with it, or that it told me something."""
    tried = gathered((key.target, key) for post in posts for key in state.tried.get(post, ()))
    for keys in tried.values() if len(posts) > 1 else ():
        keys.sort(key=lambda key: state.attempts[key][0].at_ms)
    told_me: dict[str, int] = {}
    for known in (known for post in posts for known in state.known.get(post, {}).values()):
        if known.source:
            told_me[known.source] = min(known.at_ms, told_me.get(known.source, known.at_ms))
    for branch, depth, members in state.setup.branches:
        each = [_node(state, posts, post, depth, tried.get(post, ()), told_me.get(post)) for post in members]
        if branch.group:
            done = sum(node.known == "acknowledged" for node in each)
            begun: tuple[Known, ...] = ("sent", "trying")
            best: Known = next((k for k in begun if any(node.known == k for node in each)), "unknown")
            all_told: Known = "acknowledged" if each and done == len(each) else best
            name = state.setup.chart.name_of(branch.ref)
            yield TreeNode(branch.ref, name, depth, all_told, done=done, total=len(each))
            yield from (node for node in each if node.known == "mine")
        else:
            yield from each


def _node(
    state: State, posts: tuple[str, ...], post: str, depth: int, keys: Sequence[ContactKey], told_me_ms: int | None
) -> TreeNode:
    name = state.setup.chart.posts[post].name
    if post in posts:
        learned = min((k.at_ms for k in state.known.get(post, {}).values()), default=None)
        return TreeNode(post, name, depth, "mine", learned)
    tries = [attempt for key in keys for attempt in state.attempts[key]]
    known = _known(tries)
    if known != "acknowledged":
        return TreeNode(post, name, depth, known if told_me_ms is None else "acknowledged", told_me_ms, len(tries))
    reached = next(key for key in keys if any(t.outcome == "acknowledged" for t in state.attempts[key]))
    learned = state.known[post][reached.message].at_ms
    return TreeNode(post, name, depth, known, learned, len(tries), _deputy_rank(state, reached))


def _clocks(state: State) -> Iterator[ClockView]:
    for name, clock in state.setup.scenario.clocks.items():
        started = state.clocks.get(name)
        if started is not None and not (clock.stops and holds(clock.stops, state)):
            yield ClockView(clock.title, state.setup.moment(started) + timedelta(hours=clock.due_h), clock.source)
