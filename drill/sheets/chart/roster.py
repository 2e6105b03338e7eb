"""Rows of people → persons and posts: who holds what, who stands in, how they are reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drill.sheets.chart.columns import REACH
from drill.sheets.chart.draft import Data, Draft
from drill.sheets.chart.log import CellLog, TableRow
from drill.sheets.chart.people import about, channels, day_of, deputy, holder, keep_title, mentioned
from drill.sheets.chart.tables import Column, SheetTable
from drill.sheets.kit.naming import is_vacant
from drill.sheets.kit.titles import Named, is_bare_title, is_title, read_name
from drill.text.normal import NO, YES, is_ditto, key, line, tidy


def read_posts(table: SheetTable, draft: Draft, log: CellLog) -> list[TableRow]:
    """The posts of a table with their holders. Deputies come later: they may be named further down."""
    roles = dict.fromkeys(column.meaning.role for column in table.of(*REACH, "name"))
    found: list[TableRow] = []
    for number in table.rows:
        for role in roles or {"": None}:
            if made := _read_post(TableRow(table, number, draft, log, role), found[-1] if found else None):
                found.append(made)
    return found


def read_people(table: SheetTable, draft: Draft, log: CellLog) -> SheetTable:
    """A list of people without posts adds numbers to those known by now; the table of the rows about others is left."""
    rest = []
    for number in table.rows:
        row = TableRow(table, number, draft, log)
        columns = row.of("name")
        known = draft.people(read_name(row.text(columns[0])).name) if columns else []
        if len(known) != 1:
            rest.append(number)
            continue
        for channel in channels(row, 0)[0]:
            draft.add_channel(known[0], channel)
        if unit := _unit(row):
            draft.persons[known[0]].setdefault("unit", {"ja": unit})
        about(row, 0, known[0])
        row.use(*table.of("id"))
    return replace(table, rows=tuple(rest))


def _read_post(row: TableRow, before: TableRow | None) -> TableRow | None:
    """The row with its post; None where it has none of its own."""
    column = next(iter(row.of("name")), None)
    (text, numbers), *others = mentioned(row, column) if column else [("", list[Data]())]
    named = Named("") if is_vacant(text) else read_name(text)
    ways, *rest = channels(row, 0, 1 + len(others))
    numbers += [each for each in ways if each not in numbers]
    unit = _unit(row)
    name, aliases = _post_name(row, unit, _title(row) or named.title)
    about_whom = column or _first(row.table)
    for (other, own), more in zip(others, rest, strict=True):
        row.lose(about_whom, " ".join([other, *(each["address"] for each in own + more if "address" in each)]))
    if others:
        names = [text, *(other for other, _ in others)]
        row.log.several(row.table.grid, row.cell(about_whom), names, "sheets.several.first")
    if not name and not text and numbers and _other(row):
        name = unit
    if not name and not named.called:
        _continue(row, before, numbers)
        return None
    keep_title(row, about_whom, named, " ".join((name, *aliases)))
    if before and before.role == row.role and _same_merged(row, before) and _same_person(before, named):
        _continue(row, before, numbers)
        return None
    if row.role and not text and not numbers:
        return None
    made = replace(row, post=_new_post(row, name, aliases, named, about_whom))
    _fill(made, named, numbers, unit, column)
    return made


def _new_post(row: TableRow, name: str, aliases: list[str], named: Named, about_whom: Column) -> str:
    draft = row.draft
    if not name:
        name = f"{row.number}行目の職"
        row.say("XS060", about_whom, name=named.called)
    ids = [(column, line(row.text(column))) for column in row.table.of("id")]
    if same := _elsewhere(row, name, named):
        row.say("XS067", _post_column(row), name=name)
        return same
    if any(draft.name(each) == name for each in draft.posts_called(name)):
        count = sum(known.startswith(name) for known in draft.post_names())
        row.say("XS034", _post_column(row), name=name)
        name = f"{name}（{count + 1}）"
    column, wanted = ids[-1] if ids and not row.role else (about_whom, "")
    post = draft.add_post(name, wanted)
    draft.tables[post] = row.table
    if wanted and post != wanted:
        row.refuse("XS061", column, text=wanted, id=post)
    draft.call(post, *aliases)
    return post


def _elsewhere(row: TableRow, name: str, named: Named) -> str | None:
    """The same post with the same holder, or without one, in a table read before."""
    for post in row.draft.posts_called(name):
        held = _holder_key(row.draft, post)
        if row.draft.tables.get(post) is not row.table and ("" in (held, named.called) or held == key(named.name)):
            return post
    return None


def _holder_key(draft: Draft, post: str) -> str:
    """The name of a post's holder as it is compared; empty without one."""
    person = draft.posts[post].get("holder")
    return key(draft.persons[person]["name"]["ja"]) if person else ""


def _fill(row: TableRow, named: Named, numbers: list[Data], unit: str, column: Column | None) -> None:
    """Who holds the post of a row, with what the sheet says about both; `column` is that of the name."""
    draft, entry = row.draft, row.draft.posts[row.post]
    name, about_whom = draft.name(row.post), column or _first(row.table)
    if named.called:
        person = holder(row, about_whom, named, numbers)
    elif "holder" in entry:
        person = entry["holder"]
    elif numbers or not column:
        person = draft.add_person(name, row.cell(about_whom))
        if column:
            row.say("XS037", column, name=name)
    else:
        row.say("XS038", column, name=name)
        return
    entry["holder"] = person
    for channel in numbers:
        draft.add_channel(person, channel)
    if unit and key(unit) != key(name):
        draft.persons[person].setdefault("unit", {"ja": unit})
    about(row, 0, person)
    for each in row.table.of("held_since"):
        if day := day_of(row, each):
            entry["held_since"] = day
    for each in row.table.of("scope", "external"):
        _flag(row, each, entry)
    if "訓練対象外" in name:
        entry["in_scope"] = False


