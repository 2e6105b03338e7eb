"""The ways to telephone somebody, as answers to choose from: holder and deputies, each with every telephone."""

from __future__ import annotations

from drill.exercise.contact.directory import Candidate, Way
from drill.exercise.contact.state import Attempt
from drill.exercise.contact.views import ContactView, View
from drill.model.basics import WRITTEN, ChannelKind
from drill.text.catalogue import Catalogue
from drill.text.choices import CHANNEL, TUI_OUTCOME
from drill.tui.kit.pick import Pickable

Spoken = Pickable[tuple[str, ChannelKind]]
"""A person and a telephone."""


def spoken(found: tuple[Candidate, ...], sheet: ContactView | None, view: View, say: Catalogue) -> list[Spoken]:
    """Every telephone of every candidate; what comes next by the chart is first and says so."""
    tries = [way.last for candidate in found for way in candidate.ways if way.last]
    last = max(tries, key=lambda attempt: attempt.at_ms, default=None)
    wanted = sheet and (sheet.person, sheet.channel)
    choices = []
    for candidate, way in ((each, way) for each in found for way in each.ways if way.kind not in WRITTEN):
        ref, text = (candidate.person, way.kind), _text(candidate, way, last, view, say)
        choices.append(Pickable(ref, say("tui.way.next", way=text) if ref == wanted else text))
    return sorted(choices, key=lambda choice: choice.ref != wanted)


def _text(candidate: Candidate, way: Way, last: Attempt | None, view: View, say: Catalogue) -> str:
    code = "tui.way.deputy" if candidate.rank else "tui.way.holder"
    text = say(code, rank=candidate.rank, name=candidate.name, channel=say(CHANNEL[way.kind]))
    if last and (last.person, last.channel) == (candidate.person, way.kind):
        text = say("tui.way.again", way=text)
    notes = []
    if candidate.away:
        notes.append(say("tui.way.away"))
    if not way.open:
        notes.append(say("tui.way.closed"))
    if way.last:
        notes.append(say(TUI_OUTCOME[way.last.outcome]))
        wait = way.last.again_ms - view.now_ms
        if wait > 0:
            notes.append(say("tui.way.wait", seconds=-(-wait // 1000)))
    return say("noted", text=text, note=say("tui.join").join(notes)) if notes else text
