"""Who a cell means: a person by exact name, the holder of a post by its title, or somebody not met before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from drill.model.basics import ChannelKind
from drill.model.problems import nearest
from drill.sheets.chart.columns import CHANNELS, REACH
from drill.sheets.chart.draft import Data
from drill.sheets.chart.log import TableRow
from drill.sheets.chart.tables import Column
from drill.sheets.kit.dates import read_day, read_span
from drill.sheets.kit.naming import SIGNS, mentions
from drill.sheets.kit.numbers import read_numbers
from drill.sheets.kit.titles import Named, read_name
from drill.text.catalogue import Word
from drill.text.choices import CHANNEL
from drill.text.normal import YES, is_ditto, is_nothing, key, line, wide


def mentioned(row: TableRow, column: Column, posts: bool = False) -> list[tuple[str, list[Data]]]:
    """The people of a cell with the numbers beside each name; who is called by a number alone is nobody."""
    text = row.raw(column)
    people, stray = mentions(text, posts)
    if re.search(r"\d", text) and not any(re.search(r"[^\W\d_]", each.name) for each in people):
        row.refuse("XS026", column, text=text)
        return [("", [])]
    if stray:
        row.refuse("XS064", column, line(stray))
    return [(each.name, _found(row, column, each.numbers, None, "always")) for each in people]


def holder(row: TableRow, column: Column, named: Named, numbers: list[Data]) -> str:
    """The person a row is about; the same name is the same person unless all numbers differ."""
    for known in row.draft.people(named.called):
        before, origin = row.draft.persons[known]["channels"], row.draft.seen[known]
        ways = {each["kind"] for each in before} & {each["kind"] for each in numbers}
        if ways and not any(each in before for each in numbers):
            row.say("XS036", column, name=named.called, row=origin[0])
            continue
        if row.table.grid.origin(row.cell(column)) != origin:
            row.say("XS035", column, name=named.called, row=origin[0])
        return known
    return _new(row, column, named)


def deputy(row: TableRow, column: Column, text: str) -> str:
    """The person a deputy's cell means; who is not in the sheet otherwise becomes a new person, and it is said."""
    draft, posts = row.draft, row.draft.posts_called(text)
    if len(posts) == 1 and (held := draft.posts[posts[0]].get("holder")):
        return str(held)
    if posts:
        row.say("XS033", column, name=text) if len(posts) == 1 else row.say(
            "XS031", column, name=text, count=len(posts)
        )
        return draft.add_person(text, row.cell(column))
    named = read_name(text)
    if named.remark or (named.title and named.name and not draft.posts_called(named.title)):
        _keep(row, column, named)
    found = draft.people(named.called)
    if len(found) == 1:
        return found[0]
    if found:
        row.say("XS031", column, name=named.called, count=len(found))
    else:
        like = draft.like_person(named.name) if named.name else draft.post_names()
        row.say("XS030", column, name=named.called, near=nearest(named.called, like))
    return _new(row, column, named)


def _new(row: TableRow, column: Column, named: Named) -> str:
    if set(SIGNS) & set(named.name):
        row.say("XS068", column, name=named.name)
    return row.draft.add_person(named.called, row.cell(column))


def _keep(row: TableRow, column: Column, named: Named) -> None:
    row.refuse("XS032", column, named.beside, text=named.beside, name=named.called)


def keep_title(row: TableRow, column: Column, named: Named, post: str) -> None:
    """Say what stood beside a name and is in no part of the post's name."""
    if key(named.title) in key(post) and named.name:
        named = replace(named, title="")
    if named.beside:
        _keep(row, column, named)


def channels(row: TableRow, rank: int, people: int = 1) -> list[list[Data]]:
    """Ways of reaching each of so many people of a row, in the order of the columns.

    Of a cell with as many numbers as there are people each has one; who has how many others nobody knows.
    """
    found: list[list[Data]] = [[] for _ in range(people)]
    for column in row.of(*REACH, rank=rank):
        lost = len(row.log.unread)
        numbers = _numbers(row, column)
        if people == 1:
            found[0] += [each for each in numbers if each not in found[0]]
        elif len(numbers) == people and len(row.log.unread) == lost:
            for own, each in zip(found, numbers, strict=True):
                own.append(each)
        elif numbers:
            row.refuse("XS064", column)
    return found


def _numbers(row: TableRow, column: Column) -> list[Data]:
    text, kind, hours = row.raw(column), CHANNELS.get(column.meaning.field), column.meaning.hours
    if is_nothing(text) or not text:
        return []
    if hours != "always":
        row.need_hours(hours, column)
    if kind and key(text) in YES:
        return [_channel(kind, None, hours)]
    if kind == "chat" or (kind == "radio" and not re.search(r"\d", wide(text))):
        return [_channel(kind, line(text), hours)]
    return _found(row, column, text, kind, hours)


def _found(row: TableRow, column: Column, text: str, kind: ChannelKind | None, hours: str) -> list[Data]:
    """The numbers of a text as channels, with what has to be said about them."""
    found, rest = read_numbers(text, kind)
    for each in found:
        if each.restored:
            row.say("XS022", column, text=each.address)
        mail_elsewhere = kind is not None and kind != "mail" and each.kind == "mail" and not each.wrong
        if each.guessed or mail_elsewhere:
            row.say("XS023", column, text=each.address, kind=Word(CHANNEL[each.kind]))
        if each.wrong or (kind == "mail" and each.kind != "mail"):
            row.say("XS021", column, text=each.address)
    if rest and not (is_nothing(rest) or is_ditto(rest)):
        row.refuse("XS025" if kind == "mail" else "XS024", column, rest, text=rest)
    return [_channel(each.kind, each.address, hours) for each in found]


def _channel(kind: str, address: str | None, hours: str) -> Data:
    channel = {"kind": kind, "hours": hours, "address": address}
    return {name: value for name, value in channel.items() if value is not None and value != "always"}


def about(row: TableRow, rank: int, person: str) -> None:
    """Site, verification and leave of a person; also what belongs to the person's post is left to the caller."""
    entry = row.draft.persons[person]
    for column in row.of("site", "verified", "leave", rank=rank):
        if not (text := row.text(column)):
            continue
        match column.meaning.field:
            case "site":
                places = map(row.text, row.table.of("site", rank=rank))
                entry["site"] = row.draft.site(" ".join(filter(None, places)))
            case "verified":
                if day := day_of(row, column):
                    entry["verified"] = max(day, entry.get("verified", day))
            case _:
                if span := read_span(row.table.grid.value(row.cell(column))):
                    entry.setdefault("leave", []).append({"from": span[0], "to": span[1]})
                else:
                    row.refuse("XS020", column, text=text)


def day_of(row: TableRow, column: Column) -> date | None:
    """The day of a cell, or None with a message."""
    text = row.text(column)
    found = read_day(text if is_ditto(row.shown(column)) else row.table.grid.value(row.cell(column))) if text else None
    if text and not found:
        row.refuse("XS020", column, text=text)
    return found
