"""Libraries that only some formats need: without them a format says what to install."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from drill.errors import UsageError


def needed(module: str, format_: str, extra: str) -> ModuleType:
    """The module; UsageError if it, or a system library of its own, is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError("writing.needs", format=format_, extra=extra) from error
    except OSError as error:  # WeasyPrint loads Pango when it is imported
        raise UsageError("writing.needs_pango") from error
