"""Who was reached: every required post, by holder or deputy; and where the chain broke for those who were not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from drill.exercise.contact.state import Attempt
from drill.model.basics import Text
from drill.pairs import gathered, reached
from drill.scoring.evidence import Evidence, Mark

Status = Literal["acknowledged", "message_only", "failed", "not_required"]


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One post of the contact table. `attempts` counts every try to reach it; `deputy` 0 is the holder.

    `delivered`: word reached its surroundings (a colleague, voicemail, a mailbox) without being acknowledged.
    """

    post: str
    name: Text
    required: bool
    status: Status
    person: str | None
    deputy: int
    at_ms: int | None
    attempts: int
    reason: Literal["", "out_of_scope", "on_leave", "not_on_course", "not_attempted", "no_answer", "not_acknowledged"]


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """Where the chain ended: `caller` knew and did not get through to `target`; `behind` hung on it.

    `caller` None: nobody took the inject that was for `target`, where the chain begins.
    """

    caller: str | None
    target: str
    behind: tuple[str, ...]


def contact_table(evidence: Evidence) -> tuple[ContactRow, ...]:
    """Every post of the chart, required or not, in the chart's order."""
    attempts = evidence.state.attempts.items()
    tries = gathered(
        (key.target, each) for key, made in attempts if key.message in evidence.course.notices for each in made
    )
    return tuple(_row(evidence, post, tries.get(post, ())) for post in evidence.setup.chart.posts)


def _row(evidence: Evidence, post: str, tries: Sequence[Attempt]) -> ContactRow:
    course, setup = evidence.course, evidence.setup
    required = post in course.required
    known = (k for notice in course.notices if (k := evidence.state.knows(post, notice)))
    learned = min(known, key=lambda k: k.at_ms, default=None)
    status: Status = "failed"
    reason = ""
    if learned:
        status = "acknowledged"
    elif not required:
        status = "not_required"
    elif any(t.outcome in ("colleague", "voicemail", "sent") for t in tries):
        status, reason = "message_only", "not_acknowledged"
    else:
        reason = "no_answer" if tries else "not_attempted"
    if not required:
        away = course.all_away(post) and post in setup.contacts.in_scope
        reason = "on_leave" if away else "not_on_course" if post in setup.contacts.in_scope else "out_of_scope"
    return ContactRow(
        post,
        evidence.name(post),
        required,
        status,
        learned.person if learned else None,
        setup.chart.deputy_rank(post, learned.person) if learned else 0,
        learned.at_ms if learned else None,
        len(tries),
        reason,  # type: ignore[arg-type]
    )


_STATUS_MARK = {
    "acknowledged": "mark.post_acknowledged",
    "message_only": "mark.post_message_only",
    "failed": "mark.post_failed",
}


def completeness(evidence: Evidence, table: tuple[ContactRow, ...]) -> Iterator[Mark]:
    """Required posts that acknowledged / required posts."""
    whys: dict[str, Text] = {}
    for wanted in evidence.course.contacts:
        if wanted.key.target not in whys and (why := evidence.setup.expected.why(wanted.link)):
            whys[wanted.key.target] = why
    for row in table:
        if row.required:
            code, got = _STATUS_MARK[row.status], int(row.status == "acknowledged")
            yield Mark(code, {"post": row.name}, got, at_ms=row.at_ms, why=whys.get(row.post), post=row.post)


def restoration(evidence: Evidence) -> Iterator[Mark]:
    """The same for the message that all is restored."""
    for message, posts in evidence.course.spread.items():
        if evidence.setup.message_kind(message) == "restoration" and message not in evidence.course.notices:
            for post in posts:
                if not evidence.course.all_away(post):
                    known = evidence.state.knows(post, message)
                    params = {"post": evidence.name(post), "about": evidence.setup.message_title(message)}
                    code, at_ms = ("mark.told", known.at_ms) if known else ("mark.not_told", None)
                    yield Mark(code, params, int(known is not None), at_ms=at_ms, post=post)


def broken_links(evidence: Evidence, table: tuple[ContactRow, ...]) -> tuple[BrokenLink, ...]:
    """Contacts of the right course whose caller knew and whose target did not, with everybody unreached behind them.

    Somebody known to be away is not required, but the chain breaks there for those behind.
    """
    told = {row.post for row in table if row.status == "acknowledged"}
    missed = {row.post for row in table if row.required and row.status != "acknowledged"}
    keys = [wanted.key for wanted in evidence.course.contacts if wanted.key.message in evidence.course.notices]
    open_ = [(key.caller, key.target) for key in keys if key.target not in told]
    first = [(None, post) for post in evidence.course.origins if post not in told]
    broken = dict.fromkeys((*first, *(pair for pair in open_ if pair[0] in told)))
    below = gathered(pair for pair in open_ if pair[0] not in told)
    links = [
        BrokenLink(
            caller,
            target,
            tuple(post for post, by in reached([target], lambda at: below.get(at, ())) if by and post in missed),
        )
        for caller, target in broken
    ]
    return tuple(link for link in links if link.target in missed or link.behind)


def times_to(table: tuple[ContactRow, ...]) -> dict[int, int | None]:
    """Milliseconds until 25, 50, 75 and 100 % of the required posts had acknowledged; None: never."""
    required = [row for row in table if row.required]
    times = sorted(row.at_ms for row in required if row.at_ms is not None)
    found: dict[int, int | None] = {}
    for share in (25, 50, 75, 100):
        needed = -(-len(required) * share // 100)
        found[share] = times[needed - 1] if 0 < needed <= len(times) else None
    return found
