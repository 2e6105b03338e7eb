"""A staff list as offices keep it → the roster of a drill year, and a reason for every row that is refused.

Names, telephones and other personal columns are not taken over. Nothing is guessed: a section, leave or number that
cannot be read refuses its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from drill.errors import UsageError
from drill.model.problems import Problem, nearest
from drill.model.program import Program
from drill.model.questionnaire import Service
from drill.sheets.kit.dates import find_day, read_day
from drill.sheets.kit.grid import Cell, Grid, Value, is_error, letters
from drill.sheets.kit.normal import SUMS, is_ditto, is_note, is_nothing, key, line
from drill.sheets.kit.remarks import Remarks
from drill.sheets.year.staff_cells import number_refused, read_end, read_leaves, read_service, service_since
from drill.sheets.year.staff_columns import Head, find_head
from drill.text.clean import clean
from drill.year.roster import Leave, Member, Roster

CELLS = 1_500_000
"""Cells of a staff list: 100,000 people in fifteen columns."""
_DUTIES = re.compile(r"[、,;；/／\n|]")
_SAFE = re.compile(r"[^\W_][^;\x00-\x1f]{0,59}")
_BRACKETS = "【】[]■●◆◎▼○□◇▽<>〈〉《》 \u3000"
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_AS_OF = re.compile(r"現在|時点|as of", re.IGNORECASE)


@dataclass(frozen=True)
class StaffList:
    """What was read: the good rows as a roster, how many rows there were, and what is to be said about cells."""

    roster: Roster
    rows: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many rows or cells cannot be taken."""
        return sum(each.severity == "error" for each in self.problems)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its texts by column, blank ones left out, and the heading above it if that names a section."""

    grid: Grid
    head: Head
    number: int
    texts: Mapping[int, str]
    heading: str

    def cells(self, *names: str) -> list[tuple[int, str]]:
        """Column and text of the filled cells of these fields."""
        return [(c, self.texts[c]) for name in names for c in self.head.columns.get(name, ()) if c in self.texts]

    def value(self, column: int) -> Value | None:
        """The value as the file holds it."""
        return self.grid.value((self.number, column))


@dataclass
class _Reader(Remarks):
    """Reads rows against a programme; keeps what is said and which numbers were seen where."""

    program: Program
    as_of: date
    sections: Mapping[str, str]
    duties: Mapping[str, str]
    members: list[Member] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    strange: dict[str, tuple[Grid, Cell, int]] = field(default_factory=dict)
    rows: int = 0

    def refuse(self, code: str, row: _Row, column: int, **params: object) -> None:
        self.say(code, row.grid, (row.number, column), **params)


def find_as_of(grids: Iterable[Grid]) -> date | None:
    """The day that a line such as 令和5年12月1日現在 above a list gives."""
    for grid in grids:
        for (row, _), value in sorted(grid.cells.items(), key=lambda item: item[0])[:200]:
            if row > 20:
                break
            if isinstance(value, str) and _AS_OF.search(value) and (found := find_day(value)):
                return found[0]
    return None


def read_staff(grids: Sequence[Grid], program: Program, as_of: date) -> StaffList:
    """The staff lists of all these sheets together; UsageError where none has a header."""
    reader = _Reader(program, as_of, section_names(program), _duties(program))
    heads = [(grid, head) for grid in grids if (head := find_head(grid))]
    if not heads:
        raise UsageError("sheets.staff.no_header", " ".join(grid.place for grid in grids))
    for grid, head in heads:
        _read_grid(reader, grid, head)
    for text, (grid, cell, count) in reader.strange.items():
        reader.say("XS090", grid, cell, text=text, count=count)
    return StaffList(Roster.of(as_of, reader.members), reader.rows, tuple(reader.problems))


def section_names(program: Program) -> dict[str, str]:
    """Spelling of a section → its id."""
    found: dict[str, str] = {}
    for name, section in program.sections.items():
        for text in (name, section.name.ja, section.name.en, *section.also):
            if text:
                found.setdefault(key(text), name)
    return found


def _duties(program: Program) -> dict[str, str]:
    """Spelling of a duty → as the programme spells it."""
    return {key(duty): duty for target in program.targets.values() for duty in target.duties}


def _read_grid(reader: _Reader, grid: Grid, head: Head) -> None:
    for name, code in (("name", "XS091"), ("note", "XS092")):
        for column in head.columns.get(name, ()):
            reader.say(code, grid, (head.rows.stop - 1, column), header=head.texts[column])
    known = {column for columns in head.columns.values() for column in columns}
    for column in sorted(head.texts.keys() - known):
        reader.say("XS092", grid, (head.rows.stop - 1, column), header=head.texts[column])
    if "duty" not in head.columns and any(each.duties for each in reader.program.targets.values()):
        reader.say("XS094", grid, (head.rows.stop - 1, head.columns["number"][0]))
    heading = reader.sections.get(key(grid.name), "")
    above: dict[int, str] = {}
    first_head = key(head.texts[head.columns["number"][0]])
    for number in range(head.rows.stop, grid.rows + 1):
        texts = {column: grid.text((number, column)) for column in grid.filled.get(number, ())}
        if not texts or key(texts.get(head.columns["number"][0], "")) == first_head:
            continue
        first = next(iter(texts.values()))
        if len({grid.origin((number, column)) for column in texts}) == 1:
            if named := reader.sections.get(key(first.strip(_BRACKETS))):
                heading = named
                continue
            if number == grid.rows or len(first) > 40:
                continue
        if is_note(first) or any(key(text) in SUMS for text in list(texts.values())[:2]):
            continue
        reader.rows += 1
        if member := _read_row(reader, _Row(grid, head, number, texts, heading), above):
            reader.members.append(member)


def _read_row(reader: _Reader, row: _Row, above: dict[int, str]) -> Member | None:
    """A member, or None with everything said that is wrong with the row."""
    before = len(reader.problems)
    for column, text in row.cells(*(name for name in row.head.columns if name not in ("name", "note"))):
        if row.grid.failed((row.number, column)):
            reader.refuse("XS089", row, column, text=text)
    member = Member(
        _number(reader, row),
        _section(reader, row, above),
        _row_duties(reader, row),
        _service(reader, row),
        _leave(reader, row),
    )
    return None if reader.errors(before) else member


def _number(reader: _Reader, row: _Row) -> str:
    column = row.head.columns["number"][0]
    text = row.texts.get(column, "")
    number = line(text)
    if not number or is_nothing(text):
        reader.refuse("XS080", row, column)
    elif refused := number_refused(text):
        reader.refuse(refused[0], row, column, **refused[1])
    elif key(number) in reader.seen:
        reader.refuse("XS081", row, column, text=number, first=reader.seen[key(number)])
    else:
        reader.seen[key(number)] = f"{letters(column)}{row.number}"
    return number


def _section(reader: _Reader, row: _Row, above: dict[int, str]) -> str:
    """The id of the section: of several columns (部, 課, 係) the finest that the programme knows."""
    filled = []
    for column, written in row.cells("section"):
        text = above.get(column, "") if is_ditto(written) else written
        above[column] = text
        if not is_nothing(text):
            filled.append(line(clean(text)))
    column = (row.head.columns.get("section") or row.head.columns["number"])[-1]
    if not filled:
        if not row.heading:
            reader.refuse("XS084", row, column)
        return row.heading
    ends = ("".join(filled[start:stop]) for stop in range(len(filled), 0, -1) for start in range(stop))
    found = next((reader.sections[name] for each in ends if (name := key(each)) in reader.sections), "")
    if not found:
        names = [section.name.get("ja") for section in reader.program.sections.values()]
        reader.refuse("XS085", row, column, text=" ".join(filled), near=nearest(filled[-1], names))
    return found


def _row_duties(reader: _Reader, row: _Row) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for column, text in row.cells("duty"):
        if is_error(text):
            continue
        for part in [text] if _FORMULA.match(text) and not is_nothing(text) else _duty_parts(text, reader.duties):
            if not _SAFE.fullmatch(part) or clean(part) != part:
                reader.refuse("XS093", row, column, text=clean(part))
                continue
            known = reader.duties.get(key(part))
            if known is None:
                grid, cell, count = reader.strange.get(part, (row.grid, (row.number, column), 0))
                reader.strange[part] = (grid, cell, count + 1)
            found[known or part] = None
    return tuple(found)


def _duty_parts(text: str, known: Mapping[str, str]) -> list[str]:
    """The duties of a cell; a middle dot divides them only where the whole is none that the programme knows."""
    parts: list[str] = []
    for each in map(line, _DUTIES.split(text)):
        parts += [each] if key(each) in known else [part.strip() for part in each.split("・")]
    return [each for each in parts if each and not is_nothing(each)]


def _service(reader: _Reader, row: _Row) -> Service | None:
    for column, text in row.cells("service"):
        read, service = read_service(row.value(column))
        if not read:
            reader.refuse("XS087", row, column, text=text)
        if service:
            return service
    for column, text in row.cells("hired"):
        day = read_day(row.value(column))
        if day and day <= reader.as_of:
            return service_since(day, reader.as_of)
        if not is_nothing(text):
            reader.refuse("XS088", row, column, text=text, day=reader.as_of.isoformat())
    return None


def _leave(reader: _Reader, row: _Row) -> tuple[Leave, ...]:
    found: list[Leave] = []
    for column, text in row.cells("leave"):
        leaves = read_leaves(row.value(column))
        if leaves is None:
            reader.refuse("XS086", row, column, text=text)
        found += leaves or ()
    columns = row.head.columns
    ends = sorted([(c, False) for c in columns.get("leave_to", ())] + [(c, True) for c in columns.get("back", ())])
    for start in columns.get("leave_from", ()):
        end, back = next((each for each in ends if each[0] > start), (0, False))
        if leave := _from_to(reader, row, start, end, back):
            found.append(leave)
    return tuple(found)


def _from_to(reader: _Reader, row: _Row, start: int, end: int, back: bool) -> Leave | None:
    """A leave in two columns (`end` 0: there is only one); both blank is none."""
    texts = {column: text for column in (start, end) if not is_nothing(text := row.texts.get(column, ""))}
    if not any(texts.values()):
        return None
    first = read_day(row.value(start))
    read, last = read_end(row.value(end) if texts.get(end) else None, back)
    if texts.get(start) and first is None:
        reader.refuse("XS086", row, start, text=texts[start])
    elif not read or (first and last and last < first):
        reader.refuse("XS086", row, end, text=texts[end])
    else:
        return Leave(first, last)
    return None
