"""Charts and scenarios from YAML: the value, every problem at once, and the place of every part.

A file with mistakes is validated again without its wrong parts, so that one run also reports the unknown
names in the rest. Such a `partial` value is for checks only; `value` exists only where nothing was wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from drill.collecting import no_collecting
from drill.model.decode import read_text
from drill.model.problems import Path, Problem, problem
from drill.model.tree import Place, Tree
from drill.model.yamltree import read_tree

if TYPE_CHECKING:
    from drill.model.bank import Bank
    from drill.model.chart import Chart
    from drill.model.evaluation import Evaluation
    from drill.model.program import Program
    from drill.model.questionnaire import SelfCheck
    from drill.model.scenario import Scenario

Model = TypeVar("Model", bound=BaseModel)
SCHEMAS = {
    "drill.chart/1": ("charts", "chart", "Chart"),
    "drill.scenario/1": ("scenarios", "scenario", "Scenario"),
    "drill.program/1": ("programs", "program", "Program"),
    "drill.bank/1": ("banks", "bank", "Bank"),
    "drill.selfcheck/1": ("selfchecks", "questionnaire", "SelfCheck"),
    "drill.evaluation/1": ("evaluations", "evaluation", "Evaluation"),
}
"""`schema` → its kind, module and model: a model is made when a file needs it, all of them take a while."""
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


def load_files(paths: Iterable[FilePath]) -> dict[str, list[Loaded[Any]]]:
    """Kind → its files, each as what its `schema` says or, where it says nothing known, as what it looks like."""
    files: dict[str, list[Loaded[Any]]] = {kind: [] for kind, _, _ in SCHEMAS.values()}
    for path in paths:
        tree, problems = _read(path)
        schema = str(_schema_of(tree)) if tree else ""
        if schema not in SCHEMAS:
            like_scenario = tree and isinstance(tree.data, dict) and not _OF_SCENARIO.isdisjoint(tree.data)
            schema = "drill.scenario/1" if like_scenario else "drill.chart/1"
        files[SCHEMAS[schema][0]].append(_build(str(path), tree, problems, schema))
    return files


_OF_SCENARIO = frozenset({"injects", "messages", "briefing"})


def _load(path: FilePath | str, schema: str) -> Loaded[Any]:
    return _build(str(path), *_read(FilePath(path)), schema)


Loader = Callable[[FilePath | str], Loaded[Model]]
"""Reads one file as what it should be; never raises."""


load_chart: Loader[Chart] = partial(_load, schema="drill.chart/1")
load_scenario: Loader[Scenario] = partial(_load, schema="drill.scenario/1")
load_program: Loader[Program] = partial(_load, schema="drill.program/1")
load_bank: Loader[Bank] = partial(_load, schema="drill.bank/1")
load_selfcheck: Loader[SelfCheck] = partial(_load, schema="drill.selfcheck/1")
load_evaluation: Loader[Evaluation] = partial(_load, schema="drill.evaluation/1")


def _read(path: FilePath) -> tuple[Tree | None, list[Problem]]:
    text = read_text(path)
    with no_collecting():
        return (None, [text]) if isinstance(text, Problem) else read_tree(text, str(path))


def _schema_of(tree: Tree) -> object:
    found = tree.at(("schema",))
    return None if isinstance(found, (dict, list)) else found


def _build(file: str, tree: Tree | None, problems: list[Problem], schema: str) -> Loaded[Any]:
    if tree is None:
        return Loaded(file, None, tuple(problems))
    found = list(problems)
    if wrong := _wrong_schema(file, tree, schema):
        found.append(wrong)
        if wrong.code in ("YM030", "YM032"):
            return Loaded(file, None, tuple(found), tree=tree)
    names = frozenset(_names(tree))
    model = model_of(schema)
    value: BaseModel | None = None
    for attempt in range(_ROUNDS):
        try:
            with no_collecting():
                value = model.model_validate({**tree.data, "schema": schema})
            break
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        if attempt == 0:
            from drill.model.shape import shape_problem

            found += [shape_problem(each, model, tree, file) for each in errors]
        tree = tree.without(_wrong_part(each) for each in errors)
    return Loaded(file, None if found else value, tuple(found), value, tree, names)


def model_of(schema: str) -> type[BaseModel]:
    """What a file with this `schema` holds."""
    _, module, name = SCHEMAS[schema]
    model: type[BaseModel] = getattr(import_module(f"drill.model.{module}"), name)
    return model


def _wrong_schema(file: str, tree: Tree, expected: str) -> Problem | None:
    if not isinstance(tree.data, dict):
        return problem("YM030", file, tree.where(()), expected=expected)
    found = _schema_of(tree)
    if found == expected:
        return None
    if "schema" not in tree.data:
        return problem("YM031", file, tree.where(()), ("schema",), expected=expected)
    code = "YM032" if found in SCHEMAS else "YM033"
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
