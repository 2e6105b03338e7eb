"""What differs between two charts, entry by entry: not lines of a file, but who holds what and who contacts whom.

Ids may have been given anew (a sheet read twice): persons and posts of one name are taken as the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from drill.model.basics import Frozen, Text
from drill.model.chart import Chart, Contact, Medium, Person, Site

ChangeKind = Literal["added", "removed", "changed"]
Shown = Text | str | int | float | date | None | tuple["Shown", ...] | Mapping[str, "Shown"]
"""A value as a reader knows it: persons, posts, media and sites by name, the fields of a part as in a chart file."""
_MAPS = ("posts", "persons", "groups", "duties", "media", "sites", "hours", "levels", "behaviours")
_CHART = [name for name in Chart.model_fields if name not in ("schema_", "id", "contacts", *_MAPS)]


@dataclass(frozen=True)
class Change:
    """One difference. `field` is empty where the whole entry came or went; `contact`: which of those of its ends."""

    kind: ChangeKind
    section: str
    key: str
    name: Shown
    field: str = ""
    before: Shown = None
    after: Shown = None
    contact: Contact | None = None


def compare(old: Chart, new: Chart) -> list[Change]:
    """All differences, in the order of the chart; empty for equal charts."""
    return list(_Comparison(old, renamed(old, new)).changes())


def renamed(old: Chart, new: Chart) -> Chart:
    """`new` with the ids of `old` for persons and posts whose name is the same and unique in both."""
    persons = _same_names(old.persons, new.persons)
    posts = _same_names(old.posts, new.posts)
    if not persons and not posts:
        return new
    return new.model_copy(
        update={
            "persons": {persons.get(each, each): entry for each, entry in new.persons.items()},
            "posts": {
                posts.get(each, each): _referring(post, persons, "holder", "deputies")
                for each, post in new.posts.items()
            },
            "groups": {each: _referring(group, posts, "members") for each, group in new.groups.items()},
            "contacts": tuple(_referring(each, posts, "caller", "target") for each in new.contacts),
            "duties": {each: _referring(duty, posts, "convener", "members") for each, duty in new.duties.items()},
            "origins": tuple(posts.get(each, each) for each in new.origins),
        }
    )


def _referring(entry: Frozen, ids: Mapping[str, str], *fields: str) -> Frozen:
    """An entry whose fields, an id or several, refer to what they mean by its other id."""
    values: dict[str, Any] = {field: getattr(entry, field) for field in fields}
    update = {
        field: tuple(ids.get(each, each) for each in value) if isinstance(value, tuple) else ids.get(value, value)
        for field, value in values.items()
    }
    return entry.model_copy(update=update)


def _same_names(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """New id → old id where the name says that they are the same; only if no id then stands for two."""
    names = [Counter(entry.name.get("ja") for entry in part.values()) for part in (old, new)]
    known = {entry.name.get("ja"): each for each, entry in old.items()}
    found = {
        each: known[name]
        for each, entry in new.items()
        if (name := entry.name.get("ja")) in known and names[0][name] == names[1][name] == 1 and known[name] != each
    }
    taken = Counter(found.get(each, each) for each in new)
    if any(count > 1 for count in taken.values()):  # an id of old now stands for somebody else
        free = {each: f"{each}.new" for each in new if each not in found and taken[each] > 1}
        found |= free
    return found


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Two charts in which what is the same has one id."""

    old: Chart
    new: Chart

    def changes(self) -> Iterator[Change]:
        for field in _CHART:
            yield from self._changed("chart", "", None, field, getattr(self.old, field), getattr(self.new, field))
        for section in _MAPS:
            yield from self._entries(section, getattr(self.old, section), getattr(self.new, section))
        yield from self._contacts()

    def _entries(self, section: str, before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Iterator[Change]:
        for each in dict.fromkeys((*before, *after)):
            key, entry = str(each), (before if each in before else after)[each]
            name = entry.name if hasattr(entry, "name") else key
            if each not in after or each not in before:
                yield Change("added" if each in after else "removed", section, key, name)
            elif not isinstance(entry, Frozen) or section == "levels":
                yield from self._changed(section, key, name, "value", entry, after[each])
            else:
                for field in type(entry).model_fields:
                    values = getattr(entry, field), getattr(after[each], field)
                    yield from self._changed(section, key, name, field, *values)

    def _contacts(self) -> Iterator[Change]:
        """Contacts are the same if ends, kind and condition are; several such ones are told apart by their place."""
        before, after = _numbered(self.old), _numbered(self.new)
        for each in dict.fromkeys((*before, *after)):
            chart, contact = (self.old, before[each]) if each in before else (self.new, after[each])
            name = (chart.name_of(contact.caller), chart.name_of(contact.target))
            key = f"{contact.caller} > {contact.target}"
            if each not in after:
                yield Change("removed", "contacts", key, name, before=contact.kind, contact=contact)
            elif each not in before:
                yield Change("added", "contacts", key, name, after=contact.kind, contact=contact)
            else:
                for field in ("order", "by", "deadline_min", "policy", "why"):
                    values = getattr(contact, field), getattr(after[each], field)
                    for change in self._changed("contacts", key, name, field, *values):
                        yield replace(change, contact=contact)
        if [each for each in before if each in after] != [each for each in after if each in before]:
            yield Change("changed", "contacts", "", None, "sequence")

    def _changed(self, section: str, key: str, name: Shown, field: str, before: Any, after: Any) -> Iterator[Change]:
        """A changed field; a holder or deputy who is somebody else now counts even if the id stayed."""
        shown = _shown(field, before, self.old), _shown(field, after, self.new)
        if before == after and not (field in ("holder", "deputies") and shown[0] != shown[1]):
            return
        if isinstance(before, Frozen) and type(before) is type(after) and not isinstance(before, Text):
            shown = _part(before, self.old, after), _part(after, self.new, before)
        yield Change("changed", section, key, name, field, *shown)


def _part(value: Frozen, chart: Chart, other: Frozen | None = None) -> Mapping[str, Shown]:
    """The fields of a part that differ from those of `other`; without one, all that are given."""
    found: dict[str, Shown] = {}
    for field, info in type(value).model_fields.items():
        usual = info.get_default(call_default_factory=True) if other is None else getattr(other, field)
        if (part := getattr(value, field)) != usual:
            found[info.alias or field] = _shown(field, part, chart)
    return found


def _shown(field: str, value: Any, chart: Chart) -> Shown:
    if isinstance(value, tuple):
        return tuple(_shown(field, each, chart) for each in value) or None
    if isinstance(value, str):
        return _name_of(field, value, chart)
    return _part(value, chart) if isinstance(value, Frozen) and not isinstance(value, Text) else value


def _name_of(field: str, ref: str, chart: Chart) -> Text | str:
    """What a field refers to by its name; any other text as it is."""
    if field in ("members", "origins", "convener"):
        return chart.name_of(ref)
    parts: Mapping[str, Mapping[str, Person | Medium | Site]] = {
        "holder": chart.persons,
        "deputies": chart.persons,
        "medium": chart.media,
        "needs": chart.media,
        "site": chart.sites,
        "within": chart.sites,
    }
    entry = parts.get(field, {}).get(ref)
    return entry.name if entry else ref


def _numbered(chart: Chart) -> dict[tuple[str, ...], Contact]:
    found: dict[tuple[str, ...], Contact] = {}
    count: Counter[tuple[str, ...]] = Counter()
    for contact in chart.contacts:
        base = (contact.caller, contact.target, contact.kind, contact.when.model_dump_json())
        found[(*base, str(count[base]))] = contact
        count[base] += 1
    return found
