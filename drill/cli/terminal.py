"""The edge of the program: the only place that writes to stderr and chooses exit codes.

Results go to stdout, everything else to stderr. A user sees a sentence, never a traceback (`DRILL_DEBUG=1` shows it).
"""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TextIO

from drill.errors import DrillError, UsageError
from drill.text.catalogue import Language, catalogue, default_language
from drill.text.clean import clean
from drill.text.reasons import reason

if TYPE_CHECKING:
    from drill.model.problems import Problem

_DIRECTIONS = "[\u200b-\u200f\u202a-\u202e\u2066-\u2069\x7f-\x9f]"


class Exit(IntEnum):
    """What the shell is told."""

    WELL = 0
    FINDINGS = 1
    USAGE = 2
    DEFECT = 3
    INTERRUPTED = 130


class Terminal:
    """Standard output and error, in one language. A stream that is closed from the start is None and ignored."""

    def __init__(self, language: Language, stdout: TextIO | None = None, stderr: TextIO | None = None) -> None:
        self.language = language
        self.say = catalogue(language)
        self._stdout = stdout or sys.stdout
        self._stderr = stderr or sys.stderr

    def out(self, *lines: str) -> None:
        """Lines of the result."""
        _write(self._stdout, lines)

    def json(self, result: dict[str, Any]) -> None:
        """The result for a program to read."""
        import json

        from pydantic_core import to_jsonable_python

        unicode = _is_unicode(self._stdout)
        text = json.dumps(result, ensure_ascii=not unicode, indent=2, default=to_jsonable_python)
        # What turns a terminal's text around stays in the value, but only as an escape.
        self.out(re.sub(_DIRECTIONS, lambda found: f"\\u{ord(found[0]):04x}", text))

    def result(self, as_json: bool, data: Callable[[], dict[str, Any]], lines: Callable[[], Iterable[str]]) -> None:
        """The result, for a program or for a reader."""
        if as_json:
            self.json(data())
        else:
            self.out(*lines())

    def note(self, *lines: str) -> None:
        """Lines about the result; where nobody can be told, nobody is."""
        with suppress(OSError):
            _write(self._stderr, lines)

    def blame(self, error: DrillError) -> None:
        """Say what the user can mend."""
        place = f"{clean(error.place)}: " if error.place else ""
        self.note(f"drill: {place}{self.say(error.code, **error.params)}")

    def errors(self, problems: Iterable[Problem]) -> list[Problem]:
        """The errors among findings, said on stderr."""
        from drill.model.problems import format_problem

        errors = [each for each in problems if each.severity == "error"]
        self.note(*(format_problem(each, self.say) for each in errors))
        return errors

    def flush(self) -> None:
        """Write out what is waiting, so that its failure is noticed here."""
        for stream in (self._stdout, self._stderr):
            if stream:
                stream.flush()

    @contextmanager
    def progress(self, whole: int, label: Callable[[int], str]) -> Iterator[Callable[[int], None]]:
        """A bar on stderr while a terminal is there to show it; what it gives is told how much is done."""
        if self._stderr is None or not self._stderr.isatty():
            yield lambda _done: None
            return
        stream, shown = self._stderr, [-1]

        def show(done: int) -> None:
            percent = min(100, done * 100 // whole)
            if percent > shown[0]:
                shown[0] = percent
                bar = "#" * (percent // 5)
                stream.write(f"\r[{bar:<20}] {percent:3} %  {label(done)}")
                stream.flush()

        try:
            yield show
        finally:
            stream.write("\r" + " " * 60 + "\r")
            stream.flush()


def _write(stream: TextIO | None, lines: Iterable[str]) -> None:
    if stream:
        stream.write("".join(f"{line}\n" for line in lines))


def _is_unicode(stream: TextIO | None) -> bool:
    return (getattr(stream, "encoding", None) or "").lower().startswith("utf")


def has_terminal() -> bool:
    """Whether somebody can type and see."""
    return all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout))


def prepare_streams() -> None:
    """Let no character stop the program: ASCII (the C locale) becomes UTF-8, and what CP932 lacks becomes `?`."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            ascii_only = (stream.encoding or "").lower() in ("ascii", "us-ascii", "ansi_x3.4-1968", "646")
            by_choice = "PYTHONIOENCODING" in os.environ
            reconfigure(encoding="utf-8" if ascii_only and not by_choice else None, errors="replace")


def environment_language() -> Language:
    """The language of this environment; Windows has no LANG but knows a locale."""
    if sys.platform == "win32" and not any(os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")):
        import locale

        return default_language({"LANG": locale.getlocale()[0] or ""})
    return default_language(os.environ)


def guarded(terminal: Terminal, work: Callable[[], bool]) -> int:
    """Do the work of a command (True: well, False: findings) and turn whatever happens into an exit code."""
    try:
        code = Exit.WELL if work() else Exit.FINDINGS
        terminal.flush()
    except DrillError as error:
        terminal.blame(error)
        code = Exit.USAGE
    except KeyboardInterrupt:
        terminal.note("", terminal.say("cli.interrupted"))
        code = Exit.INTERRUPTED
    except OSError as error:
        code = Exit.WELL if _reader_gone(error) else Exit.USAGE
        if code:
            terminal.blame(UsageError("cli.os_error", str(error.filename or ""), reason=reason(error)))
    except Exception:  # the outermost edge
        if os.environ.get("DRILL_DEBUG"):
            raise
        terminal.note(f"drill: {terminal.say('cli.defect', file=_save_traceback())}")
        code = Exit.DEFECT
    _let_go_of_stdout()
    return code


def _reader_gone(error: OSError) -> bool:
    """Whether whoever read our output has left, as `| head` does (Windows says EINVAL)."""
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)


def _let_go_of_stdout() -> None:
    """What cannot be written is not tried again: Python would complain when it flushes stdout at the end."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _save_traceback() -> str:
    """The traceback in a file for a report of the defect."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="drill-error-", suffix=".log", encoding="utf-8", errors="replace", delete=False
    ) as file:
        file.write(f"drill {sys.version} {sys.platform}\n{traceback.format_exc()}")
    return file.name
