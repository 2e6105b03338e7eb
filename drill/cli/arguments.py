"""Command lines: argparse that speaks Japanese and English, folds Japanese help, and raises instead of leaving."""

from __future__ import annotations

import argparse
import re
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NoReturn

from drill.errors import UsageError
from drill.text.catalogue import LANGUAGES, Catalogue, Word
from drill.text.choices import OPTION, VERB_ABOUT

if TYPE_CHECKING:
    from datetime import date, datetime

argparse._ = str  # type: ignore[attr-defined]
"""What argparse says is matched below and said again: a translation would hide it, and looking for one takes time."""

_COMPLAINTS = (
    (r"the following arguments are required: (?P<name>.+)", "cli.usage.missing"),
    (r"unrecognized arguments: (?P<name>.+)", "cli.usage.unknown"),
    (r"argument (?P<name>\S+): expected ", "cli.usage.no_value"),
    (r"argument (?P<name>\S+): ignored explicit argument ", "cli.usage.no_such_value"),
)
"""What argparse says in English, and our own sentences for it."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help of 80 columns, folded by the rules of Japanese."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=24, width=79)

    def _split_lines(self, text: str, width: int) -> list[str]:
        from drill.text.breaking import divide_line

        cuts = [0, *divide_line(text, width), len(text)]
        return [text[start:end].strip() for start, end in pairwise(cuts)]


class Parser(argparse.ArgumentParser):
    """The options of one command. `name` is the verb, or empty for the program itself."""

    def __init__(self, say: Catalogue, name: str = "") -> None:
        self.say = say
        self.name = name
        self.verb = f"drill {name}".strip()
        super().__init__(
            prog=self.verb,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = say("cli.positionals")
        self._optionals.title = say("cli.options")

    def value(self, *names: str, words: str = "", **options: Any) -> argparse.Action:
        """An argument or option; its help is that of its last name, or of another name where that one is taken."""
        return self.add_argument(*names, help=self.say(OPTION[words or names[-1].lstrip("-").lower()]), **options)

    def switch(self, *names: str, words: str = "") -> None:
        """An option without a value."""
        self.value(*names, words=words, action="store_true")

    def common(self) -> None:
        """The options every command has."""
        self.value("--lang", metavar="ja|en", type=one_of(LANGUAGES))
        self.switch("-h", "--help")

    def about(self) -> str:
        """What the command does, in lines."""
        from drill.text.breaking import wrap

        code = VERB_ABOUT[self.name] if self.name else "cli.about"
        return "\n".join(wrap(self.say(code), 79))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", self.say("cli.usage"), 1)

    def format_help(self) -> str:
        self.description = self.description or self.about()
        self.epilog = self.epilog or "\n  ".join((self.say("cli.example"), *EXAMPLES[self.name]))
        return super().format_help().replace("usage:", self.say("cli.usage"), 1)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        try:
            return super()._get_value(action, arg_string)
        except UsageError as error:  # says of which option
            place = action.option_strings[-1] if action.option_strings else str(action.metavar)
            raise UsageError(error.code, place, **error.params) from error

    def error(self, message: str) -> NoReturn:
        """Raise a UsageError with our own sentence."""
        for pattern, code in _COMPLAINTS:
            if found := re.match(pattern, message):
                raise UsageError(code, verb=self.verb, **found.groupdict())
        raise UsageError("cli.usage.other", verb=self.verb, message=message)


def refused(code: str, value: str) -> UsageError:
    """The refusal of a value; `code` says what is to be given instead."""
    return UsageError("cli.bad_value", what=Word(code), value=value)


def checked(code: str, read: Callable[[str], Any]) -> Callable[[str], Any]:
    """A reader of option values that refuses with the sentence `code` what `read` cannot."""
    return _refusing(read, "cli.bad_value", what=Word(code))


def _refusing(read: Callable[[str], Any], code: str, **params: Any) -> Callable[[str], Any]:
    """A reader that has a refusal where `read` has a ValueError or KeyError."""

    def convert(text: str) -> Any:
        try:
            return read(text)
        except (ValueError, KeyError) as problem:
            raise UsageError(code, value=text, **params) from problem

    return convert


def one_of(words: Iterable[str]) -> Callable[[str], Any]:
    """A reader of one of these words."""
    known = {word: word for word in words}
    return _refusing(known.__getitem__, "cli.bad_word", words=tuple(known))


def speed(text: str) -> float:
    """A pace above 0."""
    value = float(text)
    if not 0 < value <= 1_000_000:
        raise ValueError(text)
    return value


def whole(least: int, most: int, code: str = "cli.bad_number") -> Callable[[str], Any]:
    """A reader of whole numbers from `least` to `most`; the sentence `code` for anything else."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal()) or not least <= int(text) <= most:
            raise ValueError(text)
        return int(text)

    return _refusing(read, code, least=least, most=most)


def _day(text: str) -> date:
    from datetime import date

    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text)


DAY = checked("cli.bad_day", _day)
"""A reader of days."""


