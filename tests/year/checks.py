"""Small self-checks for tests: groups of any size, questions that can be told apart, a folder to hand answers into."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from drill.model.questionnaire import SelfCheck, Service
from drill.year.folder import YearFolder
from drill.year.roster import Roster, StaffMember
from drill.year.tally import Answer, AnswerSheet
from tests.year.years import two

QUESTIONS = ("q1", "q2", "q3")
"""Of q2 the proper answer is no."""
DURING, AFTER = date(2023, 11, 10), date(2024, 3, 31)
Sizes = Mapping[str, tuple[int, int]]
"""Group → people in their first year, and others."""


def check_data(*groups: str) -> dict[str, Any]:
    return {
        "schema": "drill.selfcheck/1",
        "id": "check",
        "title": two("Check"),
        "questions": {
            name: {"text": two(f"Question {name}"), "proper": "no" if name == "q2" else "yes", "focus": name == "q1"}
            for name in QUESTIONS
        },
        "questionnaires": {name: {"title": two(f"Group {name}"), "questions": list(QUESTIONS)} for name in groups},
    }


def a_check(*groups: str) -> SelfCheck:
    return SelfCheck.model_validate(check_data(*groups))


def a_folder(path: Path, sizes: Sizes, year: int = 2023, before: Path | None = None) -> YearFolder:
    """A year with a self-check `own`; each group is a section of its own."""
    files = path.parent / f"{path.name}-files"
    files.mkdir(parents=True)
    (files / "check.yaml").write_text(yaml.safe_dump(check_data(*sizes)), encoding="utf-8")
    plan = {
        "title": two("Own check"),
        "questionnaires": "check",
        "groups": {name: name for name in sizes},
        "from": f"{year}-11-02",
        "to": f"{year}-11-28",
        "paper": "own",
    }
    data = {
        "schema": "drill.program/1",
        "id": "small",
        "title": two("Year"),
        "office": two("Ward"),
        "year": year,
        "as_of": f"{year}-12-01",
        "sections": {name: {"name": two(name)} for name in sizes},
        "targets": {name: {"title": two(name), "sections": [name]} for name in sizes},
        "activities": {
            "class": {
                "kind": "training",
                "title": two("Class"),
                "targets": list(sizes)[:1],
                "from": f"{year}-11-10",
                "content": [two("Rules")],
                "paper": "table",
            }
        },
        "selfchecks": {"own": plan},
        "papers": {
            "table": {"title": two("Results"), "layout": "table"},
            "own": {
                "title": two("Self-check"),
                "number": two("Paper 3"),
                "layout": "selfcheck",
                "purpose": two("To see."),
            },
        },
    }
    (files / "small.yaml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    folder = YearFolder.create(path, files / "small.yaml", date(year, 4, 1), before)
    services: dict[Service, int] = {"first": 0, "later": 1}
    members = (
        StaffMember(f"{name}-{service}-{number}", name, (), service)
        for name, counts in sizes.items()
        for service, place in services.items()
        for number in range(counts[place])
    )
    folder.take_roster(Roster.of(date(year, 12, 1), members), date(year, 12, 1))
    return folder


def answers() -> st.SearchStrategy[dict[str, Answer]]:
    """What one person says; a question may be left out."""
    said: st.SearchStrategy[Answer | None] = st.sampled_from(["yes", "no", None])
    return st.fixed_dictionaries(dict.fromkeys(QUESTIONS, said)).map(
        lambda found: {name: answer for name, answer in found.items() if answer}
    )


def sheets(service: Service, count: int) -> st.SearchStrategy[list[AnswerSheet]]:
    """`count` people of one service; some give reasons."""
    reasons = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(["forgot", "was busy", "忘れた"]), max_size=2)
    one = st.builds(AnswerSheet, answers(), st.just(service), reasons)
    return st.lists(one, min_size=count, max_size=count)
