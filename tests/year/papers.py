"""Builders of question banks and short tests."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from drill.model.bank import Bank
from drill.year.quiz import TestPaper, draw_test


@cache
def a_bank(name: str = "failure", questions: int = 12, answers: int = 4) -> Bank:
    """A bank whose questions, answers and reasons can be told apart; in question n answer n (modulo) is right."""
    return Bank.model_validate(
        {
            "schema": "drill.bank/1",
            "id": name,
            "title": _text(f"{name} の問題", f"Questions on {name}"),
            "questions": {f"q{n}": _question(f"{name} {n}", n % answers, answers) for n in range(questions)},
        }
    )


def _question(name: str, right: int, answers: int) -> dict[str, Any]:
    shown = [{"text": _text(f"{name}の答{a}", f"answer {a} of {name}"), "right": a == right} for a in range(answers)]
    return {"text": _text(f"{name}の問", f"question {name}"), "answers": shown, "why": _text("理由", f"why {name}")}


def _text(ja: str, en: str) -> dict[str, str]:
    return {"ja": ja, "en": en}


def a_paper(questions: int = 4, seed: int = 1, answers: int = 4) -> TestPaper:
    """A test drawn from two banks."""
    return draw_test([a_bank("failure", answers=answers), a_bank("misuse", answers=answers)], questions, seed)


def papers() -> st.SearchStrategy[TestPaper]:
    """Tests of any size from one to three banks."""

    def drawn(shape: tuple[int, int, int, int]) -> TestPaper:
        banks, questions, answers, seed = shape
        return draw_test([a_bank(f"bank{n}", 12, answers) for n in range(banks)], questions, seed)

    return st.tuples(st.integers(1, 3), st.integers(1, 12), st.integers(2, 5), st.integers(0, 2**64 - 1)).map(drawn)
