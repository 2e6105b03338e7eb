"""Ratings, strengths, areas for improvement and actions, in words; every one names what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import get_args

from drill.model.basics import Text
from drill.model.evaluation import EVALUATION_SCHEMA, Action, Evaluation, FollowUp, Rating
from drill.report.blocks import Block, Bullets, Heading, Paragraph, Table, aligned
from drill.report.naming import Names
from drill.report.record import broken_sentences, mark_sentence
from drill.scoring.lessons import Area, Strength, areas, strengths
from drill.scoring.objectives import ObjectiveRating
from drill.scoring.score import Score
from drill.text.catalogue import Catalogue
from drill.text.choices import AREA, DIMENSION, DRAFT, RATING
from drill.text.eras import say_date

FEW = 3
"""Rows named as evidence of a strength, where all of them are alike; posts named of an area."""
MOST = 4
"""Rows told again of an area; assumption."""


def written(evaluation: Evaluation | None) -> Evaluation:
    """What the evaluators have written; where there is no file, one with nothing in it."""
    return evaluation or Evaluation.model_validate({"schema": EVALUATION_SCHEMA, "transcript": "-"})


def rating_table(score: Score, evaluation: Evaluation, names: Names) -> Table:
    """Of every objective the suggested and the confirmed rating, why, and by whom."""
    say = names.say
    rows = [
        (names.text(rated.title), rated.rating or "-", *confirmed(rated, evaluation, names))
        for rated in score.objectives
    ]
    header = say.each("record.objective", "lessons.suggested", "lessons.confirmed", "guide.reason", "lessons.evaluator")
    return Table(header, tuple(rows), ("left", *aligned("center", 2)), (33, 13, 13, 26, 15))


def confirmed(rated: ObjectiveRating, evaluation: Evaluation, names: Names) -> tuple[str, str, str]:
    """The rating that the evaluators gave an objective, why, and who."""
    given = evaluation.rating(rated.objective)
    if given is None:
        return names.say("lessons.unconfirmed"), "", ""
    return given.rating, given.reason or "", names.post(given.by) if given.by else ""


def rating_scale(say: Catalogue) -> str:
    """What the four letters mean, on one line."""
    return say("lessons.scale", steps=tuple(f"{r}: {say(RATING[r])}" for r in get_args(Rating)))


def rating_history(score: Score, evaluation: Evaluation, names: Names) -> Iterator[str]:
    """Each rating that was replaced by a later one."""
    for rated in score.objectives:
        for old in evaluation.history(rated.objective)[:-1]:
            day = say_date(old.on, names.say.language) if old.on else "-"
            yield names.say("lessons.replaced", objective=rated.title, rating=old.rating, on=day, by=old.by or "-")


def strength_blocks(score: Score, evaluation: Evaluation, names: Names) -> Iterator[Block]:
    """The evaluator's words first, then what the log shows."""
    said = [*evaluation.strengths, *(_strength(each, names) for each in strengths(score))]
    yield Bullets(tuple(said)) if said else Paragraph(names.say("lessons.no_strengths"))


def _strength(strength: Strength, names: Names) -> str:
    say = names.say
    rows = tuple(mark_sentence(row, say) for row in strength.rows[:FEW])
    objective = names.scenario.objectives[strength.name] if strength.kind == "objective" else None
    about = names.text(objective.title) if objective else say(DIMENSION[strength.name])
    code = "lessons.strength.few" if len(strength.rows) > FEW else "lessons.strength"
    return say(code, about=about, number=len(strength.rows), rows=say("lessons.between_rows").join(rows))


def area_blocks(score: Score, evaluation: Evaluation, names: Names) -> Iterator[Block]:
    """The evaluator's words, a table of what lost points by cause, then every row of each."""
    say, found = names.say, areas(score)
    if evaluation.areas:
        yield Bullets(evaluation.areas)
    if not found:
        yield Paragraph(say("lessons.no_areas"))
        return
    header = say.each("lessons.area", "lessons.lost", "lessons.rows", "lessons.objectives", "lessons.posts")
    rows = tuple(_area_row(area, names) for area in found)
    yield Table(header, rows, ("left", "right", "right", "left", "left"), (22, 9, 9, 32, 28))
    for area in found:
        yield Heading(say(AREA[area.cause]), 3)
        yield Bullets(tuple(_rows(area, say)))


