"""Every format a document can be written in. Each writer is imported when it is wanted."""

from __future__ import annotations

from importlib import import_module

from drill.report.blocks import Document

FORMATS = ("md", "html", "xlsx", "docx", "pdf")
"""Each is the name of its module and its ending."""
_MODULES = {"md": "markdown"}
BINARY = frozenset({"xlsx", "docx", "pdf"})
"""Formats that a terminal cannot show."""
ENDINGS = {f".{name}": name for name in FORMATS} | {".htm": "html"}
"""What the ending of a file means."""


def write(document: Document, format_: str) -> bytes:
    """The file; UsageError if a library that the format needs is not there."""
    module = import_module(f"drill.report.writers.{_MODULES.get(format_, format_)}")
    written: bytes = module.write(document)
    return written
