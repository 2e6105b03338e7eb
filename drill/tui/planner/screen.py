"""The planner's screen: its keys, and what they set or ask."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from drill.analysis.repair.plan import Repair
from drill.analysis.weak import Cut
from drill.errors import UsageError
from drill.model.problems import Problem
from drill.tui.kit.page import Page
from drill.tui.planner.board import Board
from drill.tui.planner.dialogs import Search, when, where, who
from drill.tui.planner.keys import KEYS, TABS
from drill.tui.planner.list import Lines, RowList
from drill.tui.planner.mending import mend, review
from drill.tui.planner.sides import Tab
from drill.tui.planner.state import Thing, Toggles
from drill.tui.planner.texts import help_text


class Planner(Board):
    """Every toggle shows at once who is told; what takes longer follows by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(keys, action, show=False) for key in KEYS for keys, action in key.keys.items()),
        *(Binding(key, f"tab('{tab}')", show=False) for tab, key in TABS.items()),
    ]

    class Written(Message):
        """The file has been written; it is to be looked at as it is now, in this setting."""

        def __init__(self, toggles: Toggles) -> None:
            super().__init__()
            self.toggles = toggles

    # What is set

    def set(self, toggles: Toggles) -> None:
        """A new setting."""
        if toggles != self.now:
            self.history.append(toggles)
            self._ask()

    def _fail(self, *things: Thing) -> None:
        self.set(self.now.fail(things))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter: the holder, the weak point, where the finding is, or a repair."""
        if event.rows is self.posts:
            holder = self.chart.posts[self._post].holder if self._post else None
            if holder:
                self._fail(("person", holder))
            else:
                self._shell.tell(self._shell.say("planner.people.nobody"))
        elif isinstance(item := self._item, Cut):
            self._fail(*self.weak.things(item))
        elif isinstance(item, Problem):
            self._go_to(item)
        elif self._tab == "fix":
            self._mend()

    @property
    def _post(self) -> str | None:
        return self._row.ref if self._row and self._row.kind == "post" else None

    def _mend(self) -> None:
        """Look for a repair or, if there is one, at its diff."""
        if self.repair is None:
            self.repair = "asked"
            self._mending.begin(partial(mend, self.chart, self.now))
            self._show_found()
        elif isinstance(self.repair, Repair) and self.repair.changes:
            self._review(self.repair)

    @work(group="ask", exclusive=True)
    async def _review(self, repair: Repair) -> None:
        shell, say, file = self._shell, self._shell.say, self._options.loaded.file
        try:
            if await review(shell, say, file, repair):
                self.post_message(self.Written(self.now))
                shell.tell(say("planner.fix.written", file=file))
        except UsageError as error:
            shell.tell(say(error.code, **error.params))

    def _go_to(self, problem: Problem) -> None:
        """The post a finding is about, if it is about one."""
        at = next((i for i, row in enumerate(self._rows) if problem.path[:2] == (f"{row.kind}s", row.ref)), None)
        if at is not None:
            self.posts.focus()
            self.posts.action_move(at - self.posts.at)

    def action_undo(self) -> None:
        """As before the last switch."""
        if len(self.history) > 1:
            self.history.pop()
            self._ask()
        else:
            self._shell.tell(self._shell.say("planner.nothing_to_undo"))

    def action_clear(self) -> None:
        """Everything works again; if everything does, back to the situation of the beginning."""
        self.set(replace(self.now, failed=()) if self.now.failed else self.history[0])

    def action_turn_class(self) -> None:
        """The next class of incident."""
        self.set(self.now.next_class())

    def action_level(self, level: int) -> None:
        """This level, or any."""
        self.set(self.now.at_level(level))

    def action_turn_publishing(self) -> None:
        """Published, not published, either."""
        self.set(self.now.next_publishing())

    def action_later(self, hours: int) -> None:
        """Through the hours of the week."""
        self.set(self.now.later(hours, self._options.today))

    def action_turn_deputies(self) -> None:
        """With and without."""
        self.set(replace(self.now, deputies=not self.now.deputies))

    def action_turn_view(self) -> None:
        """Tree or table; the cursor stays on its post."""
        row = self._row
        self._as_table = not self._as_table
        self.set_class(self._as_table, "-table")
        same = (row.ref, *row.members) if row else ()
        self.posts.at = next((i for i, each in enumerate(self._rows) if each.ref in same), 0)
        self._show_chart()
        self._show_full()

    def action_read(self, step: int) -> None:
        """Through a text that is longer than its place."""
        self.query_one("#full", Lines).scroll_relative(y=step, animate=False)

    def action_tab(self, tab: Tab) -> None:
        """What the right side shows."""
        changed, self._tab = tab != self._tab, tab
        self.found.focus()
        self._show_found(0 if changed else None)
        if tab == "calls" and self.weak.calls is None:
            self._look()

    # What is asked

    def action_search(self) -> None:
        """Anything that can fail."""
        self._shell.push_screen(Search(self.names, lambda: self.now.failed, self._fail))

    @work(group="ask", exclusive=True)
    async def action_people(self) -> None:
        """Holder or deputies."""
        post = self._post
        if not post or not self.chart.candidates(post):
            self._shell.tell(self._shell.say("planner.people.nobody"))
        elif thing := await who(self._shell, self.picture, self.names, post):
            self._fail(thing)

    @work(group="ask", exclusive=True)
    async def action_time(self) -> None:
        """A moment or a day."""
        if found := await when(self._shell, self.names, self._options.today):
            self.set(self.now.at_time(*found))

    @work(group="ask", exclusive=True)
    async def action_origins(self) -> None:
        """Where it begins."""
        origins = await where(self._shell, self.names, self.now.origins)
        if origins is not None:
            self.set(replace(self.now, origins=origins))

    def action_help(self) -> None:
        """Signs and keys."""
        say = self._shell.say
        self._shell.push_screen(Page(say, say("tui.act.help"), partial(help_text, say)))
