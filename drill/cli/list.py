"""`drill list`: scenarios, charts, recorded drills and the files of a drill year, shipped and local."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from drill.cli.arguments import Parser
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.basics import Text
from drill.model.library import (
    LibraryFile,
    list_banks,
    list_charts,
    list_programs,
    list_scenarios,
    list_selfchecks,
    list_transcripts,
)
from drill.model.load import Loaded, load_bank, load_chart, load_program, load_scenario, load_selfcheck
from drill.text.choices import CLI_LIST
from drill.text.width import table

SCHEMA = "drill.list/1"


def options(parser: Parser) -> None:
    """Only how to print."""
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print names and titles."""
    found = {
        "scenarios": [(entry, _title(load_scenario(entry.path))) for entry in list_scenarios()],
        "charts": [(entry, _title(load_chart(entry.path))) for entry in list_charts()],
        "transcripts": [(entry, _transcript_title(entry)) for entry in list_transcripts()],
        "programs": [(entry, _title(load_program(entry.path))) for entry in list_programs()],
        "banks": [(entry, _title(load_bank(entry.path))) for entry in list_banks()],
        "selfchecks": [(entry, _title(load_selfcheck(entry.path))) for entry in list_selfchecks()],
    }
    if args.json:
        terminal.json(
            {
                "schema": SCHEMA,
                **{kind: [_as_data(entry, title) for entry, title in rows] for kind, rows in found.items()},
            }
        )
        return True
    for kind, rows in found.items():
        shown = [
            ("", entry.name, title.get(terminal.language) if title else terminal.say("cli.unreadable"), _place(entry))
            for entry, title in rows
        ]
        terminal.out(terminal.say(CLI_LIST[kind]), *(table(shown) or [f"  {terminal.say('none')}"]), "")
    return True


def _place(entry: LibraryFile) -> str:
    return "" if entry.shipped else str(entry.path)


def _as_data(entry: LibraryFile, title: Text | None) -> dict[str, object]:
    return {
        "name": entry.name,
        "title": {"ja": title.get("ja"), "en": title.get("en")} if title else None,
        "path": str(entry.path),
        "shipped": entry.shipped,
    }


def _title(loaded: Loaded[Any]) -> Text | None:
    return loaded.partial.title if loaded.partial else None


def _transcript_title(entry: LibraryFile) -> Text | None:
    """The title of the scenario that was drilled."""
    from drill.exercise.contact.log import DRILL

    try:
        return DRILL.read(entry.path).setup.scenario.title
    except UsageError:
        return None
