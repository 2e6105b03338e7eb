"""What the documents call the parts of a chart and a scenario: the reader's names instead of identifiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.scenario import Scenario
from drill.text.catalogue import Catalogue


@dataclass(frozen=True)
class Names:
    """Names in one language. What a chart or scenario does not have is called by its identifier."""

    chart: Chart
    scenario: Scenario
    say: Catalogue

    def text(self, text: Text | None, missing: str = "") -> str:
        return text.get(self.say.language) if text else missing

    def post(self, ref: str) -> str:
        """A post, a group, or the posts that have a role."""
        return self.chart.name_of(ref).get(self.say.language)

    def first(self, ref: str) -> str:
        """The post that a task is for: of a role or group, the first."""
        return self.post(next(iter(self.chart.resolve(ref)), ref))

    def posts(self, refs: tuple[str, ...]) -> str:
        return self.say("list", items=tuple(map(self.post, refs)))

    def message(self, name: str) -> str:
        message = self.scenario.messages.get(name)
        return self.text(message.title if message else None, name)

    def item(self, name: str) -> str:
        """A fact with what is true of it."""
        item = self.scenario.items.get(name)
        return self.say("doc.item", label=item.label, value=item.value) if item else name

    def inject(self, name: str) -> str:
        """It has no title: the number of its row in the MSEL sheet."""
        return self.say("doc.inject", number=self.inject_number(name))

    def inject_number(self, name: str) -> str:
        return str([*self.scenario.injects, name].index(name) + 1)

    def task(self, name: str) -> str:
        task = self.scenario.tasks.get(name)
        return self.text(task.title if task else None, name)

    def option(self, task: str, name: str) -> str:
        found = self.scenario.tasks.get(task)
        option = found.options.get(name) if found else None
        return self.text(option.text if option else None, name)

    def duty(self, name: str) -> str:
        duty = self.chart.duties.get(name)
        return self.text(duty.name if duty else None, name)

    def level(self, level: int) -> str:
        return self.say("level", level=level)

    def clock(self, minutes: float) -> str:
        """The time of day so many minutes after the start, on another day with that day's number."""
        start = self.scenario.start
        try:
            moment = start + timedelta(minutes=minutes)
        except OverflowError:  # after the end of the calendar
            return self.say("doc.minutes", number=minutes)
        days = (moment.date() - start.date()).days
        time = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
        return self.say("doc.next_day", day=days + 1, time=time) if days else time

    def within(self, minutes: float | None) -> str:
        return "" if minutes is None else self.say("doc.within", span=self.span(minutes))

    def span(self, minutes: float) -> str:
        return span(minutes, self.say)


def span(minutes: float, say: Catalogue) -> str:
    """A length of time in minutes, from two hours on in hours, from two days on in days if they are whole."""
    if minutes >= 2880 and minutes % 1440 == 0:
        return say("doc.days", number=minutes / 1440)
    if minutes < 120:
        return say("doc.minutes", number=minutes)
    hours, rest = divmod(minutes, 60)
    return say("doc.hours_minutes" if rest else "doc.hours", hours=f"{hours:g}", minutes=f"{rest:g}")
