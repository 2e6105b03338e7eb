"""Conditions and moments of a scenario in words, as a facilitator reads them.

`not` is carried inward until it meets something plain, so that no sentence says that something is not the case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drill.model.scenario import Chosen, Cond, Told, Trigger
from drill.report.naming import Names
from drill.text.choices import COND, COND_NOT


def trigger_words(trigger: Trigger, names: Names) -> str:
    """When something happens: at the start, at a time, or on a condition; and what keeps it from happening."""
    say = names.say
    if trigger.when is None:
        code = "when.at" if trigger.at_min else "when.start"
        text = say(code, span=names.span(trigger.at_min), clock=names.clock(trigger.at_min))
    else:
        code = "when.after" if trigger.at_min else "when.once"
        text = say(code, condition=condition_words(trigger.when, names), span=names.span(trigger.at_min))
    if trigger.unless is None:
        return text
    return say("when.unless", when=text, condition=condition_words(trigger.unless, names))


def condition_words(cond: Cond, names: Names, negated: bool = False) -> str:
    """A condition, or its opposite, as a clause: `the PoC has acknowledged …`, `…を確認した`."""
    field = next(iter(cond.model_fields_set))
    value = getattr(cond, field)
    if field == "not_":
        return condition_words(value, names, not negated)
    if field in ("all_", "any_"):
        return _joined(value, names, negated, every=(field == "all_") != negated)
    code, params = _PLAIN[field](value, names)
    if isinstance(value, bool):  # `publishing: false` is the opposite of `publishing: true`
        negated = negated == value
    return names.say((COND_NOT if negated else COND)[code], **params)


def _joined(parts: tuple[Cond, ...], names: Names, negated: bool, every: bool) -> str:
    """Parts joined by `and` or `or`; of nothing, `all` always holds and `any` never does."""
    say = names.say
    if not parts:
        return say("cond.always" if every else "cond.never")
    texts = [condition_words(part, names, negated) for part in parts]
    if len(texts) > 1:
        texts = [say("cond.group", text=t) if _compound(p) else t for t, p in zip(texts, parts, strict=True)]
    return say("cond.and" if every else "cond.or").join(texts)


def _compound(cond: Cond) -> bool:
    """Whether its words are joined by `and` or `or`."""
    while cond.not_ is not None:
        cond = cond.not_
    parts = cond.all_ or cond.any_ or ()
    return len(parts) > 1 or any(map(_compound, parts))


Plain = tuple[str, dict[str, object]]


def _told(told: Told, names: Names) -> Plain:
    code = "told" if len(names.chart.resolve(told.post)) <= 1 else "told_any"
    return code, {"post": names.post(told.post), "message": names.message(told.message)}


def _chosen(chosen: Chosen, names: Names) -> Plain:
    task = names.task(chosen.task)
    if chosen.option is None:
        return "done", {"task": task}
    return "chosen", {"task": task, "option": names.option(chosen.task, chosen.option)}


_PLAIN: dict[str, Callable[[Any, Names], Plain]] = {
    "told": _told,
    "delivered": lambda inject, names: ("delivered", {"inject": names.inject(inject)}),
    "done": lambda task, names: ("done", {"task": names.task(task)}),
    "chosen": _chosen,
    "level": lambda levels, names: ("level", {"levels": names.say("cond.level_or").join(map(names.level, levels))}),
    "publishing": lambda _wanted, _names: ("publishing", {}),
    "quorum": lambda duty, names: ("quorum", {"duty": names.duty(duty)}),
    "totalled": lambda _wanted, _names: ("totalled", {}),
}
