"""Rows of people → persons and posts: who holds what, who stands in, how they are reached."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drill.sheets.chart.columns import REACH
from drill.sheets.chart.draft import Data, Draft
from drill.sheets.chart.log import CellLog
from drill.sheets.chart.people import (
    about,
    channels,
    day_of,
    deputy,
    holder,
    keep_title,
    mentioned,
)
from drill.sheets.chart.tables import Column, SheetTable
from drill.sheets.kit.naming import is_vacant
from drill.sheets.kit.normal import NO, YES, is_ditto, key, line, tidy
from drill.sheets.kit.titles import Named, is_bare_title, is_title, read_name


@dataclass(frozen=True)
class RosterPost:
    """One post of one row; `role` tells several posts of a row apart."""

    table: SheetTable
    row: int
    role: str
    post: str


def read_posts(table: SheetTable, draft: Draft, log: CellLog) -> list[RosterPost]:
    """The posts of a table with their holders. Deputies come later: they may be named further down."""
    roles = dict.fromkeys(column.meaning.role for column in table.of(*REACH, "name"))
    seats: list[RosterPost] = []
    for row in table.rows:
        for role in roles or {"": None}:
            _read_seat(RosterPost(table, row, role, ""), draft, log, seats)
    return seats


def read_people(table: SheetTable, draft: Draft, log: CellLog) -> SheetTable:
    """A list of people without posts adds numbers to those known by now; the table of the rows about others is left."""
    columns, rest = _own(table, "name"), []
    for row in table.rows:
        known = draft.people(read_name(log.text(table, row, columns[0].number)).name) if columns else []
        if len(known) != 1:
            rest.append(row)
            continue
        for channel in channels(draft, log, table, row, 0, "")[0]:
            draft.add_channel(known[0], channel)
        if unit := _unit(table, row, log):
            draft.persons[known[0]].setdefault("unit", {"ja": unit})
        about(draft, log, table, row, 0, "", known[0])
        log.use(table.grid, *((row, column.number) for column in table.of("id")))
    return replace(table, rows=tuple(rest))


def _read_seat(seat: RosterPost, draft: Draft, log: CellLog, seats: list[RosterPost]) -> None:
    table, row, role = seat.table, seat.row, seat.role
    name_column = next(iter(_own(table, "name", role=role)), None)
    (text, numbers), *others = mentioned(log, table, row, name_column.number) if name_column else [("", list[Data]())]
    named = Named("") if is_vacant(text) else read_name(text)
    ways, *rest = channels(draft, log, table, row, 0, role, 1 + len(others))
    numbers += [each for each in ways if each not in numbers]
    unit = _unit(table, row, log)
    title = _title(table, row, log)
    name, aliases = _post_name(table, row, log, unit, role, title or (named.title if name_column else ""))
    cell = (row, (name_column or _first(table)).number)
    for (other, own), more in zip(others, rest, strict=True):
        log.lose(table.grid, cell, " ".join([other, *(each["address"] for each in own + more if "address" in each)]))
    if others:
        log.several(table.grid, cell, [text, *(other for other, _ in others)], "sheets.several.first")
    before = seats[-1] if seats else None
    if not name and not text and numbers and _other(table, row):
        name = unit
    if not name and not named.name and not named.title:
        _continue(table, row, before, numbers, draft, log)
        return
    keep_title(log, table.grid, cell, named, " ".join((name, *aliases)))
    if (
        before
        and before.role == role
        and _same_merged(table, row, before.row)
        and (not (named.name or named.title) or _same_person(draft, before, named))
    ):
        _continue(table, row, before, numbers, draft, log)
        return
    post = _new_post(seat, draft, log, name, aliases, named, cell)
    if role and not text and not numbers:
        del draft.posts[post]
        return
    _fill(RosterPost(table, row, role, post), draft, log, named, numbers, unit, cell, bool(name_column))
    seats.append(RosterPost(table, row, role, post))


def _new_post(
    seat: RosterPost, draft: Draft, log: CellLog, name: str, aliases: list[str], named: Named, cell: tuple[int, int]
) -> str:
    grid = seat.table.grid
    if not name:
        name = f"{seat.row}行目の職"
        log.say("XS060", grid, cell, name=named.name or named.title)
    wanted = ""
    for column in seat.table.of("id"):
        wanted = line(log.text(seat.table, seat.row, column.number))
    if same := _elsewhere(seat, draft, name, named):
        log.say("XS067", grid, _post_cell(seat.table, seat.row), name=name)
        return same
    if name in draft.names:
        count = sum(known.startswith(name) for known in draft.names)
        log.say("XS034", grid, _post_cell(seat.table, seat.row), name=name)
        name = f"{name}（{count + 1}）"
    post = draft.add_post(name, "" if seat.role else wanted)
    draft.tables[post] = seat.table
    if wanted and post != wanted and not seat.role:
        where = (seat.row, seat.table.of("id")[0].number)
        log.refuse("XS061", grid, where, text=wanted, id=post)
    draft.call(post, *aliases)
    return post


def _elsewhere(seat: RosterPost, draft: Draft, name: str, named: Named) -> str | None:
    """The same post with the same holder, or without one, in a table read before."""
    for post in draft.posts_called(name):
        person = draft.posts[post].get("holder")
        held = key(draft.persons[person]["name"]["ja"]) if person else ""
        where = draft.tables.get(post)
        if where is not seat.table and ("" in (held, named.name or named.title) or held == key(named.name)):
            return post
    return None


def _fill(
    seat: RosterPost,
    draft: Draft,
    log: CellLog,
    named: Named,
    numbers: list[Data],
    unit: str,
    cell: tuple[int, int],
    named_here: bool,
) -> None:
    table, entry = seat.table, draft.posts[seat.post]
    if named.name or named.title:
        person = holder(draft, log, table.grid, cell, named, numbers)
    elif "holder" in entry:
        person = entry["holder"]
    elif numbers or not named_here:
        person = draft.add_person(entry["name"]["ja"], table.grid, cell)
        if named_here:
            log.say("XS037", table.grid, cell, name=entry["name"]["ja"])
    else:
        log.say("XS038", table.grid, cell, name=entry["name"]["ja"])
        return
    entry["holder"] = person
    for channel in numbers:
        draft.add_channel(person, channel)
    if unit and key(unit) != key(entry["name"]["ja"]):
        draft.persons[person].setdefault("unit", {"ja": unit})
    about(draft, log, table, seat.row, 0, seat.role, person)
    for column in table.of("held_since"):
        if day := day_of(log, table, seat.row, column.number):
            entry["held_since"] = day
    for column in table.of("scope", "external"):
        _flag(table, seat.row, column, entry, log)
    if "訓練対象外" in entry["name"]["ja"]:
        entry["in_scope"] = False


def _flag(table: SheetTable, row: int, column: Column, entry: Data, log: CellLog) -> None:
    text = key(log.raw(table, row, column.number))
    yes = text in YES or text in ("外部", "庁外")
    if text and not yes and text not in NO and text not in ("内部", "庁内"):
        log.refuse("XS062", table.grid, (row, column.number), text=text)
    elif text and column.meaning.field == "scope":
        entry["in_scope"] = yes
    elif text:
        entry["external"] = yes


def read_deputies(seat: RosterPost, draft: Draft, log: CellLog) -> None:
    """The deputies of a post in order of rank, with what the sheet says about each."""
    table, row = seat.table, seat.row
    entry = draft.posts[seat.post]
    ranks = sorted({c.meaning.rank for c in table.columns if c.meaning.rank and c.meaning.role == seat.role})
    for rank in ranks:
        named = [
            (column, text, own)
            for column in _ranked(table, rank, seat.role)
            for text, own in mentioned(log, table, row, column.number, posts=True)
            if not is_vacant(text)
        ]
        ways = channels(draft, log, table, row, rank, seat.role, len(named) or 1)
        if ways[0] and not named:
            for column in table.of(*REACH, rank=rank):
                if table.grid.text((row, column.number)):
                    log.refuse("XS064", table.grid, (row, column.number))
        people: list[str] = []
        for (column, text, own), more in zip(named, ways, strict=False):
            cell = (row, column.number)
            person = deputy(draft, log, table.grid, cell, text)
            if person in (entry.get("holder"), *entry["deputies"], *people):
                log.refuse("XS063", table.grid, cell, text, name=text)
            else:
                people.append(person)
            for channel in own + more:
                draft.add_channel(person, channel)
        for person in people[:1]:
            about(draft, log, table, row, rank, seat.role, person)
        entry["deputies"] += people


def _ranked(table: SheetTable, rank: int, role: str) -> list[Column]:
    """Columns that name a deputy: by name or, without one, by post."""
    return table.of("name", rank=rank, role=role) or table.of("post", rank=rank, role=role)


def _own(table: SheetTable, *fields: str, role: str = "") -> list[Column]:
    return table.of(*fields, rank=0, role=role)


def _first(table: SheetTable) -> Column:
    return next(iter((*table.of("post", "role", "name", "unit"), *table.columns)))


def _post_cell(table: SheetTable, row: int) -> tuple[int, int]:
    return row, next(iter((*_own(table, "role", "post"), _first(table)))).number


def _unit(table: SheetTable, row: int, log: CellLog) -> str:
    parts = [
        text
        for column in _own(table, "unit")
        if not (is_title(text := log.text(table, row, column.number)) and _shared(table, row, column, "post"))
    ]
    if not parts and row in table.sections:
        parts = [table.sections[row][1]]
    return " ".join(dict.fromkeys(filter(None, parts)))


def _title(table: SheetTable, row: int, log: CellLog) -> str:
    texts = {
        text: None
        for column in _own(table, "post")
        if (text := log.text(table, row, column.number)) and (is_title(text) or not _shared(table, row, column, "unit"))
    }
    return " ".join(texts)


def _shared(table: SheetTable, row: int, column: Column, field: str) -> bool:
    """Whether the column's cell is merged with one of that meaning: 副市長 or 守衛室 over 所属 and 職."""
    origin = table.grid.origin((row, column.number))
    return any(table.grid.origin((row, other.number)) == origin for other in _own(table, field))


