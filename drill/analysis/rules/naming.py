"""Names of posts and people as a finding says them: in both languages, a few and how many more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.problems import clip
from drill.text.catalogue import Language, catalogue
from drill.text.eras import era_date

MOST = 4
LENGTH = 50


def posts(chart: Chart, names: Iterable[str]) -> Text:
    """The posts of these ids, by name."""
    return several([chart.posts[name].name for name in names])


def person(chart: Chart, name: str) -> Text:
    """A person as the chart names them, with the id that the file has."""
    called = chart.persons[name].name
    return said("rule.person", person=called, name=name)


def said(code: str, **params: object) -> Text:
    """A sentence of the catalogue as a name."""
    return Text(ja=catalogue("ja")(code, **params), en=catalogue("en")(code, **params))


def share(some: str, every: str, count: int, whole: int) -> Text:
    """So many of them, or all of them."""
    return said(every if count == whole else some, count=count, whole=whole)


def day(when: date) -> Text:
    """A day as each language writes it."""
    return Text(ja=era_date(when), en=when.isoformat())


def way(names: Sequence[Text]) -> Text:
    """Names in a row; of a long one both ends."""
    ends = names if len(names) < 9 else (*names[:4], said("rule.gap"), *names[-3:])

    def joined(language: Language) -> str:
        return " → ".join(clip(name.get(language), LENGTH) for name in ends)

    return Text(ja=joined("ja"), en=joined("en"))


def several(names: Sequence[Text], most: int = MOST, length: int = LENGTH) -> Text:
    """`most` names, each cut to `length`, and how many more there are."""

    def listed(language: Language) -> str:
        say = catalogue(language)
        shown = [clip(name.get(language), length) for name in names[:most]]
        if len(names) > most:
            return say("rule.more", names=tuple(shown), count=len(names) - most)
        return say("list", items=tuple(shown))

    return Text(ja=listed("ja"), en=listed("en")) if names else said("none")
