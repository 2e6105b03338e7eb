"""A document as PDF: our own HTML, printed by WeasyPrint, which may fetch nothing from the network or from files."""

from __future__ import annotations

from typing import Any

from drill.report.blocks import Document
from drill.report.writers import html
from drill.report.writers.needed import needed


def write(document: Document) -> bytes:
    """The file; UsageError without WeasyPrint or Pango."""
    weasyprint: Any = needed("weasyprint", "PDF", "pdf")
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    written: bytes = weasyprint.HTML(string=html.write(document).decode(), url_fetcher=nothing).write_pdf()
    return written
