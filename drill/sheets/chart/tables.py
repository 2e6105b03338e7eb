"""Where the tables of a sheet are: header rows (one to three, not first, repeated), their columns, their data rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Literal

from drill.model.problems import letters
from drill.sheets.chart.columns import REACH, UNKNOWN, Meaning, classify, rank_in
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.rows import joined
from drill.sheets.kit.titles import is_title
from drill.text.normal import SUMS, has_chain, is_arrow, is_note, key, line

Why = Literal["header", "contents", "map", ""]


@dataclass(frozen=True)
class Column:
    """One column of a table: its header as it stands there, and what it was taken for on which ground."""

    number: int
    header: str
    meaning: Meaning
    why: Why


@dataclass(frozen=True)
class SheetTable:
    """A header with the rows below it that belong to it."""

    grid: Grid
    header_rows: range
    columns: tuple[Column, ...]
    rows: tuple[int, ...]
    again: tuple[int, ...] = ()
    """Rows that only repeat the header."""
    sections: Mapping[int, tuple[int, str]] = field(default_factory=dict)
    """Data row → row and text of the heading above it, e.g. 【情報管理課】."""

    def of(self, *fields: str, rank: int | None = None, role: str | None = None) -> list[Column]:
        """The columns that mean one of these; of a rank or role only, if it is given."""
        found = (each for each in self.columns if each.meaning.field in fields)
        return [c for c in found if rank in (None, c.meaning.rank) and role in (None, c.meaning.role)]

    @property
    def is_contacts(self) -> bool:
        """Whether each row is a contact: who contacts whom, without the people themselves."""
        return bool(self.of("caller") and self.of("target", "contact")) and not self.of("name", "post", "role")


_HEADING = re.compile(r"^[【\[■●◆◎▼○□◇▽<〈《]|[】\]>〉》]$")


def find_tables(grid: Grid, header: int | None = None, given: Mapping[str, Meaning] | None = None) -> list[SheetTable]:
    """All tables of a sheet from top to bottom; `header` names the first header row, `given` the meaning of columns."""
    found: list[SheetTable] = []
    at = header or 1
    heads: list[tuple[range, tuple[Column, ...]]] = []
    while at <= grid.rows:
        if at not in grid.filled:
            at += 1
            continue
        depth = _header_depth(grid, at, forced=header == at)
        if heads and depth and _holds_titles(grid, at):
            depth = 0
        if depth and not (heads and _repeats(grid, at, depth, *heads[-1])):
            heads.append((range(at, at + depth), _columns(grid, range(at, at + depth), given or {})))
        at += depth or 1
    for i, (rows, columns) in enumerate(heads):
        end = _before_caption(grid, heads[i + 1][0].start) if i + 1 < len(heads) else grid.rows + 1
        below = range(rows.stop, end)
        found += [_table(grid, rows, block, below) for block in _side_by_side(columns, _gaps(grid, rows, below))]
    return found


def _header_depth(grid: Grid, row: int, forced: bool) -> int:
    """How many rows from `row` on are one header; 0 if none begins here."""
    if forced:
        return 2 if _is_below(grid, row) else 1
    known, others = _known(grid, row)
    fields = {(each.field, each.rank) for each in known}
    if len(fields) < 2 and _spans(grid, row) and known and row < grid.rows:
        more, strange = _known(grid, row + 1)
        return (
            0
            if strange or len({(m.field, m.rank) for m in more} | fields) < 3
            else 1 + _header_depth(grid, row + 1, False)
        )
    if len(fields) < 2 or others > len(known):
        return 0
    depth = 1
    while depth < 3 and _is_below(grid, row + depth - 1):
        depth += 1
    return depth


def _holds_titles(grid: Grid, row: int) -> bool:
    """Whether what looks like a header below a header is a row of posts such as 管理者 and 副管理者."""
    texts = {grid.text((row, c)) for c in grid.filled[row]}
    return sum(classify(text) is not None and not is_title(text) for text in texts) < 2


def _before_caption(grid: Grid, header: int) -> int:
    """The row below the data above a header: one text alone between a blank row and the header is its caption."""
    row = header - 1
    while row > 1 and row not in grid.filled:
        row -= 1
    alone = len({grid.origin((row, c)) for c in grid.filled.get(row, ())}) == 1
    return row if alone and row - 1 not in grid.filled else header


def _gaps(grid: Grid, header: range, rows: range) -> set[int]:
    """Columns without any value from the last header row on."""
    used = {c for row in (header.stop - 1, *rows) for c in grid.filled.get(row, ())}
    return set(range(1, grid.columns + 1)) - used


def _spans(grid: Grid, row: int) -> bool:
    """Whether a cell of the row is merged over several columns, but not over the whole table."""
    return 0 < grid.across[row] < grid.columns - 1


def _known(grid: Grid, row: int) -> tuple[list[Meaning], int]:
    """Meanings of the row's own texts, and how many of its texts are no header."""
    texts = {grid.origin((row, c)): grid.text((row, c)) for c in grid.filled.get(row, ())}
    found = [classify(text) for text in texts.values()]
    return [each for each in found if each], found.count(None)


def _is_below(grid: Grid, row: int) -> bool:
    """Whether the next row refines this header: it names columns, and nothing in it is data."""
    below = row + 1
    own = [c for c in grid.filled.get(below, ()) if grid.origin((below, c))[0] == below]
    if not own:
        return False
    split = any(not grid.text((row, c)) or grid.origin((row, c)) != (row, c) for c in own)
    texts = [grid.text((below, c)) for c in own]
    known = [classify(text) or _ranks(grid, row, c, text) for c, text in zip(own, texts, strict=True)]
    return all(known) and (split or len(texts) < len(grid.filled.get(row, ()))) and not _same_texts(grid, row, below)


