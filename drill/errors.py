"""The one tree of errors a user can cause; sentences are made from `code` and `params` in `drill.text`."""

from __future__ import annotations


class DrillError(Exception):
    """Something the user can mend. `code` names the sentence, `params` fill it, `place` says where."""

    def __init__(self, code: str, place: str = "", **params: object) -> None:
        super().__init__(code, place, params)
        self.code = code
        self.place = place
        self.params = params


class UsageError(DrillError):
    """Wrong flags, names or input that is not a chart, scenario or transcript (exit code 2)."""
