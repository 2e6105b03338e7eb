"""A chart → the sheets of a file: the printed ones and the one that keeps everything."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from drill.model.chart import Chart
from drill.sheets.chart.everything import MARK, flatten
from drill.sheets.chart.pages import ChartPage, Shown, headlines, pages
from drill.sheets.kit.csvfile import SHEET_MARK, guarded
from drill.sheets.kit.printing import FIRST_HEAD, Sheet
from drill.text.catalogue import Catalogue
from drill.text.choices import SHEETS_HEAD, SHEETS_PAGE


def sheets(chart: Chart, say: Catalogue) -> list[Sheet]:
    """All sheets of a chart in the language of `say`."""
    shown = Shown.of(chart, say)
    return [*(_sheet(page, shown) for page in pages(shown)), _everything(chart, say)]


def _sheet(page: ChartPage, shown: Shown) -> Sheet:
    say = shown.say
    blank = [""] * (len(page.fields) - 1)
    title, day = headlines(shown, page)
    top = [each.header(say) if not each.group else say(SHEETS_HEAD[each.group]) for each in page.fields]
    below = [each.header(say) if each.group else "" for each in page.fields]
    rows = [
        (title, *blank),
        (day, *blank),
        tuple(top),
        tuple(below),
        *(tuple(each.render(shown, row) for each in page.fields) for row in page.keys),
    ]
    return Sheet(say(SHEETS_PAGE[page.name]), tuple(rows), tuple(_merges(page)))


def _merges(page: ChartPage) -> list[tuple[int, int, int, int]]:
    """Titles over the whole width; a header over its group, or over both of its rows."""
    last = len(page.fields)
    found = [(1, 1, 1, last), (2, 1, 2, last)]
    column = 1
    while column <= last:
        group = page.fields[column - 1].group
        end = column
        while group and end < last and page.fields[end].group == group:
            end += 1
        if not group:
            found.append((FIRST_HEAD, column, FIRST_HEAD + 1, column))
        elif end > column:
            found.append((FIRST_HEAD, column, FIRST_HEAD, end))
        column = end + 1
    return found


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
