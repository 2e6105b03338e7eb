"""A chart → the sheets of a file: the printed ones and the one that keeps everything."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from drill.model.chart import Chart
from drill.sheets.chart.everything import MARK, flatten
from drill.sheets.chart.pages import ChartPage, Shown, headlines, pages
from drill.sheets.kit.csvfile import SHEET_MARK, guarded
from drill.sheets.kit.printing import Sheet, printed
from drill.text.catalogue import Catalogue
from drill.text.choices import SHEETS_PAGE


def sheets(chart: Chart, say: Catalogue) -> list[Sheet]:
    """All sheets of a chart in the language of `say`."""
    shown = Shown(chart, say)
    return [*(_sheet(page, shown) for page in pages(shown)), _everything(chart, say)]


def _sheet(page: ChartPage, shown: Shown) -> Sheet:
    say = shown.say
    header = [each.headers(say) for each in page.fields]
    rows = (tuple(each.render(shown, row) for each in page.fields) for row in page.keys)
    return printed(say(SHEETS_PAGE[page.name]), headlines(shown, page), header, rows)


def _everything(chart: Chart, say: Catalogue) -> Sheet:
    head = [(MARK, say.language), (say("sheets.everything.note"), "")]
    return Sheet(say("sheets.page.everything"), (*head, *flatten(chart)), (), printed=False)


def as_csv(found: Sequence[Sheet]) -> str:
    """All sheets in one CSV text, each below a line that names it; no cell can become a formula."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for sheet in found:
        writer.writerow([SHEET_MARK, sheet.name])
        writer.writerows([guarded(value) for value in row] for row in sheet.rows)
        writer.writerow([])
    return out.getvalue()
