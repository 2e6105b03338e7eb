"""What a changed cell of a printed sheet does to the chart: one rule for each column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from drill.model.chart import Chart
from drill.model.problems import nearest
from drill.sheets.chart.contacts import VALUES
from drill.sheets.chart.draft import HOURS, Data
from drill.sheets.chart.everything import flatten, unflatten
from drill.sheets.chart.log import CellLog
from drill.sheets.chart.pages import KINDS, MARKED, SheetField, Shown, visible
from drill.sheets.kit.dates import find_day, read_day, read_span
from drill.sheets.kit.grid import Cell, Grid, cell_name
from drill.sheets.kit.naming import people_in
from drill.sheets.kit.numbers import read_numbers
from drill.sheets.kit.titles import read_name
from drill.text.catalogue import Word
from drill.text.choices import SHEETS_REASON
from drill.text.normal import key, line, tidy


class EditRejected(Exception):
    """A change that cannot be taken over; `word` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.word = Word(SHEETS_REASON[reason])


class Edits:
    """The data of a chart file while the cells of its sheets change it."""

    def __init__(self, base: Chart, shown: Shown, log: CellLog) -> None:
        self.shown, self.log = shown, log
        self.data: Data = unflatten(flatten(base))
        self.posts: dict[str, Data] = self.data.setdefault("posts", {})
        self.persons: dict[str, Data] = self.data.setdefault("persons", {})
        self.contacts: dict[str, Data] = {str(i): each for i, each in enumerate(self.data.get("contacts", []), 1)}
        self._parts = {"posts": self.posts, "persons": self.persons, "contacts": self.contacts}
        self._people, self._refs, self._sites = (
            {key(label): each for each, label in part.items()} for part in (shown.persons, shown.refs, shown.sites)
        )
        self._told: dict[tuple[str, str], tuple[str, str]] = {}
        self._moved: dict[str, str | None] = {}
        """Posts whose holder changed → the holder before."""
        self._touched: set[str] = set()
        """Posts in whose row a number was changed."""

    def chart(self) -> Chart:
        """The chart as edited; every rule below only takes what the model allows."""
        self.data["contacts"] = list(self.contacts.values())
        return Chart.model_validate(self.data)

    def header(self, grid: Grid, header: int) -> None:
        """Title and day above the first sheet."""
        title, day = self.shown.chart.title.get(self.shown.say.language), self.shown.chart.as_of
        if not visible(title):
            return
        texts = [(r, grid.text((r, 1))) for r in sorted(grid.filled) if r < header and grid.text((r, 1))]
        for row, text in texts:
            self.log.use(grid, *((row, c) for c in range(1, grid.columns + 1)))
            found = find_day(text)
            if row > texts[0][0] and found:
                if found[0] != day:
                    self.data["as_of"] = found[0].isoformat()
                    self.log.say("XS070", grid, (row, 1), before=str(day or "-"), after=text)
            elif row == texts[0][0] and tidy(text) != tidy(visible(title)):
                self._text(self.data, "title", text)
                self.log.say("XS070", grid, (row, 1), before=title, after=text)

    def change(self, page: str, entry: str, field: SheetField, text: str, grid: Grid, cell: Cell) -> bool:
        """Take a cell's text over; whether the chart is another one now. Rejected if the text cannot be taken."""
        if page == "contacts":
            if entry not in self.contacts:  # gone with a post
                raise EditRejected("ref")
            return self._contact(self.contacts[entry], field.name, text)
        if page == "persons":
            return self._person(entry, field.name, text, grid, cell)
        post = self.posts[entry]
        match field.name:
            case "post":
                return self._text(post, "name", text, needed=True)
            case "holder":
                person = self._named(text, grid, cell) if text else None
                self._moved[entry] = post.get("holder")
                return _put(post, "holder", person)
            case "deputy":
                return self._deputy(post, field.number, text, grid, cell)
            case "held_since":
                return self._plain(post, field.name, text)
            case "scope":
                if text and tidy(text) != self.shown.say("drawing.out"):
                    raise EditRejected("scope")
                return _put(post, "in_scope", False if text else None)
            case "targets":
                raise EditRejected("contacts")
        if not post.get("holder"):
            raise EditRejected("nobody")
        self._touched.add(entry) if field.name in KINDS else None
        return self._person(post["holder"], field.name, text, grid, cell)

    def row_done(self, page: str, entry: str, grid: Grid, row: int) -> None:
        """A holder who is new and has no numbers takes over those that the row still shows."""
        post = self.posts.get(entry, {}) if page == "posts" else {}
        before, now = self._moved.pop(entry, None), post.get("holder")
        deputies = [each for each in post.get("deputies", []) if each]
        if page == "posts" and deputies != post.get("deputies", []):
            post["deputies"] = deputies
        if before and now and now not in self.shown.chart.persons and entry not in self._touched:
            person = self.persons[now]
            if not person.get("channels") and self.persons[before].get("channels"):
                person["channels"] = [dict(each) for each in self.persons[before]["channels"]]
                self.log.say("XS074", grid, (row, 1), name=_name(person))
            for name in ("unit", "site"):
                if name in self.persons[before]:
                    person.setdefault(name, self.persons[before][name])

    def _deputy(self, post: Data, rank: int, text: str, grid: Grid, cell: Cell) -> bool:
        """Empty places stay until the row is done, so that the other ranks keep theirs."""
        deputies = post.setdefault("deputies", [])
        deputies += [""] * (rank - len(deputies))
        person = self._named(text, grid, cell) if text else ""
        changed = bool(deputies[rank - 1] != person)
        deputies[rank - 1] = person
        return changed

    def _named(self, text: str, grid: Grid, cell: Cell) -> str:
        """The person a cell names; a new one, with a message, if there is none."""
        name = line(text)
        alike = _meant(text, self._people, self.persons)
        if len(alike) > 1:
            raise EditRejected("two")
        held = [str(self.posts[post]["holder"]) for post in _called(self.posts, text) if self.posts[post].get("holder")]
        if len(found := alike or held) == 1:
            return found[0]
        _one_person(text)
        named = read_name(text)
        self.log.say("XS072", grid, cell, name=name, near=nearest(named.name or name, self.shown.persons.values()))
        person = self._free("person", self.persons)
        self.persons[person] = {"name": {self.shown.say.language: named.name or name}}
        if named.beside:
            self.log.refuse("XS032", grid, cell, named.beside, text=named.beside, name=named.name)
        return person

    def _free(self, stem: str, taken: dict[str, Any]) -> str:
        numbers = range(len(taken) + 1, 2 * len(taken) + 3)
        return next(name for n in numbers if (name := f"{stem}_{n:02}") not in taken)

    def _person(self, person: str, field: str, text: str, grid: Grid, cell: Cell) -> bool:
        """An entry of a person, who may be shown in several rows: two different changes of it are an error."""
        told = self._told.setdefault((person, field), (text, f"{grid.place}:{cell_name(cell)}"))
        if told[0] != text:
            self.log.refuse("XS073", grid, cell, other=told[1], text=told[0] or "-")
            return False
        entry = self.persons[person]
        if field == "person":
            _one_person(text)
            return self._text(entry, "name", text, needed=True)
        if field == "site":
            return _put(entry, "site", self._site(text) if text else None)
        return self._channels(entry, field, text, grid, cell) if field in KINDS else self._plain(entry, field, text)

    def _site(self, text: str) -> str:
        sites = self.data.setdefault("sites", {})
        if known := _meant(text, self._sites, sites):
            return known[0]
        site = self._free("site", sites)
        sites[site] = {"name": {self.shown.say.language: tidy(text)}}
        return site

    def _channels(self, person: Data, kind: str, text: str, grid: Grid, cell: Cell) -> bool:
        """New addresses take the place of those that are gone, with their medium and hours."""
        before = person.get("channels", [])
        old = [each for each in before if each["kind"] == kind]
        wanted = [None if part == MARKED else part for part in (tidy(p) for p in text.splitlines()) if part]
        known = {_shown(each): each for each in old if _shown(each) in wanted}
        free = [each for each in old if _shown(each) not in wanted]
        made = [known.get(address) or self._channel(kind, address, free, old, grid, cell) for address in wanted]
        at = next((i for i, each in enumerate(before) if each["kind"] == kind), len(before))
        rest = [each for each in before if each["kind"] != kind]
        return _put(person, "channels", [*rest[:at], *made, *rest[at:]] or None)

    def _channel(
        self, kind: str, address: str | None, free: list[Data], old: list[Data], grid: Grid, cell: Cell
    ) -> Data:
        like = dict(free.pop(0) if free else (old or [{}])[0])
        if address and kind != "chat":
            found, rest = read_numbers(address, kind)  # type: ignore[arg-type]
            if len(found) == 1 and not rest:
                address = found[0].address
            if any(each.restored for each in found):
                self.log.say("XS022", grid, cell, text=address)
            if rest or any(each.wrong for each in found):
                self.log.say("XS021", grid, cell, text=address)
        made = {**like, "kind": kind, "address": address}
        return {name: value for name, value in made.items() if value is not None}

    def _contact(self, contact: Data, field: str, text: str) -> bool:
        """An entry of a contact."""
        if field in ("caller", "target"):
            return _put(contact, "from" if field == "caller" else "to", self._ref(text))
        changed = self._plain(contact, field, text)
        name = contact.get("when", {}).get("hours") if field == "when" else None
        if name and name != "always":
            self.data.setdefault("hours", {}).setdefault(name, HOURS.get(name, "always"))
        return changed

    def _ref(self, text: str) -> str:
        found = _meant(text, self._refs, self.posts, self.data.get("groups", {}), self.shown.chart.by_role)
        if len(found) == 1:
            return found[0]
        raise EditRejected("two" if found else "ref")

    def add(self, page: str, grid: Grid, row: int, columns: dict[str, int]) -> str:
        """An entry for a row without an id; empty if the row does not say enough."""
        texts = {name: grid.text((row, column)) for name, column in columns.items()}
        wanted = tidy(texts.get("id", ""))
        try:
            if page == "contacts":
                ends = {"from": self._ref(texts.get("caller", "")), "to": self._ref(texts.get("target", ""))}
                made = self._free("new", self.contacts)
                self.contacts[made] = {**ends, "kind": "report"}
                return made
            name = texts.get("post" if page == "posts" else "person", "")
            if not name:
                raise EditRejected("title")
        except EditRejected as reason:
            cells = [(row, column) for column in columns.values() if grid.text((row, column))]
            self.log.say("XS071", grid, cells[0], text=grid.text(cells[0]), reason=reason.word)
            for cell in cells:
                self.log.lose(grid, cell)
            return ""
        entries = self._parts[page]
        if page == "persons" and len(same := _called(entries, name)) == 1:
            return same[0]
        valid = re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}", wanted) and wanted not in entries
        made = wanted if valid else self._free(page.removesuffix("s"), entries)
        entries[made] = {"name": {self.shown.say.language: tidy(name)}}
        return made

    def remove(self, page: str, entry: str, grid: Grid, cell: Cell) -> None:
        """A row that is gone takes its entry and what refers to it along."""
        if not (gone := self._parts[page].get(entry)):
            return  # a contact that went with a post
        text, reason = f"{gone['from']} → {gone['to']}" if page == "contacts" else _name(gone), ""
        if page == "persons" and any(entry in (p.get("holder"), *p.get("deputies", ())) for p in self.posts.values()):
            text, reason = "-", "sheets.reason.named"
        if page == "posts" and any(duty["convener"] == entry for duty in self.data.get("duties", {}).values()):
            text, reason = f"{text} → -", "sheets.reason.convener"
        if reason:
            self.log.say("XS071", grid, cell, text=text, reason=Word(reason))
            return
        self.log.say("XS075", grid, cell, text=text)
        del self._parts[page][entry]
        if page == "posts":
            for number in [n for n, each in self.contacts.items() if entry in (each["from"], each["to"])]:
                self.remove("contacts", number, grid, cell)
            for part in (*self.data.get("groups", {}).values(), *self.data.get("duties", {}).values()):
                part["members"] = [each for each in part["members"] if each != entry]
            if "origins" in self.data:
                self.data["origins"] = [each for each in self.data["origins"] if each != entry]

    def order(self, page: str, entries: list[str]) -> None:
        """Entries in the order of the sheet."""
        part = self._parts[page]
        moved = {entry: part[entry] for entry in dict.fromkeys((*entries, *part)) if entry in part}
        part.clear()
        part.update(moved)

    def _plain(self, entry: Data, field: str, text: str) -> bool:
        """A value that a cell says by itself; none where it is blank."""
        if field in ("unit", "why"):
            return self._text(entry, field, text)
        reason, read = _READ[field]
        value = read(text) if text else None
        if value is None and (text or field == "kind"):
            raise EditRejected(reason)
        return _put(entry, field, value or None)

    def _text(self, entry: Data, field: str, text: str, needed: bool = False) -> bool:
        """A text in the language of the sheet; one that was the same in both languages stays so."""
        if not text:
            if needed:
                raise EditRejected("title")
            return _put(entry, field, None)
        old = entry.get(field) or {}
        both = old.get("ja") == old.get("en") and bool(old)
        new = {"ja": text, "en": text} if both else {**old, self.shown.say.language: text}
        return _put(entry, field, new)