def _post_name(table: SheetTable, row: int, log: CellLog, unit: str, role: str, title: str) -> tuple[str, list[str]]:
    """What the post is called, and by which other names the sheet may mean it."""
    duty = " ".join(filter(None, (log.text(table, row, c.number) for c in _own(table, "role"))))
    if role:
        name = f"{unit or title} {role}".strip()
        return name, [f"{unit}{title}{role}"]
    full = f"{unit} {title}" if title and unit and is_bare_title(title) and not title.startswith(unit) else title
    last = unit.rsplit(" ", 1)[-1]
    short = last.removesuffix(title[:1]) + title if title and last else ""
    joined = f"{duty}（{full}）" if duty and full and key(duty) != key(full) else duty or full
    name = joined or (unit if _own(table, "name") or not table.of("post", "role") else "")
    aliases = [
        duty,
        title,
        full,
        f"{last}{title}" if title else "",
        short,
        f"{unit}{title}" if title else "",
    ]
    return tidy(name), [each for each in aliases if each]


def _same_merged(table: SheetTable, row: int, before: int) -> bool:
    """Whether the two rows show one merged post cell."""
    column = _post_cell(table, row)[1]
    cell = table.grid.origin((row, column))
    return cell in table.grid.cells and cell == table.grid.origin((before, column))


