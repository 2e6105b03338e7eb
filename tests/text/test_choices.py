"""Codes of the catalogue are found by a search: each stands whole where it is said or chosen."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from drill.text import choices, words
from drill.text.catalogue import all_words

WORDS_MODULES = [import_module(f"{words.__name__}.{module.name}") for module in iter_modules(words.__path__)]
TABLES = {name: table for name, table in vars(choices).items() if name.isupper()}


@pytest.mark.parametrize("name", TABLES)
def test_every_choice_has_its_sentence(name: str) -> None:
    assert set(TABLES[name].values()) <= all_words().keys()


def test_every_code_of_the_catalogue_occurs_whole_outside_of_it_and_none_is_composed() -> None:
    problems = {code for area in WORDS_MODULES for code in getattr(area, "PROBLEMS", {})}
    parts = {code for code in all_words() if code.partition(".")[0] in problems and "." in code}
    whole, composed = set[str](), []
    for path in Path("drill").rglob("*.py"):
        if path.is_relative_to("drill/text/words"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole |= set(re.findall(r"[\w.-]+", node.value))
            if isinstance(node, ast.JoinedStr) and composes_a_code(node):
                composed.append(f"{path}:{node.lineno} {ast.unparse(node)}")
    assert all_words().keys() - parts - whole == set()
    assert composed == []


def composes_a_code(node: ast.JoinedStr) -> bool:
    """Whether a literal beginning with a dot in it and what may follow read like a code."""
    first = node.values[0]
    if not isinstance(first, ast.Constant) or "." not in str(first.value):
        return False
    pattern = "".join(re.escape(str(v.value)) if isinstance(v, ast.Constant) else r"[\w.-]+" for v in node.values)
    return any(re.fullmatch(pattern, code) for code in all_words())
