"""A scenario run on two charts with the same seeds: `drill chart diff --scenario`, and what years are compared by."""

from __future__ import annotations

from argparse import Namespace

from drill.analysis.lint import lint_scenario
from drill.cli.arguments import Parser, split, whole
from drill.cli.preparing import SEED
from drill.cli.terminal import Terminal
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.library import find_scenario
from drill.model.load import Loaded, load_scenario
from drill.model.scenario import Scenario
from drill.report.charts_compared import figures_table, posts_table
from drill.scoring.comparison import ChartsCompared, rerun


def rerun_options(parser: Parser) -> None:
    """The scenario, the seeds, who is away."""
    parser.value("--scenario", words="diff_scenario", metavar="SCENARIO")
    parser.value("--seed", words="diff_seed", metavar="N", type=SEED)
    parser.value("--seeds", words="diff_seeds", metavar="N", type=whole(1, 1000))
    parser.value("--absent", metavar="POST", nargs="+", action="append")


def rerun_on(args: Namespace, terminal: Terminal, before: Chart, after: Chart) -> tuple[Scenario, ChartsCompared]:
    """Run the scenario on both; UsageError where it does not fit one of them."""
    loaded = load_scenario(find_scenario(args.scenario))
    for chart in (before, after):
        if terminal.errors(lint_scenario(loaded, Loaded.of(chart))) or loaded.value is None:
            raise UsageError("cli.rerun.unfit", chart.title.get(terminal.language))
    assert loaded.value is not None
    first = args.seed or 1
    seeds = range(first, first + (args.seeds or 1))
    with terminal.progress(2 * len(seeds), lambda done: terminal.say("cli.rerun.progress", done=done)) as show:
        return loaded.value, rerun(loaded.value, before, after, seeds, split(args.absent), show)


def print_compared(args: Namespace, terminal: Terminal, scenario: Scenario, found: ChartsCompared) -> None:
    """Figures, then the posts for which something changed."""
    say = terminal.say
    seed = args.seed or 1
    terminal.out(
        "", say("cli.rerun.title", mark=say("mark.drill"), title=scenario.title, drills=found.drills, seed=seed)
    )
    figures, posts = figures_table(found, say), posts_table(found, say)
    terminal.out("", *figures.lines(), "")
    if posts.rows:
        terminal.out(*posts.lines())
    else:
        terminal.out(say("cli.rerun.same_posts"))
