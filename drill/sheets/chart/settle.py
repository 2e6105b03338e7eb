"""Columns whose header leaves their meaning open: their contents or their neighbours decide, and it is said."""

from __future__ import annotations

from dataclasses import replace

from drill.sheets.chart.columns import REACH, UNKNOWN, Meaning
from drill.sheets.chart.log import CellLog
from drill.sheets.chart.tables import Column, SheetTable, with_meaning
from drill.sheets.kit.numbers import is_reachable
from drill.text.catalogue import Word
from drill.text.choices import SHEETS_FIELD
from drill.text.normal import is_ditto, is_nothing, key


def settle(table: SheetTable, log: CellLog) -> SheetTable:
    """The table with every column's meaning decided."""
    for column in table.of("contact"):
        table = _contact(table, column, log)
    for column in table.of("post"):
        if key(column.header) == "担当" and column.why == "header":
            table = _charge(table, column, log)
    table = _second_people(table, log)
    return _neighbours(table, log)


def _say(table: SheetTable, column: Column, meaning: Meaning, code: str, log: CellLog) -> SheetTable:
    where = (table.header_rows.stop - 1, column.number)
    log.say(code, table.grid, where, header=column.header, taken=Word(SHEETS_FIELD[meaning.field]), rank=meaning.rank)
    return with_meaning(table, column.number, meaning, "contents")


def _contact(table: SheetTable, column: Column, log: CellLog) -> SheetTable:
    """連絡先: telephone numbers, the post to be contacted, or, before everything else, the post of the row itself?"""
    texts = [table.grid.text((row, column.number)) for row in table.rows]
    real = [text for text in texts if text and not is_nothing(text) and not is_ditto(text)]
    numbers = sum(map(is_reachable, real))
    first = min((c.number for c in table.of("post", "role", "name", "caller")), default=column.number + 1)
    owner = column.number < first and not table.of("post", "role", "caller")
    field = "number" if numbers * 2 > len(real) else "post" if owner else "target"
    return _say(table, column, replace(column.meaning, field=field), "XS012", log)


def _charge(table: SheetTable, column: Column, log: CellLog) -> SheetTable:
    """担当: the post, the person or the section, whichever no other column gives."""
    others = {c.meaning.field for c in table.columns if c is not column and not c.meaning.rank}
    field = "post" if not others & {"post", "role"} else "unit" if "name" in others else "name"
    return _say(table, column, Meaning(field), "XS012", log)


def _second_people(table: SheetTable, log: CellLog) -> SheetTable:
    """責任者 and 担当者 beside each other: two people of one row, each with the columns that follow."""
    first, role = "", ""
    for column in table.columns:
        meaning = column.meaning
        if meaning.rank or column.why == "map":
            continue
        if meaning.field == "name":
            head = column.header.split(" ")[0]
            if not first:
                first = head
            elif "者" in head and key(head) != key(first):
                role = head
                table = _say(table, column, replace(meaning, role=role), "XS057", log)
            else:
                log.say("XS011", table.grid, (table.header_rows.stop - 1, column.number), header=column.header)
                table = with_meaning(table, column.number, UNKNOWN, "")
        elif role and meaning.field in {*REACH, "site", "verified", "leave"}:
            table = with_meaning(table, column.number, replace(meaning, role=role), "contents")
    return table


def _neighbours(table: SheetTable, log: CellLog) -> SheetTable:
    """A header that comes again to the right of a deputy's name speaks of that deputy: 氏名 携帯 代理者 携帯."""
    seen: set[str] = set()
    rank = 0
    for column in table.columns:
        meaning = column.meaning
        if column.why == "map":
            continue
        if meaning.field == "name":
            rank = meaning.rank
        elif not meaning.rank and not meaning.role and meaning.field in {*REACH, "site", "post", "unit"}:
            if rank and key(column.header) in seen:
                table = _say(table, column, replace(meaning, rank=rank), "XS056", log)
            seen.add(key(column.header))
    return table
