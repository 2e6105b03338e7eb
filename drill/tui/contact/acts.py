"""Everything that can be done, with its key and when it makes sense: the foot line, the palette and help read this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drill.exercise.contact.views import TodoKind, View


@dataclass(frozen=True, slots=True)
class Act:
    """`keys` are Textual's names, `shown` is what the foot line says; the words are `tui.act.<name>`.

    It makes sense `when` that says so or, without it, as long as there is a task of the `kinds` it is for.
    """

    name: str
    keys: tuple[str, ...]
    shown: str
    when: Callable[[View], bool] | None = None
    kinds: tuple[TodoKind, ...] = ()

    def now(self, view: View) -> bool:
        """Whether it makes sense now."""
        return self.when(view) if self.when else any(todo.kind in self.kinds for todo in view.todo)


def _informed(view: View) -> bool:
    return view.running and bool(view.messages)


def _running(view: View) -> bool:
    return view.running


def _always(_view: View) -> bool:
    return True


PARTICIPANT = (
    Act("acknowledge", ("a",), "a", kinds=("inject", "mail")),
    Act("call", ("c",), "c", _informed, ("contacts",)),
    Act("instruct", ("i",), "i", _informed),
    Act("mail", ("m",), "m", _informed),
    Act("level", ("l",), "l", kinds=("level",)),
    Act("decide", ("d",), "d", kinds=("choice", "actions")),
    Act("convene", ("v",), "v", lambda view: view.running and bool(view.convenable), ("convene",)),
    Act("count", ("n",), "n", kinds=("count",)),
    Act("total", ("t",), "t", kinds=("total",)),
    Act("record", ("r",), "r", _running),
    Act("brief", ("b",), "b", _always),
    Act("skip", ("f",), "f", _running),
    Act("pause", ("p",), "p", _running),
    Act("speed", (), "+ -", _running),
    Act("facilitator", ("f2", "f10"), "F2", _running),
    Act("help", ("question_mark", "f1"), "?", _always),
    Act("result", ("enter",), "Enter", lambda view: not view.running),
    Act("quit", ("q",), "q", _always),
)
"""What the foot line shows."""
MORE = (
    Act("faster", ("plus",), "+", _running),
    Act("slower", ("minus",), "-", _running),
    Act("theme", ("f3",), "F3", _always),
)
ACTS = {act.name: act for act in (*PARTICIPANT, *MORE)}
