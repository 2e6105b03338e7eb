"""`drill`: finds the command, its language and its options. Nothing heavy is imported until a command needs it."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from collections.abc import Collection, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Protocol, cast

from drill import __version__
from drill.cli.arguments import EXAMPLES, Parser
from drill.cli.terminal import Terminal, environment_language, guarded, prepare_streams
from drill.collecting import no_collecting
from drill.errors import UsageError
from drill.text.catalogue import LANGUAGES, Language, Word
from drill.text.choices import VERB_SHORT

VERBS = {verb: f"drill.cli.{verb.replace('year ', 'year.').replace(' ', '_')}" for verb in EXAMPLES if verb}
VERBS["test"] = "drill.cli.short_test"  # a module called `test` would read as one
"""A command → the module that has its name."""
LASTING = ("play", "plan", "run", "year run")
"""Commands that go on long enough to make garbage."""


class Verb(Protocol):
    """What the module of a command offers."""

    def options(self, parser: Parser) -> None:
        """Add the command's own options."""
        ...

    def perform(self, args: Namespace, terminal: Terminal) -> bool:
        """Do it; False if there were findings. DrillError for what the user can mend."""
        ...


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None:
        gc.disable()  # most commands end before there is garbage to speak of
    prepare_streams()
    terminal = Terminal(_language(arguments))
    code = guarded(terminal, lambda: _dispatch(arguments, terminal))
    if argv is None:
        gc.freeze()  # the process ends: Python need not look through everything for garbage
    return code


def _language(arguments: Sequence[str]) -> Language:
    """The language of help and errors, before the command line has been understood."""
    found = environment_language()
    for word, following in pairwise((*arguments, "")):
        flag, _, value = word.partition("=")
        asked = value or following
        found = next((each for each in LANGUAGES if flag == "--lang" and each == asked), found)
    return found


def _dispatch(arguments: list[str], terminal: Terminal) -> bool:
    own, name, rest = _split(arguments)
    args = _program(terminal).parse_args(own)
    if args.version:
        terminal.out(f"drill {__version__}")
        return True
    if not name or args.help:
        terminal.out(_help(terminal))
        return True
    if group := _members(name):
        if not rest or rest[0].startswith("-"):
            terminal.out(_help(terminal, group))
            return True
        name, rest = f"{name} {rest[0]}", rest[1:]
    if name not in VERBS:
        raise UsageError("no_such", what=Word("what.verb"), name=name, near=tuple(group or VERBS))
    with no_collecting():  # what is imported stays, and what most commands build too
        verb = cast(Verb, import_module(VERBS[name]))
        parser = Parser(terminal.say, name)
        verb.options(parser)
        parser.common()
        if not {"-h", "--help"}.isdisjoint(rest):
            terminal.out(parser.format_help().rstrip())
            return True
        args = parser.parse_args(rest)
        if name not in LASTING:
            return verb.perform(args, terminal)
    gc.enable()
    return verb.perform(args, terminal)


def _split(arguments: list[str]) -> tuple[list[str], str, list[str]]:
    """The program's own options, the verb, and what belongs to the verb."""
    start = 0
    while start < len(arguments) and arguments[start].startswith("-"):
        start += 2 if arguments[start] == "--lang" else 1
    return arguments[:start], "".join(arguments[start : start + 1]), arguments[start + 1 :]


def _members(name: str) -> list[str]:
    """The verbs of two words that begin with this one, e.g. `chart show`."""
    return [verb for verb in VERBS if name and verb.startswith(f"{name} ")]


def _program(terminal: Terminal) -> Parser:
    """The options before the verb."""
    parser = Parser(terminal.say)
    parser.usage = f"drill {terminal.say('cli.synopsis')}"
    parser.common()
    parser.switch("--version")
    return parser


def _help(terminal: Terminal, verbs: Collection[str] = VERBS) -> str:
    """What lists all verbs or those of a group."""
    parser, say = _program(terminal), terminal.say
    listed = "\n".join(f"  {name:<14} {say(VERB_SHORT[name])}" for name in verbs)
    parser.description = f"{parser.about()}\n\n{say('cli.commands')}\n{listed}"
    if verbs is not VERBS:
        parser.epilog = "\n".join([say("cli.example"), *(f"  {EXAMPLES[name][0]}" for name in verbs)])
    return parser.format_help().rstrip()