def _area_row(area: Area, names: Names) -> tuple[str, ...]:
    objectives = tuple(names.text(names.scenario.objectives[each].title) for each in area.objectives)
    return (
        names.say(AREA[area.cause]),
        str(area.lost),
        str(len(area.rows)),
        "\n".join(objectives) or "-",
        _some(area.posts, names),
    )


def _some(posts: tuple[str, ...], names: Names) -> str:
    """The first posts by name, and how many more."""
    first = tuple(names.post(post) for post in posts[:FEW])
    if len(posts) > FEW:
        return names.say("lessons.and_more", items=first, number=len(posts) - FEW)
    return names.say("list", items=first) if first else "-"


def _rows(area: Area, say: Catalogue) -> Iterator[str]:
    """The first rows, and why they matter where that has not just been said; all of them stand further up."""
    said: set[Text] = set()
    for row in area.rows[:MOST]:
        new = row.why is not None and row.why not in said
        yield mark_sentence(row, say) + (say("record.why", why=row.why) if new else "")
        said.update([row.why] if row.why else [])
    if len(area.rows) > MOST:
        yield say("lessons.more_rows", number=len(area.rows) - MOST)


def plan_blocks(score: Score, evaluation: Evaluation, names: Names) -> Iterator[Block]:
    """The actions agreed on; without any, drafts made from what lost points, and marked as such."""
    say = names.say
    if evaluation.actions:
        yield action_table(evaluation.actions, names)
        return
    found = areas(score)
    if not found:
        yield Paragraph(say("lessons.no_plan"))
        return
    yield Paragraph(say("lessons.draft_plan"), "note")
    header = say.each("lessons.gap", "lessons.draft_measure", "lessons.owner", "record.due")
    rows = tuple((_draft_gap(area, score, say), say(DRAFT[area.cause]), _some(area.posts, names), "") for area in found)
    yield Table(header, rows, ("left", "left", "left", "left"), (25, 40, 20, 15))


def _draft_gap(area: Area, score: Score, say: Catalogue) -> str:
    """What is wanting, with the number of rows behind it and, where the chain broke, the first such links."""
    gap = say("lessons.gap_counted", gap=say(AREA[area.cause]), number=len(area.rows))
    links = islice(broken_sentences(score, say), FEW) if area.cause == "unreached" else ()
    return "\n".join((gap, *links))


def action_table(actions: Iterable[Action], names: Names) -> Table:
    """Gap, measure, owner, day, and whether it is done."""
    say = names.say
    header = say.each("lessons.id", "lessons.gap", "lessons.measure", "lessons.owner", "record.due", "lessons.done")
    rows = tuple(
        (
            action.id,
            action.gap,
            action.measure,
            names.post(action.owner) if action.owner else "",
            say_date(action.due, say.language) if action.due else "",
            closed(action, say),
        )
        for action in actions
    )
    return Table(header, rows, ("left", "left", "left", "left", "left", "left"), (9, 25, 26, 14, 13, 13))


def closed(action: Action, say: Catalogue) -> str:
    """When it was done and what shows it."""
    if action.closed_on is None:
        return say("lessons.not_closed")
    day = say_date(action.closed_on, say.language)
    return say("lessons.closed_with", on=day, evidence=action.evidence) if action.evidence else day


def follow_table(followed: Iterable[tuple[FollowUp, Action | None]], say: Catalogue) -> Table:
    """Earlier actions, and whether this drill found the gap closed."""
    header = say.each("lessons.id", "lessons.gap", "lessons.measure", "lessons.finding", "lessons.evidence")
    rows = tuple(
        (
            follow.action,
            action.gap if action else follow.gap or "-",
            action.measure if action else "-",
            say("lessons.gap_closed" if follow.closed else "lessons.gap_open"),
            follow.evidence or "",
        )
        for follow, action in followed
    )
    return Table(header, rows, ("left", "left", "left", "left", "left"), (10, 26, 26, 14, 24))


def counted_ratings(score: Score, evaluation: Evaluation) -> dict[str, int]:
    """How many objectives have each rating: the confirmed one, else the suggested one."""
    given = ((evaluation.rating(each.objective) or each).rating for each in score.objectives)
    found = Counter(filter(None, given))
    return {letter: found[letter] for letter in get_args(Rating) if found[letter]}
