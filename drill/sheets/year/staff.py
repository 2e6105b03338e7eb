"""A staff list as offices keep it → the roster of a drill year, and a reason for every row that is refused.

Names, telephones and other personal columns are not taken over. Nothing is guessed: a section, leave or number that
cannot be read refuses its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from drill.model.problems import Problem, nearest
from drill.model.program import Program
from drill.model.questionnaire import Service
from drill.sheets.kit.dates import find_day, read_day
from drill.sheets.kit.grid import Cell, Grid
from drill.sheets.kit.rows import Header, SheetRow
from drill.sheets.year.staff_cells import read_end, read_leaves, read_service, read_start, service_since
from drill.sheets.year.staff_columns import People, staff_heads
from drill.text.clean import clean
from drill.text.normal import is_ditto, is_nothing, key, line
from drill.year.roster import Roster, StaffLeave, StaffMember

CELLS = 1_500_000
"""Cells of a staff list: 100,000 people in fifteen columns."""
_DUTIES = re.compile(r"[、,;；/／\n|]")
_SAFE = re.compile(r"[^\W_][^;\x00-\x1f]{0,59}")
_BRACKETS = "【】[]■●◆◎▼○□◇▽<>〈〉《》 \u3000"
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_USED = {"number", "section", "duty", "service", "hired", "leave_from", "leave_to", "back", "leave"}
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
class _Reader(People):
    """Reads rows against a programme; keeps what is said and which numbers were seen where."""

    program: Program
    as_of: date
    sections: Mapping[str, str]
    duties: Mapping[str, str]
    strange: dict[str, tuple[Grid, Cell, int]] = field(default_factory=dict)
    count: int = 0


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
    heads = staff_heads(reader, grids, "sheets.staff.no_header")
    members = [each for header in heads for each in _members(reader, header)]
    for text, (grid, cell, count) in reader.strange.items():
        reader.say("XS090", grid, cell, text=text, count=count)
    return StaffList(Roster.of(as_of, members), reader.count, tuple(reader.problems))


def read_numbers(grids: Sequence[Grid]) -> tuple[list[str], tuple[Problem, ...]]:
    """The staff numbers of sheets, of the first column where there is no header, and what is to be said of them."""
    reader = People()
    heads = {id(header.grid): header for header in staff_heads(reader, grids)}
    numbers: list[str] = []
    for grid in grids:
        header = heads.get(id(grid)) or Header(grid, range(1, 1), {"number": (1,)}, {})
        for row in reader.rows(header):
            if number := reader.take(
                row, {"number"}, {"number"}, lambda row: line(row.text(row.header.first("number")))
            ):
                numbers.append(number)
    return numbers, tuple(reader.problems)


def section_names(program: Program) -> dict[str, str]:
    """Spelling of a section → its id."""
    found: dict[str, str] = {}
    for name, text in program.spellings():
        found.setdefault(key(text), name)
    return found


def _duties(program: Program) -> dict[str, str]:
    """Spelling of a duty → as the programme spells it."""
    return {key(duty): duty for target in program.targets.values() for duty in target.duties}


def _members(reader: _Reader, header: Header) -> Iterator[StaffMember]:
    reader.unused(header, _USED | {"count"})
    if "duty" not in header.columns and any(each.duties for each in reader.program.targets.values()):
        reader.say("XS094", header.grid, (header.rows.stop - 1, header.columns["number"][0]))
    heading = reader.sections.get(key(header.grid.name), "")
    above: dict[int, str] = {}
    for row in reader.rows(header):
        first = next(iter(row.texts.values()))
        if len({header.grid.origin((row.number, column)) for column in row.texts}) == 1:
            if named := reader.sections.get(key(first.strip(_BRACKETS))):
                heading = named
                continue
            if row.number == header.grid.rows or len(first) > 40:
                continue
        reader.count += 1
        if member := reader.take(row, _USED, {"number"}, partial(_member, reader, heading, above)):
            yield member


def _member(reader: _Reader, heading: str, above: dict[int, str], row: SheetRow) -> StaffMember:
    """Somebody of a row; of no use where something was said that is wrong with it."""
    if not (number := reader.number(row)):
        reader.refuse("XS080", row, row.header.columns["number"][0])
    section, duties = _section(reader, row, heading, above), _row_duties(reader, row)
    return StaffMember(number, section, duties, _service(reader, row), _leave(reader, row))


def _section(reader: _Reader, row: SheetRow, heading: str, above: dict[int, str]) -> str:
    """The id of the section: of several columns (部, 課, 係) the finest that the programme knows."""
    filled = []
    for column, written in row.cells("section"):
        text = above.get(column, "") if is_ditto(written) else written
        above[column] = text
        if not is_nothing(text):
            filled.append(line(clean(text)))
    column = (row.header.columns.get("section") or row.header.columns["number"])[-1]
    if not filled:
        if not heading:
            reader.refuse("XS084", row, column)
        return heading
    ends = ("".join(filled[start:stop]) for stop in range(len(filled), 0, -1) for start in range(stop))
    found = next((reader.sections[name] for each in ends if (name := key(each)) in reader.sections), "")
    if not found:
        names = [section.name.get("ja") for section in reader.program.sections.values()]
        reader.refuse("XS085", row, column, text=" ".join(filled), near=nearest(filled[-1], names))
    return found


def _row_duties(reader: _Reader, row: SheetRow) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for column, text in row.cells("duty"):
        for part in [text] if _FORMULA.match(text) and not is_nothing(text) else _duty_parts(text, reader.duties):
            if not _SAFE.fullmatch(part) or clean(part) != part:
                reader.refuse("XS093", row, column, text=clean(part))
                continue
            known = reader.duties.get(key(part))
            if known is None:
                grid, cell, count = reader.strange.get(part, (row.header.grid, (row.number, column), 0))
                reader.strange[part] = (grid, cell, count + 1)
            found[known or part] = None
    return tuple(found)


def _duty_parts(text: str, known: Mapping[str, str]) -> list[str]:
    """The duties of a cell; a middle dot divides them only where the whole is none that the programme knows."""
    parts: list[str] = []
    for each in map(line, _DUTIES.split(text)):
        parts += [each] if key(each) in known else [part.strip() for part in each.split("・")]
    return [each for each in parts if each and not is_nothing(each)]


def _service(reader: _Reader, row: SheetRow) -> Service | None:
    for column, _ in row.cells("service"):
        if service := reader.read(row, column, read_service, "XS087"):
            return service
    for column, text in row.cells("hired"):
        day = read_day(row.value(column))
        if day and day <= reader.as_of:
            return service_since(day, reader.as_of)
        if not is_nothing(text):
            reader.refuse("XS088", row, column, text=text, day=reader.as_of.isoformat())
    return None


def _leave(reader: _Reader, row: SheetRow) -> tuple[StaffLeave, ...]:
    found: list[StaffLeave] = []
    for column, _ in row.cells("leave"):
        found += reader.read(row, column, read_leaves, "XS086") or ()
    columns = row.header.columns
    ends = sorted([(c, False) for c in columns.get("leave_to", ())] + [(c, True) for c in columns.get("back", ())])
    for start in columns.get("leave_from", ()):
        end, back = next((each for each in ends if each[0] > start), (0, False))
        if leave := _from_to(reader, row, start, end, back):
            found.append(leave)
    return tuple(found)


def _from_to(reader: _Reader, row: SheetRow, start: int, end: int, back: bool) -> StaffLeave | None:
    """A leave in two columns (`end` 0: there is only one); both blank is none."""
    if all(not text or is_nothing(text) for text in map(row.text, (start, end))):
        return None
    first = reader.read(row, start, read_start, "XS086")
    last = reader.read(row, end, partial(read_end, back=back), "XS086") if end else None
    if first and last and last < first:
        reader.refuse("XS086", row, end, text=row.text(end))
    return StaffLeave(first, last)
