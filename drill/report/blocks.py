"""A document as neutral blocks; the writers turn them into Markdown, HTML, xlsx and docx. Texts in blocks are data.

Texts may hold newlines (a new line in a paragraph or cell), and no markup of any kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from drill.text.catalogue import Catalogue, Language
from drill.text.width import Align, table

Sort = Literal["inject", "done", "late", "missed", "decision", "real", "note"]
"""What a mark of a timeline stands for; `real` is the real case."""


class _Block(msgspec.Struct, frozen=True, omit_defaults=True):
    """Base of the blocks and their parts; those that a record is made of are tagged, as a seat hands them out."""


class Heading(_Block, frozen=True, tag=True):
    """A heading of depth 1 to 3; depth 1 is the document's title and stands once, at its top. `id`: what is below."""

    text: str
    depth: int = 2
    id: str = ""


class Paragraph(_Block, frozen=True, tag=True):
    """Running text: `plain`, a smaller `note`, or set to the `right` as dates and paper numbers are."""

    text: str
    kind: Literal["plain", "note", "right"] = "plain"


class Bullets(_Block, frozen=True, tag=True):
    """A list."""

    lines: tuple[str, ...]
    numbered: bool = False

    def marked(self, sign: str) -> Iterator[tuple[str, str]]:
        """Each line with its number or, in a list without, the sign."""
        for number, line in enumerate(self.lines, start=1):
            yield f"{number}." if self.numbered else sign, line


class Table(_Block, frozen=True, tag=True):
    """A table; `align` (what has none is to the left) and `widths` (shares; none: by content) go by columns.

    `above` is a header row over the header: a text and how many columns it spans; "" leaves the header cells below
    it to reach up. In the first `joined` columns equal cells below each other are one. `strong` are emphasised rows.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[Align, ...] = ()
    widths: tuple[int, ...] = ()
    above: tuple[tuple[str, int], ...] = ()
    joined: int = 0
    strong: frozenset[int] = frozenset()
    caption: str = ""

    @property
    def sides(self) -> tuple[Align, ...]:
        """The alignment of every column, header or not."""
        columns = max(1, *map(len, (self.header, *self.rows)))
        return (*self.align, *aligned("left", columns))[:columns]

    def lines(self) -> list[str]:
        """As plain text for a terminal."""
        return table(self.rows, self.header, self.align)


class Field(_Block, frozen=True):
    """One line of a form: a label, what is filled in already, and the room for writing, in lines."""

    label: str
    value: str = ""
    lines: int = 1


class Form(_Block, frozen=True):
    """Fields to be filled in by hand or in the file."""

    fields: tuple[Field, ...]
    caption: str = ""


class Card(_Block, frozen=True):
    """A card to be cut out and handed over: whose it is, and labelled lines."""

    title: str
    subtitle: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    note: str = ""


class Cards(_Block, frozen=True):
    """Cards, `columns` beside each other; none is cut by the end of a page."""

    cards: tuple[Card, ...]
    columns: int = 2


class TimeMark(_Block, frozen=True):
    """A moment of a timeline, in milliseconds; with `until_ms` a span."""

    at_ms: int
    sort: Sort
    text: str = ""
    until_ms: int | None = None

    @property
    def end_ms(self) -> int:
        """Where its span ends; of a moment, itself."""
        return self.at_ms if self.until_ms is None else self.until_ms


class Track(_Block, frozen=True):
    """One row of a timeline; `due_ms` is drawn as its deadline."""

    label: str
    marks: tuple[TimeMark, ...]
    due_ms: int | None = None


class Timeline(_Block, frozen=True):
    """Marks of several tracks over one time from 0 to `end_ms`: a picture, with its marks in a table.

    `legend` renames kinds of mark.
    """

    caption: str
    tracks: tuple[Track, ...]
    end_ms: int
    legend: tuple[tuple[Sort, str], ...] = ()


class Series(_Block, frozen=True):
    """A line of a plot: a share for each of its places, None where there is none."""

    name: str
    values: tuple[float | None, ...]


class Plot(_Block, frozen=True):
    """Shares in per cent over named places, such as years."""

    caption: str
    x: tuple[str, ...]
    series: tuple[Series, ...]


class PageBreak(_Block, frozen=True):
    """What follows begins on a new page (in xlsx: on a new sheet named `title`)."""

    title: str = ""


Written = Heading | Paragraph | Bullets | Table
Block = Written | Form | Cards | Timeline | Plot | PageBreak


def caption_of(block: Block) -> str:
    """What stands above a table, a form or a picture; of other blocks nothing."""
    return block.caption if isinstance(block, Table | Form | Timeline | Plot) else ""


class Document(_Block, frozen=True):
    """A whole document for A4; `mark` (【訓練】) stands at the head of every page."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
    mark: str = ""
    landscape: bool = False


def of_a_drill(title: str, say: Catalogue, blocks: Iterable[Block], landscape: bool = False) -> Document:
    """A document of a drill: its title above the blocks, the drill's mark on every page."""
    return Document(title, say.language, (Heading(title, 1), *blocks), say("mark.drill"), landscape=landscape)


def listed(heading: str, lines: str, numbered: bool = False) -> tuple[Heading, Bullets]:
    """A section that is a list, from a text with a line for each item."""
    return Heading(heading), Bullets(tuple(lines.splitlines()), numbered)


def aligned(side: Align, columns: int) -> tuple[Align, ...]:
    """So many columns of one alignment."""
    return (side,) * columns
