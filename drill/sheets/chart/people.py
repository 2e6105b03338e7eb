"""Who a cell means: a person by exact name, the holder of a post by its title, or somebody not met before."""

from __future__ import annotations

import re

from drill.model.basics import ChannelKind
from drill.model.problems import nearest
from drill.sheets.chart.columns import CHANNELS, REACH
from drill.sheets.chart.draft import HOURS, Data, Draft
from drill.sheets.chart.log import Log
from drill.sheets.chart.tables import Column, Table
from drill.sheets.kit.dates import read_day, read_span
from drill.sheets.kit.grid import Cell, Grid
from drill.sheets.kit.normal import VACANT, YES, is_ditto, is_nothing, key, line, wide
from drill.sheets.kit.numbers import apart, read_numbers
from drill.sheets.kit.titles import Named, is_title, read_name

_SPLIT = re.compile(r"[\n、,，／/;；]|(?=[①-⑩])|(?<=\S)\s+(?=\d[.)．）])")
_NO_PERSON = re.compile(r"[部課係室局班署]$|^\(.*\)$")
_SHORT = 3
"""Characters of a surname or a first name on a line of its own are fewer."""
_NUMBERED = re.compile(r"^\s*(?:[①-⑩]|第?\d\s*(?:順位|位|[.)．）:：]))\s*[:：]?\s*")


def is_vacant(text: str) -> bool:
    """Whether a cell says that nobody holds the post."""
    return not text or is_nothing(text) or key(text).strip("()[]【】") in VACANT


def names_in(text: str) -> list[str]:
    """The names of a cell that may hold several; a title on a line of its own belongs to the name below it."""
    if is_nothing(text):
        return []
    if "\n" in text and is_person(text):
        return [line(text)]
    parts = (_NUMBERED.sub("", part).strip() for part in _SPLIT.split(text))
    return [line(part) for part in parts if part and not is_vacant(part)]


def is_person(text: str) -> bool:
    """Whether the lines of a cell are one person: title and name, or a name that was broken."""
    lines = wide(text).split("\n")
    named = [each for each in lines if not (is_title(each) or is_vacant(each) or _NO_PERSON.search(each))]
    return len(named) < 2 or (len(lines) == 2 and max(map(len, lines)) < _SHORT)


def split_cell(log: Log, table: Table, row: int, column: int) -> tuple[str, list[Data]]:
    """The name in a cell and the numbers written with it; who is called by a number alone is nobody."""
    text, cell = log.raw(table, row, column), (row, column)
    words, numbers = apart(text)
    if re.search(r"\d", text) and not re.search(r"[^\W\d_]", words):
        log.say("XS026", table.grid, cell, text=text)
        log.lose(table.grid, cell)
        return "", []
    if not numbers:
        return text, []
    return words, _found(log, table.grid, cell, numbers, None, "always")


def holder(draft: Draft, log: Log, grid: Grid, cell: Cell, named: Named, numbers: list[Data]) -> str:
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
    return draft.add_person(name, grid, cell)


def deputy(draft: Draft, log: Log, grid: Grid, cell: Cell, text: str) -> str:
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
    return draft.add_person(name, grid, cell)


def _keep(log: Log, grid: Grid, cell: Cell, named: Named) -> None:
    words = " ".join(filter(None, (named.title if named.name else "", named.remark)))
    log.say("XS032", grid, cell, text=words, name=named.name or named.title)
    log.lose(grid, cell, words)


def keep_title(log: Log, grid: Grid, cell: Cell, named: Named, post: str) -> None:
    """Say what stood beside a name and is in no part of the post's name."""
    title = "" if key(named.title) in key(post) else named.title
    if named.remark or (named.name and title):
        _keep(log, grid, cell, Named(named.name, title if named.name else named.title, named.remark))


def channels(draft: Draft, log: Log, table: Table, row: int, rank: int, role: str) -> list[Data]:
    """All ways of reaching one person of a row, in the order of the columns."""
    found: list[Data] = []
    for column in table.of(*REACH):
        assert column.meaning
        if column.meaning.rank == rank and column.meaning.role == role:
            for each in _numbers(draft, log, table, row, column):
                if each not in found:
                    found.append(each)
    return found


def _numbers(draft: Draft, log: Log, table: Table, row: int, column: Column) -> list[Data]:
    assert column.meaning
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


def _found(log: Log, grid: Grid, cell: Cell, text: str, kind: ChannelKind | None, hours: str) -> list[Data]:
    """The numbers of a text as channels, with what has to be said about them."""
    found, rest = read_numbers(text, kind)
    for each in found:
        if each.restored:
            log.say("XS022", grid, cell, text=each.address)
        mail_elsewhere = kind is not None and kind != "mail" and each.kind == "mail" and not each.wrong
        if each.guessed or mail_elsewhere:
            log.say("XS023", grid, cell, text=each.address, kind=_word(each.kind))
        if each.wrong or (kind == "mail" and each.kind != "mail"):
            log.say("XS021", grid, cell, text=each.address)
    rest = "" if is_nothing(rest) or is_ditto(rest) else rest
    if rest:
        log.say("XS025" if kind == "mail" else "XS024", grid, cell, text=rest)
        log.lose(grid, cell, rest)
    return [_channel(each.kind, each.address, hours) for each in found]


def _word(kind: str) -> object:
    from drill.text.catalogue import Word

    return Word(f"channel.{kind}")


def _channel(kind: str, address: str | None, hours: str) -> Data:
    channel = {"kind": kind, "hours": hours, "address": address}
    return {name: value for name, value in channel.items() if value is not None and value != "always"}


def about(draft: Draft, log: Log, table: Table, row: int, rank: int, role: str, person: str) -> None:
    """Site, verification and leave of a person; also what belongs to the person's post is left to the caller."""
    for column in table.of("site", "verified", "leave"):
        assert column.meaning
        if column.meaning.rank != rank or column.meaning.role != role:
            continue
        cell = (row, column.number)
        if not (text := log.text(table, row, column.number)):
            continue
        entry = draft.persons[person]
        match column.meaning.field:
            case "site":
                places = [
                    log.text(table, row, c.number) for c in table.of("site") if c.meaning and c.meaning.rank == rank
                ]
                entry["site"] = draft.site(" ".join(filter(None, places)))
            case "verified":
                if day := day_of(log, table, row, column.number):
                    entry["verified"] = max(day, entry.get("verified", day))
            case _:
                if span := read_span(table.grid.value(cell)):
                    entry.setdefault("leave", []).append({"from": span[0], "to": span[1]})
                else:
                    log.say("XS020", table.grid, cell, text=text)
                    log.lose(table.grid, cell)


def day_of(log: Log, table: Table, row: int, column: int) -> object:
    """The day of a cell, or None with a message."""
    grid, cell = table.grid, (row, column)
    text = log.text(table, row, column)
    found = read_day(text if is_ditto(grid.text(cell)) else grid.value(cell)) if text else None
    if text and not found:
        log.say("XS020", grid, cell, text=text)
        log.lose(grid, cell)
    return found
