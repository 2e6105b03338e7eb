"""The result as text: the blocks of the record for reading on a screen, with the deadlines drawn beside the times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from textual.content import Content

from drill.report.blocks import Block, Bullets, Heading, Paragraph, Table
from drill.seats.handed import Made, Result
from drill.text.catalogue import Catalogue
from drill.text.figures import clock
from drill.text.width import fit, laid_out, pad
from drill.tui.kit.lines import Painted, hang, paint

_HEADING = "bold $text-primary"


def result_text(result: Result, say: Catalogue, saved: Path | None, width: int) -> Content:
    """Score, own times against the deadlines, what was missed and why, then the rest of the record."""
    parts: dict[str, list[Painted]] = {"score": [], "missed": [], "": []}
    part: list[Painted] = []  # what stands before the first heading of the second depth is on the banner already
    for block in result.blocks:
        if isinstance(block, Heading) and block.depth == 2:
            part = parts.get(block.id, parts[""])
        part += _block(block, width)
    stored = ["", *hang(say("tui.result.saved", path=saved), width)] if saved else []
    return paint([*parts["score"], *stored, *_times(result.made, say, width), *parts["missed"], *parts[""]])


def _times(made: Sequence[Made], say: Catalogue, width: int) -> Iterator[Painted]:
    """`*` where each contact was made, `|` its deadline."""
    if not made:
        return
    yield from ("", (say("tui.result.times"), _HEADING))
    longest = max(1, *(max(each.due_ms, each.at_ms or 0) for each in made))
    for each in made:
        yield _time(each, longest, say, width), "" if each.got else "$text-warning"
    yield say("tui.result.times_legend"), "$foreground-muted"


def _time(made: Made, longest: int, say: Catalogue, width: int) -> str:
    room = max(12, width - 46)
    line = ["."] * room
    line[min(room - 1, made.due_ms * (room - 1) // longest)] = "|"
    if made.at_ms is not None:
        line[min(room - 1, made.at_ms * (room - 1) // longest)] = "*"
    name = made.target.get(say.language)
    at = clock(made.at_ms, "--:--")
    return f"{'o' if made.got else 'x'} {pad(fit(name, 27), 27)} {''.join(line)} {at:>7}/{clock(made.due_ms)}"


def _block(block: Block, width: int) -> Iterator[Painted]:
    match block:
        case Heading():
            yield ""
            yield block.text, _HEADING
        case Paragraph():
            yield from hang(block.text, width)
        case Bullets():
            for item in block.lines:
                yield from hang(item, width, "- ")
        case Table():
            head, *rows = laid_out((block.header, *block.rows), block.sides, width)[0]
            yield from ((line, "$foreground-muted") for line in head)
            yield from chain.from_iterable(rows)
