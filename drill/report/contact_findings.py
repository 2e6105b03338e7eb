"""How the contacts of a drill went: deadlines, messages hop by hop, departures from the chart, numbers upward."""

from __future__ import annotations

from collections.abc import Iterator

from drill.pairs import gathered
from drill.report.blocks import Block, Bullets, Paragraph, Table, aligned
from drill.report.naming import Names
from drill.report.record import broken_sentences
from drill.scoring.deviations import deviations
from drill.scoring.evidence import Mark
from drill.scoring.hops import YARDSTICK, Hop, hops
from drill.scoring.score import Score
from drill.text.catalogue import Catalogue
from drill.text.figures import clock


def deadline_blocks(score: Score, names: Names) -> Iterator[Block]:
    """How many contacts were in time, by caller, then each one that was not."""
    say, rows = names.say, score.dimensions["timeliness"].rows
    by_caller = gathered((row.post or "", row) for row in rows)
    counted = tuple((names.post(post), *_counts(marks)) for post, marks in by_caller.items())
    header = say.each(
        "contacts.caller", "contacts.with_deadline", "contacts.in_time", "contacts.late", "contacts.never"
    )
    yield Table(header, counted, ("left", "right", "right", "right", "right"))
    if missed := tuple(_overdue(row, say) for row in rows if row.got < row.of):
        header = say.each("guide.contact", "record.due", "contacts.made_at", "contacts.over")
        caption = say("contacts.missed")
        yield Table(header, missed, ("left", "right", "right", "right"), (61, 13, 13, 13), caption=caption)


_IN_TIME = ("mark.contact_in_time", "mark.contact_late", "mark.contact_never")


def _counts(rows: list[Mark]) -> tuple[str, ...]:
    codes = [row.code for row in rows]
    return str(len(rows)), *(str(codes.count(code)) for code in _IN_TIME)


def _overdue(row: Mark, say: Catalogue) -> tuple[str, ...]:
    """A contact that was late or never made; without a time where its caller never knew."""
    over = row.at_ms - row.due_ms if row.at_ms is not None and row.due_ms is not None else None
    return (
        say("contacts.pair", **row.params),
        clock(row.due_ms),
        clock(row.at_ms, say("contacts.not_made")),
        "-" if over is None else f"+{clock(over)}",
    )


def fidelity_blocks(score: Score, names: Names) -> Iterator[Block]:
    """Items right at each hop of each message, and what was lost where."""
    say, found = names.say, hops(score.evidence)
    if not found:
        yield Paragraph(say("contacts.nothing_passed_on"))
        return
    heads = ("guide.message", "contacts.hop", "contacts.posts", "contacts.items", "contacts.share", "contacts.lost")
    hop_rows = tuple(_hop_row(hop, score, say) for hop in found)
    weak = frozenset(i for i, hop in enumerate(found) if not hop.well)
    align, widths = ("left", *aligned("right", 4), "left"), (24, 8, 8, 13, 9, 38)
    yield Table(say.each(*heads), hop_rows, align, widths, joined=1, strong=weak)
    yield Paragraph(say("contacts.yardstick", percent=YARDSTICK, short=len(weak), of=len(found)), "note")
    lost = sorted((r for r in score.dimensions["fidelity"].rows if r.got < r.of), key=lambda row: row.at_ms or 0)
    if lost:
        header = (say("record.at"), *say.each("contacts.receiver", "guide.message", "contacts.lost_items"))
        rows = tuple(
            (clock(row.at_ms), *(say("list", items=row.params[name]) for name in ("post", "about", "lost")))
            for row in lost
        )
        yield Table(header, rows, ("right",), (10, 28, 30, 32), caption=say("contacts.losses"))


def _hop_row(hop: Hop, score: Score, say: Catalogue) -> tuple[str, ...]:
    title = score.evidence.setup.message_title(hop.message).get(say.language)
    lost = tuple(say("noted", text=item, note=number) for item, number in hop.lost)
    items, share = f"{hop.right} / {hop.items}", f"{100 * hop.right // hop.items}%"
    return title, str(hop.hop), str(hop.posts), items, share, say("list", items=lost) if lost else "-"


def deviation_blocks(score: Score, names: Names) -> Iterator[Block]:
    """Where the chain broke, and everything in which the drill left the chart, in order of time."""
    say, found = names.say, deviations(score)
    if score.broken:
        yield Paragraph(say("record.broken"))
        yield Bullets(tuple(broken_sentences(score, say)))
    if found:
        header = (say("record.at"), say("guide.task"))
        in_order = sorted(found, key=lambda each: each.at_ms if each.at_ms is not None else -1)
        rows = tuple((clock(each.at_ms), say(each.code, **each.params)) for each in in_order)
        yield Table(header, rows, ("right", "left"), (12, 88))
    else:
        yield Paragraph(say("deviation.none"))
