"""All that a document says, for tests that look for what must or must not be in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import msgspec

from drill.model.chart import Chart
from drill.model.scenario import Scenario
from drill.report.blocks import Document, Table
from drill.report.documents.cards import contact_cards, role_cards
from drill.report.documents.handbook import handbook
from drill.report.documents.handout import handout
from drill.report.documents.incident_record import incident_record
from drill.report.documents.msel import msel
from drill.text.catalogue import Language

BUILDERS: dict[str, Callable[[Chart, Scenario, Language], Document]] = {
    "handbook": handbook,
    "handout": handout,
    "msel": msel,
    "role-cards": role_cards,
    "contact-cards": contact_cards,
    "incident-record": lambda chart, scenario, language: incident_record((chart, scenario), language),
}
"""Every document of a scenario."""


def texts(document: Document) -> list[str]:
    """Every text of a document, title and mark included."""
    return list(_strings(document))


def whole(document: Document) -> str:
    """The same as one text."""
    return "\n".join(texts(document))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, msgspec.Struct):
        yield from _strings(msgspec.structs.astuple(value))
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
