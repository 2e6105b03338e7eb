"""Charts and scenarios from YAML: the value, every problem at once, and the place of every part.

A file with mistakes is validated again without its wrong parts, so that one run also reports the unknown
names in the rest. Such a `partial` value is for checks only; `value` exists only where nothing was wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from drill.collecting import no_collecting
from drill.model.bank import BANK_SCHEMA, Bank
from drill.model.chart import CHART_SCHEMA, Chart
from drill.model.decode import read_text
from drill.model.evaluation import EVALUATION_SCHEMA, Evaluation
from drill.model.problems import Path, Problem, problem
from drill.model.program import PROGRAM_SCHEMA, Program
from drill.model.questionnaire import SELFCHECK_SCHEMA, SelfCheck
from drill.model.scenario import SCENARIO_SCHEMA, Scenario
from drill.model.shape import shape_problem
from drill.model.tree import Place, Tree
from drill.model.yamltree import read_tree

Model = TypeVar("Model", bound=BaseModel)
_SCHEMAS = (CHART_SCHEMA, SCENARIO_SCHEMA, PROGRAM_SCHEMA, BANK_SCHEMA, SELFCHECK_SCHEMA, EVALUATION_SCHEMA)
_ROUNDS = 8
"""A wrong value may make its text, then its entry, then its section incomplete."""


@dataclass(frozen=True)
class Loaded(Generic[Model]):
    """What became of one file."""

    file: str
    value: Model | None
    problems: tuple[Problem, ...] = ()
    partial: Model | None = None
    tree: Tree | None = None
    names: frozenset[tuple[str, str]] = frozenset()
    """(section, name) of everything the file defines, also of what `partial` lacks."""

    @classmethod
    def of(cls, value: Model, file: str = "-") -> Loaded[Model]:
        """A value that comes from no file; its problems have no line."""
        return cls(file, value, (), value)

    def where(self, path: Path, key: bool = False) -> Place:
        """Line and column of the value at `path`, or of its key; of the nearest part that exists."""
        return self.tree.where(path, key) if self.tree else (0, 0)


def load_chart(path: FilePath | str) -> Loaded[Chart]:
    """A chart file; never raises."""
    return _load(FilePath(path), Chart, CHART_SCHEMA)


def load_scenario(path: FilePath | str) -> Loaded[Scenario]:
    """A scenario file; never raises."""
    return _load(FilePath(path), Scenario, SCENARIO_SCHEMA)


def load_program(path: FilePath | str) -> Loaded[Program]:
    """A programme file; never raises."""
    return _load(FilePath(path), Program, PROGRAM_SCHEMA)


def load_bank(path: FilePath | str) -> Loaded[Bank]:
    """A question bank; never raises."""
    return _load(FilePath(path), Bank, BANK_SCHEMA)


def load_selfcheck(path: FilePath | str) -> Loaded[SelfCheck]:
    """A file of questionnaires; never raises."""
    return _load(FilePath(path), SelfCheck, SELFCHECK_SCHEMA)


def load_evaluation(path: FilePath | str) -> Loaded[Evaluation]:
    """What evaluators say of a drill; never raises."""
    return _load(FilePath(path), Evaluation, EVALUATION_SCHEMA)


@dataclass(frozen=True)
class Files:
    """Loaded files by what they are."""

    charts: list[Loaded[Chart]] = field(default_factory=list)
    scenarios: list[Loaded[Scenario]] = field(default_factory=list)
    programs: list[Loaded[Program]] = field(default_factory=list)
    banks: list[Loaded[Bank]] = field(default_factory=list)
    selfchecks: list[Loaded[SelfCheck]] = field(default_factory=list)
    evaluations: list[Loaded[Evaluation]] = field(default_factory=list)


def load_files(paths: Iterable[FilePath]) -> Files:
    """Each file as what its `schema` says or, where it says nothing known, as what it looks like."""
    files = Files()
    for path in paths:
        tree, problems = _read(path)
        match None if tree is None else _schema_of(tree):
            case str(schema) if schema == PROGRAM_SCHEMA:
                files.programs.append(_build(str(path), tree, problems, Program, PROGRAM_SCHEMA))
            case str(schema) if schema == BANK_SCHEMA:
                files.banks.append(_build(str(path), tree, problems, Bank, BANK_SCHEMA))
            case str(schema) if schema == SELFCHECK_SCHEMA:
                files.selfchecks.append(_build(str(path), tree, problems, SelfCheck, SELFCHECK_SCHEMA))
            case str(schema) if schema == EVALUATION_SCHEMA:
                files.evaluations.append(_build(str(path), tree, problems, Evaluation, EVALUATION_SCHEMA))
            case _ if tree is not None and _looks_like_scenario(tree):
                files.scenarios.append(_build(str(path), tree, problems, Scenario, SCENARIO_SCHEMA))
            case _:
                files.charts.append(_build(str(path), tree, problems, Chart, CHART_SCHEMA))
    return files


def _looks_like_scenario(tree: Tree) -> bool:
    schema = _schema_of(tree)
    if schema in (CHART_SCHEMA, SCENARIO_SCHEMA):
        return schema == SCENARIO_SCHEMA
    return isinstance(tree.data, dict) and not tree.data.keys().isdisjoint(("injects", "messages", "briefing"))


def _load(path: FilePath, model: type[Model], schema: str) -> Loaded[Model]:
    return _build(str(path), *_read(path), model, schema)


def _read(path: FilePath) -> tuple[Tree | None, list[Problem]]:
    text = read_text(path)
    with no_collecting():
        return (None, [text]) if isinstance(text, Problem) else read_tree(text, str(path))


def _schema_of(tree: Tree) -> object:
    found = tree.at(("schema",))
    return None if isinstance(found, (dict, list)) else found


def _build(file: str, tree: Tree | None, problems: list[Problem], model: type[Model], schema: str) -> Loaded[Model]:
    if tree is None:
        return Loaded(file, None, tuple(problems))
    found = list(problems)
    if wrong := _wrong_schema(file, tree, schema):
        found.append(wrong)
        if wrong.code in ("YM030", "YM032"):
            return Loaded(file, None, tuple(found), tree=tree)
    names = frozenset(_names(tree))
    value: Model | None = None
    for attempt in range(_ROUNDS):
        try:
            with no_collecting():
                value = model.model_validate({**tree.data, "schema": schema})
            break
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        if attempt == 0:
            found += [shape_problem(each, model, tree, file) for each in errors]
        tree = tree.without(_wrong_part(each) for each in errors)
    return Loaded(file, None if found else value, tuple(found), value, tree, names)


def _wrong_schema(file: str, tree: Tree, expected: str) -> Problem | None:
    if not isinstance(tree.data, dict):
        return problem("YM030", file, tree.where(()), expected=expected)
    found = _schema_of(tree)
    if found == expected:
        return None
    if "schema" not in tree.data:
        return problem("YM031", file, tree.where(()), ("schema",), expected=expected)
    code = "YM032" if found in _SCHEMAS else "YM033"
    return problem(code, file, tree.where(("schema",)), ("schema",), expected=expected, found=found)


def _names(tree: Tree) -> Iterator[tuple[str, str]]:
    """(section, name) of every entry of a mapping at the top of the file."""
    for section, entries in tree.data.items():
        for name in entries if isinstance(entries, dict) else ():
            yield section, name


def _wrong_part(error: ErrorDetails) -> Path:
    """What to leave out so that the rest can be validated: the value, or what a missing value belongs to."""
    path = error["loc"]
    return path[:-1] if error["type"] == "missing" or path[-1:] == ("[key]",) else path
