"""`drill test`: the short test of a class, in the terminal, on paper, or handed in as a sheet for a whole room."""

from __future__ import annotations

import secrets
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

from drill.cli.arguments import DAY, Parser, given_flags, one_of, refuse_together, whole
from drill.cli.saving import check_free, check_workbook, chosen_format, deliver, format_option, output_options
from drill.cli.terminal import Terminal, has_terminal
from drill.cli.test_destination import Destination
from drill.cli.year.entering import cells_told
from drill.errors import UsageError
from drill.model.bank import Bank
from drill.model.check import check_year_file
from drill.model.library import find_bank
from drill.model.load import load_bank
from drill.model.problems import format_problem
from drill.model.questionnaire import Service
from drill.pairs import picked
from drill.report.writers.formats import BINARY, ENDINGS, write
from drill.text.catalogue import Catalogue
from drill.year.events import TestResult
from drill.year.quiz import MOST, TestPaper, draw_test
from drill.year.quiz_results import RightAnswers

SCHEMA = "drill.test/1"
QUESTIONS = 8
"""Of a test without a programme: between the 5 and 10 of such tests (assumption)."""


def options(parser: Parser) -> None:
    """What is asked, of whom, how, and where the result goes."""
    parser.value("bank", metavar="BANK", nargs="*")
    parser.value("--questions", metavar="N", type=whole(1, MOST))
    parser.value("--seed", words="test_seed", metavar="N", type=whole(0, 2**64 - 1))
    parser.value("--service", metavar="first|later", type=one_of(get_args(Service)))
    parser.value("--member", metavar="NUMBER", default="")
    parser.value("--paper", words="test_paper", action="store_true")
    parser.value("--blank", metavar="FILE.xlsx", type=Path)
    parser.value("--sheet", words="test_sheet", metavar="FILE", type=Path)
    parser.switch("--partial")
    format_option(parser, ENDINGS, "md")
    output_options(parser, "test_output")
    parser.value("--into", metavar="YEAR", type=Path)
    parser.value("--activity", metavar="ACTIVITY")
    parser.value("--section", words="test_section", metavar="SECTION")
    parser.value("--on", metavar="DATE", type=DAY)
    parser.switch("--json")


def perform(args: Namespace, terminal: Terminal) -> bool:
    """Take it, print it, or grade a sheet of it."""
    ways = given_flags(args, "paper", "blank", "sheet", "json")
    refuse_together("drill test", ways if ways != ["--sheet", "--json"] else ())
    into = Destination.of(args)
    if args.paper:
        return _print(_paper(args, into, terminal, 1), args, terminal)
    if args.blank:
        return _blank(_paper(args, into, terminal, 1), into, args, terminal)
    if args.sheet:
        return _grade(into, args, terminal)
    return _take(into, args, terminal)


def _paper(
    args: Namespace, into: Destination | None, terminal: Terminal, seed: int, count: int | None = None
) -> TestPaper:
    """The paper that the options mean, drawn by `seed` unless they name another."""
    banks = [_bank(name, into, terminal) for name in _names(args, into)]
    questions = args.questions or count or (into.plan.questions if into else QUESTIONS)
    return draw_test(banks, questions, seed if args.seed is None else args.seed)


def _names(args: Namespace, into: Destination | None) -> tuple[str, ...]:
    names = tuple(args.bank) or (into.plan.banks if into else ())
    if not names:
        raise UsageError("test.no_bank")
    return names


def _bank(name: str, into: Destination | None, terminal: Terminal) -> Bank:
    """A bank, that of the year first; UsageError, after its errors were said, if it cannot be used."""
    loaded = load_bank(find_bank(name, into.folder.path / "program.yaml" if into else None))
    if terminal.errors(check_year_file(loaded)) or loaded.value is None:
        raise UsageError("cli.mend_first", loaded.file)
    return loaded.value


