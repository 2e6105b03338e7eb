"""Names of posts and people as a finding says them: in both languages, a few and how many more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drill.model.basics import Text
from drill.model.chart import Chart
from drill.model.problems import clip
from drill.text.catalogue import Language, catalogue

MOST = 4


def posts(chart: Chart, names: Iterable[str]) -> Text:
    """The posts of these ids, by name."""
    return several([chart.posts[name].name for name in names])


def person(chart: Chart, name: str) -> Text:
    """A person as the chart names them, with the id that the file has."""
    return Text(**{k: f"{v} `{name}`" for k, v in chart.persons[name].name.model_dump(exclude_none=True).items()})


def said(code: str, **params: object) -> Text:
    """A sentence of the catalogue as a name."""
    return Text(ja=catalogue("ja")(code, **params), en=catalogue("en")(code, **params))


def several(names: Sequence[Text], most: int = MOST) -> Text:
    """`most` names and how many more there are."""

    def listed(language: Language) -> str:
        say = catalogue(language)
        shown = [clip(name.get(language), 50) for name in names[:most]]
        if len(names) > most:
            return say("rule.more", names=tuple(shown), count=len(names) - most)
        return say("list", items=tuple(shown))

    return Text(ja=listed("ja"), en=listed("en")) if names else said("none")
