"""The contact tree as text: who has been told, as far as these posts know, with a symbol for each state."""

from __future__ import annotations

from datetime import timedelta

from textual.content import Content

from drill.exercise.contact.views import Known, TreeNode, View
from drill.text.catalogue import Catalogue
from drill.text.choices import TUI_KNOWN
from drill.tui.kit.lines import Painted, ends, paint, styled

SYMBOLS: dict[Known, str] = {
    "acknowledged": "o",
    "message_only": "~",
    "sent": ">",
    "trying": "x",
    "unknown": ".",
    "mine": "*",
}
"""ASCII, so that every terminal agrees on the width; a legend stands beside them."""
STYLES: dict[Known, str] = {
    "acknowledged": "$text-success",
    "message_only": "$text-warning",
    "sent": "$text-accent",
    "trying": "$text-warning",
    "unknown": "$foreground-muted",
    "mine": "bold",
}


def tree_text(view: View, say: Catalogue, width: int) -> Content:
    """The tree for a column of `width` cells, its legend below."""
    lines: list[Painted] = []
    for node in view.tree:
        state = _state(node, view, say)
        start = "  " * min(node.depth, 5) + SYMBOLS[node.known]
        lines.append((ends(f"{start} {node.name.get(say.language)}", state, width), STYLES[node.known]))
    legend = " ".join(f"{SYMBOLS[known]}\u00a0{say(TUI_KNOWN[known])}" for known in SYMBOLS)
    lines += styled("$foreground-muted", legend, width)
    return paint(lines)


def _state(node: TreeNode, view: View, say: Catalogue) -> str:
    if node.total != 1:
        return f"{node.done}/{node.total}"
    if node.known in ("acknowledged", "mine"):
        at = "" if node.at_ms is None else _clock(view, node.at_ms)
        return say("tui.tree.deputy", rank=node.deputy, at=at) if node.deputy else at
    return say("tui.tree.tries", number=node.tries) if node.tries and node.known != "sent" else ""


def _clock(view: View, at_ms: int) -> str:
    return f"{view.moment + timedelta(milliseconds=at_ms - view.now_ms):%H:%M}"
