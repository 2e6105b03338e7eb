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
from drill.model.problems import Problem, nearest, problem
from drill.model.program import Program
from drill.model.questionnaire import Service
from drill.sheets.dates import find_day, read_day
from drill.sheets.grid import Cell, Grid, Value, is_error, letters
from drill.sheets.normal import SUMS, is_ditto, is_nothing, key, line
from drill.sheets.staff_cells import read_end, read_leaves, read_service, service_since
from drill.sheets.staff_columns import Head, find_head
from drill.sheets.tables import is_note
from drill.text.clean import clean
from drill.year.roster import Leave, Member, Roster

CELLS = 1_500_000
"""Cells of a staff list: 100,000 people in fifteen columns."""
_NUMBER = re.compile(r"[^\W_][\w .()/\-]{0,39}")
_MY_NUMBER = re.compile(r"\d{12}")
_DUTIES = re.compile(r"[、,;；/／\n|]")
_SAFE = re.compile(r"[^\W_][^;\x00-\x1f]{0,59}")
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


@dataclass
class _Reader:
    """Reads rows against a programme; keeps what is said and which numbers were seen where."""

    program: Program
    as_of: date
    sections: Mapping[str, str]
    duties: Mapping[str, str]
    members: list[Member] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    strange: dict[str, tuple[Grid, Cell, int]] = field(default_factory=dict)
    rows: int = 0

    def say(self, code: str, grid: Grid, cell: Cell, **params: object) -> None:
        self.problems.append(problem(code, grid.place, cell, (), **params))


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
    names = head.columns["number"]
    for row in range(head.rows.stop, grid.rows + 1):
        filled = grid.filled.get(row, ())
        if not filled or key(grid.text((row, names[0]))) == key(head.texts[names[0]]):
            continue
        first = grid.text((row, filled[0]))
        if len({grid.origin((row, column)) for column in filled}) == 1:
            if named := reader.sections.get(key(first.strip("【】[]■●◆◎▼○□◇▽<>〈〉《》 　"))):
                heading = named
                continue
            if first and (is_note(first) or row == grid.rows or len(first) > 40):
                continue
        if is_note(first) or any(key(grid.text((row, column))) in SUMS for column in filled[:2]):
            continue
        reader.rows += 1
        if member := _read_row(reader, grid, head, row, heading, above):
            reader.members.append(member)


def _read_row(reader: _Reader, grid: Grid, head: Head, row: int, heading: str, above: dict[int, str]) -> Member | None:
    """A member, or None with everything said that is wrong with the row."""
    before = len(reader.problems)
    for column in (column for name, columns in head.columns.items() if name != "name" for column in columns):
        cell = (row, column)
        if grid.origin(cell) in grid.uncomputed or is_error(grid.text(cell)):
            reader.say("XS089", grid, cell, text=grid.text(cell))
    number = _number(reader, grid, (row, head.columns["number"][0]))
    section = _section(reader, grid, head, row, heading, above)
    duties = _row_duties(reader, grid, head, row)
    service = _service(reader, grid, head, row)
    leave = _leave(reader, grid, head, row)
    if any(each.severity == "error" for each in reader.problems[before:]):
        return None
    return Member(number, section, duties, service, leave)


def _number(reader: _Reader, grid: Grid, cell: Cell) -> str:
    text = grid.text(cell)
    number = line(text)
    if not number or is_nothing(text):
        reader.say("XS080", grid, cell)
    elif _MY_NUMBER.fullmatch(number):
        reader.say("XS083", grid, cell)
    elif clean(text) != text or not _NUMBER.fullmatch(number):
        reader.say("XS082", grid, cell, text=clean(text))
    elif key(number) in reader.seen:
        reader.say("XS081", grid, cell, text=number, first=reader.seen[key(number)])
    else:
        reader.seen[key(number)] = f"{letters(cell[1])}{cell[0]}"
    return number