def moment(text: str) -> datetime:
    """Day and time; ValueError for anything else."""
    from datetime import datetime

    if not re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", text):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def readable(text: str) -> str:
    """Words that are kept in a file: bytes that are no UTF-8 cannot be, nor a whole book."""
    if len(text) > _LONGEST or any("\ud800" <= character <= "\udfff" for character in text):
        raise UsageError("cli.bad_text")
    return text


_LONGEST = 4000


def refuse_together(verb: str, flags: Sequence[str]) -> None:
    """UsageError where more than one of the options that exclude each other was given."""
    if len(flags) > 1:
        raise UsageError("cli.usage.together", verb=verb, name=flags[0], other=flags[1])


def refuse_without(args: Namespace, needed: str, *names: str) -> None:
    """UsageError for an option that only another one gives a meaning."""
    given = given_flags(args, needed, *names)
    if given and given_flags(args, needed) != given[:1]:
        raise UsageError("cli.only_with", name=given[0], other=f"--{needed}")


def refuse_beside(args: Namespace, other: str, names: Iterable[str]) -> None:
    """UsageError for an option that means nothing beside `other`: ignored, it would answer another question."""
    for given in given_flags(args, *names):
        raise UsageError("cli.unused_option", name=given, other=other)


def given_flags(args: Namespace, *names: str) -> list[str]:
    """The options among those of these names that were given."""
    values = ((name, getattr(args, name)) for name in names)
    return [f"--{name.replace('_', '-')}" for name, value in values if value not in ([], None) and value is not False]


def split(values: Iterable[Iterable[str]] | None) -> tuple[str, ...]:
    """Values of an option that may be repeated, take several, and separate them by commas."""
    return tuple(part for group in values or () for value in group for part in value.split(",") if part)


EXAMPLES: dict[str, tuple[str, ...]] = {
    "": ("drill list", "drill run nws-stop", "drill play nws-stop"),
    "play": (
        "drill play nws-stop --post poc",
        "drill play temp-worker-misuse --meeting",
        "drill play --resume records/nws-stop-1.jsonl",
    ),
    "run": (
        "drill run nws-stop",
        "drill run nws-stop --absent csirt_manager --seed 7",
        'drill run server-failure --at "2023-11-28T20:00" --json',
        "drill run temp-worker-misuse --meeting",
    ),
    "replay": ("drill replay nws-stop-good --from 00:10", "drill replay nws-stop-good --verify"),
    "score": (
        "drill score nws-stop-good",
        'drill score nws-stop-poor --rate chain=S --reason "told in time"',
    ),
    "report": (
        "drill report --list",
        "drill report msel nws-stop",
        "drill report --all nws-stop -o documents --format md",
    ),
    "check": (
        "drill check",
        "drill check scenarios --strict",
        "drill check csirt-nws --select single",
        "drill check --explain OC204",
    ),
    "weak": (
        "drill weak csirt-nws",
        "drill weak csirt-nws --class failure --level 3 --at 2023-11-19T03:00",
        "drill weak csirt-nws --what-if absent:csirt_manager,down:switchboard",
        "drill weak juki-net --without-deputies --order 1 --json",
    ),
    "plan": ("drill plan csirt-nws", "drill plan csirt-nws --class failure --level 3 --at 2023-11-19T03:00"),
    "chart show": ("drill chart show csirt-nws", "drill chart show csirt-nws --format mermaid --lang ja"),
    "chart import": (
        "drill chart import docs/example-sheet.csv",
        "drill chart import docs/example-sheet.csv --write our-chart.yaml",
    ),
    "chart export": ("drill chart export csirt-nws --format yaml", "drill chart export csirt-nws --output csirt.xlsx"),
    "chart diff": ("drill chart diff csirt-printed csirt-nws",),
    "year new": ("drill year new suginami-r5 r5",),
    "year roster": ("drill year roster r5 roster.csv", "drill year roster r5 roster.csv --as-of 2023-12-01 --partial"),
    "year hold": (
        "drill year hold r5 chiefs_training --all --on 2023-11-10",
        "drill year hold r5 ③ --section subsection_1 --absent K0047 --on 2023-11-14",
    ),
    "year drill": ("drill year drill r5 contact_drill server-failure-good --all",),
    "year put": ("drill year put r5 juki_drills method --on 2023-09-05",),
    "year undo": ('drill year undo r5 --reason "wrong day"', 'drill year undo r5 4 --reason "wrong section"'),
    "year status": ("drill year status r5", "drill year status r5 --on 2023-11-20 --json"),
    "year log": ("drill year log r5",),
    "year calendar": ("drill year calendar suginami-r5 -o r5.ics", "drill year calendar r5 --lang ja"),
    "year selfcheck": (
        "drill year selfcheck r5",
        "drill year selfcheck r5 juki_check --group general --blank answers.xlsx",
        "drill year selfcheck r5 juki_check --group general --paper --lang ja",
    ),
    "year compare": ("drill year compare r5", "drill year compare r5 --seeds 0 --json"),
    "year run": ("drill year run suginami-r5 r5 --seed 7",),
    "test": (
        "drill test failure misuse",
        "drill test failure misuse --seed 7 --paper --output test.html",
        "drill test failure misuse --seed 7 --blank results.xlsx",
    ),
    "list": ("drill list", "drill list --json"),
}
"""Every example is executed by a test, except those that need a terminal."""
