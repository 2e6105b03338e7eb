"""What a command writes: in which format, and where to. A file that is there stays, unless `--force` is given."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from drill.cli.arguments import Parser
from drill.cli.terminal import Terminal
from drill.errors import UsageError


def format_option(parser: Parser, endings: Mapping[str, str], usual: str) -> None:
    """In which of the formats; `endings` and `usual` as `chosen_format` takes them."""
    said = parser.say("cli.option.format", known=tuple(dict.fromkeys(endings.values())), usual=usual)
    parser.add_argument("--format", metavar="FORMAT", help=said)


def output_options(parser: Parser, words: str = "output") -> None:
    """The file to write."""
    parser.value("-o", "--output", words=words, metavar="FILE", type=Path)
    parser.switch("--force")


def chosen_format(
    asked: str | None, path: Path | None, endings: Mapping[str, str], usual: str, binary: Container[str] = ()
) -> str:
    """The format asked for, else the one that the ending of the file means, else the usual one.

    `endings` is ending → format, and a file without an ending may be of any; `binary` needs a file. UsageError for
    a format or an ending that means nothing, or another format than the one asked for.
    """
    ending = path.suffix.lower() if path else ""
    if asked and asked not in endings.values():
        raise UsageError("sheets.bad_format", value=asked, known=tuple(dict.fromkeys(endings.values())))
    if ending and ending not in endings:
        raise UsageError("drawing.bad_ending", str(path), ending=ending, known=tuple(endings))
    meant = endings.get(ending)
    if asked and meant and asked != meant:
        raise UsageError("drawing.other_ending", str(path), ending=ending, meant=meant, value=asked)
    found = asked or meant or usual
    if path is None and found in binary:
        raise UsageError("sheets.needs_file", value=found)
    return found


def check_free(paths: Iterable[Path], force: bool) -> None:
    """UsageError for a file that exists: before the work rather than after it."""
    for path in () if force else paths:
        if path.exists():
            raise UsageError("sheets.exists", str(path))


def check_workbook(path: Path, force: bool) -> None:
    """UsageError unless a workbook can be written there."""
    if path.suffix.lower() != ".xlsx":
        raise UsageError("test.blank_is_xlsx", str(path))
    check_free([path], force)


def save(data: bytes, path: Path, force: bool) -> None:
    """Write a file; UsageError where one is."""
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise UsageError("sheets.exists", str(path)) from error


def deliver(data: bytes, path: Path | None, args: Namespace, terminal: Terminal) -> None:
    """Write a file and say so; without one, text goes to standard output."""
    if path is None:
        terminal.out(data.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n"))
        return
    save(data, path, args.force)
    terminal.note(terminal.say("sheets.written", file=path))
