"""Findings as SARIF 2.1.0 (OASIS), which code-scanning tools and editors read.

Every rule of files is listed, so that a reader can tell "looked for and not found" from "not looked for" (those of
spreadsheets are not: they come from `drill chart import`). Columns count Unicode characters. Files below the current
folder are relative references; a waiver is an accepted suppression.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from drill import __version__
from drill.analysis.rules import naming
from drill.cli.explaining import rule
from drill.model.problems import SEVERITY, Problem, group_of, with_hint
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.clean import clean

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_CODES = tuple(code for code in SEVERITY if not code.startswith("XS"))


def sarif(problems: list[Problem], language: Language) -> dict[str, Any]:
    """A SARIF log with one run; texts in the chosen language."""
    say = catalogue(language)
    driver = {"name": "drill", "version": __version__, "rules": [_rule(code, language) for code in _CODES]}
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, say) for each in problems],
    }
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rule(code: str, language: Language) -> dict[str, Any]:
    what, why, do = rule(code, language)
    return {
        "id": code,
        "shortDescription": {"text": what},
        "fullDescription": {"text": why or what},
        "help": {"text": do},
        "defaultConfiguration": {"level": SEVERITY[code]},
        "properties": {"tags": [group_of(code) or code[:2]]},
    }


def _result(found: Problem, say: Catalogue) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(found.file)}}
    if found.line:
        place["region"] = {"startLine": found.line, "startColumn": found.column}
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": _CODES.index(found.code),
        "level": found.severity,
        "message": {"text": clean(with_hint(found, say))},
        "locations": [{"physicalLocation": place}],
    }
    if waiver := found.waiver:
        why = say("cli.check.waived", until=naming.day(waiver.until), reason=waiver.reason)
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": clean(why)}]
    return result


def uri(file: str) -> str:
    """A file as a URI reference: relative to the current folder where it lies below it, else absolute."""
    path = Path(file)
    if path.is_absolute():
        if not path.is_relative_to(Path.cwd()):
            return path.as_uri()
        path = path.relative_to(Path.cwd())
    return quote(path.as_posix())
