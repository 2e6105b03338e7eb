"""Every planning rule is provoked by a test, explained in both languages, documented, and its mend fits a chart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError
from rich.cells import cell_len

from drill.analysis.rules.mends import MENDS, mend
from drill.cli.explaining import explain, rule
from drill.model.chart import Chart
from drill.model.problems import GROUPS, SEVERITY, group_of
from drill.text.catalogue import LANGUAGES, Language, catalogue

ROOT = Path(__file__).parents[2]
PLANNING = [code for code in SEVERITY if "OC140" < code < "OC9"]
OF_CHARTS = [code for code in SEVERITY if code.startswith("OC")]


@pytest.mark.parametrize("code", PLANNING)
def test_a_planning_rule_is_provoked_by_a_test(code: str) -> None:
    tests = (path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "analysis").glob("test_rules_*.py"))
    assert any(f'"{code}"' in text for text in tests)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", PLANNING)
def test_a_planning_rule_says_what_why_and_what_to_do(code: str, language: Language) -> None:
    for text in rule(code, language):
        assert text
        assert "<" not in text, "these sentences hold for every finding of the rule"
    assert f"{code}.rule" in catalogue(language)


def test_every_planning_rule_has_a_mend_and_nothing_else_has() -> None:
    assert sorted(MENDS) == sorted(PLANNING)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", PLANNING)
def test_the_example_of_a_mend_is_what_a_chart_may_say(code: str, language: Language) -> None:
    """An entry may lack the keys that the mend does not touch; no key may be unknown, no value wrong."""
    with pytest.raises(ValidationError) as caught:
        Chart.model_validate(yaml.safe_load(mend(code, language)))
    assert {error["type"] for error in caught.value.errors()} == {"missing"}


@pytest.mark.parametrize("code", PLANNING)
def test_comments_and_texts_of_a_japanese_example_are_japanese(code: str) -> None:
    for said in re.findall(r"(?:#|reason:|place:|name:) (.+)", mend(code, "ja")):
        assert re.search("[ぁ-んァ-ン一-龥]", said)


def test_the_examples_for_different_kinds_of_weakness_differ() -> None:
    assert len({mend(code, "en") for code in ("OC203", "OC204", "OC205", "OC303", "OC305", "OC401", "OC402")}) == 7
    assert "needs:" not in mend("OC305", "en")
    assert "site:" in mend("OC204", "en")
    assert "site:" in mend("OC301", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", SEVERITY)
def test_an_explanation_fits_79_columns(code: str, language: Language) -> None:
    assert max(map(cell_len, explain(code, language))) <= 79


def _rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.match(r"\| OC\d", line)]


@pytest.mark.parametrize(("document", "language"), [("rules.md", "en"), ("rules.ja.md", "ja")])
def test_the_document_lists_every_rule_of_charts_by_group_as_the_program_explains_it(
    document: str, language: Language
) -> None:
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    say = catalogue(language)
    assert _rows(text) == [
        "| {} | {} | {} | {} |".format(
            code,
            say(f"cli.{SEVERITY[code]}"),
            *(re.sub(r"`?<\w+>`?", "…", text) for text in rule(code, language)[::2]),
        )
        for group in GROUPS
        for code in sorted(OF_CHARTS)
        if group_of(code) == group
    ]
    for group in GROUPS:
        (section,) = re.findall(rf"^## .*\b{group}\b.*\n((?:(?!^## ).*\n?)*)", text, re.MULTILINE | re.IGNORECASE)[:1]
        assert {group_of(row.split()[1]) for row in _rows(section)} == {group}
