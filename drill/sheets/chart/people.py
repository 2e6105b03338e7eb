"""Who a cell means: a person by exact name, the holder of a post by its title, or somebody not met before."""

from __future__ import annotations

import re

from drill.model.basics import ChannelKind
from drill.model.problems import nearest
from drill.sheets.chart.columns import CHANNELS, REACH
from drill.sheets.chart.draft import HOURS, Data, Draft
from drill.sheets.chart.log import CellLog
from drill.sheets.chart.tables import Column, SheetTable
from drill.sheets.kit.dates import read_day, read_span
from drill.sheets.kit.grid import Cell, Grid
from drill.sheets.kit.naming import SIGNS, mentions
from drill.sheets.kit.normal import YES, is_ditto, is_nothing, key, line, wide
from drill.sheets.kit.numbers import read_numbers
from drill.sheets.kit.titles import Named, read_name
from drill.text.catalogue import Word
from drill.text.choices import CHANNEL


def mentioned(
    log: CellLog, table: SheetTable, row: int, column: int, posts: bool = False
) -> list[tuple[str, list[Data]]]:
    """The people of a cell with the numbers beside each name; who is called by a number alone is nobody."""
    text, cell = log.raw(table, row, column), (row, column)
    people, stray = mentions(text, posts)
    if re.search(r"\d", text) and not any(re.search(r"[^\W\d_]", each.name) for each in people):
        log.refuse("XS026", table.grid, cell, text=text)
        return [("", [])]
    if stray:
        log.refuse("XS064", table.grid, cell, line(stray))
    return [
        (each.name, _found(log, table.grid, cell, each.numbers, None, "always") if each.numbers else [])
        for each in people
    ]


def holder(draft: Draft, log: CellLog, grid: Grid, cell: Cell, named: Named, numbers: list[Data]) -> str:
    """The person a row is about; the same name is the same person unless all numbers differ."""
    name = named.name or named.title
    for known in draft.people(name):
        before = draft.persons[known]["channels"]
        ways = {each["kind"] for each in before} & {each["kind"] for each in numbers}
        strange = ways and not any(each in before for each in numbers)
        origin = draft.seen[known][1]
        if strange:
            log.say("XS036", grid, cell, name=name, row=origin[0])
        else:
            if grid.origin(cell) != origin:
                log.say("XS035", grid, cell, name=name, row=origin[0])
            return known
    return _new(draft, log, grid, cell, named)


def deputy(draft: Draft, log: CellLog, grid: Grid, cell: Cell, text: str) -> str:
    """The person a deputy's cell means; who is not in the sheet otherwise becomes a new person, and it is said."""
    if len(posts := draft.posts_called(text)) == 1:
        post = draft.posts[posts[0]]
        if post.get("holder"):
            return str(post["holder"])
        log.say("XS033", grid, cell, name=text)
        return draft.add_person(text, grid, cell)
    if len(posts) > 1:
        log.say("XS031", grid, cell, name=text, count=len(posts))
        return draft.add_person(text, grid, cell)
    named = read_name(text)
    name = named.name or named.title
    if named.remark or (named.title and named.name and not draft.posts_called(named.title)):
        _keep(log, grid, cell, named)
    found = draft.people(name)
    if len(found) == 1:
        return found[0]
    if found:
        log.say("XS031", grid, cell, name=name, count=len(found))
    else:
        like = draft.like_person(name) if named.name else draft.post_names()
        log.say("XS030", grid, cell, name=name, near=nearest(name, like))
    return _new(draft, log, grid, cell, named)


def _new(draft: Draft, log: CellLog, grid: Grid, cell: Cell, named: Named) -> str:
    if set(SIGNS) & set(named.name):
        log.say("XS068", grid, cell, name=named.name)
    return draft.add_person(named.name or named.title, grid, cell)


def _keep(log: CellLog, grid: Grid, cell: Cell, named: Named) -> None:
    words = " ".join(filter(None, (named.title if named.name else "", named.remark)))
    log.refuse("XS032", grid, cell, words, text=words, name=named.name or named.title)


def keep_title(log: CellLog, grid: Grid, cell: Cell, named: Named, post: str) -> None:
    """Say what stood beside a name and is in no part of the post's name."""
    title = "" if key(named.title) in key(post) else named.title
    if named.remark or (named.name and title):
        _keep(log, grid, cell, Named(named.name, title if named.name else named.title, named.remark))


