"""Small drill years for tests, as folders: two sections, a class in two steps, a drill of the chain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import yaml

from drill.exercise.chain import dump
from drill.exercise.contact.log import DRILL
from drill.model.chart import Chart
from drill.scoring.score import score
from drill.year.events import AnyYearEvent, DrillHeld, SessionHeld, TestHandedIn, TestResult
from drill.year.folder import YearFolder
from drill.year.roster import Roster, StaffLeave, StaffMember
from tests.builders import a_setup, run, shipped

SECTIONS = ("north", "south")
PEOPLE = {"north": ("n1", "n2", "n3", "n4"), "south": ("s1", "s2", "s3")}
"""The first of each section is its chief; n4 is on leave."""


def two(text: str) -> dict[str, str]:
    return {"ja": f"和{text}", "en": text}


def program(year: int = 2023, name: str = "small", **activities: dict[str, object]) -> str:
    """A programme as YAML; `activities` come beside the three that are there."""
    data = {
        "schema": "drill.program/1",
        "id": name,
        "title": two("Year"),
        "office": two("Ward"),
        "year": year,
        "as_of": f"{year}-12-01",
        "sections": {each: {"name": two(each)} for each in SECTIONS},
        "targets": {
            "chiefs": {"title": two("Chiefs"), "duties": ["chief"], "headcount": 2},
            "staff": {"title": two("Staff"), "duties": ["staff"], "headcount": 4},
            "posts": {"title": two("Posts"), "headcount": 6},
        },
        "activities": {
            "first": {
                "number": "①",
                "kind": "training",
                "title": two("Chiefs' class"),
                "targets": ["chiefs"],
                "from": f"{year}-11-10",
                "content": [two("Procedure"), two("Awareness")],
                "outcome": [two("Taught by hand.")],
                "cascade": {"teacher": two("Outsider")},
                "test": {"banks": ["failure"], "questions": 5},
                "paper": "table",
            },
            "second": {
                "number": "②",
                "kind": "training",
                "title": two("Staff class"),
                "targets": ["staff"],
                "from": f"{year}-11-10",
                "to": f"{year}-12-01",
                "content": [two("Procedure")],
                "cascade": {"teacher": two("Chiefs"), "trained_in": "first"},
                "paper": "table",
            },
            "chain": {
                "kind": "contact",
                "title": two("Chain"),
                "targets": ["posts"],
                "from": f"{year}-11-16",
                "scenario": "nws-stop",
                "content": [two("The chain")],
                "outcome_of": {"posts": [two("All were told.")]},
                "paper": "one",
            },
            **activities,
        },
        "papers": {
            "table": {"title": two("Results"), "number": two("Paper 2"), "layout": "table", "notes": [two("A note.")]},
            "one": {"title": two("One drill"), "layout": "report", "purpose": two("To be ready.")},
        },
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def roster(year: int = 2023) -> Roster:
    """Seven people, of whom n4 is on leave."""
    leave = (StaffLeave(date(year, 6, 1), None),)
    members = (
        StaffMember(
            number, section, ("chief" if number.endswith("1") else "staff",), "later", leave if number == "n4" else ()
        )
        for section, numbers in PEOPLE.items()
        for number in numbers
    )
    return Roster.of(date(year, 12, 1), members)


def a_year(folder: Path, year: int = 2023, *entries: AnyYearEvent, before: Path | None = None) -> YearFolder:
    """The folder of a year with its roster and these entries, everything entered on its last day."""
    file = folder.with_suffix(".program.yaml")
    file.write_text(program(year), encoding="utf-8")
    today = date(year + 1, 3, 31)
    found = YearFolder.create(folder, file, today, before)
    found.take_roster(roster(year), today)
    for entry in entries:
        found.record(entry, today)
    return found


def taught(year: int = 2023) -> Sequence[AnyYearEvent]:
    """Both classes held: all chiefs with 9 of 10 answers right, all staff but s3."""
    results = (TestResult(5, 5, "n1", "later"), TestResult(4, 5, "s1", "first", ("failure/log_off",)))
    return (
        SessionHeld("first", f"{year}-11-10", ("n1", "s1")),
        TestHandedIn("first", f"{year}-11-10", results),
        SessionHeld("second", f"{year}-11-15", ("n2", "n3"), "north", "n1"),
        SessionHeld("second", f"{year}-11-20", ("s2",), "south", "s1"),
    )


def chain_drill(folder: YearFolder, chart: Chart | None = None, absent: frozenset[str] = frozenset()) -> DrillHeld:
    """A simulated drill of the chain, its transcript kept in the folder, as the entry to record."""
    usual, scenario = shipped("nws-stop")
    rows = run(a_setup(chart or usual, scenario, absent=absent))
    data = dump(rows)
    found = score(rows)
    figures = {name: (each.numerator, each.denominator) for name, each in found.dimensions.items()}
    file = folder.keep("transcripts", "chain", ".jsonl", data)
    return DrillHeld("chain", f"{folder.program.year}-11-16", file, DRILL.parse(data).head, (), figures)