def _take(into: Destination | None, args: Namespace, terminal: Terminal) -> bool:
    """At the screen; without a seed everybody gets a test of their own."""
    say, member = terminal.say, args.member
    known = into.expect(member) if into else None
    service = args.service or known
    paper = _paper(args, into, terminal, secrets.randbelow(1_000_000))
    if not has_terminal():
        named = " ".join(_names(args, into))
        raise UsageError("cli.no_terminal", instead=(f"drill test {named} --paper", f"drill test {named} --sheet FILE"))
    from drill.tui.answering.exam import ExamOptions, sit

    keep = (lambda result: into.keep((result,), paper.refs, say)) if into else None
    found = sit(ExamOptions(paper, terminal.language, member, service, keep))
    if found.result is None:
        terminal.note(say("test.not_taken"))
        return True
    data = _data(paper, [found.result], kept=bool(into) and not found.problem)
    told = say("test.taken", right=found.result.right, of=found.result.of, code=paper.code)
    terminal.result(args.json, lambda: data, lambda: [told])
    if found.problem:
        raise found.problem
    return True


def _print(paper: TestPaper, args: Namespace, terminal: Terminal) -> bool:
    """The test and, in a file of its own, its answers."""
    from drill.report.documents.test_paper import answer_sheet, short_test

    format_ = chosen_format(args.format, args.output, ENDINGS, "md", BINARY)
    documents = [make(paper, terminal.language) for make in (short_test, answer_sheet)]
    if args.output is None:
        terminal.out(*(write(each, format_).decode().rstrip("\n") + "\n" for each in documents))
        return True
    paths = (args.output, args.output.parent / f"{args.output.stem}-answers{args.output.suffix}")
    check_free(paths, args.force)
    for path, document in zip(paths, documents, strict=True):
        deliver(write(document, format_), path, args, terminal)
    return True


def _blank(paper: TestPaper, into: Destination | None, args: Namespace, terminal: Terminal) -> bool:
    """The empty sheet, with the people of the section if the year is known."""
    from drill.sheets.year.blank import blank_test

    say = terminal.say
    check_workbook(args.blank, args.force)
    titles = tuple(bank.title for bank in paper.banks)
    people = into.people if into else []
    deliver(blank_test(paper, say("exam.title", banks=titles), people, say), args.blank, args, terminal)
    return True


def _grade(into: Destination | None, args: Namespace, terminal: Terminal) -> bool:
    """Every row is taken or refused with its reason; refused rows keep all from being entered, but for `--partial`."""
    from drill.sheets.kit.opening import open_sheets
    from drill.sheets.year.handin import find_code, read_handed_in

    say = terminal.say
    grids = open_sheets(args.sheet).chosen(())
    code = find_code(grids)
    paper = _paper(args, into, terminal, *(code or (1,)))
    members = into.folder.roster.members if into and into.folder.roster else None
    found = read_handed_in(grids, paper, members)
    if found.answered and code is None and args.seed is None:
        raise UsageError("test.which_paper", str(args.sheet))
    refused = sum(each.severity == "error" for each in found.problems)
    terminal.note(*cells_told(found.problems, say))
    whole = not refused or args.partial
    questions = paper.refs if found.answered else ()
    kept = into.keep(found.results, questions, say) if into and whole and found.results else ""
    said = [format_problem(each, say) for each in found.problems]
    data = {**_data(paper, found.results, kept=bool(kept)), "absent": found.absent, "problems": said}
    terminal.result(args.json, lambda: data, lambda: _summary(found.results, found.rows, found.absent, say))
    terminal.note(kept or say("test.nothing_kept" if into else "exam.not_kept"))
    return not refused


def _summary(results: Sequence[TestResult], rows: int, absent: int, say: Catalogue) -> Iterable[str]:
    found = RightAnswers.given(results)
    yield say("test.graded", people=found.people, share=found.share, perfect=found.perfect)
    if rows > len(results):
        yield say("test.refused_rows", count=rows - len(results))
    if absent:
        yield say("test.absent", count=absent)


def _data(paper: TestPaper, results: Sequence[TestResult], *, kept: bool) -> dict[str, Any]:
    """For a program: `drill.test/1`, described in docs/cli.md."""
    found = [{"member": each.member or None, **picked(each, "service", "right", "of", "wrong")} for each in results]
    return {
        "schema": SCHEMA,
        "banks": [bank.id for bank in paper.banks],
        "seed": paper.seed,
        "paper": paper.code,
        "questions": paper.refs,
        "results": found,
        "kept": kept,
    }
