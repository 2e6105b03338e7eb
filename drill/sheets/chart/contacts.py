"""Who contacts whom: from columns of their own, from a table of contacts, from arrows between posts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise, product
from typing import Any, NamedTuple

from drill.model.basics import ChannelKind, ContactKind
from drill.model.problems import nearest
from drill.sheets.chart.draft import HOURS, Data, Draft
from drill.sheets.chart.log import CellLog, TableRow
from drill.sheets.chart.tables import Column, SheetTable
from drill.sheets.kit.grid import Cell, Grid
from drill.sheets.kit.numbers import channel_called
from drill.sheets.kit.titles import read_name
from drill.text.normal import CHAIN, is_arrow, is_nothing, line, number_in, wide

_KINDS: tuple[tuple[str, ContactKind], ...] = (
    (r"報告|通報|report", "report"),
    (r"指示|命令|instruct", "instruct"),
    (r"協議|相談|consult", "consult"),
    (r"連携|共有|調整|liaise", "liaise"),
)
_LEVELS = re.compile(r"(?:レベル|lv\.?|level|l)\s*((?:\d[・,、~\-から ]*)+)\s*(以上|以下)?", re.IGNORECASE)
_CONDITIONS: tuple[tuple[str, str, object], ...] = (
    (r"公表しない|not publishing", "publishing", False),
    (r"公表(?:する|を行う)?|publi(?:cation|shing)", "publishing", True),
    (r"障害|failure", "class", "failure"),
    (r"不正(?:行為|利用|アクセス)?|misuse", "class", "misuse"),
    (r"紛失|盗難|loss", "class", "loss"),
    (r"第一報|初報|first notice|notice", "message", "notice"),
    (r"復旧(?:連絡)?|restoration notice|restoration", "message", "restoration"),
    (r"続報|update", "message", "update"),
    (r"招集|convening", "message", "convening"),
    (r"件数報告|count report", "message", "count"),
    (r"夜間|休日|時間外|閉庁時?|night", "hours", "night"),
    (r"平日|昼間|勤務時間内?|開庁時?|office", "hours", "office"),
)
_FILLER = re.compile(r"[\s・、,/及びと又はまたはのみ時場合に限るする発生だけ()]*")
_ALWAYS = {"常時", "すべて", "全て", "全件", "always", "all", "必ず"}
_ARROW = re.compile(rf"\s*[{CHAIN}]+\s*")
_DIRECTIONS: dict[str, tuple[int, int]] = {
    **dict.fromkeys("→⇒", (0, 1)),
    **dict.fromkeys("←⇐", (0, -1)),
    **dict.fromkeys("↓⇓▼", (1, 0)),
    **dict.fromkeys("↑⇑", (-1, 0)),
}
"""Rows and columns an arrow leads to."""
_BARE = 3
"""Keys of a contact that says nothing but who, whom and an assumed kind."""
_FAR = 30
"""Cells an arrow may be away from the posts it joins."""


class Ends(NamedTuple):
    """Callers and targets of a row, the kind that the header tells, and the column that names the others."""

    callers: list[str]
    targets: list[str]
    kind: ContactKind | None
    column: Column


def read_contacts(table: SheetTable, posts: Mapping[int, str], draft: Draft, log: CellLog) -> None:
    """The contacts of a table. In a table of people the row's own post is the other end."""
    for number in table.rows if table.is_contacts or table.of("caller", "target") else ():
        row = TableRow(table, number, draft, log, post=posts.get(number, ""))
        for ends in _ends(row):
            details, sure = _details(row, ends)
            for caller, target in product(ends.callers, ends.targets):
                if not _add(draft, {"from": caller, "to": target, **details}, sure):
                    row.refuse("XS044", ends.column)


def _ends(row: TableRow) -> list[Ends]:
    callers, targets = row.table.of("caller"), row.table.of("target")
    if row.table.is_contacts:
        kind = targets[0].meaning.kind or callers[0].meaning.kind
        return [Ends(_refs(row, callers[0]), _refs(row, targets[0]), kind, targets[0])]
    if not row.post:
        return []
    into = [Ends(_refs(row, each), [row.post], each.meaning.kind, each) for each in callers]
    return into + [Ends([row.post], _refs(row, each), each.meaning.kind, each) for each in targets]


