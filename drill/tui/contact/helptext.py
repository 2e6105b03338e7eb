"""Help as text: every key with what it does, every symbol with what it means."""

from __future__ import annotations

from textual.content import Content

from drill.text.catalogue import Catalogue
from drill.text.choices import TUI_HELP, TUI_KNOWN
from drill.text.width import pad
from drill.tui.contact.acts import ACTS
from drill.tui.contact.tree import SYMBOLS
from drill.tui.kit.lines import Painted, hang, paint

MORE_KEYS = {
    "[ ]": "tui.help.more0",
    "PgUp PgDn": "tui.help.more1",
    "Tab": "tui.help.more2",
    "Ctrl+P": "tui.help.more3",
    "Ctrl+Z": "tui.help.more4",
    "Ctrl+C": "tui.help.more5",
}


def help_text(say: Catalogue, width: int) -> Content:
    """Everything there is to press or to read."""
    lines: list[Painted] = [*hang(say("tui.help.how"), width), "", (say("tui.help.keys"), "bold")]
    for name, act in ACTS.items():
        if name in TUI_HELP:
            lines += hang(say(TUI_HELP[name]), width, pad(act.shown, 6))
    for key, code in MORE_KEYS.items():
        lines += hang(say(code), width, pad(key, 10))
    lines += ["", (say("tui.help.symbols"), "bold")]
    lines += [f"{symbol}  {say(TUI_KNOWN[known])}" for known, symbol in SYMBOLS.items()]
    return paint(lines)
