"""What is allowed: every reason for a refusal has its case, and what is allowed causes the events it should."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drill.exercise.clock import DrillClock
from drill.exercise.contact import commands as c
from drill.exercise.contact import events as e
from drill.exercise.contact.rules import decide
from drill.exercise.contact.session import LiveSession
from drill.exercise.contact.setup import Setup
from drill.exercise.ledger import Rejected
from drill.text.catalogue import catalogue
from drill.text.words.story import WORDS
from tests.builders import Data, a_chart, a_scenario, a_setup, contact, person, task
from tests.exercise.live import Wall

OPTIONS = {"yes": {"text": "yes", "right": True}, "no": {"text": "no"}}
LATER = {"at_min": 60}


def a_drill() -> Setup:
    """`a`, `b`, `c` are played; `a` knows the notice from the start, `d` is vacant, `e` simulated, `out` is outside."""
    posts: dict[str, Data | list[str]] = {"a": ["ann"], "b": ["ben", "cat"], "c": ["cat"], "d": [], "e": ["eve"]}
    posts["out"] = {"name": "out", "holder": "eve", "in_scope": False}
    chart = a_chart(
        posts,
        contact("a", "b"),
        persons={"eve": person("desk", "mobile")},
        duties={"meeting": {"name": "meeting", "convener": "a", "members": ["b", "c"], "quorum": 2}},
    )
    scenario = a_scenario(
        injects={"later": {"opens": LATER, "to": ["a"], "channel": "mail", "sender": "s", "text": "t"}},
        tasks={
            "judge": task("level", "a", right=2),
            "press": task("choice", "a", options=OPTIONS),
            "press_later": task("choice", "a", options=OPTIONS, opens=LATER),
            "act": task("action", "a"),
        },
        counts={"after": "notice", "from": ["a", "b"], "to": "c", "label": "cases", "within_min": 9, "why": "w"},
        quiz={"q": {"text": "q", "why": "w", "answers": [{"text": "A", "right": True}, {"text": "B"}]}},
    )
    return a_setup(chart, scenario, played=("a", "b", "c"))


CALL = c.PlaceCall("a", "b", "ben", "desk", "notice", "report")
CALLED: list[c.AnyCommand] = [CALL]
ANSWERED: list[c.AnyCommand] = [*CALLED, c.AnswerCall("b", 1)]
TOLD: list[c.AnyCommand] = [*ANSWERED, c.TellItems("a", 1, ("what",))]
MAIL = c.SendMessage("a", ("b",), "mail", "notice", "report", ("what", "where"))

REFUSED: list[tuple[str, list[c.AnyCommand], c.AnyCommand]] = [
    ("refused.not_running", [c.EndDrill()], c.KeepNote("a", "x")),
    ("refused.no_such_post", [], c.KeepNote("z", "x")),
    ("refused.nobody_there", [], c.KeepNote("d", "x")),
    ("refused.nobody_there", [c.MarkPerson("ann")], c.KeepNote("a", "x")),
    ("refused.no_such_answer", [], c.AnswerQuiz("q", 2)),
    ("refused.no_such_answer", [], c.AnswerQuiz("z", 0)),
    ("refused.no_such_answer", [], c.JudgeLevel("a", "judge", 4)),
    ("refused.no_such_answer", [], c.ChooseOption("a", "press", "perhaps")),
    ("refused.no_such_answer", [], c.EnterCount("a", -1)),
    ("refused.no_such_answer", [], c.EnterCount("a", 10**30)),
    ("refused.no_such_answer", [], c.TotalCounts("c", 10**30)),
    ("refused.already_done", [c.AnswerQuiz("q", 1)], c.AnswerQuiz("q", 0)),
    ("refused.already_done", [], c.TakeInject("a", "alarm")),
    ("refused.already_done", ANSWERED, c.AnswerCall("b", 1)),
    ("refused.already_done", [MAIL, c.TakeMail("b", 1)], c.TakeMail("b", 1)),
    ("refused.already_done", [c.JudgeLevel("a", "judge", 2)], c.JudgeLevel("a", "judge", 3)),
    ("refused.already_done", [c.DoAction("a", "act")], c.DoAction("a", "act")),
    ("refused.already_done", [c.ConveneMeeting("a", "meeting")], c.ConveneMeeting("a", "meeting")),
    ("refused.already_done", [c.TotalCounts("c", 1)], c.TotalCounts("c", 1)),
    ("refused.already_done", [], c.HoldInject("alarm")),
    ("refused.already_done", [], c.ReleaseInject("alarm")),
    ("refused.already_done", [], c.MarkPerson("ann", present=True)),
    ("refused.out_of_scope", [], c.KeepNote("out", "n")),
    ("refused.out_of_scope", [], c.PlaceCall("a", "out", "eve", "desk", "notice", "report")),
    ("refused.out_of_scope", [], c.SendMessage("a", ("out",), "mail", "notice", "report", ("what",))),
    ("refused.nobody_chosen", [], c.Improvise(("out",), "what now?")),
    ("refused.not_for_you", [], c.TakeInject("b", "alarm")),
    ("refused.not_for_you", [], c.TakeInject("a", "later")),
    ("refused.not_for_you", [c.HoldInject("later")], c.TakeInject("a", "later")),
    ("refused.not_for_you", CALLED, c.AnswerCall("c", 1)),
    ("refused.not_for_you", [c.PlaceCall("a", "b", "cat", "desk", "notice", "report")], c.AnswerCall("b", 1)),
    ("refused.not_for_you", ANSWERED, c.TellItems("b", 1, ("what",))),
    ("refused.not_for_you", TOLD, c.ConfirmCall("a", 1)),
    ("refused.not_for_you", CALLED, c.HangUp("c", 1)),
    ("refused.not_for_you", [MAIL], c.TakeMail("c", 1)),
    ("refused.not_for_you", [MAIL, c.MarkPerson("ben")], c.TakeMail("b", 1)),
    ("refused.not_for_you", [], c.JudgeLevel("b", "judge", 2)),
    ("refused.not_for_you", [], c.DoAction("a", "judge")),
    ("refused.not_for_you", [], c.ConveneMeeting("b", "meeting")),
    ("refused.not_for_you", [], c.EnterCount("c", 1)),
    ("refused.not_for_you", [], c.TotalCounts("a", 1)),
    ("refused.not_on_chart", [], c.PlaceCall("a", "z", "ben", "desk", "notice", "report")),
    ("refused.not_on_chart", [], c.PlaceCall("a", "b", "eve", "desk", "notice", "report")),
    ("refused.not_on_chart", [], c.SendMessage("a", ("z",), "mail", "notice", "report", ("what",))),
    ("refused.not_on_chart", [], c.MarkPerson("nobody")),
    ("refused.yourself", [], c.PlaceCall("a", "a", "ann", "desk", "notice", "report")),
    ("refused.not_on_chart", [], c.StandIn("a", "b", "notice", "report")),
    ("refused.not_on_chart", [], c.StandIn("a", "z", "notice", "report")),
    ("refused.not_known_to_you", [], c.StandIn("c", "b", "notice", "report")),
    ("refused.already_done", [], c.StandIn("a", "a", "notice", "report")),
    ("refused.no_such_channel", [], c.PlaceCall("a", "b", "ben", "mail", "notice", "report")),
    ("refused.no_such_channel", [], c.PlaceCall("a", "b", "ben", "radio", "notice", "report")),
    ("refused.no_such_channel", [], c.SendMessage("a", ("b",), "desk", "notice", "report", ("what",))),
    ("refused.no_such_channel", [], c.SendMessage("a", ("e",), "mail", "notice", "report", ("what",))),
    ("refused.line_in_use", CALLED, c.PlaceCall("a", "c", "cat", "desk", "notice", "report")),
    ("refused.line_in_use", CALLED, c.PlaceCall("b", "c", "cat", "desk", "notice", "report")),
    ("refused.not_known_to_you", [], c.PlaceCall("b", "c", "cat", "desk", "notice", "report")),
    ("refused.not_known_to_you", ANSWERED, c.TellItems("a", 1, ("secret",))),
    ("refused.not_known_to_you", ANSWERED, c.TellItems("a", 1, ())),
    ("refused.not_known_to_you", [], c.SendMessage("b", ("c",), "mail", "notice", "report", ("what",))),
    ("refused.not_known_to_you", [], c.SendMessage("a", ("c",), "mail", "notice", "report", ("secret",))),
    ("refused.call_over", [], c.AnswerCall("b", 1)),
    ("refused.call_over", [*CALLED, c.HangUp("b", 1)], c.HangUp("a", 1)),
    ("refused.not_answered_yet", CALLED, c.TellItems("a", 1, ("what",))),
    ("refused.nothing_told_yet", ANSWERED, c.ConfirmCall("b", 1)),
    ("refused.nobody_chosen", [], c.SendMessage("a", (), "mail", "notice", "report", ("what",))),
    ("refused.nobody_chosen", [], c.Improvise(("z",), "x")),
    ("refused.not_open_yet", [], c.ChooseOption("a", "press_later", "yes")),
    ("refused.not_open_yet", [], c.EnterCount("b", 1)),
    ("refused.nothing_written", [], c.KeepNote("a", " \n")),
    ("refused.nothing_written", [], c.Improvise(("a",), "")),
    ("refused.no_such_inject", [], c.SkipInject("z")),
]


@pytest.fixture
def session() -> LiveSession:
    """The drill with the first inject taken."""
    session = LiveSession.begin(a_drill(), DrillClock(Wall()))
    session.clock.jump(1_000)
    assert session.send(c.TakeInject("a", "alarm")) is None
    return session


@pytest.mark.parametrize(("code", "before", "command"), REFUSED)
def test_a_command_is_refused_with_its_reason(
    session: LiveSession, code: str, before: list[c.AnyCommand], command: c.AnyCommand
) -> None:
    for each in before:
        assert session.send(each) is None, each
    rows = len(session.rows)
    refused = session.send(command)
    assert refused is not None
    assert refused.code == code
    assert len(session.rows) == rows
    assert catalogue("ja")(code, **refused.params)


def test_every_reason_of_the_rules_has_a_case_here() -> None:
    """What a seat refuses of itself is in tests/seats."""
    known = {code for code in WORDS if code.startswith("refused.")}
    assert {code for code, _, _ in REFUSED} == known - {
        "refused.for_participants",
        "refused.for_facilitator",
        "refused.looks_on",
        "refused.not_your_post",
    }


def test_a_call_from_dialling_to_hanging_up(session: LiveSession) -> None:
    for command in (*TOLD, c.ConfirmCall("b", 1), c.HangUp("a", 1)):
        assert session.send(command) is None
    known = session.state.knows("b", "notice")
    assert known is not None
    assert (known.person, known.via, known.source, dict(known.heard)) == ("ben", "call", "a", {"what": True})
    assert not session.state.calls


def test_mail_to_many_is_acknowledged_by_each_and_each_address_counts_once(session: LiveSession) -> None:
    assert session.send(c.SendMessage("a", ("b", "c", "b"), "mail", "notice", "report", ("what",))) is None
    assert session.state.mails[1].to == {"b": "ben", "c": "cat"}
    for post in ("b", "c"):
        assert session.send(c.TakeMail(post, 1)) is None
    assert session.state.mails[1].taken == {"b", "c"}


def test_a_number_told_to_the_wrong_post_is_not_reported(session: LiveSession) -> None:
    for command in (c.EnterCount("a", 5), c.SendMessage("a", ("b",), "mail", "count:a", "report", ("count",))):
        assert session.send(command) is None
    assert session.send(c.TakeMail("b", 1)) is None
    assert session.state.reported == {}
    session.send(c.SendMessage("a", ("c",), "mail", "count:a", "report", ("count",)))
    assert session.send(c.TakeMail("c", 2)) is None
    assert {post: value for post, (value, _) in session.state.reported.items()} == {"a": 5}


def test_mail_over_a_dead_medium_cannot_be_acknowledged() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ben"]}, persons={"ben": person("mail/server")})
    session = LiveSession.begin(a_setup(chart, a_scenario(down=["server"]), played=("a", "b")), DrillClock(Wall()))
    session.clock.jump(1_000)
    for command in (c.TakeInject("a", "alarm"), MAIL):
        assert session.send(command) is None
    refused = session.send(c.TakeMail("b", 1))
    assert refused is not None
    assert refused.code == "refused.not_for_you"


@pytest.mark.parametrize(
    ("command", "status"),
    [(c.HoldInject("later"), "held"), (c.SkipInject("later"), "skipped"), (c.ReleaseInject("later"), "delivered")],
)
def test_the_facilitator_holds_skips_and_releases_injects(
    session: LiveSession, command: c.AnyCommand, status: str
) -> None:
    assert session.send(command) is None
    session.clock.jump(70 * 60_000)
    session.tick()
    assert session.state.injects["later"].status == status
    if status != "delivered":
        assert session.send(c.ReleaseInject("later")) is None
        assert session.state.injects["later"].status == "delivered"


def test_an_improvised_inject_reaches_its_posts_and_can_be_taken(session: LiveSession) -> None:
    for number in (1, 2):
        assert session.send(c.Improvise(("b", "c"), "Smoke in the server room")) is None
        assert session.send(c.TakeInject("c", f"improvised:{number}")) is None


@pytest.mark.parametrize(
    ("when", "in_order"),
    [(lambda s: s.send(c.JudgeLevel("a", "judge", 2)), True), (lambda _: None, False)],
    ids=["after", "before"],
)
def test_an_action_before_what_it_requires_is_out_of_order(
    when: Callable[[LiveSession], object], in_order: bool
) -> None:
    tasks = {"judge": task("level", "a", right=2), "cut": task("action", "a", requires={"done": "judge"})}
    session = LiveSession.begin(
        a_setup(a_chart({"a": ["ann"]}), a_scenario(tasks=tasks), played=("a",)), DrillClock(Wall())
    )
    session.clock.jump(1_000)
    session.tick()
    when(session)
    session.send(c.DoAction("a", "cut"))
    assert session.state.tasks["cut"].right_order is in_order


def test_whoever_plays_a_person_plays_all_the_posts_that_person_fills() -> None:
    chart = a_chart({"a": ["ann"], "b": ["ann"], "c": {"name": "c", "deputies": ["ann"]}, "d": ["dan", "ann"]})
    assert a_setup(chart, played=("b",)).played == ("a", "b", "c")
    assert a_setup(chart, played=("b",), absent=["dan"]).played == ("a", "b", "c", "d")


def test_deciding_changes_nothing(session: LiveSession) -> None:
    before = session.state
    verdict = decide(before, CALL)
    assert not isinstance(verdict, Rejected)
    assert [type(event) for event in verdict] == [e.CallPlaced]
    assert session.state is before
    assert decide(before, CALL) == verdict
