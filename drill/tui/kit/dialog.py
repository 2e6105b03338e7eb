"""What all dialogs share: a box with a title, a question, something to answer with, and its keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from drill.text.catalogue import Catalogue
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.lines import hang, paint
from drill.tui.kit.shell import Shell

Result = TypeVar("Result")
WIDTH = 70
"""Cells inside a dialog; the smallest terminal is 80 wide."""


class Dialog(ModalScreen[Result | None], Generic[Result]):
    """Escape always leaves without doing anything. `typing`: letters are text here, so nothing may pop up over it."""

    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog > Vertical { width: 76; height: auto; max-height: 90%; background: $surface;
                        border: round $primary; border-title-color: $text-primary; border-title-style: bold; }
    Dialog .question { padding: 0 1; height: auto; }
    Dialog OptionList, Dialog OptionList:focus { height: auto; max-height: 14; border: none; padding: 0 1;
                                                 background: $surface; }
    Dialog .note { padding: 0 1; height: auto; color: $foreground-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    typing = False

    def __init__(self, say: Catalogue, title: str, question: str = "") -> None:
        super().__init__()
        self.say = say
        self._title = title
        self._question = question
        self._left = False

    def compose(self) -> ComposeResult:
        """Title, question, body, keys."""
        with Vertical() as box:
            box.border_title = Content(self._marked_title())
            if self._question:
                yield Static(paint(hang(self._question, WIDTH)), classes="question", markup=False)
            yield from self.body()
            yield KeyBar(self.keys())

    def _marked_title(self) -> str:
        """With the drill mark, wherever a drill is shown."""
        marked = isinstance(self.app, Shell) and self.app.marked
        return f"{self.say('mark.drill')} {self._title}" if marked else self._title

    def body(self) -> Iterable[Widget]:
        """What is answered with."""
        return ()

    def keys(self) -> Iterable[tuple[str, str]]:
        """The keys that work here."""
        return ()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Once only: a second Enter in the same moment would close the screen below."""
        if self._left:
            return AwaitComplete()
        self._left = True
        return super().dismiss(result)

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
