"""The catalogue: every sentence exists in both languages, and says the same things."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from drill.model import basics, scenario
from drill.text.catalogue import Count, Language, all_words, catalogue, default_language, merge

WORDS = sorted(all_words().items())


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize(("code", "pair"), WORDS, ids=[code for code, _ in WORDS])
def test_each_sentence_stands_in_both_languages_with_the_same_placeholders(code: str, pair: tuple[str, str]) -> None:
    japanese, english = pair
    assert japanese.strip()
    assert english.strip()
    assert placeholders(japanese) == placeholders(english)
    assert not re.search("[０-９]", japanese), "digits are half-width"
    assert not re.search("[\u3040-\u30ff\u4e00-\u9fff]", english.replace("訓練", "")), "English is in English"


def test_a_japanese_word_is_spelled_in_one_way() -> None:
    others = re.compile("または|すべて|すでに|および|ならびに|シード|故障の木|期待される対応|了承")
    assert {code: japanese for code, (japanese, _) in WORDS if others.search(japanese)} == {}


@pytest.mark.parametrize(
    ("prefix", "choices"),
    [
        ("kind", basics.ContactKind),
        ("channel", basics.ChannelKind),
        ("class", basics.IncidentClass),
        ("message", basics.MessageKind),
        ("inject", scenario.InjectChannel),
        ("level", range(4)),
    ],
)
def test_every_choice_of_the_model_has_a_name(prefix: str, choices: object) -> None:
    for choice in get_args(choices) or choices:  # type: ignore[attr-defined]
        assert f"{prefix}.{choice}" in catalogue("ja")


def test_a_localized_parameter_is_said_in_the_language_of_the_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = basics.Text(ja="副区長", en="deputy mayor")
    assert catalogue("ja")("level", level=name) == "レベル副区長"
    assert catalogue("en")("level", level=name) == "level deputy mayor"


def test_a_parameter_cannot_bring_escape_sequences_or_placeholders_of_its_own() -> None:
    dirty = "\x1b[31m{level}\x07"
    for value in (dirty, Path(dirty), ValueError(dirty), basics.Text(ja=dirty)):
        assert catalogue("en")("level", level=value) == "level {level}"


def test_an_unknown_code_and_a_missing_parameter_are_defects() -> None:
    with pytest.raises(KeyError):
        catalogue("ja")("no.such.code")
    with pytest.raises(KeyError):
        catalogue("ja")("level")


def test_a_code_in_two_areas_is_refused() -> None:
    with pytest.raises(ValueError, match=r"again\.py repeats the codes \['yes'\]"):
        merge({"common": {"yes": ("はい", "Yes"), "no": ("いいえ", "No")}, "again": {"yes": ("はい", "Yes")}})


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "Japanese_Japan.932"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.eucJP", "LC_MESSAGES": "C"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": ""}, "ja"),
    ],
)
def test_the_language_follows_the_locale(environ: dict[str, str], language: Language) -> None:
    assert default_language(environ) == language


PLURAL = re.compile(r"people|are|were|have|\w+(?<![isu])s")
END_OF_THE_NOUN = re.compile(
    "and|as|at|before|but|by|did|for|from|in|is|of|on|or|than|that|then|to|was|with"
    "|answers|begins|calls|contacts|convenes|differs|does|fails|has|knows|loses|means|needs|passes|reads|refers|reports|says"
    "|speaks|stands|takes|tells"
)
NOT_OF_THE_NUMBER = {"The members of {duty} are", "On {day} holder and deputies of {post} are"}


def said_of_one(sentence: str) -> str:
    for phrase in NOT_OF_THE_NUMBER:
        sentence = sentence.replace(phrase, "")
    return "".join(
        text + ("" if name is None else format(Count(1), spec or ""))
        for text, name, spec, _ in Formatter().parse(sentence)
    )


@pytest.mark.parametrize(("code", "pair"), WORDS, ids=[code for code, _ in WORDS])
def test_one_of_a_thing_is_no_plural_in_english(code: str, pair: tuple[str, str]) -> None:
    for phrase in re.findall(r"(?<![\w.-])1((?: [a-z-]+)+)", said_of_one(pair[1])):
        noun = takewhile(lambda word: not END_OF_THE_NOUN.fullmatch(word), phrase.split())
        assert not any(PLURAL.fullmatch(word) for word in noun), f"1{phrase}: use {{number:# one|# many}}"


def test_a_number_chooses_its_noun_and_verb() -> None:
    assert [catalogue("en")("year.roster.taken", members=n, refused=2 - n, day="1 April") for n in (0, 1, 2)] == [
        "Took 0 people as of 1 April (2 rows refused).",
        "Took 1 person as of 1 April (1 row refused).",
        "Took 2 people as of 1 April (0 rows refused).",
    ]
