"""The charts and scores of the drills of a year: from their transcripts where they were held, else from the library."""

from __future__ import annotations

from drill.analysis.lint import check_pair
from drill.errors import UsageError
from drill.exercise.replay import setup_of
from drill.exercise.transcript import read_transcript
from drill.model.chart import Chart
from drill.model.library import find_chart, find_scenario
from drill.year.folder import YearFolder
from drill.year.results import result


def charts_of(folder: YearFolder) -> dict[str, Chart]:
    """Activity → its chart, without personal data; activities whose chart cannot be found are left out."""
    found: dict[str, Chart] = {}
    for name, activity in folder.program.activities.items():
        drill = result(folder.year, name).drill
        if drill and drill.transcript and activity.kind == "contact":
            found[name] = setup_of(read_transcript(folder.path / drill.transcript).rows).chart
        elif activity.scenario and (chart := _planned(activity.scenario, activity.chart)):
            found[name] = chart.without_personal_data()
    return found


def _planned(scenario: str, chart: str | None) -> Chart | None:
    try:
        pair = check_pair(find_scenario(scenario), find_chart(chart) if chart else None)
    except UsageError:
        return None
    return pair.chart.value if pair.chart else None