def _section(reader: _Reader, grid: Grid, head: Head, row: int, heading: str, above: dict[int, str]) -> str:
    """The id of the section: of several columns (部, 課, 係) the finest that the programme knows."""
    columns = head.columns.get("section", ())
    texts = []
    for column in columns:
        text = grid.text((row, column))
        text = above.get(column, "") if is_ditto(text) else text
        above[column] = text
        texts.append(line(clean(text)))
    filled = [each for each in texts if each and not is_nothing(each)]
    cell = (row, (columns or head.columns["number"])[-1])
    if not filled:
        if not heading:
            reader.say("XS084", grid, cell)
        return heading
    ends = ["".join(filled[start:stop]) for stop in range(len(filled), 0, -1) for start in range(stop)]
    found = next((reader.sections[name] for each in ends if (name := key(each)) in reader.sections), "")
    if not found:
        names = [section.name.ja or section.name.en or "" for section in reader.program.sections.values()]
        reader.say("XS085", grid, cell, text=" ".join(filled), near=nearest(filled[-1], names))
    return found


def _row_duties(reader: _Reader, grid: Grid, head: Head, row: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for column in head.columns.get("duty", ()):
        text = grid.text((row, column))
        for part in _duty_parts(text, reader.duties):
            if not _SAFE.fullmatch(part) or clean(part) != part:
                reader.say("XS093", grid, (row, column), text=clean(part))
                continue
            known = reader.duties.get(key(part))
            if known is None:
                first, cell, count = reader.strange.get(part, (grid, (row, column), 0))
                reader.strange[part] = (first, cell, count + 1)
            found[known or part] = None
    return tuple(found)


def _duty_parts(text: str, known: Mapping[str, str]) -> list[str]:
    """The duties of a cell; a middle dot divides them only where the whole is none that the programme knows."""
    parts: list[str] = []
    for each in map(line, _DUTIES.split(text)):
        parts += [each] if key(each) in known else [part.strip() for part in each.split("・")]
    return [each for each in parts if each and not is_nothing(each)]


def _service(reader: _Reader, grid: Grid, head: Head, row: int) -> Service | None:
    for column in head.columns.get("service", ()):
        read, service = read_service(grid.value((row, column)))
        if not read:
            reader.say("XS087", grid, (row, column), text=grid.text((row, column)))
        if service:
            return service
    for column in head.columns.get("hired", ()):
        value = grid.value((row, column))
        if value is None or is_nothing(grid.text((row, column))):
            continue
        day = read_day(value)
        if day is None or day > reader.as_of:
            reader.say("XS088", grid, (row, column), text=grid.text((row, column)), day=reader.as_of.isoformat())
        else:
            return service_since(day, reader.as_of)
    return None


def _leave(reader: _Reader, grid: Grid, head: Head, row: int) -> tuple[Leave, ...]:
    found: list[Leave] = []
    for column in head.columns.get("leave", ()):
        leaves = read_leaves(grid.value((row, column)))
        if leaves is None:
            reader.say("XS086", grid, (row, column), text=grid.text((row, column)))
        found += leaves or ()
    ends = sorted(
        [(c, False) for c in head.columns.get("leave_to", ())] + [(c, True) for c in head.columns.get("back", ())]
    )
    for start in head.columns.get("leave_from", ()):
        end = next(((column, back) for column, back in ends if column > start), (0, False))
        if leave := _from_to(reader, grid, (row, start), (row, end[0]), end[1]):
            found.append(leave)
    return tuple(found)


def _from_to(reader: _Reader, grid: Grid, start: Cell, end: Cell, back: bool) -> Leave | None:
    """A leave in two columns; both blank is none."""
    values: list[Value | None] = [grid.value(start), grid.value(end) if end[1] else None]
    if all(value is None or is_nothing(str(value)) for value in values):
        return None
    first = read_day(values[0]) if values[0] is not None else None
    read, last = read_end(values[1], back)
    for cell, wrong in ((start, values[0] is not None and first is None), (end, not read)):
        if wrong:
            reader.say("XS086", grid, cell, text=grid.text(cell))
            return None
    if first and last and last < first:
        reader.say("XS086", grid, end, text=f"{grid.text(start)} - {grid.text(end)}")
        return None
    return Leave(first, last)
