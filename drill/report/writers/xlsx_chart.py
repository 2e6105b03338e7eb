"""A plot as a chart of Excel's own, drawn from the figures in the cells below it."""

from __future__ import annotations

from typing import Any

from drill.report.blocks import Plot
from drill.report.writers.figures import CURVES
from drill.report.writers.plain import one_line

_DASHES = ("solid", "dash", "sysDot", "dashDot")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus")


def add_chart(target: Any, plot: Plot, row: int, first: int, columns: list[int], wide_cm: float) -> None:
    """A chart over `row`; its figures begin in row `first`, names and then each series in `columns`."""
    from openpyxl.chart import LineChart, Reference, Series
    from openpyxl.chart.series import SeriesLabel

    if not plot.x or not plot.series:
        return
    chart: Any = LineChart()
    last = first + len(plot.x) - 1
    for n, (series, column) in enumerate(zip(plot.series, columns[1:], strict=False)):
        line: Any = Series(Reference(target, min_col=column, min_row=first, max_row=last))
        line.tx = SeriesLabel(v=one_line(series.name))
        line.smooth = False
        line.marker.symbol, line.marker.size = _MARKERS[n % 6], 7
        for ink in (line.graphicalProperties.line, line.marker.graphicalProperties.line):
            ink.solidFill = CURVES[n % 6]
        line.marker.graphicalProperties.solidFill = CURVES[n % 6]
        line.graphicalProperties.line.dashStyle = _DASHES[n % 4]
        line.graphicalProperties.line.width = 22_000  # EMU
        chart.append(line)
    chart.set_categories(Reference(target, min_col=columns[0], min_row=first, max_row=last))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 100
    chart.y_axis.number_format = '0"%"'
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.legend.position = "b"
    chart.display_blanks = "gap"
    chart.width, chart.height = wide_cm - 0.2, 7.8
    target.add_chart(chart, f"A{row}")
