"""One line of what is told of an exercise: data, from which the catalogue makes a sentence in either language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drill.model.basics import Text
from drill.text.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Line:
    """What happened then; `text` is what an inject or the situation of a stage says itself."""

    at_ms: int
    code: str
    params: dict[str, Any]
    text: Text | None = None

    def say(self, say: Catalogue) -> str:
        """The sentence."""
        return say(self.code, **self.params)