def _put(entry: Data, field: str, value: Any) -> bool:
    """Set a value (None: take it away); whether it was another one before."""
    before = entry.get(field)
    if value is None:
        entry.pop(field, None)
    else:
        entry[field] = value
    return bool(before != value)


def _one_person(text: str) -> None:
    if len(people_in(text, posts=True)) > 1:
        raise EditRejected("several")


def _day(text: str) -> str | None:
    day = read_day(text)
    return day.isoformat() if day else None


def _leave(text: str) -> list[Data] | None:
    spans = [read_span(part) for part in text.splitlines() if part.strip()]
    found = [{"from": span[0].isoformat(), "to": span[1].isoformat()} for span in spans if span]
    return found if len(found) == len(spans) else None


_READ: dict[str, tuple[str, Callable[[str], Any]]] = {
    "verified": ("day", _day),
    "held_since": ("day", _day),
    "leave": ("leave", _leave),
    **{name: ("value", read) for name, read in VALUES.items()},
    "deadline_min": ("value", VALUES["deadline"]),
}
"""Column → why what it says may not be taken, and how it is read: None if it cannot be."""


def _shown(channel: Data) -> str | None:
    return tidy(visible(channel.get("address") or "")) or None


def _meant(text: str, labels: Mapping[str, str], *parts: Mapping[str, Any]) -> list[str]:
    """What a text means: what the sheets show so, an id of these parts, or all of the first that are called so."""
    ids = (tidy(text) for part in parts if tidy(text) in part)
    exact = labels.get(key(text)) or next(ids, None)
    return [exact] if exact else _called(parts[0], text)


def _called(entries: Mapping[str, Data], name: str) -> list[str]:
    """The entries of this name."""
    return [each for each, entry in entries.items() if key(_name(entry)) == key(name)]


def _name(entry: Data) -> str:
    name = entry["name"]
    return str(name if isinstance(name, str) else name.get("ja") or name.get("en"))
