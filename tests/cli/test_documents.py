"""What the documents show is what the program does: every `$ drill …` of a `console` block is run and compared."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drill.cli.arguments import EXAMPLES
from drill.cli.main import VERBS
from tests.cli.conftest import Cli, Outcome

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "README.ja.md", *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))))

FOLLOWED = ("docs/year.md", "docs/year.ja.md")
"""Pages whose commands stand on one another."""
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


@pytest.fixture(scope="module")
def done() -> dict[str, Outcome]:
    """What a command line did: the pages show some of them many times."""
    return {}


@pytest.fixture
def carried_out(cli: Cli, tmp_path: Path, begun_year: Path, done: dict[str, Outcome]) -> Callable[[str], Outcome]:
    """Carry out a command in a folder with a drill year `r5`, unless it makes that itself, and the shipped files."""

    def carry_out(command: str) -> Outcome:
        if command not in done:
            shutil.copytree(begun_year, tmp_path, dirs_exist_ok=True)
            for folder in ("docs", "scenarios", "orgcharts"):
                (tmp_path / folder).symlink_to(ROOT / folder)
            if command.startswith(MAKES_YEAR):
                shutil.rmtree(tmp_path / "r5")
            program, *argv = shlex.split(command)
            assert program == "drill"
            done[command] = cli(*argv)
        return done[command]

    return carry_out


@pytest.mark.parametrize(
    ("command", "output"), [each for page in DOCUMENTS if page not in FOLLOWED for each in _shown(page)]
)
def test_a_documented_command_prints_what_the_document_shows(
    carried_out: Callable[[str], Outcome], command: str, output: list[str]
) -> None:
    outcome = carried_out(command)
    assert outcome.code in (0, 1)  # 1: well, with findings
    assert _follows(output, outcome.out.splitlines())


@pytest.mark.parametrize("page", FOLLOWED)
def test_a_page_can_be_followed_from_its_first_command_to_its_last(cli: Cli, tmp_path: Path, page: str) -> None:
    for folder in ("scenarios", "orgcharts"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    for command, output in _shown(page):
        outcome = cli(*shlex.split(command)[1:])
        assert (command, outcome.code) in ((command, 0), (command, 1))  # 1: well, with findings
        assert _follows(output, outcome.out.splitlines())


@pytest.mark.parametrize(
    "example",
    [each for group in EXAMPLES.values() for each in group if each != SITTING and each.split()[1] not in SCREENS],
)
def test_an_example_of_the_help_works(carried_out: Callable[[str], Outcome], example: str) -> None:
    assert carried_out(example).code in (0, 1)


@pytest.mark.parametrize("document", ["docs/cli.md", "docs/cli.ja.md"])
def test_every_command_and_option_has_its_place_in_the_reference(cli: Cli, document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for verb in VERBS:
        section = re.search(rf"^## drill {verb}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
        assert section
        options = set(re.findall(r"--[a-z]+", cli(verb, "--help").out.split("examples:")[0])) - {"--help", "--lang"}
        assert {option for option in options if option not in section[1]} == set()


@pytest.mark.parametrize("page", FOLLOWED)
def test_the_programme_that_a_page_offers_begins_a_year(cli: Cli, tmp_path: Path, page: str) -> None:
    (shown,) = re.findall(r"```yaml\n(schema: drill\.program/1\n.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    name = re.search(r"^id: (\S+)", shown, re.MULTILINE)
    assert name
    (tmp_path / f"{name[1]}.yaml").write_text(shown, encoding="utf-8")
    checked = cli("check", f"{name[1]}.yaml", "--json").data
    assert {each["code"] for each in checked["problems"]} <= {"MD050", "MD051"}, "one language is enough for an office"
    assert cli("year", "new", f"{name[1]}.yaml", "own").code == 0
    assert cli("year", "status", "own", "--on", "2026-09-01").code == 0
