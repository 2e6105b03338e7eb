"""What the planner's screen shows: the chart at the left as tree or table, a list at the right, and what fills them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event
from typing import Any

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import Screen

from drill.analysis.planning import planning_problems
from drill.analysis.repair.plan import Repair
from drill.analysis.weak import Cut
from drill.errors import UsageError
from drill.model.problems import Problem
from drill.text.choices import PLANNER_KEY, PLANNER_TAB
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.shell import Shell
from drill.tui.kit.themes import BREAKPOINTS
from drill.tui.planner.keys import KEYS, TABS
from drill.tui.planner.lens import Lens, LensPicture
from drill.tui.planner.list import Lines, RowList
from drill.tui.planner.names import CleanNames
from drill.tui.planner.rows import ChartRow, RowDrawing, table_rows, tree_rows
from drill.tui.planner.sides import Asked, Side, Tab, calls_side, check_side, fix_side, weak_side
from drill.tui.planner.state import PlanOptions, Toggles
from drill.tui.planner.texts import head_lines, row_lines
from drill.tui.planner.thinking import Thinking


class Board(Screen[None]):
    """It shows a picture of the chart; every toggle asks for a new one and shows at once what is known of it."""

    CSS = """
    #head { height: 4; padding: 0 1; background: $surface; scrollbar-gutter: auto; overflow: hidden; }
    #body { layout: horizontal; height: 1fr; }
    #chart { width: 40; border-right: solid $panel; }
    #tabs { height: 1; scrollbar-gutter: auto; overflow: hidden; }
    #heads { height: 1; display: none; }
    #full { height: 7; border-top: solid $primary; }
    Board.-wide #chart { width: 54; }
    Board.-wide #full { height: 10; }
    Board.-table #body { layout: vertical; }
    Board.-table #chart { width: 1fr; height: 3fr; border-right: none; }
    Board.-table #side { height: 2fr; min-height: 8; }
    Board.-table #heads { display: block; }
    Board.-table #full { height: 4; }
    """
    SCOPED_CSS = False  # else a screen's rules about itself hold for its very class only
    AUTO_FOCUS = "#posts"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    def __init__(self, shell: Shell[None], options: PlanOptions, pause_s: float) -> None:
        super().__init__()
        assert options.loaded.value is not None
        self._shell = shell
        self._options = options
        self.chart = options.loaded.value
        self.names = CleanNames(self.chart, shell.say)
        self.history = [options.toggles]
        """Every setting up to the present one."""
        self._lens = Lens(self.chart)
        self.picture = self._lens.look(self.now)
        self.weak = self.picture
        """The newest picture whose weak points are known."""
        self.problems: list[Problem] | None = None
        self.repair: Asked = None
        self._looking = Thinking(self.call_later, self._take, pause_s)
        self._checking = Thinking(self.call_later, self._checked, pause_s)
        self._mending = Thinking(self.call_later, self._mended, pause_s)
        self._tree, self._table = tree_rows(self.chart), table_rows(self.chart)
        self.posts, self.found = RowList(id="posts"), RowList(id="found")
        self._at_chart, self._as_table = True, False
        self._tab: Tab = "weak"

    def compose(self) -> ComposeResult:
        """Head, chart, list and the whole of what is in sight, keys."""
        say = self._shell.say
        yield Lines(id="head")
        with Container(id="body"):
            with Vertical(id="chart"):
                yield Lines(id="heads")
                yield self.posts
            with Vertical(id="side"):
                yield Lines(id="tabs")
                yield self.found
                yield Lines(id="full")
        yield KeyBar((key.shown, say(PLANNER_KEY[key.name])) for key in KEYS)

    def on_mount(self) -> None:
        """Look at the chart, and check it in the meantime."""
        self.posts.border_title = Content(self._shell.say("planner.legend"))
        self._ask()
        self._checking.begin(self._check)

    def on_unmount(self) -> None:
        """Nothing more is wanted."""
        for each in (self._looking, self._checking, self._mending):
            each.leave()

    def _check(self, _left: Event) -> Iterator[list[Problem]]:
        _ = self.names.searched  # beforehand
        yield planning_problems(self._options.loaded, self._options.today)

    @property
    def busy(self) -> bool:
        """Whether something is still being computed."""
        return self._looking.busy or self._checking.busy or self._mending.busy

    def _ask(self) -> None:
        """Show at once who is told, if the situation is known; the rest follows."""
        now = self.now
        if self._lens.knows(now):
            self.picture = self._lens.look(now)
        self._mending.leave()
        self.repair = None
        self._look()
        self._show()

    def _look(self) -> None:
        """The order of calls takes an engine, and is only looked for where it is shown."""
        toggles, calls = self.now, self._tab == "calls"
        self._looking.begin(lambda _left: self._lens.steps(toggles, calls=calls))

    @property
    def now(self) -> Toggles:
        """The present setting."""
        return self.history[-1]

    # What is shown

    @property
    def _rows(self) -> list[ChartRow]:
        return self._table if self._as_table else self._tree

    @property
    def _row(self) -> ChartRow | None:
        """The row at the cursor; None if the chart has no post."""
        return self._rows[self.posts.at] if self._rows else None

    @property
    def _item(self) -> object:
        """What the cursor at the right is at: a weak point, a finding …"""
        return self._side.at(self.found.at)

    @property
    def _side(self) -> Side[Any]:
        """What the right side lists."""
        match self._tab:
            case "weak":
                return weak_side(self.weak, self.names)
            case "check":
                return check_side(self.problems, self._shell.say)
            case "fix":
                return fix_side(self.repair, self._shell.say)
            case "calls":
                return calls_side(self.weak, self.names)

    def on_resize(self) -> None:
        """More room, wider columns."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        """Everything, from the pictures there are."""
        self.query_one("#head", Lines).put(partial(head_lines, self.picture, self.now, self.names))
        self._show_found()

    def _show_found(self, at: int | None = None) -> None:
        say, side = self._shell.say, self._side
        tabs = [
            (f" {key} {say(PLANNER_TAB[tab])} ", "tab" if tab == self._tab else "note") for tab, key in TABS.items()
        ]
        self.query_one("#tabs", Lines).put(lambda _width: [tabs])
        self.found.show(len(side.items), side.draw, at)
        self.found.border_title = Content(side.title)
        self._show_chart()
        self._show_full()

    def _show_chart(self) -> None:
        item = None if self._at_chart else self._item
        falling = self.weak.falls(item) if isinstance(item, Cut) else ()
        drawing = RowDrawing(self.picture, self.weak, self.names, falling)
        draw = drawing.table if self._as_table else drawing.tree
        rows = self._rows
        self.query_one("#heads", Lines).put(lambda width: [[(drawing.header(width), "note")]])
        self.posts.show(len(rows), lambda row, width: draw(rows[row], width))

    def _show_full(self) -> None:
        """The post or whatever else is at the cursor."""
        if self._at_chart:
            full = partial(row_lines, self._row, self.picture, self.weak, self.names)
        else:
            full = partial(self._side.lines, self.found.at)
        self.query_one("#full", Lines).put(full)

    # What comes in

    def _checked(self, problems: list[Problem]) -> None:
        """Errors first; what the office lives with last."""
        order = {severity: i for i, severity in enumerate(("error", "warning", "note"))}
        self.problems = sorted(problems, key=lambda p: (p.waiver is not None, order[p.severity]))
        self._show_found()

    def _mended(self, found: Repair | UsageError) -> None:
        """A repair, unless another setting has come meanwhile."""
        if self.repair == "asked":
            self.repair = found
            self._show_found(0 if self._tab == "fix" else None)

    def _take(self, picture: LensPicture) -> None:
        """A picture that has been overtaken is dropped; the cursor stays on its weak point."""
        if picture.toggles != self.now:
            return
        item, before = self._item, self.weak
        self.picture = self.weak = picture
        if isinstance(item, Cut):
            places = (i for i, cut in enumerate(self._side.items) if picture.things(cut) == before.things(item))
            self.found.at = next(places, self.found.at)
        self._show()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Another post or weak point in sight."""
        if event.rows is self.found:
            self._show_chart()
        self._show_full()

    def on_descendant_focus(self) -> None:
        """The other side."""
        if self._at_chart != self.posts.has_focus:
            self._at_chart = self.posts.has_focus
            self._show_chart()
            self._show_full()
