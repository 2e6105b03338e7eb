"""`drill weak FILE.xml`: minimal cut sets of order 1 and 2 of a fault tree."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from drill.analysis.openpsa.cutsets import CutSets
from drill.analysis.openpsa.reading import Model
from drill.analysis.sampling import SAMPLES, birnbaum
from drill.cli.terminal import Terminal
from drill.text.width import table

SCHEMA = "drill.weak-tree/1"


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Print the cut sets; False if there is one of order 1, or the top event always occurs."""
    model = Model(Path(args.chart))
    tree = model.tree(args.top)
    found = CutSets(tree, args.order)
    for tag, line in model.ignored:
        code = "openpsa.ignored_ccf" if tag == "define-CCF-group" else "openpsa.ignored"
        terminal.note(terminal.say(code, file=args.chart, line=line, tag=tag))
    terminal.result(args.json, lambda: _as_data(found, args.chart), lambda: _lines(found, args.limit, terminal))
    return not found.always and not found.count(1)


def _as_data(found: CutSets, file: str) -> dict[str, object]:
    cuts = {str(order): list(map(found.names, found.of(order))) for order in range(1, found.order + 1)}
    return {
        "schema": SCHEMA,
        "file": file,
        "top": found.tree.top,
        "order": found.order,
        "basic_events": len(found.elements),
        "gates": found.tree.gates,
        "always": found.always,
        "rare_event": found.rare_event,
        "cuts": cuts,
    }


def _lines(found: CutSets, limit: int, terminal: Terminal) -> Iterator[str]:
    say, tree = terminal.say, found.tree
    yield say("openpsa.title", top=tree.top, gates=tree.gates, events=len(found.elements))
    if tree.unknown:
        names = tree.unknown[:5] + ("…",) * (len(tree.unknown) > 5)
        terminal.note(say("openpsa.unknown", count=len(tree.unknown), names=names))
    if found.always:
        yield say("openpsa.always")
        return
    seen: dict[int, None] = {}
    for order in range(1, found.order + 1):
        count = found.count(order)
        first = found.likeliest(order, limit or count)
        seen |= dict.fromkeys(element for cut in first for element in cut)
        yield from ("", say("openpsa.order", order=order, count=count))
        chances = [[] if tree.unknown else [f"{found.probability(cut):.3g}"] for cut in first]
        yield from table(
            [["", *chance, " ".join(found.names(cut))] for chance, cut in zip(chances, first, strict=True)]
        )
        if count > len(first):
            yield say("openpsa.more", count=count - len(first))
    if seen and not tree.unknown:
        yield from ("", say("openpsa.rare_event", order=found.order, sum=f"{found.rare_event:.4g}"))
        yield from ("", say("openpsa.importance", samples=SAMPLES))
        ranked = sorted(zip(birnbaum(tree.network, [(each,) for each in seen]), seen, strict=True), reverse=True)
        yield from table([["", f"{importance:.3f}", found.elements[each].ref] for importance, each in ranked])
