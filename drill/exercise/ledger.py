"""The log of an exercise: begun, written, read, gone on with, computed again. What may happen in it is a parameter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from drill.errors import UsageError
from drill.exercise import chain
from drill.exercise.chain import Chain, ChainWriter, Row
from drill.text.reasons import reason

Setup = TypeVar("Setup")
State = TypeVar("State")
Event = TypeVar("Event")
Command = TypeVar("Command")


@dataclass(frozen=True, slots=True)
class Refusals:
    """Codes of the catalogue for a log that is none, that was changed in its middle, or that somebody else writes."""

    not_one: str = "transcript.not_one"
    in_use: str = "transcript.in_use"
    changed: str = "cli.transcript_changed"
    unreadable: str = "cli.transcript_unreadable"


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a command was refused: a code of the catalogue (`refused.…`) and what fills its sentence."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


class Ledger(Generic[State, Event, Command]):
    """An exercise under way. What happens is on the disk before the state follows and anybody reacts.

    It alone owns its state: `evolve` may change it in place. `before` hear each row with the state before it, `after`
    each event once the state has followed.
    """

    def __init__(self, vocabulary: Vocabulary[Any, State, Event, Command], state: State) -> None:
        self.vocabulary = vocabulary
        self.state = state
        self.rows: list[Row[Event]] = []
        self.before: list[Callable[[State, Row[Event]], object]] = []
        self.after: list[Callable[[Event], object]] = []
        self._writer: ChainWriter | None = None

    def append(self, at_ms: int, event: Event) -> None:
        """Something has happened. OSError if it cannot be written: then it has not, and may be tried again."""
        row = Row(at_ms, event)
        if self._writer:
            self._write(self._writer, row)
        for hear in self.before:
            hear(self.state, row)
        self.rows.append(row)
        self.state = self.vocabulary.evolve(self.state, event, at_ms)
        for react in self.after:
            react(event)

    def send(self, command: Command, at_ms: int) -> Rejected | None:
        """A command, taken at a time that never runs back; why not, if it is refused."""
        verdict = self.vocabulary.decide(self.state, command)
        if isinstance(verdict, Rejected):
            return verdict
        for event in verdict:
            self.append(max(at_ms, self.rows[-1].at_ms), event)
        return None

    def verify(self, rows: Sequence[Row[Event]], place: str = "") -> None:
        """UsageError names the first of these rows that is not what was made here."""
        for number, row in enumerate(rows, start=1):
            if self.rows[number - 1 : number] != [row]:
                raise UsageError("transcript.differs", place, line=number)

    def write_to(self, path: Path) -> None:
        """From now on in a new file, all or nothing of what there is; UsageError if that cannot be written."""
        with _writing(path):
            self._writer = ChainWriter.create(path, self.rows)

    def go_on(self, log: Log[Any, State, Event]) -> None:
        """From now on in the file of a log that was computed again here; UsageError if it cannot be gone on with.

        Where it was cut in the middle of an effect, the rest of that is written first.
        """
        self.verify(log.rows, str(log.path))
        with _writing(log.path):
            self._writer = ChainWriter.reopen(log.path, log.chain, self.vocabulary.refusals.in_use)
            for row in self.rows[len(log.rows) :]:
                self._write(self._writer, row)

    def _write(self, writer: ChainWriter, row: Row[Event]) -> None:
        writer.append(row.at_ms, row.event, sync=self.vocabulary.durable(row.event))

    def close(self) -> None:
        """Put the log to the disk."""
        if self._writer:
            self._writer.close()


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise UsageError("transcript.unwritable", str(path), reason=reason(problem)) from problem


@dataclass(frozen=True)
class Log(Generic[Setup, State, Event]):
    """What is good of a log on disk: all of it, or what stands before the place where it was cut off."""

    path: Path
    vocabulary: Vocabulary[Setup, State, Event, Any]
    chain: Chain[Event]

    @property
    def rows(self) -> tuple[Row[Event], ...]:
        """What happened, and when."""
        return self.chain.rows

    @property
    def head(self) -> str:
        """Hash of its last good line."""
        return self.chain.head

    @property
    def whole(self) -> bool:
        """Whether no line was cut off at its end."""
        return self.chain.flaw is None

    @cached_property
    def setup(self) -> Setup:
        """What it begins with; UsageError if that cannot be used."""
        return self.vocabulary.setup_of(self.rows, str(self.path))

    @cached_property
    def state(self) -> State:
        """The exercise as it was left; UsageError names the first line that cannot follow those before it."""
        return self.vocabulary.fold(self.setup, self.rows, place=str(self.path)).state

    @property
    def over(self) -> bool:
        """Whether it came to its end."""
        return self.whole and self.vocabulary.over(self.state)


@dataclass(frozen=True)
class Vocabulary(Generic[Setup, State, Event, Command]):
    """What may happen in one kind of exercise, and what comes of it.

    `events` is the union that lines are read as. The first has the `schema`; `first` makes it of a setup, `setup`
    makes a setup of it (ValueError if it cannot). What is `durable` is on the disk before anybody is told that it
    was taken. `evolve` may alter the state it is given, which nobody else keeps. `regenerate` computes the rest
    anew, in a ledger that has just begun, from what people did in some rows; without it people did everything.
    The first event names the `engine` that made the rest; what another one made is not computed again.
    """

    schema: str
    events: Any
    first: Callable[[Setup], Event]
    setup: Callable[[Any], Setup]
    start: Callable[[Setup], State]
    decide: Callable[[State, Command], Sequence[Event] | Rejected]
    evolve: Callable[[State, Event, int], State]
    over: Callable[[State], bool]
    durable: Callable[[Event], bool] = lambda _event: True
    regenerate: Callable[[Ledger[State, Event, Command], Sequence[Row[Event]]], object] | None = None
    engine: int | None = None
    refusals: Refusals = Refusals()

    @cached_property
    def _decode(self) -> Callable[[bytes], chain.LogLine[Event]]:
        return chain.decoder(self.events)

    def begin(self, setup: Setup, path: Path | None = None, at_ms: int = 0) -> Ledger[State, Event, Command]:
        """A new exercise, its log at `path`; UsageError if that is there already or cannot be written."""
        ledger = Ledger(self, self.start(setup))
        ledger.append(at_ms, self.first(setup))
        if path:
            ledger.write_to(path)
        return ledger

    def parse(self, data: bytes) -> Chain[Event]:
        """Read as far as the chain of hashes holds."""
        return chain.parse(data, self._decode)

    def read(self, path: Path) -> Log[Setup, State, Event]:
        """Read a file; UsageError if it is no such log or was changed. Of one that was cut off, what is good."""
        found = self.parse(chain.read(path))
        if not found.rows or getattr(found.rows[0].event, "schema", None) != self.schema:
            raise UsageError(self.refusals.not_one, str(path), schema=self.schema)
        if found.flaw in ("changed", "unreadable"):
            code = self.refusals.changed if found.flaw == "changed" else self.refusals.unreadable
            raise UsageError(code, str(path), line=found.flaw_line)
        return Log(path, self, found)

    def begins(self, path: Path) -> bool:
        """Whether a file begins like such a log; False for what cannot be read."""
        try:
            with path.open("rb") as file:
                return f'"schema":"{self.schema}"'.encode() in file.read(400)
        except OSError:
            return False

    def setup_of(self, rows: Sequence[Row[Event]], place: str = "") -> Setup:
        """The setup a log begins with; UsageError if it cannot be used."""
        if not rows or getattr(rows[0].event, "schema", None) != self.schema:
            raise UsageError("transcript.no_beginning", place)
        try:
            return self.setup(rows[0].event)
        except ValueError as problem:
            raise UsageError("transcript.bad_beginning", place, reason=str(problem).splitlines()[0]) from problem

    def fold(
        self,
        setup: Setup,
        rows: Iterable[Row[Event]],
        *before: Callable[[State, Row[Event]], object],
        place: str = "",
    ) -> Ledger[State, Event, Command]:
        """What some rows come to, taken as they are, on no disk; `before` hear each with the state before it.

        UsageError names the first row that cannot follow those before it: it has names that nobody knows.
        """
        ledger = Ledger(self, self.start(setup))
        ledger.before += before
        for number, row in enumerate(rows, start=1):
            try:
                ledger.append(*row)
            except (LookupError, AttributeError, ValueError) as problem:
                raise UsageError(self.refusals.changed, place, line=number) from problem
        return ledger

    def replay(self, rows: Sequence[Row[Event]], place: str = "") -> Ledger[State, Event, Command]:
        """A log computed again, on no disk; UsageError names the first row that comes out otherwise.

        There may be more rows than in the log, where it was cut in the middle of an effect.
        """
        if self.regenerate is None:
            return self.fold(self.setup_of(rows, place), rows, place=place)
        ledger = self.begin_anew(rows, place)
        self.regenerate(ledger, rows)
        ledger.verify(rows, place)
        return ledger

    def begin_anew(self, rows: Sequence[Row[Event]], place: str = "") -> Ledger[State, Event, Command]:
        """An exercise like that of a log, from its beginning, on no disk; UsageError if another engine made that."""
        setup, made_by = self.setup_of(rows, place), getattr(rows[0].event, "engine", None)
        if made_by != self.engine:
            raise UsageError("transcript.other_engine", place, engine=made_by, ours=self.engine)
        return self.begin(setup)

    def resume(self, path: Path) -> Ledger[State, Event, Command]:
        """Go on in the file of an exercise that was left or cut off; UsageError if that cannot be."""
        log = self.read(path)
        ledger = self.replay(log.rows, str(path))
        ledger.go_on(log)
        return ledger