def _same_person(draft: Draft, seat: RosterPost, named: Named) -> bool:
    person = draft.posts[seat.post].get("holder")
    return person is not None and key(draft.persons[person]["name"]["ja"]) == key(named.name)


def _other(table: SheetTable, row: int) -> bool:
    """Whether a row without post and name is about somebody else than the one above: a column before the numbers."""
    grid, at = table.grid, table.rows.index(row)
    before = table.rows[at - 1] if at else 0
    reach = next((c.number for c in table.of(*REACH)), 0)
    for column in table.columns:
        cell, text = (row, column.number), grid.text((row, column.number))
        if column.number >= reach or not text or is_ditto(text) or grid.origin(cell) != cell:
            continue
        field = column.meaning.field
        if field in ("", "target", "caller") or (field == "unit" and text != grid.text((before, column.number))):
            return True
    return False


def _continue(
    table: SheetTable, row: int, before: RosterPost | None, numbers: list[Data], draft: Draft, log: CellLog
) -> None:
    """A row without a post or person of its own: more numbers of the row above, or nothing the chart can hold."""
    person = draft.posts[before.post].get("holder") if before and not _other(table, row) else None
    for column in table.columns:
        cell = (row, column.number)
        if not table.grid.text(cell) or table.grid.origin(cell) != cell:
            continue
        field = column.meaning.field
        if person and field in REACH and not column.meaning.rank:
            log.say("XS065", table.grid, cell)
        elif person and field in ("count", "unit", "order"):
            log.use(table.grid, cell)
        elif field not in ("name", "post", "role"):
            log.refuse("XS066", table.grid, cell)
    for channel in numbers if person else ():
        draft.add_channel(str(person), channel)