def _ranks(grid: Grid, row: int, column: int, text: str) -> bool:
    """Whether the text numbers the deputies whose header stands above it or above its left neighbours."""
    above = next((t for c in range(column, 0, -1) if (t := grid.text((row, c)))), "")
    meaning = classify(above)
    return bool(meaning and meaning.rank and re.fullmatch(r"第?[1-9一二三四五](?:順位者?|位|番目)?", key(text)))


def _same_texts(grid: Grid, one: int, other: int) -> bool:
    return [key(grid.text((one, c))) for c in grid.filled[one]] == [
        key(grid.text((other, c))) for c in grid.filled[other]
    ]


def _repeats(grid: Grid, row: int, depth: int, header: range, columns: Sequence[Column]) -> bool:
    """Whether the header that begins here is the one already in force, or the first row of it."""
    texts = {c: key(joined(grid, range(row, row + depth), c)) for c in range(1, grid.columns + 1)}
    known = {each.number: key(each.header) for each in columns if each.header}
    return {c: text for c, text in texts.items() if text} == known or _same_texts(grid, row, header.start)


def _columns(grid: Grid, rows: range, given: Mapping[str, Meaning]) -> tuple[Column, ...]:
    found = []
    for number in range(1, grid.columns + 1):
        header = joined(grid, rows, number)
        meaning, why = classify(header), "header"
        if meaning is None and header:
            meaning = classify(line(grid.text((rows.stop - 1, number))))
            if meaning and not meaning.rank:
                meaning = replace(meaning, rank=_rank_above(header))
        if hand := given.get(letters(number).casefold()) or given.get(key(header)):
            meaning, why = hand, "map"
        found.append(Column(number, header, meaning or UNKNOWN, why if meaning else ""))  # type: ignore[arg-type]
    for left, right in pairwise(found):
        if pair := _pair(grid, rows.stop - 1, left, right):
            found[left.number - 1], found[right.number - 1] = pair
    return tuple(found)


def _rank_above(header: str) -> int:
    """The deputy that a heading over several columns speaks of: 推進員(副) 氏名, but not 副部長 氏名."""
    heading = header.rsplit(" ", 1)[0]
    return 0 if is_title(heading) else rank_in(heading)


def _pair(grid: Grid, row: int, left: Column, right: Column) -> tuple[Column, Column] | None:
    """One header for two columns, 所属・職 or 職・氏名, merged or above the first of them: each has its part."""
    parts = re.split("[・/／、]", line(grid.text((row, left.number))))
    known = list(filter(None, map(classify, parts)))
    one = grid.origin((row, left.number)) == grid.origin((row, right.number))
    if not len(parts) == len(known) == 2 or "map" in (left.why, right.why) or not (one or not right.header):
        return None
    if not any(grid.text((r, right.number)) for r in range(row + 1, grid.rows + 1)):
        return None
    return replace(left, meaning=known[0], why="header"), replace(
        right, header=left.header, meaning=known[1], why="header"
    )


def _side_by_side(columns: tuple[Column, ...], gaps: set[int]) -> Iterator[tuple[Column, ...]]:
    """The same header several times beside itself is several tables; so are people on both sides of a blank column."""
    filled = [each for each in columns if each.header]
    heads = [key(each.header) for each in filled]
    for size in range(2, len(heads) // 2 + 1):
        if len(heads) % size == 0 and heads == heads[:size] * (len(heads) // size):
            for start in range(0, len(heads), size):
                yield tuple(filled[start : start + size])
            return
    blocks = [tuple(block) for gap, block in groupby(columns, lambda column: column.number in gaps) if not gap]
    yield from blocks if len(blocks) > 1 and all(map(_stands_alone, blocks)) else [columns]


def _stands_alone(columns: tuple[Column, ...]) -> bool:
    """Whether columns tell who somebody is and how to reach them, without those beside them."""
    fields = {each.meaning.field for each in columns if not each.meaning.rank}
    return bool(fields & {"name", "post", "unit", "role", "caller"} and fields & {*REACH, "contact", "target"})


def _table(grid: Grid, header: range, columns: tuple[Column, ...], candidates: range) -> SheetTable:
    """The rows that hold data: not blank, no header again, no heading, no note."""
    heads = {each.number: each.header for each in columns if each.header}
    rows, again, sections = [], [], {}
    heading: tuple[int, str] | None = None
    for row in candidates:
        own = {c: grid.text((row, c)) for c in grid.filled.get(row, ())}
        texts = {c: own[c] for c in heads if c in own}
        distinct = {grid.origin((row, c)) for c in own}
        first = next(iter(own.values()), "")
        if all(is_arrow(text) or has_chain(text) for text in own.values()) or key(first) in SUMS:
            continue
        if all(key(text) and key(text) in key(heads[c]) for c, text in texts.items()) and len(texts) > 1:
            again.append(row)
        elif (
            len(distinct) == 1 and (_HEADING.search(first) or len(own) > max(2, len(heads) // 2)) and not is_note(first)
        ):
            heading = (row, line(first).strip("【】[]■●◆◎▼○□◇▽<>〈〉《》 "))
        elif texts and not is_note(first):
            rows.append(row)
            if heading:
                sections[row] = heading
    return SheetTable(grid, header, columns, tuple(rows), tuple(again), sections)


def with_meaning(table: SheetTable, number: int, meaning: Meaning, why: Why) -> SheetTable:
    """The table with another meaning for one column."""
    columns = tuple(replace(c, meaning=meaning, why=why) if c.number == number else c for c in table.columns)
    return replace(table, columns=columns)
