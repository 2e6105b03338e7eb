"""Self-checks in a year's folder, and what they came to."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from drill.errors import UsageError
from drill.model.library import find_selfcheck
from drill.model.load import load_selfcheck
from drill.model.questionnaire import SelfCheck
from drill.year import selfchecks
from drill.year.folder import YearFolder
from drill.year.rates import Rate, falls, of_published
from drill.year.tally import AnswerSheet
from tests.year.checks import AFTER, DURING, a_folder

PROPER = AnswerSheet({"q1": "yes", "q2": "no", "q3": "yes"}, "later")
WRONG = AnswerSheet({"q1": "no", "q2": "yes", "q3": "no"}, "first")


def shipped(name: str) -> SelfCheck:
    found = load_selfcheck(find_selfcheck(name)).value
    assert found
    return found


@pytest.fixture
def folder(tmp_path: Path) -> YearFolder:
    return a_folder(tmp_path / "y", {"big": (5, 6), "mixed": (2, 7), "few": (0, 3), "one": (0, 1)})


def test_the_published_table_is_reproduced() -> None:
    now, before = (of_published(shipped("juki-net-r5"), year) for year in (2023, 2022))
    table = {
        name: (
            each.people,
            each.questions,
            *(each.rates[p].rounded if p in each.rates else None for p in ("first", "later", "all")),
        )
        for name, each in now.groups.items()
    }
    assert table == {
        "info": (2, 43, None, 100, 100),
        "records": (8, 49, 100, 100, 100),
        "chiefs": (24, 40, 97, 100, 99),
        "general": (126, 20, 97, 98, 98),
        "others": (98, 7, 98, 99, 99),
    }
    assert [each.rates["all"].rounded for each in before.groups.values()] == [100, 99, 100, 98, 99]
    assert sum(each.people for each in now.groups.values()) == 258


def test_the_published_figures_show_that_fewer_know_where_the_contact_chart_is() -> None:
    check = shipped("juki-net-r5")
    found = falls(check, of_published(check, 2022), of_published(check, 2023))
    said = {
        (check.questions[each.question].text.en, each.part): (each.before.rounded, each.after.rounded) for each in found
    }
    chart = [value for (text, part), value in said.items() if text and "chart" in text and part == "all"]
    assert chart == [(96, 90)]
    assert sorted(said.values()) == [(88, 76), (89, 81), (96, 83), (96, 90)]


def test_nws_rates_fell_where_the_document_says_so() -> None:
    check = shipped("nws-r5")
    now = of_published(check, 2023)
    assert [each.people for each in now.groups.values()] == [172, 13]
    assert not any(each.part == "all" and not each.question for each in falls(check, of_published(check, 2022), now))


def test_answers_are_counted_with_as_much_detail_as_the_group_allows(folder: YearFolder) -> None:
    for sheet in [PROPER] * 6 + [WRONG] * 5:
        selfchecks.hand_in(folder, "own", "big", [sheet], DURING)
    selfchecks.hand_in(folder, "own", "mixed", [PROPER] * 7 + [WRONG] * 2, DURING)
    selfchecks.hand_in(folder, "own", "few", [PROPER, PROPER, WRONG], DURING)
    selfchecks.hand_in(folder, "own", "one", [WRONG], DURING)
    found = selfchecks.close(folder, "own", DURING, AFTER)
    assert found.groups["big"].rates == {
        "first": Rate(Fraction()),
        "later": Rate(Fraction(100)),
        "all": Rate(Fraction(600, 11)),
    }
    assert found.groups["mixed"].rates == {"all": Rate(Fraction(700, 9))}
    assert found.groups["few"].rates == {
        "later": Rate(Fraction(200, 3), (6, 9)),
        "all": Rate(Fraction(200, 3), (6, 9)),
    }
    assert found.groups["one"].rates == {}
    assert found.yes["big", "q1"]["later"].counts == (6, 6)
    assert found.yes["few", "q1"] == {}
    assert found.yes["", "q1"]["all"].counts == (13, 20)
    assert found.proper(shipped_like(folder), "big", "q2")["all"].counts == (6, 11)


def shipped_like(folder: YearFolder) -> SelfCheck:
    return selfchecks.questionnaires(folder, "own")


def test_results_are_not_shown_while_answers_are_taken_nor_answers_taken_after(folder: YearFolder) -> None:
    selfchecks.hand_in(folder, "own", "big", [PROPER], DURING)
    with pytest.raises(UsageError) as error:
        selfchecks.results(folder, "own")
    assert error.value.code == "selfcheck.still_open"
    selfchecks.close(folder, "own", DURING, AFTER)
    with pytest.raises(UsageError) as error:
        selfchecks.hand_in(folder, "own", "big", [PROPER], DURING)
    assert error.value.code == "selfcheck.closed"


def test_more_answers_than_people_are_refused_and_then_none_of_the_batch_counts(folder: YearFolder) -> None:
    selfchecks.hand_in(folder, "own", "few", [PROPER] * 2, DURING)
    with pytest.raises(UsageError) as error:
        selfchecks.hand_in(folder, "own", "few", [PROPER] * 2, DURING)
    assert error.value.code == "selfcheck.full"
    tally = selfchecks.read(folder, "own")
    assert tally
    assert tally.groups["few"].sheets == 2


@pytest.mark.parametrize(
    ("group", "sheet", "code"),
    [
        ("nobody", PROPER, "selfcheck.no_group"),
        ("big", AnswerSheet({"q1": "yes"}), "selfcheck.service_needed"),
        ("big", AnswerSheet({"q9": "yes"}, "later"), "selfcheck.no_question"),
        ("mixed", AnswerSheet({}, None, {"q1": "ask 03-1234-5678"}), "selfcheck.tells_who"),
        ("mixed", AnswerSheet({}, None, {"q1": "x" * 201}), "selfcheck.reason_long"),
    ],
)
def test_a_sheet_that_cannot_be_taken_says_why(folder: YearFolder, group: str, sheet: AnswerSheet, code: str) -> None:
    with pytest.raises(UsageError) as error:
        selfchecks.hand_in(folder, "own", group, [sheet], DURING)
    assert error.value.code == code


def test_nothing_is_taken_before_the_first_day_or_without_a_roster(folder: YearFolder) -> None:
    with pytest.raises(UsageError) as error:
        selfchecks.hand_in(folder, "own", "big", [PROPER], date(2023, 11, 1))
    assert error.value.code == "selfcheck.not_begun"


def test_a_tally_that_somebody_edited_is_noticed(folder: YearFolder) -> None:
    selfchecks.hand_in(folder, "own", "mixed", [PROPER] * 6, DURING)
    selfchecks.close(folder, "own", DURING, AFTER)
    path = folder.path / "selfchecks" / "own.json"
    path.write_bytes(path.read_bytes().replace(b"6", b"5"))
    with pytest.raises(UsageError) as error:
        selfchecks.results(YearFolder.open(folder.path), "own")
    assert error.value.code == "selfcheck.changed"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("q3", "q4", "selfcheck.other_questions"),
        ("    - q3\n", "", "selfcheck.other_questions"),
        ("  q3:\n", "  q9:\n", "year.bad_file"),
        ("  mixed:\n", "  other:\n", "selfcheck.no_group"),
    ],
)
def test_questions_that_went_after_they_were_answered_are_missed(
    folder: YearFolder, old: str, new: str, code: str
) -> None:
    selfchecks.hand_in(folder, "own", "mixed", [PROPER] * 6, DURING)
    file = folder.path / "check.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for use in (
        lambda: selfchecks.hand_in(folder, "own", "mixed", [PROPER], DURING),
        lambda: selfchecks.close(folder, "own", DURING, AFTER),
        lambda: selfchecks.results(folder, "own"),
    ):
        with pytest.raises(UsageError) as error:
            use()
        assert error.value.code == code


def test_last_years_answers_are_what_this_year_is_compared_with(tmp_path: Path) -> None:
    sizes = {"mixed": (0, 20)}
    before = a_folder(tmp_path / "a", sizes, 2022)
    selfchecks.hand_in(before, "own", "mixed", [PROPER] * 20, date(2022, 11, 10))
    selfchecks.close(before, "own", date(2022, 11, 28), date(2022, 11, 28))
    now = a_folder(tmp_path / "b", sizes, 2023, before.path)
    selfchecks.hand_in(now, "own", "mixed", [PROPER] * 19 + [WRONG], DURING)
    found, old = selfchecks.close(now, "own", DURING, AFTER), selfchecks.last_year(now, "own")
    assert old
    fallen = falls(selfchecks.questionnaires(now, "own"), old, found)
    assert {(each.group, each.question) for each in fallen} >= {("mixed", ""), ("mixed", "q1"), ("", "q2")}
    assert {each.after.percent for each in fallen} == {95}


def test_a_question_that_few_of_a_part_answered_is_counted_for_the_whole_group(folder: YearFolder) -> None:
    one = AnswerSheet({"q1": "yes", "q2": "no", "q3": "no"}, "first")
    others = [AnswerSheet({"q1": "yes", "q2": "no"}, service) for service in ["first"] * 4 + ["later"] * 6]  # type: ignore[arg-type]
    selfchecks.hand_in(folder, "own", "big", [one, *others], DURING)
    found = selfchecks.close(folder, "own", DURING, AFTER)
    assert found.yes["big", "q1"]["first"].counts == (5, 5)
    assert {part: rate.counts for part, rate in found.yes["big", "q3"].items()} == {"all": (0, 1)}
    assert found.groups["big"].sheets == 11
    tally = selfchecks.read(folder, "own")
    assert tally
    assert "q3" not in tally.groups["big"].parts["first"].questions


def test_a_self_check_that_nobody_answered_can_be_closed(folder: YearFolder) -> None:
    found = selfchecks.close(folder, "own", DURING, AFTER)
    assert {each.sheets for each in found.groups.values()} == {0}
    assert not any(each.rates for each in found.groups.values())
    assert not any(found.yes.values())
