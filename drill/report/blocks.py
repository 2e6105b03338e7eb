"""A document as neutral blocks; the writers turn them into Markdown, HTML, xlsx and docx. Texts in blocks are data.

Texts may hold newlines (a new line in a paragraph or cell), and no markup of any kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from drill.text.catalogue import Language

Align = Literal["left", "right", "center"]
Sort = Literal["inject", "done", "late", "missed", "decision", "real", "note"]
"""What a mark of a timeline stands for; `real` is the real case."""


class _Written(msgspec.Struct, frozen=True, omit_defaults=True):
    """Base of the blocks that a record is made of; a seat hands them out, each tagged with its class."""


class Heading(_Written, frozen=True, tag=True):
    """A heading of depth 1 to 3; depth 1 is the document's title and stands once, at its top."""

    text: str
    depth: int = 2


class Paragraph(_Written, frozen=True, tag=True):
    """Running text: `plain`, a smaller `note`, or set to the `right` as dates and paper numbers are."""

    text: str
    kind: Literal["plain", "note", "right"] = "plain"


class Bullets(_Written, frozen=True, tag=True):
    """A list."""

    lines: tuple[str, ...]
    numbered: bool = False


class Table(_Written, frozen=True, tag=True):
    """A table; `align` and `widths` (shares of the width; none: by content) have an entry for each column.

    `above` is a header row over the header: a text and how many columns it spans; "" leaves the header cells below
    it to reach up. In the first `joined` columns equal cells below each other are one. `strong` are emphasised rows.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[Align, ...]
    widths: tuple[int, ...] = ()
    above: tuple[tuple[str, int], ...] = ()
    joined: int = 0
    strong: frozenset[int] = frozenset()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form: a label, what is filled in already, and the room for writing, in lines."""

    label: str
    value: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """Fields to be filled in by hand or in the file."""

    fields: tuple[Field, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A card to be cut out and handed over: whose it is, and labelled lines."""

    title: str
    subtitle: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards, `columns` beside each other; none is cut by the end of a page."""

    cards: tuple[Card, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment of a timeline, in milliseconds; with `until_ms` a span."""

    at_ms: int
    sort: Sort
    text: str = ""
    until_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """One row of a timeline; `due_ms` is drawn as its deadline."""

    label: str
    marks: tuple[Mark, ...]
    due_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Marks of several tracks over one time from `start_ms` to `end_ms`: a picture, with its marks in a table.

    `clock_ms` is the time of day at 0 ms; without it times are counted from 0. `legend` renames kinds of mark.
    """

    caption: str
    tracks: tuple[Track, ...]
    start_ms: int
    end_ms: int
    legend: tuple[tuple[Sort, str], ...] = ()
    clock_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A line of a plot; None where there is no value."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """Values over named places (years, drills), from `low` to `high`."""

    caption: str
    x: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = "%"
    low: float = 0
    high: float = 100


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page (in xlsx: on a new sheet named `title`)."""

    title: str = ""


Written = Heading | Paragraph | Bullets | Table
Block = Written | Form | Cards | Timeline | Plot | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document for A4. `mark` (【訓練】) stands at the head of every page, `paper` (部会資料2) beside it."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
    mark: str = ""
    paper: str = ""
    landscape: bool = False
