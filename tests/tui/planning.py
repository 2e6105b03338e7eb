"""Somebody at the planner's screen. Nothing waits for a clock: a key is done when everything has been computed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from functools import cache
from typing import Any

from drill.contacts.situation import Situation
from drill.model.chart import Chart
from drill.model.library import find_chart
from drill.model.load import Loaded, load_chart
from drill.text.catalogue import Language
from drill.tui.planner.app import PlannerApp
from drill.tui.planner.screen import Planner
from drill.tui.planner.state import PlanOptions, Toggles
from tests.builders import Data, a_chart, contact
from tests.tui.playing import SMALL, Keys

TODAY = date(2023, 11, 16)


class Desk(Keys):
    """The planner's application and the keys."""

    app: PlannerApp

    @property
    def screen(self) -> Planner:
        """The planner's screen, whatever stands in front of it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, Planner))

    async def settle(self) -> None:
        """Until nothing is being computed any more."""
        await super().settle()
        while self.screen.busy:
            await asyncio.sleep(0)
        await super().settle()

    @property
    def remark(self) -> str:
        """The passing remark."""
        return "".join(each.message for each in self.app._notifications)

    def line(self, start: str) -> str:
        """The line of the screen that begins like this, but for spaces."""
        found = [line.strip() for line in self.text().splitlines() if line.strip().startswith(start)]
        assert found, self.text()
        return found[0]

    @property
    def head(self) -> list[str]:
        """How many are told and the rest of the head."""
        return self.text().splitlines()[:4]


@asynccontextmanager
async def at_desk(
    chart: Chart | Loaded[Chart] | str = "csirt-nws",
    language: Language = "en",
    size: tuple[int, int] = SMALL,
    **situation: Any,
) -> AsyncIterator[Desk]:
    """Somebody who has just opened a chart."""
    loaded = Loaded.of(chart, "town.yaml") if isinstance(chart, Chart) else chart
    loaded = shipped_chart(loaded) if isinstance(loaded, str) else loaded
    options = PlanOptions(loaded, TODAY, Toggles(Situation(**situation)), language)
    app = PlannerApp(options, pause_s=0)
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        yield desk


@cache
def shipped_chart(name: str) -> Loaded[Chart]:
    """A shipped chart."""
    loaded = load_chart(find_chart(name))
    # The folder the project lies in is not to be seen in any picture.
    return Loaded(f"orgcharts/{name}.yaml", loaded.value, loaded.problems, loaded.partial, loaded.tree, loaded.names)


def large_chart(posts: int = 300) -> Chart:
    """Reports up, instructions down: every post has six below it, a holder, a deputy and three channels each."""
    entries: dict[str, Data] = {}
    persons: dict[str, Data] = {}
    contacts: list[Data] = []
    for i in range(posts):
        entries[f"p{i}"] = {"name": f"第{i}課長", "holder": f"h{i}", "deputies": [f"d{i}"]}
        for who, name in (("h", "長席"), ("d", "係長席")):
            channels = [{"kind": "desk", "medium": f"switch{i % 4}"}, {"kind": "mobile", "medium": "carrier"}]
            mail = {"kind": "mail", "medium": "server"}
            persons[f"{who}{i}"] = {"name": f"第{i}課{name}", "site": f"house{i % 12}", "channels": [*channels, mail]}
        if i:
            up = f"p{(i - 1) // 6}"
            contacts += [contact(up, f"p{i}", "instruct", by=["desk"]), contact(f"p{i}", up, by=["desk", "mail"])]
    media = {name: {"name": name} for name in ("carrier", "server", *(f"switch{i}" for i in range(4)))}
    sites = {f"house{i}": {"name": f"第{i}庁舎"} for i in range(12)}
    return a_chart(entries, *contacts, persons=persons, media=media, sites=sites, origins=[f"p{posts // 7}"])