def _refs(row: TableRow, column: Column) -> list[str]:
    """The posts a cell names; a whole text first, then its parts."""
    text = row.raw(column)
    if not text or is_nothing(text):
        return []
    if whole := _post(row.draft, text):
        return [whole]
    found: list[str] = []
    for part in filter(str.strip, re.split(r"[\n、,，／/;；]|(?=[①-⑩])|・", text)):
        name = re.sub(r"^\s*(?:[①-⑩]|\d+[.)．）])\s*", "", part).strip()
        if post := _post(row.draft, name) or _post(row.draft, name := name.strip(" ()（）→")):
            found.append(post)
        elif not is_nothing(name):
            near = nearest(line(name), row.draft.post_names())
            row.refuse("XS040", column, line(name), name=line(name), near=near)
    return found


def _post(draft: Draft, text: str) -> str | None:
    """The one post a text means: by name, role or title, by the name of its holder, or as `課長 甲野`."""
    named = read_name(text)
    for name in (text, named.title, re.sub(r"\(.*\)$", "", line(text))):
        posts = draft.posts_called(name) if name else []
        if len(posts) == 1:
            return posts[0]
    people = draft.people(named.name or text)
    held = [post for person in people for post, entry in draft.posts.items() if entry.get("holder") == person]
    return held[0] if len(held) == 1 else None


def _add(draft: Draft, contact: Data, sure: bool) -> bool:
    """A new contact. One whose kind was only assumed gives way to one that says it; False for a post to itself."""
    if contact["from"] == contact["to"]:
        return False
    same = draft.between.setdefault((contact["from"], contact["to"]), [])
    if sure:
        for each in [each for each, known in same if not known and len(each) == _BARE]:
            draft.contacts.remove(each)
            same.remove((each, False))
    elif same and len(contact) == _BARE:
        return True
    if (contact, sure) not in same:
        same.append((contact, sure))
        draft.contacts.append(contact)
    return True


def _details(row: TableRow, ends: Ends) -> tuple[Data, bool]:
    """Kind, order, condition, channels and deadline of a row, and whether the sheet says the kind."""
    found: Data = {}
    kind = ends.kind
    for column in row.table.of(*VALUES):
        text = row.text(column)
        if not text or not (ends.callers and ends.targets):
            continue
        field = column.meaning.field
        value = VALUES[field](text, row.table.grid.text((row.table.header_rows.stop - 1, column.number)))
        hours = value.get("hours") if field == "when" and value else None
        if value is None or (hours and hours not in HOURS):
            row.refuse(_UNREADABLE[field], column, text=text)
        elif field == "kind":
            kind = value
        elif field == "when":
            found["when"] = {**found.get("when", {}), **value}
            if hours:
                row.need_hours(hours, column)
        else:
            found["deadline_min" if field == "deadline" else field] = value
    if kind is None and ends.callers and ends.targets:
        row.say("XS042", ends.column)
    return {"kind": kind or "report", **found}, kind is not None


def _kind(text: str, _header: str = "") -> ContactKind | None:
    """The kind of contact a text names."""
    return next((kind for pattern, kind in _KINDS if re.search(pattern, text, re.IGNORECASE)), None)


def _order(text: str, _header: str = "") -> int | None:
    number = number_in(text)
    return number if number and len(wide(text)) < 8 else None


