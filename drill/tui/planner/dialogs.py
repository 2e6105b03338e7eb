"""What the planner's screen asks: what is to fail, who, when, and where an incident becomes known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from drill.text.choices import PLANNER_TIME
from drill.text.clean import clean
from drill.text.width import fit
from drill.tui.kit.ask import Ask
from drill.tui.kit.dialog import Dialog
from drill.tui.kit.entry import Entry
from drill.tui.kit.pick import Pick, Pickable
from drill.tui.kit.tick import Tick
from drill.tui.planner.lens import LensPicture
from drill.tui.planner.list import Line, RowList
from drill.tui.planner.names import CleanNames
from drill.tui.planner.rows import person_line
from drill.tui.planner.state import Thing
from drill.tui.planner.texts import moment
from drill.tui.planner.times import hours_worth_a_look, read_time


class Search(Dialog[None]):
    """Everything that can fail, found by typing; Enter lets it fail or work again, and the dialog stays."""

    DEFAULT_CSS = "Search RowList { height: 12; border-top: none; padding: 0 1; background: $surface; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-11)", show=False, priority=True),
        Binding("pagedown", "move(11)", show=False, priority=True),
    ]
    typing = True

    def __init__(
        self, names: CleanNames, failed: Callable[[], Collection[Thing]], toggle: Callable[[Thing], None]
    ) -> None:
        super().__init__(names.say, names.say("planner.search.title"))
        self._names = names
        self._failed = failed
        self._toggle = toggle
        self._found: list[Thing] = []
        self._rows = RowList()
        self._rows.can_focus = False

    def body(self) -> Iterable[Widget]:
        """The line to type in, and what it finds."""
        yield Entry(max_length=80)
        yield self._rows

    def keys(self) -> Iterable[tuple[str, str]]:
        """Move, fail, close."""
        yield self.say("tui.key.arrows"), self.say("tui.key.move")
        yield "Enter", self.say("planner.key.fail")
        yield "Esc", self.say("tui.key.close")

    def on_mount(self) -> None:
        """At first everything."""
        self._find("")

    def on_input_changed(self, event: Entry.Changed) -> None:
        """What the letters find."""
        self._find(event.value)

    def _find(self, query: str) -> None:
        self._found = self._names.matching(query)
        self._rows.show(len(self._found), self._line, at=0)
        self.query_one(Entry).border_subtitle = Content(self.say("planner.search.count", count=len(self._found)))

    def _line(self, row: int, width: int) -> Line:
        thing = self._found[row]
        failed = thing in self._failed()
        text = f"{'x' if failed else ' '} {self._names.kind(thing)}  {self._names.thing(thing)}"
        return [(fit(text, width), "failed" if failed else "")]

    def action_move(self, step: int) -> None:
        """The arrows belong to the list, the letters to the line."""
        self._rows.action_move(step)

    def on_input_submitted(self) -> None:
        """Enter."""
        self._rows.action_choose()

    def on_row_list_chosen(self) -> None:
        """Enter, or a click on the line at the cursor."""
        if self._found:
            self._toggle(self._found[self._rows.at])
            self._rows.refresh()


async def who(app: App[None], picture: LensPicture, names: CleanNames, post: str) -> Thing | None:
    """One of the people of a post."""
    say = names.say
    people = picture.chart.candidates(post)
    answers = [Pickable(person, person_line(picture, names, person)) for person in people]
    title = fit(names.post(post), 60)
    found = await app.push_screen_wait(Pick(say, title, say("planner.people.question"), answers))
    return ("person", found) if found else None


async def when(app: App[None], names: CleanNames, today: date) -> tuple[datetime | None, date | None] | None:
    """A moment, or a day; (None, None) is any time. What cannot be read is asked again."""
    say = names.say
    offered = hours_worth_a_look(today, names.chart.holidays)
    answers = [Pickable("any", say("planner.time.any"))]
    answers += [Pickable(ref, say(PLANNER_TIME[ref], at=moment(at, None, names))) for ref, at in offered.items()]
    answers.append(Pickable("type", say("planner.time.type")))
    title = say("planner.time.title")
    answer = await app.push_screen_wait(Pick(say, title, say("planner.time.question"), answers))
    if answer in offered:
        return offered[answer], None
    if answer != "type":
        return (None, None) if answer else None
    question, text = say("planner.time.how"), ""
    while typed := await app.push_screen_wait(Ask(say, title, question, value=text)):
        if found := read_time(typed, today):
            return found
        text, question = typed, say("planner.time.bad", text=clean(typed)) + "\n" + say("planner.time.how")
    return None


async def where(app: App[None], names: CleanNames, now: Iterable[str]) -> tuple[str, ...] | None:
    """The posts that know of the incident first."""
    say = names.say
    answers = [Pickable(post, names.post(post)) for post, entry in names.chart.posts.items() if entry.in_scope]
    title, question = say.each("planner.origins.title", "planner.origins.question")
    return await app.push_screen_wait(Tick(say, title, question, answers, tuple(now), done=say("tui.key.done")))
