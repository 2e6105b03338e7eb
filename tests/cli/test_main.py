from __future__ import annotations

from pathlib import Path

import pytest

from drill import __version__
from drill.cli import run as run_command
from drill.cli.arguments import EXAMPLES
from drill.cli.main import VERBS
from tests.cli.conftest import Cli


def test_without_arguments_the_help_lists_every_command(cli: Cli) -> None:
    outcome = cli()
    assert outcome.code == 0
    assert outcome.err == ""
    assert all(f"\n  {verb} " in outcome.out for verb in VERBS)
    assert cli("--help") == outcome == cli("-h")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_command_has_help_with_its_examples(cli: Cli, verb: str, language: str) -> None:
    outcome = cli(verb, "--help", "--lang", language)
    assert outcome.code == 0
    assert all(example in outcome.out for example in EXAMPLES[verb])
    assert ("使い方:" in outcome.out) == (language == "ja")


def test_japanese_help_has_no_english_words_of_argparse_and_fits_80_columns(cli: Cli) -> None:
    from rich.cells import cell_len

    for verb in VERBS:
        text = cli("--lang", "ja", verb, "-h").out
        assert not {"usage:", "options:", "positional", "show this"} & set(text.split())
        assert max(map(cell_len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("locale", "flags", "expected"),
    [
        ("ja_JP.UTF-8", (), "使い方:"),
        ("C", (), "usage:"),
        ("ja_JP.UTF-8", ("--lang", "en"), "usage:"),
        ("C", ("--lang=ja",), "使い方:"),
    ],
)
def test_the_language_is_that_of_the_locale_unless_asked_for(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, locale: str, flags: tuple[str, ...], expected: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert cli(*flags).out.startswith(expected)


@pytest.mark.parametrize("argv", [("run", "ja"), ("run", "nowhere", "--chart", "ja"), ("run", "nowhere", "--chart=ja")])
def test_a_word_that_is_no_value_of_lang_does_not_choose_the_language(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert "There is no" in cli(*argv).err


def test_version(cli: Cli) -> None:
    assert cli("--version").out == f"drill {__version__}\n"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("frob",), "no command “frob”"),
        (("run",), "SCENARIO is missing"),
        (("run", "nws-stop", "--frob"), "--frob is not understood"),
        (("--frob",), "--frob is not understood"),
        (("run", "nws-stop", "--seed"), "--seed needs a value"),
        (("run", "nws-stop", "--json=1"), "--json takes no value"),
        (("run", "nws-stop", "--seed", "-1"), "from 0"),
        (("run", "nws-stop", "--seed", "ten"), "--seed: “ten” is not a whole number from 0 to "),
        (("run", "nws-stop", "--at", "tomorrow"), "2023-11-28T20:00"),
        (("run", "nws-stop", "--at", "2023-13-28T20:00"), "2023-11-28T20:00"),
        (("run", "nws-stop", "--lang", "fr"), "--lang: “fr” is not one of ja, en"),
        (("run", "nws-stopp"), "nws-stop"),
        (("run", "nws-stop", "--chart", "csirt"), "csirt-nws"),
        (("run", "nws-stop", "--absent", "csirt_manger"), "csirt_manager"),
        (("run", "nws-stop", "--absent", "csirt_manager/9"), "has 2 deputies"),
        (("score", "nosuch"), "no transcript “nosuch”"),
        (("score", "nosuch.jsonl"), "nosuch.jsonl: "),
        (("check", "--explain", "XX1"), "no code “XX1”"),
        (("replay", "nosuch", "--from", "1"), "MM:SS"),
        (("replay", "nosuch", "--speed", "0"), "above 0"),
        (("play", "nws-stop"), "drill run nws-stop"),
    ],
)
def test_what_the_user_can_mend_is_one_sentence_on_stderr_and_exit_code_2(
    cli: Cli, argv: tuple[str, ...], said: str
) -> None:
    outcome = cli(*argv)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_an_interrupted_command_says_so_with_130(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run_command, "prepared", interrupted)
    outcome = cli("run", "nws-stop")
    assert (outcome.code, outcome.out) == (130, "")
    assert "Interrupted" in outcome.err


def test_a_defect_of_ours_is_3_with_the_traceback_in_a_file_only(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(run_command, "prepared", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    outcome = cli("run", "nws-stop")
    assert outcome.code == 3
    assert "Traceback" not in outcome.err
    (log,) = tmp_path.glob("drill-error-*.log")
    assert str(log) in outcome.err
    assert "RuntimeError: boom" in log.read_text(encoding="utf-8")

    monkeypatch.setenv("DRILL_DEBUG", "1")
    with pytest.raises(RuntimeError, match="boom"):
        cli("run", "nws-stop")
