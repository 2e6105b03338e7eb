"""Every application of the screens, with a dialog open, has loaded its own room and what that needs: nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PROBE = """
import asyncio, pathlib, sys, tempfile
from datetime import date
{make}
async def main():
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in {keys}:
            await pilot.press(key)
            await pilot.pause()
        print(type(app.screen).__name__)
asyncio.run(main())
print(" ".join(sorted(sys.modules)))
"""
_KIT = """
from drill.tui.kit.ask import Ask
from drill.tui.kit.pick import Pick, Pickable
from drill.tui.kit.shell import Shell
from drill.tui.kit.tick import Tick
from drill.tui.kit.page import Page
class Bare(Shell[None]):
    def farewell(self):
        return Pick(self.say, "a title", "a question", [Pickable("leave", "leave")])
app = Bare("en")
"""
_TEST = """
from drill.model.library import find_bank
from drill.model.load import load_bank
from drill.tui.answering.exam import ExamApp, ExamOptions
from drill.year.quiz import draw_test
app = ExamApp(ExamOptions(draw_test([load_bank(find_bank("failure")).value], 3, 1), "en", "m1", "later"))
"""
_CHECK = """
from drill.model.library import find_selfcheck
from drill.model.load import load_selfcheck
from drill.tui.answering.kiosk import KioskApp
from drill.year.tally import Respondents
check = load_selfcheck(find_selfcheck("juki-net-r5")).value
groups = [Respondents.of(name, q.title, 5, 9, questions=len(q.questions)) for name, q in check.questionnaires.items()]
app = KioskApp(check, groups, "en", lambda group, sheet: None)
"""
_PLANNER = """
from drill.model.library import find_chart
from drill.model.load import load_chart
from drill.tui.planner.app import PlannerApp
from drill.tui.planner.state import PlanOptions
app = PlannerApp(PlanOptions(load_chart(find_chart("csirt-nws")), date(2023, 11, 16), language="en"), pause_s=0)
"""
_OPTIONS = """
from drill.seats.options import PlayOptions
folder = pathlib.Path(tempfile.mkdtemp())
options = PlayOptions(wall=lambda: 0.0, language="en", scenario={scenario!r}, folder=folder, guide=False)
"""
_MEETING = (
    _OPTIONS.format(scenario="temp-worker-misuse")
    + """
from drill.tui.table.app import MeetingApp
from drill.seats.local_table import open_table
app = MeetingApp(options, open_table(options), beat_s=None)
"""
)
_DRILL = (
    _OPTIONS.format(scenario="nws-stop")
    + """
from drill.seats.opening import open_seats
from drill.tui.contact.app import DrillApp
app = DrillApp(options, open_seats(options), beat_s=None)
"""
)
_FILES = {"openpyxl", "ortools", "docx", "weasyprint", "icalendar"}
_ENGINE = {"simpy", "drill.exercise.contact.engine"}
_DRILLS = {*_ENGINE, "drill.exercise", "drill.seats", "drill.scoring"}
_CHARTS = {"networkx", "drill.analysis", "drill.contacts"}
APPLICATIONS = {
    "kit": (_KIT, ["ctrl+c"], "Pick", {*_DRILLS, *_CHARTS, "drill.model", "drill.report", "drill.year", "pydantic"}),
    "short test": (_TEST, ["h"], "Pick", {*_DRILLS, *_CHARTS}),
    "self-check": (_CHECK, ["1"], "Pick", {*_DRILLS, *_CHARTS}),
    "planner": (_PLANNER, ["f"], "Search", {*_DRILLS}),
    "meeting": (_MEETING, ["ctrl+c"], "Pick", {*_ENGINE, "networkx"}),
    "drill": (_DRILL, ["r"], "Ask", {"networkx", "drill.report.record", "drill.scoring"}),
}
_ROOM = {"short test": "answering", "self-check": "answering", "meeting": "table", "drill": "contact"}
"""Where an application is at home, if its room is not called like it."""


@pytest.mark.parametrize("application", APPLICATIONS)
def test_an_application_with_a_dialog_open_has_loaded_nothing_it_does_not_need(application: str) -> None:
    make, keys, dialog, needless = APPLICATIONS[application]
    rooms = {"contact", "table", "answering", "planner"} - {_ROOM.get(application, application)}
    needless = {*needless, *_FILES, *(f"drill.tui.{room}" for room in rooms)}
    probe = _PROBE.format(make=make, keys=keys)
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    shown, loaded = done.stdout.splitlines()[-2:]
    assert shown == dialog
    assert "textual" in loaded.split()
    assert needless.intersection(loaded.split()) == set()
