"""What a code means: `drill check --explain`, and the help that SARIF carries for each rule."""

from __future__ import annotations

from drill.analysis.rules.mends import mend
from drill.model.problems import SEVERITY, no_such
from drill.text.breaking import wrap
from drill.text.catalogue import LANGUAGES, Language, all_words
from drill.text.choices import SEVERITIES

WIDTH = 79


class _Blank(str):
    """Stands where a sentence names or counts what it found."""

    def __format__(self, spec: str, /) -> str:
        return spec.partition("|")[2].replace("#", self) or str(self)


class _Blanks(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return _Blank(f"<{name}>")


def rule(code: str, language: Language) -> tuple[str, str | None, str]:
    """What a rule looks for or, where that is not said apart, its finding with blanks; why it matters; what to do.

    Why, and how it is judged, is told of planning rules only.
    """
    words, what, why = all_words(), code + ".rule", code + ".why"
    reason = _said(why, language) if why in words else None
    return _said(what if what in words else code, language), reason, _said(code + ".hint", language)


def explain(code: str, language: Language) -> list[str]:
    """What a code means, why it matters, what to do, and an example; UsageError if there is no such code."""
    if code not in SEVERITY:
        raise no_such("what.code", code, SEVERITY)
    title = f"{code} ({_said(SEVERITIES[SEVERITY[code]], language)})"
    what, why, do = rule(code, language)
    if why is None:
        return [title, *_folded(what, do)]
    why = _said("cli.check.explain.why", language, text=why)
    do = _said("cli.check.explain.do", language, text=do)
    example = [f"    {line}" for line in mend(code, language).splitlines()]
    return [title, *_folded(what, why, do, _said("cli.check.explain.example", language)), *example]


def _folded(*texts: str) -> list[str]:
    return [f"  {line}" for text in texts for line in wrap(text, WIDTH - 2)]


def _said(code: str, language: Language, **params: str) -> str:
    return all_words()[code][LANGUAGES.index(language)].format_map(_Blanks(params))
