"""Every key of the planner's screen: the foot line, the bindings and the help read this."""

from __future__ import annotations

from typing import NamedTuple

from drill.tui.planner.sides import Tab


class Key(NamedTuple):
    """Words are `planner.key.<name>` and `planner.help.<name>`; `keys` are Textual's names, each with its action."""

    name: str
    shown: str
    keys: dict[str, str]


KEYS = (
    Key("fail", "Enter", {}),
    Key("people", "x", {"x": "people"}),
    Key("search", "f", {"f,slash": "search"}),
    Key("undo", "u", {"u": "undo"}),
    Key("clear", "r", {"r": "clear"}),
    Key("class", "c", {"c": "turn_class"}),
    Key("level", "0-3", {str(level): f"level({level})" for level in range(4)}),
    Key("publishing", "p", {"p": "turn_publishing"}),
    Key("time", "t", {"t": "time"}),
    Key(
        "hour",
        "[ ]",
        {
            "left_square_bracket": "later(-1)",
            "right_square_bracket": "later(1)",
            "left_curly_bracket": "later(-24)",
            "right_curly_bracket": "later(24)",
        },
    ),
    Key("deputies", "n", {"n": "turn_deputies"}),
    Key("origins", "o", {"o": "origins"}),
    Key("view", "v", {"v": "turn_view"}),
    Key("other_side", "Tab", {}),
    Key("read", ", .", {"comma": "read(-1)", "full_stop": "read(1)"}),
    Key("help", "?", {"question_mark,f1": "help"}),
    Key("quit", "q", {"q": "app.ask_to_leave"}),
)
TABS: dict[Tab, str] = {"weak": "w", "check": "k", "fix": "e", "calls": "l"}
"""What the right side can show, and its key."""
