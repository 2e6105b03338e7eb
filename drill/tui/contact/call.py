"""A call of mine from dialling to hanging up; a contact that fails asks at once what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from drill.exercise.contact import commands as c
from drill.exercise.contact.state import ContactKey
from drill.exercise.contact.views import CallView, ContactView, ItemView
from drill.seats.handed import ToldLine
from drill.text.choices import KIND
from drill.text.figures import clock
from drill.tui.contact.feed import item_text
from drill.tui.contact.player import Player
from drill.tui.contact.ways import Spoken, spoken
from drill.tui.kit.dialog import WIDTH, Dialog
from drill.tui.kit.keybar import KeyBar
from drill.tui.kit.lines import hang, paint
from drill.tui.kit.pick import Pickable, numbers, options, place_of
from drill.tui.kit.shell import Following
from drill.tui.kit.ticklist import TickList


class CallDialog(Following, Dialog[None]):
    """Three faces: choosing a way, ringing, talking."""

    DEFAULT_CSS = "CallDialog #now { margin: 0 0 1 0; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "hang_up", show=False),
        Binding("f", "skip", show=False),
        Binding("a", "a", show=False),
    ]

    def __init__(self, player: Player, key: ContactKey, name: str, about: str) -> None:
        say = player.say
        super().__init__(say, say("tui.call.title", kind=say(KIND[key.kind]), name=name), about)
        self.player = player
        self.key = key
        self.ref: int | None = None
        self._face = ""
        self._lines: tuple[ToldLine, ...] = ()
        self._ways: list[Spoken] | None = None
        """None: they are being asked for."""
        self._items: tuple[Pickable[str], ...] = ()

    def body(self) -> Iterable[Widget]:
        """The parts; `follow` shows what fits the moment."""
        yield Static(id="said", classes="note", markup=False)
        yield Static(id="now", classes="question", markup=False)
        yield OptionList(markup=False, id="ways")
        yield TickList(())

    @property
    def call(self) -> CallView | None:
        """The call as caller, while it lasts."""
        return next((v for v in self.player.view.calls if v.as_caller and v.ref == self.ref), None)

    @property
    def other(self) -> CallView | None:
        """The same call seen from the other side, if that is played here too."""
        return next((v for v in self.player.view.calls if not v.as_caller and v.ref == self.ref), None)

    def follow(self) -> None:
        """Show the call as it is now."""
        if not self.is_mounted:
            return
        call = self.call
        told = self.player.story
        self._lines = tuple(line for line in told if line.call == self.ref) if self.ref is not None else ()
        face = "choose" if call is None else "talk" if call.answered else "ring"
        if face != self._face:
            self._face = face
            self.query_one(TickList).display = face == "talk"
            self.query_one("#ways").display = face == "choose"
            if face == "choose":
                self._ways = None
                self.call_later(self._offer)
        if call is not None and face == "talk":
            self._list_items(call)
        self.query_one("#said", Static).update(self._said())
        self.query_one("#now", Static).update(self._now(call))
        self.query_one(KeyBar).show(self.keys())

    def _said(self) -> Content:
        lines = [part for line in self._lines[1:][-3:] for part in hang(line.said.get(self.say.language), WIDTH, "- ")]
        return paint(lines)

    def _now(self, call: CallView | None) -> Content:
        say = self.say
        if call is None:
            return paint(hang(say("tui.call.which" if self.ref is None else "tui.call.what_now"), WIDTH))
        if not call.answered:
            placed = self._lines[0].at_ms if self._lines else self.player.view.now_ms
            text = say("tui.call.ringing", time=clock(self.player.view.now_ms - placed))
        elif not call.told:
            text = say("tui.call.tell")
        elif call.waits_for_called:
            text = say("tui.call.reading_back")
        else:
            gaps = [item.label.get(say.language) for item in call.mine if not call.heard.get(item.item)]
            text = say("tui.call.gaps", items=say("tui.join").join(gaps)) if gaps else say("tui.call.complete")
        return Content.styled("\n".join(hang(text, WIDTH)), "bold")

    async def _offer(self) -> None:
        found = await self.player.seat.candidates(self.key)
        self._ways = spoken(found, self._sheet(), self.player.view, self.say)
        listed = self.query_one("#ways", OptionList)
        listed.set_options(options([*self._ways, Pickable("", self.say("tui.call.later"))]))
        listed.highlighted = 0
        listed.focus()
        self.follow()

    def _sheet(self) -> ContactView | None:
        rows = (sheet for todo in self.player.view.todo for sheet in todo.sheet)
        return next((sheet for sheet in rows if sheet.key == self.key), None)

    def _list_items(self, call: CallView) -> None:
        ticks = self.query_one(TickList)
        answers = tuple(Pickable(item.item, self._item(item, call)) for item in call.mine)
        if answers != self._items:
            self._items = answers
            ticks.put(answers)
            ticks.focus()

    def _item(self, item: ItemView, call: CallView) -> str:
        say = self.say
        text = item_text(item, say)
        if item.item in call.heard:
            return say("tui.item.right" if call.heard[item.item] else "tui.item.wrong", item=text)
        return say("tui.item.told", item=text) if any(t.item == item.item for t in call.told) else text

    def keys(self) -> Iterable[tuple[str, str]]:
        """What works at this point of the call."""
        say, call, other = self.say, self.call, self.other
        if call is None:
            yield numbers(len(self._ways or ()) + 1), say("tui.key.choose")
            yield "Enter", say("tui.key.dial")
            yield "Esc", say("tui.key.back")
            return
        if call.answered:
            yield say("tui.key.space"), say("tui.key.tick")
            if other is None:
                yield "a", say("tui.key.all")
            yield "Enter", say("tui.key.tell")
        if other is not None and (call.told or not call.answered):
            yield "a", say("tui.key.reads_back" if call.answered else "tui.key.answers")
        yield "h", say("tui.key.hang_up")
        if call.waits_for_called:
            yield "f", say("tui.key.wait_less")

    async def on_key(self, event: events.Key) -> None:
        """A number takes a way."""
        place = place_of(event, len(self._ways or ()) + 1) if self._face == "choose" else None
        if place is not None:
            await self._take(place)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter takes a way."""
        if self._face == "choose":
            await self._take(event.option_index)

    async def _take(self, place: int) -> None:
        if self._ways is None:
            return
        if place == len(self._ways):
            self.dismiss(None)
        else:
            (person, channel), key = self._ways[place].ref, self.key
            call = c.PlaceCall(key.caller, key.target, person, channel, key.message, key.kind)
            if await self.player.order(call):
                mine = [v.ref for v in self.player.view.calls if v.as_caller and v.key == key]
                self.ref = max(mine, default=None)
                self.follow()

    async def on_tick_list_done(self) -> None:
        """Tell what is ticked."""
        ticks, call = self.query_one(TickList), self.call
        items = ticks.chosen()
        if call is None:
            return
        if not items:
            self.player.tell(self.say("tui.call.tick_first"))
        elif await self.player.order(c.TellItems(self.key.caller, call.ref, items)):
            ticks.ticked = set()
            self._items = ()
            self.follow()

    async def action_a(self) -> None:
        """Tick all; or, where the other side is played here too, let it answer and read back."""
        call, other = self.call, self.other
        if call is None:
            return
        if other is None:
            if call.answered:
                self.query_one(TickList).tick_all()
        elif not call.answered:
            await self.player.order(c.AnswerCall(other.post, other.ref))
        elif call.told:
            await self.player.order(c.ConfirmCall(other.post, other.ref))

    async def action_skip(self) -> None:
        """Do not wait for the tone to end in real time."""
        if self.call and self.call.waits_for_called:
            await self.player.skip_ahead()

    async def action_hang_up(self) -> None:
        """End the call; when everything is said, the dialog too."""
        call = self.call
        if call is None:
            return
        said = bool(call.heard)
        await self.player.order(c.HangUp(self.key.caller, call.ref))
        if said:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Escape hangs up first."""
        if self.call is not None:
            self.call_next(self.action_hang_up)
        else:
            self.dismiss(None)
