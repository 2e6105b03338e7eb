"""Every code that a value may choose is in the catalogue."""

from __future__ import annotations

import pytest

from drill.text import choices
from drill.text.catalogue import all_words

TABLES = {name: table for name, table in vars(choices).items() if name.isupper()}


@pytest.mark.parametrize("name", TABLES)
def test_every_choice_has_its_sentence(name: str) -> None:
    assert set(TABLES[name].values()) <= all_words().keys()