def _deadline(text: str, header: str = "") -> float | None:
    """Minutes; None if it is no such time."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(分|時間|min(?:utes)?\.?|h(?:ours?)?)?\s*(?:以内|まで)?", wide(text))
    if not found or float(found[1]) <= 0:
        return None
    hours = (found[2] or ("時" if "時間" in header.replace("制限時間", "") else "分"))[0] in "時h"
    return float(found[1]) * (60 if hours else 1)


def _ways(text: str, _header: str = "") -> list[ChannelKind] | None:
    """Channels in order; None if one of them is not known."""
    found: list[ChannelKind] = []
    for part in filter(None, re.split(r"[\s、,，／/・→;+及び()]+|又は|のち", wide(text))):
        if (kind := channel_called(part)) is None:
            return None
        found += [kind] if kind not in found else []
    return found or None


def _condition(text: str, header: str = "") -> Data | None:
    """When a contact is owed; None if a part of the text is not understood."""
    plain = wide(text).replace("\n", " ")
    if plain in _ALWAYS:
        return {}
    found: Data = {}
    if "レベル" in header or "level" in header.casefold():
        plain = re.sub(r"(?<![\w・~-])(?=\d)", "レベル", plain, count=1) if not _LEVELS.search(plain) else plain
    if levels := _LEVELS.search(plain):
        numbers = [int(n) for n in re.findall(r"\d", levels[1])]
        if any(n > 3 for n in numbers):
            return None
        low, high = min(numbers), max(numbers)
        spread = re.search(r"[~\-]|から", levels[1])
        chosen = range(low, 4) if levels[2] == "以上" else range(high + 1) if levels[2] else range(low, high + 1)
        found["level"] = list(chosen) if levels[2] or spread else numbers
        plain = plain[: levels.start()] + plain[levels.end() :]
    if named := re.search(r"(?:時間帯|hours)[: ]*([A-Za-z0-9_][\w.-]*)", plain, re.ASCII):
        found["hours"] = named[1]
        plain = plain[: named.start()] + plain[named.end() :]
    for pattern, field, value in _CONDITIONS:
        if field in found and field not in ("class", "message"):
            continue
        if match := re.search(pattern, plain, re.IGNORECASE):
            plain = plain[: match.start()] + plain[match.end() :]
            found[field] = [*found.get(field, []), value] if field in ("class", "message") else value
    return found if _FILLER.fullmatch(re.sub(_CONDITIONS[-2][0], "", plain)) else None


VALUES: dict[str, Callable[..., Any]] = {
    "kind": _kind,
    "order": _order,
    "by": _ways,
    "deadline": _deadline,
    "when": _condition,
}
"""What a cell says of a contact, given the header above it; None if that cannot be read."""
_UNREADABLE = {"kind": "XS041", "order": "XS046", "by": "XS043", "deadline": "XS045", "when": "XS048"}


def read_arrows(grid: Grid, rows: Mapping[int, str], draft: Draft, log: CellLog) -> None:
    """Contacts drawn by arrows: `A → B → C` in a cell, or an arrow in a cell of its own between two posts.

    `rows` leads from a data row to its post. A line of text counts only if every part of it is a known post.
    """
    for cell, value in sorted(grid.cells.items()):
        text = wide(str(value))
        if is_arrow(text) and text[0] in _DIRECTIONS:
            down, right = _DIRECTIONS[text[0]]
            found = [_beside(grid, cell, way, rows, draft) for way in ((-down, -right), (down, right))]
            log.use(grid, *(at for _, at in found if at))
            ends = [post for post, _ in found]
        elif len(parts := [p for p in _ARROW.split(text) if p]) > 1:
            ends = [_post(draft, part) for part in parts]
        else:
            continue
        if None in ends:
            log.refuse("XS049", grid, cell, text=line(text))
            continue
        log.use(grid, cell)
        log.say("XS042", grid, cell)
        for caller, target in pairwise(ends):
            if not _add(draft, {"from": caller, "to": target, "kind": "report"}, sure=False):
                log.refuse("XS044", grid, cell)


def _beside(
    grid: Grid, cell: Cell, way: tuple[int, int], rows: Mapping[int, str], draft: Draft
) -> tuple[str | None, Cell | None]:
    """The post an arrow comes from or leads to, and its cell: the next filled one that way, else the row's post."""
    row, column = cell
    for _ in range(_FAR):
        row, column = row + way[0], column + way[1]
        text = grid.text((row, column))
        if row < 1 or column < 1 or is_arrow(text):
            continue
        if text and (post := _post(draft, text)):
            return post, (row, column)
        if text or (way[0] and row in rows):
            return rows.get(row) if way[0] else None, None
    return None, None
