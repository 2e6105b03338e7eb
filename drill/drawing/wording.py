"""What the pictures say about boxes and contacts, in one language."""

from __future__ import annotations

from drill.drawing.picture import Box, BoxLink, Picture
from drill.model.basics import Text
from drill.model.chart import When
from drill.text.catalogue import Catalogue
from drill.text.choices import CLASS, KIND, MESSAGE
from drill.text.clean import clean
from drill.text.eras import say_date

_LONGEST = 200
"""Signs of a name."""
_NAMED = 2
"""So many members are named where not the whole group is meant."""


def name(text: Text, say: Catalogue) -> str:
    """A name on one line, as data; what is longer than any name is cut, so that no picture takes minutes."""
    said = " ".join(clean(text.get(say.language)).split()) or "-"
    return said if len(said) <= _LONGEST else said[:_LONGEST].rstrip() + "…"


def heading(found: Picture, say: Catalogue) -> list[str]:
    """Title, day and level of a picture, and the single points of failure that are no posts."""
    lines = [name(found.title, say)]
    if found.as_of:
        lines.append(say("drawing.as_of", date=say_date(found.as_of, say.language)))
    if found.level is not None:
        lines.append(say("drawing.at_level", level=found.level))
    if found.things:
        codes = ["drawing.thing.first"] + ["drawing.thing"] * (len(found.things) - 1)
        named = zip(codes, found.things, strict=True)
        things = tuple(say(code, name=name(thing, say), count=count) for code, (thing, count) in named)
        lines.append(say("drawing.things", things=things))
    return lines


def remarks(box: Box, say: Catalogue) -> list[str]:
    """What stands below the name of a post: vacancy, deputies, what it is, people if they are shown."""
    if box.members:
        return [say("drawing.members", count=len(box.members))]
    said = [say("cards.vacant")] if box.vacant else []
    if box.people:
        said += [
            say("drawing.deputy", rank=rank, name=name(person, say)) if rank else name(person, say)
            for rank, person in enumerate(box.people, start=int(box.vacant))
        ]
    elif box.deputies or not box.external:
        said.append(_deputies(box.deputies, say))
    if box.external:
        said.append(say("diff.field.external"))
    # The name of a post often says it already.
    if not box.in_scope and say("drawing.legend.out") not in name(box.name, say):
        said.append(say("drawing.out"))
    if box.alone:
        said.append(say("drawing.alone"))
    return said


def _deputies(count: int, say: Catalogue) -> str:
    return say("drawing.deputies" if count else "drawing.no_deputy", count=count)


def weakness(box: Box, say: Catalogue) -> str:
    """That a post is a single point of failure, or how many members of a group are; empty if neither."""
    if box.members:
        count = sum(member.weak is not None for member in box.members)
        return say("drawing.weak.of", count=count) if count else ""
    return "" if box.weak is None else say("drawing.weak", count=box.weak)


def member(box: Box, say: Catalogue) -> str:
    """A member of a group, with whatever is out of the ordinary."""
    odd = [each for each in remarks(box, say) if not box.deputies or each != _deputies(box.deputies, say)]
    odd += [say("drawing.weak.short")] if box.weak is not None else []
    text = name(box.name, say)
    return say("noted", text=text, note=tuple(odd)) if odd else text


def condition(link: BoxLink, say: Catalogue) -> str:
    """When a contact is owed, and by whom of a group; empty if always and by all."""
    said = [each for each in (_only(link.caller_only, say), _only(link.target_only, say)) if each]
    if link.when:
        said.append(say("drawing.or").join(occasion(when, say) for when in link.when))
    return say("list", items=tuple(said))


def contact(link: BoxLink, say: Catalogue) -> str:
    """Kind and condition of a contact."""
    kind, when = say(KIND[link.kind]), condition(link, say)
    return say("noted", text=kind, note=when) if when else kind


def ends(found: Picture, link: BoxLink, say: Catalogue) -> str:
    """Whose contact it is."""
    caller, target = (name(found.boxes[ref].name, say) for ref in (link.caller, link.target))
    return say("drawing.link", caller=caller, target=target)


def _only(names: tuple[Text, ...], say: Catalogue) -> str:
    if not names:
        return ""
    said: object = tuple(name(each, say) for each in names[:_NAMED])
    if len(names) > _NAMED:
        said = say("drawing.more", names=said, count=len(names) - _NAMED)
    return say("drawing.only", names=said)


def occasion(when: When, say: Catalogue) -> str:
    """When a contact is owed: class, level, publication, message and hours; empty if always."""
    said = [say("drawing.and").join(say(CLASS[each]) for each in when.incident)] if when.incident else []
    if when.level:
        code = "drawing.when.level" if len(when.level) == 1 else "drawing.when.levels"
        said.append(say(code, levels=say("drawing.and").join(map(str, when.level))))
    if when.publishing is not None:
        said.append(say("drawing.when.publishing" if when.publishing else "drawing.when.not_publishing"))
    if when.message:
        said.append(say("drawing.and").join(say(MESSAGE[each]) for each in when.message))
    if when.hours:
        said.append(say("drawing.when.hours", hours=when.hours))
    return say("list", items=tuple(said))
