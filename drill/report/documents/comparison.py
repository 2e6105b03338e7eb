"""Year on year: each drill's figures beside last year's, their course over the years, the same drill on both charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drill.report.blocks import Block, Bullets, Document, Heading, Paragraph, Plot, Series, Table, aligned, of_a_drill
from drill.report.charts_compared import figures_table, posts_table
from drill.report.documents.improvement_plan import action_blocks
from drill.report.documents.results import figure_name, fiscal_year
from drill.report.documents.selfcheck import Held, result_blocks
from drill.scoring.comparison import ChartsCompared
from drill.text.catalogue import Catalogue, Language, catalogue
from drill.text.figures import percent
from drill.year.history import FALL, Figure, FigureLine, History, dropped, histories
from drill.year.improvement import Tracked
from drill.year.year import Year

Reruns = Mapping[str, ChartsCompared]
"""Activity → the drill of this year, run on last year's chart and on this year's."""


def comparison(
    years: Sequence[Year],
    language: Language,
    reruns: Reruns,
    checks: Sequence[Held] = (),
    actions: Sequence[Tracked] = (),
) -> Document:
    """The comparison of the last of `years` (oldest first) with those before.

    `checks` are this year's closed self-checks, `actions` the improvement actions of last year and this.
    """
    say = catalogue(language)
    title = say("years.title", office=years[-1].program.office, year=fiscal_year(years[-1].program.year, say))
    return of_a_drill(title, say, (*_blocks(years, reruns, say), *_checks(checks, say), *_actions(actions, say)))


def _blocks(years: Sequence[Year], reruns: Reruns, say: Catalogue) -> Iterator[Block]:
    found = histories(years)
    yield Heading(say("years.drills"))
    if len(years) < 2:
        yield Paragraph(say("years.first"))
    yield _table(found, years, say)
    if fallen := [say_fall(each, line, say) for each in found for line in each.lines if line.fell]:
        yield Paragraph(say("years.fallen", points=FALL))
        yield Bullets(tuple(fallen))
    elif len(years) > 1:
        yield Paragraph(say("years.none_fallen", points=FALL))
    yield from _programme(found, years, say)
    yield from _courses(found, years, say)
    yield from _reruns(found, reruns, say)


def _table(found: Sequence[History], years: Sequence[Year], say: Catalogue) -> Table:
    shown = years[-2:]
    header = [say("years.drill"), say("years.figure"), *(fiscal_year(year.program.year, say) for year in shown)]
    rows = [
        (
            _title(each, say),
            figure_name(line.name, say),
            *(_figure(figure, say) for figure in line.figures[-2:]),
            *((_change(line, say),) if len(shown) > 1 else ()),
        )
        for each in found
        for line in each.lines
    ]
    if len(shown) > 1:
        header.append(say("years.change"))
    align = ("left", "left", *aligned("right", len(header) - 2))
    return Table(tuple(header), tuple(rows), align, (7, 6, 5, 5, 3)[: len(header)], joined=1)


def _title(found: History, say: Catalogue) -> str:
    activity = found.results[-1]
    assert activity is not None
    return f"{activity.activity.number} {activity.activity.title.get(say.language)}".strip()


def _figure(figure: Figure | None, say: Catalogue) -> str:
    if figure is None:
        return say("years.nothing")
    return say("years.share", numerator=figure[0], denominator=figure[1], share=percent(*figure))


def _change(line: FigureLine, say: Catalogue) -> str:
    if line.change is None:
        return say("years.nothing")
    points = f"{line.change:+.1f}" if round(line.change, 1) else "0.0"
    return say("years.points.fell" if line.fell else "years.points", points=points)


def say_fall(found: History, line: FigureLine, say: Catalogue) -> str:
    """What fell, from what to what, with the counts behind both."""
    before, after = (_figure(figure, say) for figure in line.figures[-2:])
    return say("years.fall", drill=_title(found, say), figure=figure_name(line.name, say), before=before, after=after)


def _programme(found: Sequence[History], years: Sequence[Year], say: Catalogue) -> Iterator[Block]:
    """Drills that are new, and drills that are no more."""
    if len(years) < 2:
        return
    new = [say("years.new", drill=_title(each, say)) for each in found if each.results[-2] is None]
    gone = [say("years.gone", drill=each.title) for each in dropped(years)]
    if new or gone:
        yield Heading(say("years.programme"))
        yield Bullets((*new, *gone))


def _courses(found: Sequence[History], years: Sequence[Year], say: Catalogue) -> Iterator[Block]:
    drawn = [each for each in found if any(sum(v is not None for v in line.shares) > 1 for line in each.lines)]
    if drawn:
        yield Heading(say("years.course"))
        for each in drawn:
            yield course(each, years, say)


def course(found: History, years: Sequence[Year], say: Catalogue) -> Plot:
    """An activity's figures in per cent over the years."""
    x = tuple(fiscal_year(year.program.year, say) for year in years)
    return Plot(_title(found, say), x, tuple(Series(figure_name(e.name, say), e.shares) for e in found.lines))


def _reruns(found: Sequence[History], reruns: Reruns, say: Catalogue) -> Iterator[Block]:
    if reruns:
        yield Heading(say("years.charts"))
        yield Paragraph(say("years.charts.how", drills=max(each.drills for each in reruns.values())))
    for each in found:
        if drills := reruns.get(each.name):
            yield Heading(_title(each, say), 3)
            yield figures_table(drills, say)
            posts = posts_table(drills, say)
            yield posts if posts.rows else Paragraph(say("cli.rerun.same_posts"))


def _checks(checks: Sequence[Held], say: Catalogue) -> Iterator[Block]:
    if checks:
        yield Heading(say("cli.list.selfchecks"))
    for held in checks:
        yield Heading(held.plan.title.get(say.language) if held.plan else held.title.get(say.language), 3)
        yield from result_blocks(held, say)


def _actions(actions: Sequence[Tracked], say: Catalogue) -> Iterator[Block]:
    if actions:
        yield Heading(say("years.actions"))
        yield from action_blocks(actions, say)
