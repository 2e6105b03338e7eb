"""A difference between two charts in one line of words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from drill.drawing.wording import occasion
from drill.model.basics import Text
from drill.model.chart import Contact
from drill.model.compare import Change, Shown
from drill.text.catalogue import Catalogue
from drill.text.choices import CHANNEL, DIFF_FIELD, DIFF_KIND, DIFF_SECTION, KIND
from drill.text.clean import clean
from drill.text.eras import say_date

_CODED = {
    "by": CHANNEL,
    "known_absence": {"skip": "diff.known_absence.skip", "wait": "diff.known_absence.wait"},
}
"""Fields whose values have words of their own."""


def line(change: Change, say: Catalogue) -> str:
    """One difference in one line."""
    if change.field == "sequence":
        return say("diff.sequence")
    entry = _entry(change, say)
    if change.kind != "changed":
        return say(DIFF_KIND[change.kind], entry=entry)
    before, after = (said(change.field, value, say) for value in (change.before, change.after))
    return say("diff.changed", entry=entry, field=say(DIFF_FIELD[change.field]), before=before, after=after)


def _entry(change: Change, say: Catalogue) -> str:
    """What came, went or changed: a post by its name, a contact by its ends, kind and condition."""
    if change.contact and isinstance(change.name, tuple):
        caller, target = (said("name", each, say) for each in change.name)
        return say("diff.entry.contact", caller=caller, target=target, kind=_contact(change.contact, say))
    section = say(DIFF_SECTION[change.section])
    return say("diff.entry", section=section, name=said("name", change.name, say)) if change.name else section


def _contact(contact: Contact, say: Catalogue) -> str:
    kind, when = say(KIND[contact.kind]), occasion(contact.when, say)
    return say("list", items=tuple(filter(None, (kind, when))))


def said(field: str, value: Shown, say: Catalogue) -> str:
    """The value of a field, on one line."""
    match value:
        case None | "":
            return say("none")
        case bool():
            return say("diff.yes" if value else "diff.no")
        case float():
            return f"{value:g}"
        case date():
            return say_date(value, say.language)
        case Text():
            return _one_line(value.get(say.language))
        case tuple():
            # Parts that hold a list themselves are told apart by more than its comma.
            parts = tuple(said(field, each, say) for each in value)
            return say("diff.semicolon").join(parts) if field == "waivers" else say("list", items=parts)
        case Mapping():
            return _part(field, value, say)
    return say(_CODED[field][str(value)]) if field in _CODED else _one_line(str(value))


def _part(field: str, part: Mapping[str, Shown], say: Catalogue) -> str:
    """A channel as in 内線（本庁舎電話交換機）, leave as a period, any other part as its fields in words."""
    if field == "leave":
        return say("diff.period", first=said("from", part["from"], say), last=said("to", part["to"], say))
    if field == "channels":
        kind = say(CHANNEL[str(part["kind"])])
        more = [said(name, part[name], say) for name in ("address", "medium") if name in part]
        more += [say("drawing.when.hours", hours=part["hours"])] if "hours" in part else []
        return say("noted", text=kind, note=say("list", items=tuple(more))) if more else kind
    pairs = (say("pair", label=say(DIFF_FIELD[name]), value=said(name, value, say)) for name, value in part.items())
    return say("list", items=tuple(pairs)) or say("none")


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
