"""Every sentence the program says, by code, in Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from os import PathLike, listdir
from typing import Literal, NamedTuple, Protocol, runtime_checkable

from drill.text import words
from drill.text.clean import clean

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, Language] = ("ja", "en")
"""In the order of each entry of `WORDS`."""
Words = Mapping[str, tuple[str, str]]


@runtime_checkable
class Localized(Protocol):
    """A text that exists in both languages, such as the names in a chart."""

    def get(self, language: Language, /) -> str:
        """The text in `language`."""
        ...


class Word(NamedTuple):
    """A parameter that is itself said from the catalogue."""

    code: str


class Count(NamedTuple):
    """A number that chooses its English words: `{count:# post is|# posts are}`, where `#` is the number."""

    number: float

    def __format__(self, spec: str, /) -> str:
        shown = str(self.number) if isinstance(self.number, int) else f"{self.number:g}"
        one, bar, many = spec.partition("|")
        if bar:
            return (one if self.number == 1 else many).replace("#", shown)
        return format(self.number, spec) if spec else shown


_PARTS = ("", ".hint", ".rule", ".why")
"""What `PROBLEMS` has for a code: the finding, what to do; for planning rules also what is looked for, and why."""
_NEAREST = ("候補: {near}", "there are: {near}")
"""What to do where `PROBLEMS` has only the finding: take one of the names that there are."""


_EARLY = ("cli", "common", "checking", "rules_chart", "rules_keeping")
"""The areas of `--help` and `check`: a fifth of all words."""


class Catalogue:
    """The sentences of one language: `say("code", param=…)`."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._column = LANGUAGES.index(language)
        self._said: dict[str, str] = {}

    def __call__(self, code: str, /, **params: object) -> str:
        """The sentence with its parameters; an unknown code or a missing parameter is a defect (KeyError)."""
        if code not in self._said:
            self._said[code] = _words_of(code)[self._column]
        return self._said[code].format(**{name: self._local(value) for name, value in params.items()})

    def title(self, code: str, /, **params: object) -> str:
        """A sentence as a heading: English begins with a capital letter."""
        text = self(code, **params)
        return text[:1].upper() + text[1:]

    def each(self, *codes: str) -> tuple[str, ...]:
        """Sentences without parameters, such as the heads of columns."""
        return tuple(map(self, codes))

    def hint(self, problem: str, /, **params: object) -> str:
        """What to do about a problem."""
        return self(problem + ".hint", **params)

    def __contains__(self, code: str) -> bool:
        return code in all_words()

    def _local(self, value: object) -> object:
        if isinstance(value, Word):
            return self(value.code)
        if isinstance(value, tuple):
            return ("、" if self.language == "ja" else ", ").join(str(self._local(part)) for part in value)
        if isinstance(value, int | float):
            return Count(value)
        if isinstance(value, str | PathLike | Exception):
            return clean(str(value), keep_newlines=True)
        if isinstance(value, Localized) and not isinstance(value, Mapping):
            return self._local(value.get(self.language))
        return value


catalogue = cache(Catalogue)
"""The catalogue of one language."""


def _words_of(code: str) -> tuple[str, str]:
    """A sentence in both languages: `--help` and `check` need not read all areas for theirs."""
    return next((area[code] for area in map(_area, _EARLY) if code in area), None) or all_words()[code]


@cache
def all_words() -> Words:
    """The sentences of every module in `drill/text/words/`: its `WORDS` and, part by part, its `PROBLEMS`."""
    # With pathlib or pkgutil `drill --help` would take a fifth longer.
    files = (file.partition(".") for file in sorted(listdir(words.__path__[0])))  # noqa: PTH208
    return merge({name: _area(name) for name, _, ending in files if ending == "py" and name != "__init__"})


@cache
def _area(name: str) -> Words:
    area = vars(import_module(f"{words.__name__}.{name}"))
    plain: Words = area.get("WORDS", {})
    return {**plain, **_parts(area.get("PROBLEMS", {}))}


def _parts(problems: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, str]]:
    whole = {code: texts if texts[2:] else texts + _NEAREST for code, texts in problems.items()}
    return {
        code + part: (texts[i], texts[i + 1])
        for code, texts in whole.items()
        for i, part in zip(range(0, len(texts), 2), _PARTS, strict=False)
    }


def merge(areas: Mapping[str, Words]) -> Words:
    """The sentences of all areas; ValueError (a defect) where two areas use the same code."""
    found: dict[str, tuple[str, str]] = {}
    for area, sentences in areas.items():
        if twice := found.keys() & sentences.keys():
            raise ValueError(f"drill/text/words/{area}.py repeats the codes {sorted(twice)}")
        found |= sentences
    return found


def default_language(environ: Mapping[str, str]) -> Language:
    """The language of a POSIX environment: the first of LC_ALL, LC_MESSAGES and LANG that is set decides."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(name))), "")
    return "ja" if locale.lower().startswith("ja") else "en"
