"""What the documents show is what the program does: every `$ drill …` of a `console` block is run and compared."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from drill.cli.arguments import EXAMPLES
from drill.cli.main import VERBS
from tests.cli.conftest import Cli

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "README.ja.md", *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))))

MAKES_YEAR = ("drill year new", "drill year run")
SCREENS = ("play", "plan")
"""Commands that need a terminal."""
SITTING = "drill test failure misuse"
"""An example that needs one, though its command also does without."""


def _shown(document: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a document with the output shown below it."""
    text = (ROOT / document).read_text(encoding="utf-8")
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *output = part.splitlines()
            yield command, output


def _follows(shown: list[str], real: list[str]) -> bool:
    """Whether the shown lines begin the real ones in this order, but for spaces; `...` stands for any lines."""
    if not shown:
        return True
    if shown[0] == "...":
        return any(_follows(shown[1:], real[skip:]) for skip in range(len(real) + 1))
    begins = bool(real) and " ".join(real[0].split()).startswith(" ".join(shown[0].split()))
    return begins and _follows(shown[1:], real[1:])


@pytest.fixture
def here(tmp_path: Path, begun_year: Path) -> Path:
    """The folder in which commands are run: with a drill year `r5`, for those that do not make it themselves."""
    shutil.copytree(begun_year, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _make_room(here: Path, command: str) -> None:
    if command.startswith(MAKES_YEAR):
        shutil.rmtree(here / "r5")


@pytest.mark.parametrize(("command", "output"), [each for document in DOCUMENTS for each in _shown(document)])
def test_a_documented_command_prints_what_the_document_shows(
    cli: Cli, here: Path, command: str, output: list[str]
) -> None:
    _make_room(here, command)
    outcome = cli(*shlex.split(command)[1:])
    assert outcome.code in (0, 1)  # 1: well, with findings
    assert _follows(output, outcome.out.splitlines())


@pytest.mark.parametrize(
    "example",
    [each for verb, group in EXAMPLES.items() if verb not in SCREENS for each in group if each != SITTING],
)
def test_an_example_of_the_help_works(cli: Cli, example: str, here: Path) -> None:
    for folder in ("docs", "scenarios", "orgcharts"):
        (here / folder).symlink_to(ROOT / folder)
    _make_room(here, example)
    program, *argv = shlex.split(example)
    assert program == "drill"
    if argv[0] not in SCREENS:
        assert cli(*argv).code in (0, 1)


@pytest.mark.parametrize("document", ["docs/cli.md", "docs/cli.ja.md"])
def test_every_command_and_option_has_its_place_in_the_reference(cli: Cli, document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for verb in VERBS:
        section = re.search(rf"^## drill {verb}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
        assert section
        options = set(re.findall(r"--[a-z]+", cli(verb, "--help").out.split("examples:")[0])) - {"--help", "--lang"}
        assert {option for option in options if option not in section[1]} == set()


@pytest.mark.parametrize("page", ["docs/year.md", "docs/year.ja.md"])
def test_the_programme_that_a_page_offers_begins_a_year(cli: Cli, tmp_path: Path, page: str) -> None:
    (shown,) = re.findall(r"```yaml\n(schema: drill\.program/1\n.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    name = re.search(r"^id: (\S+)", shown, re.MULTILINE)
    assert name
    (tmp_path / f"{name[1]}.yaml").write_text(shown, encoding="utf-8")
    checked = cli("check", f"{name[1]}.yaml", "--json").data
    assert {each["code"] for each in checked["problems"]} <= {"MD050", "MD051"}, "one language is enough for an office"
    assert cli("year", "new", f"{name[1]}.yaml", "own").code == 0
    assert cli("year", "status", "own", "--on", "2026-09-01").code == 0
