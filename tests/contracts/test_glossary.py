"""The glossary and the names in the code: one word, one meaning."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGLISH, JAPANESE = (ROOT / "docs" / name for name in ("glossary.md", "glossary.ja.md"))


def rows(page: Path) -> list[tuple[str, str, str, str]]:
    """The entries of a page: word, the word in the other language, meaning, class."""
    lines = page.read_text(encoding="utf-8").splitlines()
    entries = [tuple(part.strip() for part in line.strip("| ").split(" | ")) for line in lines if line.startswith("| ")]
    assert all(len(entry) == 4 for entry in entries), [entry for entry in entries if len(entry) != 4]
    return [(word, other, meaning, bearer) for word, other, meaning, bearer in entries if bearer.startswith("`")]


def classes() -> dict[str, list[str]]:
    """Each public class of the house by its name: the modules that define it."""
    found = defaultdict(list)
    for path in sorted((ROOT / "drill").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT / "drill").with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(module)
    return found


def test_no_two_public_classes_share_a_name() -> None:
    assert {name: modules for name, modules in classes().items() if len(modules) > 1} == {}


@pytest.mark.parametrize("page", [ENGLISH, JAPANESE], ids=["en", "ja"])
def test_every_class_that_the_glossary_names_exists(page: Path) -> None:
    known = {f"`{module}.{name}`" for name, modules in classes().items() for module in modules}
    assert len(rows(page)) > 80
    assert [bearer for *_, bearer in rows(page) if bearer not in known] == []


@pytest.mark.parametrize("page", [ENGLISH, JAPANESE], ids=["en", "ja"])
def test_every_word_and_every_class_of_the_glossary_stands_there_once(page: Path) -> None:
    named = Counter(each for word, *_, bearer in rows(page) for each in (word, bearer))
    assert [each for each, count in named.items() if count > 1] == []


def test_both_pages_have_the_same_words_for_the_same_classes_in_the_same_order() -> None:
    english = [(word, other, bearer) for word, other, _, bearer in rows(ENGLISH)]
    assert english == [(other, word, bearer) for word, other, _, bearer in rows(JAPANESE)]
