"""The texts of the self-check's screens: welcome, head, question, answers, and all of them before handing in."""

from __future__ import annotations

from textual.content import Content

from drill.model.questionnaire import SelfCheck
from drill.text.catalogue import Catalogue
from drill.text.choices import KIOSK, KIOSK_KEPT, KIOSK_SHORT
from drill.text.width import fit, pad
from drill.tui.answering.filling import Filling
from drill.tui.answering.listed import HAND_IN
from drill.tui.kit.lines import Painted, bar, ends, hang, paint, styled
from drill.tui.kit.pick import Pickable
from drill.year.tally import Answer as Said

ANSWERS: tuple[Said, ...] = ("yes", "no")
_ROOM = 58
"""Cells for a question among all answers."""


def mast(check: SelfCheck, say: Catalogue, width: int) -> tuple[str, str]:
    """Title, and that it is anonymous; the first line of every screen."""
    return ends(check.title.get(say.language), say("kiosk.anonymous"), width), "bold"


def welcome(check: SelfCheck, thanks: bool, say: Catalogue, width: int) -> Content:
    """Thanks to whoever has just handed in, what this is, and what is kept of it."""
    lines: list[Painted] = []
    if thanks:
        lines += [*styled("bold $text-success", say("kiosk.thanks"), width), ""]
    if check.introduction:
        lines += [*hang(check.introduction.get(say.language), width), ""]
    lines += styled("$foreground-muted", say("kiosk.nothing_kept"), width)
    return paint([*lines, "", (say("kiosk.which_group"), "bold")])


def top_line(filling: Filling, say: Catalogue, width: int) -> Content:
    """Title, group, and how far one has got."""
    count = len(filling.asked)
    progress = f"{say('kiosk.progress', number=filling.at + 1, count=count)} {bar(len(filling.answers) / count)}"
    return paint([mast(filling.check, say, width), ends(filling.group.title.get(say.language), progress, width)])


def choices(filling: Filling, say: Catalogue) -> list[Pickable[Said]]:
    """Yes and no; `(*)` stands before the one taken."""
    taken = filling.answers.get(filling.name)
    return [Pickable(each, f"{'(*)' if each == taken else '( )'} {say(KIOSK[each])}") for each in ANSWERS]


def below(filling: Filling, say: Catalogue, width: int) -> Content:
    """The reason given, and how much is kept of a group as small as this one."""
    reason = filling.reasons.get(filling.name)
    lines = hang(reason, width, say("kiosk.reason.given")) if reason else []
    kept = hang(say(KIOSK_KEPT[filling.group.detail]), width)
    return paint([*lines, "", *((line, "$foreground-muted") for line in kept)])


def overview(filling: Filling, say: Catalogue) -> list[Pickable[int]]:
    """Every question with its answer, and below them handing in."""
    words = {each: say(KIOSK_SHORT[each]) for each in (*ANSWERS, "none")}
    said = [pad(words[filling.answers.get(name, "none")], 6) for name in filling.asked]
    found = [
        Pickable(number, f"{answer} {fit(text.get(say.language), _ROOM)}")
        for number, (answer, text) in enumerate(zip(said, filling.texts, strict=True))
    ]
    skipped = filling.skipped
    return [*found, Pickable(HAND_IN, say("kiosk.hand_in_skipped", count=skipped) if skipped else say("exam.hand_in"))]
