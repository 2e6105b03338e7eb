"""What the planner sets, and what a chart looks like then: without any screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from queue import Queue
from threading import Event

import pytest

from drill.text.catalogue import catalogue
from drill.tui.planner.lens import KEPT, Lens, LensPicture
from drill.tui.planner.names import CleanNames, fold
from drill.tui.planner.state import Thing, Toggles
from drill.tui.planner.thinking import Thinking
from drill.tui.planner.times import hours_worth_a_look, read_time
from tests.builders import a_chart, contact, person
from tests.tui.planning import TODAY, large_chart, shipped_chart

A: Thing = ("person", "ann")
B: Thing = ("medium", "exchange")


def test_things_fail_together_and_work_again_together() -> None:
    one = Toggles().fail([A])
    both = one.fail([A, B])
    assert (one.failed, both.failed) == ((A,), (A, B))
    assert both.fail([A]).failed == (B,)
    assert both.fail([B, A]).failed == ()


def test_a_level_asked_for_twice_is_any_level_again() -> None:
    assert Toggles().at_level(3).situation.level == 3
    assert Toggles().at_level(3).at_level(2).situation.level == 2
    assert Toggles().at_level(0).at_level(0).situation.level is None


def test_class_and_publishing_turn_through_all_there_is_and_come_back() -> None:
    turned = [Toggles()]
    for _ in range(4):
        turned.append(turned[-1].next_class())
    assert [each.situation.incident for each in turned] == [None, "failure", "misuse", "loss", None]
    published = Toggles().next_publishing()
    assert published.situation.publishing is True
    assert published.next_publishing().situation.publishing is False
    assert published.next_publishing().next_publishing() == Toggles()


def test_the_hours_of_the_week_begin_in_the_morning_and_step_over_midnight() -> None:
    morning = Toggles().later(1, TODAY)
    assert morning.situation.at == datetime(2023, 11, 16, 9)
    assert morning.later(-24, TODAY).later(15, TODAY).situation.at == datetime(2023, 11, 16, 0)
    last = Toggles().at_time(datetime(9999, 12, 31, 23))
    assert last.later(1, TODAY) == last


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023-11-28 20:00", (datetime(2023, 11, 28, 20), None)),
        ("２０２３/１１/２８ 8:05", (datetime(2023, 11, 28, 8, 5), None)),
        ("2024-02-29T00:00", (datetime(2024, 2, 29), None)),
        ("11月28日 20時", (datetime(2023, 11, 28, 20), None)),
        ("20時30分", (datetime(2023, 11, 16, 20, 30), None)),
        ("20:00", (datetime(2023, 11, 16, 20), None)),
        ("11/28", (None, date(2023, 11, 28))),
        ("2023-02-29", None),
        ("25:00", None),
        ("11/28 noon", None),
        ("", None),
    ],
)
def test_days_and_hours_are_read_as_people_type_them(text: str, found: object) -> None:
    assert read_time(text, TODAY) == found


def test_the_hours_offered_are_a_working_day_a_saturday_and_a_holiday() -> None:
    offered = hours_worth_a_look(date(2023, 11, 2), [date(2023, 11, 3), date(2023, 1, 1)])
    assert offered["day"] == datetime(2023, 11, 2, 10)
    assert offered["saturday"] == datetime(2023, 11, 4, 10)
    assert offered["holiday"] == datetime(2023, 11, 3, 10)
    on_a_holiday = hours_worth_a_look(date(2023, 11, 3), [date(2023, 11, 3)])
    assert on_a_holiday["night"] == datetime(2023, 11, 6, 22)
    assert "holiday" not in hours_worth_a_look(TODAY, [])


def test_a_picture_says_of_each_post_whether_it_is_told_lost_or_not_required() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["bob", "eve"], "c": ["cid"]},
        contact("a", "b"),
        contact("b", "c", when={"level": [3]}),
        origins=["a"],
    )
    lens = Lens(chart)

    def fates(toggles: Toggles) -> list[str]:
        return [lens.look(toggles).fate("post", post) for post in "abc"]

    assert fates(Toggles()) == ["told", "told", "told"]
    assert fates(Toggles().at_level(1)) == ["told", "told", "spare"]
    assert fates(Toggles().fail([("person", "bob")])) == ["told", "told", "told"]
    assert fates(Toggles(deputies=False).fail([("person", "bob")])) == ["told", "lost", "lost"]
    assert fates(Toggles(origins=("b",)).fail([("person", "cid")])) == ["spare", "told", "lost"]


def test_weak_points_are_those_that_are_left_when_something_fails() -> None:
    chart = a_chart({"a": ["ann"], "b": ["bob", "eve"]}, contact("a", "b"), origins=["a"])
    before, after = Lens(chart).look(Toggles()), Lens(chart).look(Toggles().fail([("person", "bob")]))
    before.find_singles()
    after.find_singles()
    assert (("person", "eve"),) in {after.things(cut) for cut in after.singles}
    assert ("person", "eve") not in before.radius
    assert after.radius[("person", "eve")] == 1


def test_what_fails_but_matters_to_nobody_changes_nothing() -> None:
    chart = a_chart({"a": ["ann"]}, origins=["a"], persons={"zoe": person()})
    assert Lens(chart).look(Toggles().fail([("person", "zoe"), ("site", "nowhere")])).lost == ()


def test_what_falls_with_a_weak_point_is_what_is_lost_when_it_fails() -> None:
    loaded = shipped_chart("csirt-nws")
    assert loaded.value is not None
    lens = Lens(loaded.value)
    picture = lens.look(Toggles())
    picture.find_singles()
    assert picture.singles
    for cut in picture.singles:
        after = lens.look(Toggles().fail(picture.things(cut)))
        assert picture.falls(cut) == set(after.lost)


def test_things_are_found_whatever_their_letters_look_like() -> None:
    chart = a_chart(
        {"a": ["ann"]},
        persons={"ann": person(name="ｻｸﾗ係長"), "bob": person(name="さくら主査"), "cid": person(name="ＰｏＣ担当")},
    )
    names = CleanNames(chart, catalogue("ja"))

    def found(query: str) -> set[str]:
        return {ref for kind, ref in names.matching(query) if kind == "person"}

    assert found("サクラ") == {"ann", "bob"}
    assert found("さくら 主査") == {"bob"}
    assert found("poc") == {"cid"}
    assert found("CID") == {"cid"}
    assert found("該当なし") == set()
    assert fold("Ａｶﾞ") == fold("aが")


def test_names_from_a_chart_are_one_line_without_escape_sequences() -> None:
    hostile = "[red]赤\x1b[31m\n二行目\u202e"
    chart = a_chart({"a": {"name": hostile, "holder": "ann"}}, persons={"ann": person(name=hostile)})
    names = CleanNames(chart, catalogue("ja"))
    clean = "[red]赤 二行目"
    assert (names.post("a"), names.person("ann"), names.person(None)) == (clean, clean, "-")
    assert all("\n" not in names.thing(thing) and "\x1b" not in names.thing(thing) for thing in names.things())


def test_weak_points_come_first_and_all_the_rest_by_and_by() -> None:
    chart = a_chart({"a": ["ann"], "b": ["bob", "eve"]}, contact("a", "b"), origins=["a"])
    steps = Lens(chart).steps(Toggles(), calls=True)
    picture = next(steps)
    assert picture.singles
    assert (picture.calls, picture.pairs, picture.importance) == (None, None, {})
    assert list(steps) == [picture] * 3
    assert picture.pairs
    assert picture.calls
    assert picture.importance


def test_the_order_of_calls_is_looked_for_only_if_it_is_wanted() -> None:
    chart = a_chart({"a": ["ann"], "b": ["bob", "eve"]}, contact("a", "b"), origins=["a"])
    *_, picture = Lens(chart).steps(Toggles(), calls=False)
    assert picture.importance
    assert picture.calls is None


class Desk:
    """Takes what is thought of."""

    def __init__(self) -> None:
        self.pictures: list[LensPicture] = []
        self.weighed = Event()

    def call_later(self, take: Callable[[LensPicture], None], picture: LensPicture) -> None:
        """A screen does this in its own thread."""
        take(picture)

    def take(self, picture: LensPicture) -> None:
        """One more; `weighed` once a whole picture has come."""
        self.pictures.append(picture)
        if picture.importance:
            self.weighed.set()


def test_a_setting_that_is_replaced_while_it_is_looked_at_is_never_delivered(monkeypatch: pytest.MonkeyPatch) -> None:
    desk, begun, go_on = Desk(), Event(), Event()
    lens = Lens(large_chart(20))
    look = lens.look

    def slow(toggles: Toggles) -> LensPicture:
        begun.set()
        assert go_on.wait(60)
        return look(toggles)

    monkeypatch.setattr(lens, "look", slow)
    thinking = Thinking(desk.call_later, desk.take, pause_s=0)
    last = Toggles().at_level(3)
    thinking.begin(lambda _left: lens.steps(Toggles(), calls=False))
    assert begun.wait(60)
    thinking.begin(lambda _left: lens.steps(Toggles().at_level(1), calls=False))
    thinking.begin(lambda _left: lens.steps(last, calls=False))
    go_on.set()
    assert desk.weighed.wait(60)
    assert {picture.toggles for picture in desk.pictures} == {last}


def test_a_long_step_learns_that_it_is_no_longer_wanted_and_the_next_waits_for_it() -> None:
    begun, done, seen = Event(), Event(), list[str]()
    thinking = Thinking[str](lambda _take, news: seen.append(news), seen.append, pause_s=0)

    def long(left: Event) -> Iterator[str]:
        begun.set()
        assert left.wait(60)
        seen.append("left")
        yield "too late"

    def short(_left: Event) -> Iterator[str]:
        yield "short"
        done.set()

    thinking.begin(long)
    assert begun.wait(60)
    thinking.begin(short)
    assert done.wait(60)
    assert seen == ["left", "short"]


def test_a_situation_is_compiled_once_and_only_the_last_few_are_kept() -> None:
    lens = Lens(large_chart(20))
    assert not lens.knows(Toggles())
    network = lens.look(Toggles()).network
    assert lens.look(Toggles().fail([("person", "h1")])).network is network
    assert lens.knows(Toggles().fail([("medium", "carrier")]))
    for hours in range(KEPT):
        lens.look(Toggles().at_time(datetime(2023, 11, 16, hours)))
    assert not lens.knows(Toggles())
    assert lens.look(Toggles()).network is not network


def test_a_defect_in_the_analysis_is_raised_on_the_screen_instead_of_printed() -> None:
    handed = Queue[Callable[[], None]]()
    thinking = Thinking[str](lambda take, news: handed.put(partial(take, news)), print)
    thinking.begin(lambda _left: [str(1 // 0)])
    with pytest.raises(ZeroDivisionError):
        handed.get(timeout=60)()
