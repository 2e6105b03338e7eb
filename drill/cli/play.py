"""`drill play`: a drill in the terminal; the screens are Textual's, this only hands over the choices."""

from __future__ import annotations

import time
from argparse import Namespace
from pathlib import Path

from drill.cli.arguments import Parser, checked, speed, split
from drill.cli.preparing import choices, drill_options, prepared, take_scenario
from drill.cli.terminal import Terminal, has_terminal
from drill.collecting import no_collecting
from drill.errors import UsageError
from drill.model.library import find_transcript

RECORDS = Path("records")


def options(parser: Parser) -> None:
    """The drill, who is played, or a drill to go on with."""
    parser.value("scenario", metavar="SCENARIO", nargs="?")
    drill_options(parser)
    parser.value("--post", metavar="POST", nargs="+", action="append")
    parser.switch("--all")
    parser.value("--speed", metavar="N", type=checked("cli.bad_speed", speed), default=1.0)
    parser.switch("--meeting")
    parser.value("--resume", metavar="TRANSCRIPT")
    parser.value("--out", metavar="DIR", type=Path, default=RECORDS)


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Open the screens; without a scenario, the start screen. UsageError where there is no terminal."""
    take_scenario(args)
    if not has_terminal():
        run = f"drill run {args.scenario or 'nws-stop'}{' --meeting' if args.meeting else ''}"
        instead = f"drill replay {args.resume}" if args.resume else run
        raise UsageError("cli.no_terminal", instead=instead)
    from drill.seats.options import ALL, PlayOptions

    options = PlayOptions(
        **choices(args),
        wall=time.monotonic,
        language=terminal.language,
        posts=(ALL,) if args.all else split(args.post),
        speed=args.speed,
        folder=args.out,
        stamp=time.strftime("%Y%m%d-%H%M"),
        resume=find_transcript(args.resume) if args.resume else None,
    )
    meeting = _is_meeting(options.resume) if options.resume else args.meeting
    if meeting and not options.resume and args.scenario is None:
        raise UsageError("cli.usage.missing", name="SCENARIO", verb="drill play --meeting")
    drill = prepared(options, terminal) if args.scenario else None
    if meeting:
        with no_collecting():
            from drill.tui.table.app import hold_meeting
        outcome = hold_meeting(options, drill)
    else:
        with no_collecting():
            from drill.tui.contact.app import play
        outcome = play(options, drill)
    if outcome.transcript:
        terminal.note(terminal.say("cli.kept" if outcome.ended else "cli.resumable", path=outcome.transcript))
    if outcome.defect:
        raise outcome.defect
    return True


def _is_meeting(path: Path) -> bool:
    from drill.exercise.table.log import MEETING  # which a contact drill does not need

    return MEETING.begins(path)
