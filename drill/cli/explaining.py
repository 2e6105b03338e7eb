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


def meaning(code: str, language: Language) -> str:
    """What a rule looks for or, where that is not said apart, the sentence of its finding with blanks."""
    rule = code + ".rule"
    return _said(rule if rule in all_words() else code, language)


def remedy(code: str, language: Language) -> str:
    """What to do about it."""
    return _said(code + ".hint", language)


def reason(code: str, language: Language) -> str | None:
    """Why it matters, and how it is judged; only for planning rules."""
    why = code + ".why"
    return _said(why, language) if why in all_words() else None


def explain(code: str, language: Language) -> list[str]:
    """What a code means, why it matters, what to do, and an example; UsageError if there is no such code."""
    if code not in SEVERITY:
        raise no_such("what.code", code, SEVERITY)
    title = f"{code} ({_said(SEVERITIES[SEVERITY[code]], language)})"
    what, why, do = meaning(code, language), reason(code, language), remedy(code, language)
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
