"""A drill in a few sentences, each made from figures."""

from __future__ import annotations

from collections.abc import Iterator

from drill.exercise.contact.setup import MINUTE
from drill.model.evaluation import Evaluation
from drill.report.lessons_text import counted_ratings
from drill.report.naming import Names, span
from drill.scoring.hops import YARDSTICK
from drill.scoring.lessons import areas
from drill.scoring.score import Score
from drill.text.choices import AREA, SUMMARY, SUMMARY_ALL
from drill.text.eras import say_date


def summary(score: Score, evaluation: Evaluation, names: Names) -> Iterator[str]:
    """Four to ten sentences, as many as the drill has figures for."""
    yield _what(score, names)
    yield _reached(score, names)
    for name in ("timeliness", "restoration"):
        if score.dimensions[name].denominator:
            yield _figure(score, name, names)
    yield _level(score, names)
    if score.dimensions["fidelity"].denominator:
        yield _fidelity(score, names)
    for name in ("actions", "closure"):
        if score.dimensions[name].denominator:
            yield _figure(score, name, names)
    if counted := counted_ratings(score, evaluation):
        items = tuple(names.say("summary.rated", rating=letter, number=n) for letter, n in counted.items())
        confirmed = all(evaluation.rating(each.objective) for each in score.objectives)
        yield names.say("summary.confirmed" if confirmed else "summary.suggested", items=items)
    yield _worst(score, names)


def _what(score: Score, names: Names) -> str:
    setup, state, say = score.evidence.setup, score.evidence.state, names.say
    start = f"{say_date(setup.start.date(), say.language)} {setup.start:%H:%M}"
    code = "summary.unfinished" if state.ended_ms is None else "summary.held"
    ended = state.now_ms if state.ended_ms is None else state.ended_ms
    players = say("summary.played", number=len(setup.played)) if setup.played else say("summary.simulated")
    return say(code, title=setup.scenario.title, start=start, length=_lapse(ended, names), players=players)


def _lapse(at_ms: int, names: Names) -> str:
    """A length of time in whole minutes, begun ones counted."""
    return span(-(-at_ms // MINUTE), names.say)


def _reached(score: Score, names: Names) -> str:
    complete, say = score.completeness, names.say
    if not complete.denominator:
        return say("summary.nobody_required")
    last = score.times.get(100)
    deputies = sum(row.deputy > 0 for row in score.contacts if row.required)
    code = "summary.reached_all" if last is not None else "summary.reached"
    got, of = complete.numerator, complete.denominator
    return say(code, got=got, of=of, missing=of - got, deputies=deputies, at=_lapse(last or 0, names))


def _figure(score: Score, name: str, names: Names) -> str:
    dimension = score.dimensions[name]
    missed = sum(row.got < row.of for row in dimension.rows)
    code = SUMMARY[name] if missed else SUMMARY_ALL[name]
    return names.say(code, got=dimension.numerator, of=dimension.denominator, missed=missed)


def _level(score: Score, names: Names) -> str:
    state, right, say = score.evidence.state, score.evidence.setup.scenario.level, names.say
    if state.level is None:
        return say("summary.no_level", right=right)
    code = "summary.level_right" if state.level == right else "summary.level_wrong"
    return say(code, level=state.level, right=right, at=_lapse(state.level_ms, names))


def _fidelity(score: Score, names: Names) -> str:
    """Items right, against the yardstick; a percentage is cut off, so that it never says more than there is."""
    fidelity = score.dimensions["fidelity"]
    met = 100 * fidelity.numerator >= YARDSTICK * fidelity.denominator
    percent = 100 * fidelity.numerator // fidelity.denominator
    code = "summary.fidelity_met" if met else "summary.fidelity_short"
    return names.say(code, got=fidelity.numerator, of=fidelity.denominator, percent=percent, yardstick=YARDSTICK)


def _worst(score: Score, names: Names) -> str:
    found = areas(score)
    if not found:
        return names.say("lessons.no_areas")
    worst = found[0]
    area = names.say(AREA[worst.cause])
    return names.say("summary.worst", area=area, lost=worst.lost, rows=len(worst.rows))