def channels(
    draft: Draft, log: CellLog, table: SheetTable, row: int, rank: int, role: str, people: int = 1
) -> list[list[Data]]:
    """Ways of reaching each of so many people of a row, in the order of the columns.

    Of a cell with as many numbers as there are people each has one; who has how many others nobody knows.
    """
    found: list[list[Data]] = [[] for _ in range(people)]
    for column in table.of(*REACH, rank=rank, role=role):
        lost = len(log.unread)
        numbers = _numbers(draft, log, table, row, column)
        if people == 1:
            found[0] += [each for each in numbers if each not in found[0]]
        elif len(numbers) == people and len(log.unread) == lost:
            for own, each in zip(found, numbers, strict=True):
                own.append(each)
        elif numbers:
            log.refuse("XS064", table.grid, (row, column.number))
    return found


def _numbers(draft: Draft, log: CellLog, table: SheetTable, row: int, column: Column) -> list[Data]:
    grid, cell, kind = table.grid, (row, column.number), CHANNELS.get(column.meaning.field)
    text = log.raw(table, row, column.number)
    hours = column.meaning.hours
    if is_nothing(text) or not text:
        return []
    if hours != "always" and hours not in draft.hours:
        draft.hours[hours] = HOURS[hours]
        log.say("XS047", grid, cell, hours=HOURS[hours], name=hours)
    if kind and key(text) in YES:
        return [_channel(kind, None, hours)]
    if kind == "chat" or (kind == "radio" and not re.search(r"\d", wide(text))):
        return [_channel(kind, line(text), hours)]
    return _found(log, grid, cell, text, kind, hours)


def _found(log: CellLog, grid: Grid, cell: Cell, text: str, kind: ChannelKind | None, hours: str) -> list[Data]:
    """The numbers of a text as channels, with what has to be said about them."""
    found, rest = read_numbers(text, kind)
    for each in found:
        if each.restored:
            log.say("XS022", grid, cell, text=each.address)
        mail_elsewhere = kind is not None and kind != "mail" and each.kind == "mail" and not each.wrong
        if each.guessed or mail_elsewhere:
            log.say("XS023", grid, cell, text=each.address, kind=Word(CHANNEL[each.kind]))
        if each.wrong or (kind == "mail" and each.kind != "mail"):
            log.say("XS021", grid, cell, text=each.address)
    rest = "" if is_nothing(rest) or is_ditto(rest) else rest
    if rest:
        log.refuse("XS025" if kind == "mail" else "XS024", grid, cell, rest, text=rest)
    return [_channel(each.kind, each.address, hours) for each in found]


def _channel(kind: str, address: str | None, hours: str) -> Data:
    channel = {"kind": kind, "hours": hours, "address": address}
    return {name: value for name, value in channel.items() if value is not None and value != "always"}


def about(draft: Draft, log: CellLog, table: SheetTable, row: int, rank: int, role: str, person: str) -> None:
    """Site, verification and leave of a person; also what belongs to the person's post is left to the caller."""
    for column in table.of("site", "verified", "leave", rank=rank, role=role):
        cell = (row, column.number)
        if not (text := log.text(table, row, column.number)):
            continue
        entry = draft.persons[person]
        match column.meaning.field:
            case "site":
                places = [log.text(table, row, c.number) for c in table.of("site", rank=rank)]
                entry["site"] = draft.site(" ".join(filter(None, places)))
            case "verified":
                if day := day_of(log, table, row, column.number):
                    entry["verified"] = max(day, entry.get("verified", day))
            case _:
                if span := read_span(table.grid.value(cell)):
                    entry.setdefault("leave", []).append({"from": span[0], "to": span[1]})
                else:
                    log.refuse("XS020", table.grid, cell, text=text)


def day_of(log: CellLog, table: SheetTable, row: int, column: int) -> object:
    """The day of a cell, or None with a message."""
    grid, cell = table.grid, (row, column)
    text = log.text(table, row, column)
    found = read_day(text if is_ditto(grid.text(cell)) else grid.value(cell)) if text else None
    if text and not found:
        log.refuse("XS020", grid, cell, text=text)
    return found
