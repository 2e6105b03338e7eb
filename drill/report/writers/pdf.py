"""A document as PDF: our own HTML, printed by WeasyPrint, which may fetch nothing from the network or from files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from drill.report.blocks import Document
from drill.report.writers import html
from drill.report.writers.needed import needed


def write(document: Document) -> bytes:
    """The file; UsageError without WeasyPrint or Pango."""
    weasyprint: Any = needed("weasyprint", "PDF", "pdf")
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    with _no_time_in_fonts():
        written: bytes = weasyprint.HTML(string=html.write(document).decode(), url_fetcher=nothing).write_pdf()
    return written


@contextmanager
def _no_time_in_fonts() -> Iterator[None]:
    """fontTools dates the fonts that a file carries by the clock, unless told a day: 1980-01-01, as our other files."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "315532800"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
