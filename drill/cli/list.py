"""`drill list`: scenarios, charts, recorded drills and the files of a drill year, shipped and local."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from drill.cli.arguments import Parser
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.basics import Text
from drill.model.library import LibraryFile, list_files
from drill.model.load import Loader, load_bank, load_chart, load_program, load_scenario, load_selfcheck
from drill.text.catalogue import Catalogue
from drill.text.choices import CLI_LIST
from drill.text.width import table

SCHEMA = "drill.list/1"


def options(parser: Parser) -> None:
    """Only how to print."""
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print names and titles."""
    found = {kind: [(entry, title(entry)) for entry in list_files(folder)] for kind, (folder, title) in _KINDS.items()}
    data = {kind: [_as_data(*each) for each in rows] for kind, rows in found.items()}
    terminal.result(args.json, lambda: {"schema": SCHEMA, **data}, lambda: _lines(found, terminal.say))
    return True


def _lines(found: Mapping[str, Sequence[tuple[LibraryFile, Text | None]]], say: Catalogue) -> Iterator[str]:
    for kind, rows in found.items():
        shown = []
        for entry, title in rows:
            told = title.get(say.language) if title else say("cli.unreadable")
            shown.append(("", entry.name, told, "" if entry.shipped else str(entry.path)))
        yield from (say(CLI_LIST[kind]), *(table(shown) or [f"  {say('none')}"]), "")


def _as_data(entry: LibraryFile, title: Text | None) -> dict[str, object]:
    both = {"ja": title.get("ja"), "en": title.get("en")} if title else None
    return {"name": entry.name, "title": both, "path": entry.path, "shipped": entry.shipped}


def _title(entry: LibraryFile, load: Loader[Any]) -> Text | None:
    loaded = load(entry.path)
    return loaded.partial.title if loaded.partial else None


def _transcript_title(entry: LibraryFile) -> Text | None:
    """The title of the scenario that was drilled."""
    from drill.exercise.contact.log import DRILL

    try:
        return DRILL.read(entry.path).setup.scenario.title
    except UsageError:
        return None


_KINDS: dict[str, tuple[str, Callable[[LibraryFile], Text | None]]] = {
    "scenarios": ("scenarios", partial(_title, load=load_scenario)),
    "charts": ("orgcharts", partial(_title, load=load_chart)),
    "transcripts": ("transcripts", _transcript_title),
    "programs": ("scenarios/programs", partial(_title, load=load_program)),
    "banks": ("scenarios/banks", partial(_title, load=load_bank)),
    "selfchecks": ("scenarios/selfchecks", partial(_title, load=load_selfcheck)),
}
"""What is listed: its folder, and what tells the title of a file."""