def _flag(row: TableRow, column: Column, entry: Data) -> None:
    text = key(row.raw(column))
    yes = text in YES or text in ("外部", "庁外")
    if text and not yes and text not in NO and text not in ("内部", "庁内"):
        row.refuse("XS062", column, text=text)
    elif text:
        entry["in_scope" if column.meaning.field == "scope" else "external"] = yes


def read_deputies(row: TableRow) -> None:
    """The deputies of a post in order of rank, with what the sheet says about each."""
    entry = row.draft.posts[row.post]
    for rank in sorted({c.meaning.rank for c in row.table.columns if c.meaning.rank and c.meaning.role == row.role}):
        named = [
            (column, text, own)
            for column in row.of("name", rank=rank) or row.of("post", rank=rank)
            for text, own in mentioned(row, column, posts=True)
            if not is_vacant(text)
        ]
        ways = channels(row, rank, len(named) or 1)
        if ways[0] and not named:
            for column in filter(row.shown, row.table.of(*REACH, rank=rank)):
                row.refuse("XS064", column)
        people: list[str] = []
        for (column, text, own), more in zip(named, ways, strict=False):
            person = deputy(row, column, text)
            if person in (entry.get("holder"), *entry["deputies"], *people):
                row.refuse("XS063", column, text, name=text)
            else:
                people.append(person)
            for channel in own + more:
                row.draft.add_channel(person, channel)
        for person in people[:1]:
            about(row, rank, person)
        entry["deputies"] += people


def _first(table: SheetTable) -> Column:
    return next(iter((*table.of("post", "role", "name", "unit"), *table.columns)))


def _post_column(row: TableRow) -> Column:
    return next(iter((*row.about("role", "post"), _first(row.table))))


def _unit(row: TableRow) -> str:
    parts = [
        text
        for column in row.about("unit")
        if not (is_title(text := row.text(column)) and _shared(row, column, "post"))
    ]
    if not parts and row.number in row.table.sections:
        parts = [row.table.sections[row.number][1]]
    return _joined(parts)


def _title(row: TableRow) -> str:
    return _joined(
        text for column in row.about("post") if is_title(text := row.text(column)) or not _shared(row, column, "unit")
    )


def _joined(parts: Iterable[str]) -> str:
    """Each of these texts once."""
    return " ".join(dict.fromkeys(filter(None, parts)))


def _shared(row: TableRow, column: Column, field: str) -> bool:
    """Whether the column's cell is merged with one of that meaning: 副市長 or 守衛室 over 所属 and 職."""
    origin = row.table.grid.origin
    return any(origin(row.cell(other)) == origin(row.cell(column)) for other in row.about(field))


def _post_name(row: TableRow, unit: str, title: str) -> tuple[str, list[str]]:
    """What the post is called, and by which other names the sheet may mean it."""
    duty = " ".join(filter(None, map(row.text, row.about("role"))))
    if row.role:
        return f"{unit or title} {row.role}".strip(), [f"{unit}{title}{row.role}"]
    full = f"{unit} {title}" if title and unit and is_bare_title(title) and not title.startswith(unit) else title
    last = unit.rsplit(" ", 1)[-1]
    joined = f"{duty}（{full}）" if duty and full and key(duty) != key(full) else duty or full
    name = joined or (unit if row.about("name") or not row.table.of("post", "role") else "")
    aliases = [duty, title, full]
    if title:
        aliases += [f"{last}{title}", last.removesuffix(title[:1]) + title, f"{unit}{title}"]
    return tidy(name), list(filter(None, aliases))


def _same_merged(row: TableRow, before: TableRow) -> bool:
    """Whether the two rows show one merged post cell."""
    grid, column = row.table.grid, _post_column(row)
    cell = grid.origin(row.cell(column))
    return cell in grid.cells and cell == grid.origin(before.cell(column))


def _same_person(before: TableRow, named: Named) -> bool:
    """Whether a row names nobody else than the one before."""
    return not named.called or _holder_key(before.draft, before.post) == key(named.name) != ""


def _other(row: TableRow) -> bool:
    """Whether a row without post and name is about somebody else than the one above: a column before the numbers."""
    grid, at = row.table.grid, row.table.rows.index(row.number)
    before = row.table.rows[at - 1] if at else 0
    reach = next((c.number for c in row.table.of(*REACH)), 0)
    for column in row.table.columns:
        text = row.own(column)
        if column.number >= reach or not text or is_ditto(text):
            continue
        field = column.meaning.field
        if field in ("", "target", "caller") or (field == "unit" and text != grid.text((before, column.number))):
            return True
    return False


def _continue(row: TableRow, before: TableRow | None, numbers: list[Data]) -> None:
    """A row without a post or person of its own: more numbers of the row above, or nothing the chart can hold."""
    person = row.draft.posts[before.post].get("holder") if before and not _other(row) else None
    for column in filter(row.own, row.table.columns):
        field = column.meaning.field
        if person and field in REACH and not column.meaning.rank:
            row.say("XS065", column)
        elif person and field in ("count", "unit", "order"):
            row.use(column)
        elif field not in ("name", "post", "role"):
            row.refuse("XS066", column)
    for channel in numbers if person else ():
        row.draft.add_channel(str(person), channel)
