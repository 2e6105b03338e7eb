"""`drill report`: the documents of a scenario, a chart, a recorded drill or a year. The kinds are in `report_kinds`."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args

from drill.cli.arguments import Parser, refuse_beside
from drill.cli.report_kinds import KINDS, OPTIONS, Kind, Request, Source, source_of
from drill.cli.saving import check_free, chosen_format, deliver, format_option, save
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.problems import no_such
from drill.report.writers.formats import BINARY, ENDINGS, FORMATS, write
from drill.text.choices import REPORT_KIND, REPORT_SOURCE
from drill.text.width import table


def options(parser: Parser) -> None:
    """Which document of what, in which format, where to."""
    parser.value("kind", words="report_kind", metavar="KIND", nargs="?")
    parser.value("source", words="report_source", metavar="SOURCE", nargs="?")
    format_option(parser, ENDINGS, "md")
    parser.value("-o", "--output", words="report_output", metavar="FILE")
    parser.switch("--force")
    parser.value("--chart", metavar="CHART")
    parser.value("--post", words="report_post", metavar="POST", nargs="+", action="append")
    parser.value("--paper", words="report_paper", metavar="NAME")
    parser.switch("--with-personal-data")
    parser.value("--all", words="report_all", action="store_true")
    parser.value("--list", words="report_list", action="store_true")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Make one document, or all that fit; without a file, text formats go to standard output."""
    if args.list or args.kind is None:
        terminal.out(*table([_listed(name, kind, terminal) for name, kind in KINDS.items()]))
        return True
    if args.all:
        return _all(args, terminal)
    _one(args, terminal)
    return True


def _listed(name: str, kind: Kind, terminal: Terminal) -> tuple[str, str, str]:
    sources = tuple(terminal.say(REPORT_SOURCE[source]) for source in kind.sources)
    return name, terminal.say(REPORT_KIND[name]), terminal.say("list", items=sources)


def _one(args: Namespace, terminal: Terminal) -> None:
    kind = KINDS.get(args.kind)
    if kind is None:
        raise no_such("what.document", args.kind, KINDS, listed="drill report --list")
    if args.source is None and not kind.of_nothing:
        raise UsageError("report.needs_source", kind=args.kind)
    source = None if args.source is None else source_of(args.source, kind.sources)
    used = (*kind.options, "chart") if source == "scenario" else kind.options
    refuse_beside(args, args.kind, [name for name in OPTIONS if name not in used])
    request = Request(source, args.source or "", args, terminal)
    path = Path(args.output) if args.output else None
    folder = path is not None and (path.is_dir() or args.output.endswith(("/", os.sep)))
    format_ = chosen_format(args.format, None if folder else path, ENDINGS, "md", () if folder else BINARY)
    if path and folder:
        path = _path(path, args.kind, request, format_)
    check_free([path] if path else (), args.force)
    data = write(kind.build(request), format_)
    if path and folder:
        path.parent.mkdir(parents=True, exist_ok=True)
    deliver(data, path, args, terminal)


def _all(args: Namespace, terminal: Terminal) -> bool:
    """Every document of one source; nothing is made where one of the files exists already.

    What one document or one format lacks is said at the end, and the others are made. False if a document is missing
    that the source is to have.
    """
    if args.source is not None or not args.output:
        raise UsageError("report.all_of_one")
    request = Request(source_of(args.kind, get_args(Source)), args.kind, args, terminal)
    formats = (chosen_format(args.format, None, ENDINGS, "md"),) if args.format else FORMATS
    kinds = {name: kind for name, kind in KINDS.items() if request.source in kind.sources}
    folder = Path(args.output)
    paths = {(name, each): _path(folder, name, request, each) for name in kinds for each in formats}
    check_free(paths.values(), args.force)
    request.check()
    folder.mkdir(parents=True, exist_ok=True)
    lacking: dict[str, UsageError] = {}
    made: list[str] = []
    widest = max(map(len, kinds))
    with terminal.progress(len(paths), lambda done: [*paths][min(done, len(paths) - 1)][0].ljust(widest)) as show:
        for name, kind in kinds.items():
            with _noted(lacking, name):
                document = kind.build(request)
                for format_ in formats:
                    if format_ not in lacking:
                        show([*paths].index((name, format_)))
                        with _noted(lacking, format_):
                            save(write(document, format_), paths[name, format_], args.force)
                            made.append(str(paths[name, format_]))
    terminal.out(*made)
    for name, error in lacking.items():
        terminal.blame(UsageError(error.code, error.place or name, **error.params))
    return not any(name in kinds and error.code != "paper.none" for name, error in lacking.items())


@contextmanager
def _noted(lacking: dict[str, UsageError], what: str) -> Iterator[None]:
    try:
        yield
    except UsageError as error:
        lacking[what] = error


def _path(folder: Path, kind: str, request: Request, format_: str) -> Path:
    stem = "-".join(filter(None, (kind, Path(request.name).resolve().stem if request.name else "")))
    return folder / f"{stem}.{format_}"
