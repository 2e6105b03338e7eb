"""The start screen as text: each choice with what is chosen, and what the drill is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from drill.errors import DrillError
from drill.seats.options import ALL, PlayOptions
from drill.text.catalogue import LANGUAGES, Catalogue, catalogue
from drill.text.choices import TUI_START
from drill.text.eras import say_short
from drill.tui.contact.offer import Offer
from drill.tui.kit.lines import Painted, hang, paint, styled


def option_lines(
    fields: Iterable[str], offer: Offer, options: PlayOptions, say: Catalogue, width: int
) -> Iterator[list[Painted]]:
    """Two lines each: what is chosen stands below its name."""
    for field in fields:
        if field == "begin":
            yield [(f"> {say('tui.start.begin')}", "bold $text-success"), ""]
        else:
            value = hang(_value(field, offer, options, say), width, "  ")
            yield [(say(TUI_START[field]), "$text-primary"), *value[:2]]


def _value(field: str, offer: Offer, options: PlayOptions, say: Catalogue) -> str:
    if field == "language":
        names = {language: catalogue(language)("tui.language") for language in LANGUAGES}
        return "  ".join(f"[{name}]" if language == options.language else name for language, name in names.items())
    if field == "seed":
        return str(options.seed)
    if field == "speed":
        return say("tui.speed", speed=f"{options.speed:g}")
    try:
        scenario, chart = offer.drill(options)
    except DrillError as problem:
        return say(problem.code, **problem.params)
    if field == "scenario":
        return scenario.title.get(say.language)
    if field == "chart":
        return chart.title.get(say.language)
    if field == "posts":
        if ALL in options.posts:
            return say("tui.start.all")
        return say("tui.join").join(chart.posts[post].name.get(say.language) for post in offer.posts(options))
    people = chart.without_personal_data().persons
    absent = [people[person].name.get(say.language) for person in options.absent if person in people]
    return say("tui.join").join(absent) or say("tui.start.nobody")


def about_text(offer: Offer, options: PlayOptions, say: Catalogue, width: int) -> Content:
    """Title, when, how long, briefing."""
    try:
        scenario, _ = offer.drill(options)
    except DrillError as problem:
        return paint(hang(say(problem.code, **problem.params), width))
    when = options.start or scenario.start
    facts = say("tui.start.facts", when=f"{say_short(when, say.language)} {when:%H:%M}", minutes=scenario.length_min)
    return paint(
        [
            *styled("bold", scenario.title.get(say.language), width),
            *styled("$foreground-muted", facts, width),
            "",
            *hang(scenario.briefing.get(say.language), width),
            "",
            *styled("$foreground-muted", say("tui.start.guide"), width),
        ]
    )
