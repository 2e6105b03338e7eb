"""People who answer the self-check, one after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from drill.model.library import find_selfcheck
from drill.model.load import load_selfcheck
from drill.model.questionnaire import SelfCheck
from drill.text.catalogue import Language
from drill.tui.answering.kiosk import KioskApp
from drill.year.tally import AnswerSheet, Respondents
from tests.tui.playing import SMALL, Keys


class Kiosk(Keys):
    """The application, the keys, and what was handed in."""

    app: KioskApp
    taken: list[tuple[str, AnswerSheet]]
    refuse: str | None = None


def a_check() -> SelfCheck:
    """Three questions for the counter, one for the chiefs."""
    texts = {"log_off": "Do you log off?", "called": "Do you call out?", "lent": "Have you lent your password?"}
    return SelfCheck.model_validate(
        {
            "schema": "drill.selfcheck/1",
            "id": "small",
            "title": {"ja": "自己点検", "en": "Self-check"},
            "questions": {name: {"text": {"ja": f"問 {name}", "en": text}} for name, text in texts.items()},
            "questionnaires": {
                "counter": {"title": {"ja": "窓口", "en": "Counter"}, "questions": list(texts)},
                "chiefs": {"title": {"ja": "係長", "en": "Chiefs"}, "questions": ["log_off"]},
            },
        }
    )


def groups_of(check: SelfCheck, *headcounts: tuple[int, int]) -> list[Respondents]:
    """A group for each questionnaire, with so many people in their first year and others."""
    named = zip(check.questionnaires.items(), headcounts, strict=True)
    return [
        Respondents.of(name, each.title, first, later, questions=len(each.questions))
        for (name, each), (first, later) in named
    ]


def shipped_check() -> SelfCheck:
    """The self-check of Juki-net."""
    check = load_selfcheck(find_selfcheck("juki-net-r5")).value
    assert check
    return check


@asynccontextmanager
async def answering(
    check: SelfCheck | None = None,
    headcounts: Sequence[tuple[int, int]] = ((5, 9), (0, 6)),
    language: Language = "en",
    size: tuple[int, int] = SMALL,
) -> AsyncIterator[Kiosk]:
    """A screen that is ready for the first."""
    check = check or a_check()
    taken: list[tuple[str, AnswerSheet]] = []

    def hand_in(group: str, sheet: AnswerSheet) -> str | None:
        if kiosk.refuse is None:
            taken.append((group, sheet))
        return kiosk.refuse

    app = KioskApp(check, groups_of(check, *headcounts), language, hand_in)
    async with app.run_test(size=size) as pilot:
        kiosk = Kiosk(app, pilot)
        kiosk.taken = taken
        await kiosk.settle()
        yield kiosk
