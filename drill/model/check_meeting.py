"""What makes the stages of a meeting hard to follow: a level that is passed over, a time that runs back."""

from __future__ import annotations

from itertools import pairwise

from drill.model.findings import Findings
from drill.model.scenario import Scenario


def check_meeting(found: Findings[Scenario]) -> None:
    """Differences by level leave no level out and name the scenario's own; the stages follow each other in time."""
    scenario = found.value
    stages = scenario.meeting.stages if scenario.meeting else {}
    for name, stage in stages.items():
        levels = {*stage.by_level, scenario.level}
        missing = sorted({*range(min(levels), max(levels) + 1)} - stage.by_level.keys())
        if stage.by_level and missing:
            found.add("SC132", ("meeting", "stages", name, "by_level"), key=True, stage=name, level=missing[0])
    for (_, before), (name, stage) in pairwise(stages.items()):
        if stage.at_min < before.at_min:
            found.add("SC133", ("meeting", "stages", name, "at_min"), stage=name, before=f"{before.at_min:g}")
