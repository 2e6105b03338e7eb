"""Open tasks as text: the key that does each, what it is, how much time is left and how much is done."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from drill.exercise.contact.views import Todo, View
from drill.text.catalogue import Catalogue
from drill.text.choices import KIND, TUI_TASK
from drill.text.figures import clock
from drill.text.width import fit
from drill.tui.contact.acts import ACTS
from drill.tui.kit.lines import Painted, bar, ends, hang, paint, styled

_KEYS = {kind: act.shown for act in ACTS.values() for kind in act.kinds}


def _key(todo: Todo) -> str:
    """The key that does it; a direction or a consultation is still a call."""
    return "i" if any(sheet.key.kind in ("instruct", "consult") for sheet in todo.sheet) else _KEYS[todo.kind]


def in_order(view: View) -> list[Todo]:
    """What has come in first, then by deadline."""
    return sorted(view.todo, key=lambda t: (t.kind not in ("inject", "mail"), t.due_ms is None, t.due_ms or 0))


def tasks_text(view: View, say: Catalogue, width: int) -> Content:
    """The tasks of all posts here, for a column of `width` cells."""
    if not view.running:
        return paint(hang(say("tui.tasks.over"), width))
    todo = in_order(view)
    if not todo:
        return paint(styled("$foreground-muted", say("tui.tasks.none"), width))
    return paint(line for each in todo for line in task_lines(each, view, say, width))


def task_lines(todo: Todo, view: View, say: Catalogue, width: int) -> Iterator[Painted]:
    """One line each; the time stands at the right."""
    right, style = _time(todo, view.now_ms, say, 10 if width > 60 else 5)
    if todo.total > 1:
        right = f"{todo.done}/{todo.total} {right}".rstrip()
    left = task_title(todo, say)
    if len(view.posts) > 1:
        owner = next(card.name for card in view.cards if card.post == todo.post)
        left = f"{fit(owner.get(say.language), 18)}: {left}"
    yield ends(f"{_key(todo)} {left}", right, width), style


def task_title(todo: Todo, say: Catalogue) -> str:
    """What is to be done, in words."""
    if todo.sheet:
        return say("tui.task.contacts", kind=say(KIND[todo.sheet[0].key.kind]), title=todo.title)
    return say(TUI_TASK[todo.kind], title=todo.title)


def _time(todo: Todo, now_ms: int, say: Catalogue, cells: int) -> tuple[str, str]:
    if todo.due_ms is None:
        return "", "bold" if todo.kind in ("inject", "mail") else ""
    left = todo.due_ms - now_ms
    if left < 0:
        return say("tui.task.late", time=clock(left)), "bold $text-error"
    share = left / max(1, todo.due_ms - todo.since_ms)
    return f"{clock(left)} {bar(share, cells)}", "$text-warning" if share < 0.25 else ""
