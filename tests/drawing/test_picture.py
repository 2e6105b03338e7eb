from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drill.analysis.hierarchy import hierarchy, walk
from drill.drawing.marks import marks
from drill.drawing.picture import Picture, picture
from drill.drawing.wording import condition
from drill.model.chart import Chart
from drill.text.catalogue import catalogue
from tests.builders import LAWS, a_chart, contact
from tests.drawing.charts import random_chart, shipped_chart

EN = catalogue("en")


def _texts(found: Picture) -> Iterator[str]:
    for box in found.boxes.values():
        for each in (box, *box.members):
            yield from (person.get("en") for person in each.people)


def test_a_group_that_is_contacted_as_a_whole_is_one_box() -> None:
    found = picture(shipped_chart("csirt-nws"))
    sections = found.boxes["linkage_sections"]
    assert len(sections.members) == 17
    assert "housing" not in found.boxes
    assert sections.above == "poc"


def test_posts_outside_the_drill_and_outside_bodies_are_in_the_picture() -> None:
    assert not picture(shipped_chart("csirt-nws")).boxes["computing_small"].in_scope
    assert picture(shipped_chart("juki-net")).boxes["metropolis"].external


def test_names_of_people_are_left_out_unless_asked_for() -> None:
    chart = a_chart({"a": ["ann", "ben"]})
    assert list(_texts(picture(chart))) == []
    assert list(_texts(picture(chart, with_names=True))) == ["somebody", "somebody"]


def test_a_level_leaves_only_what_is_owed_at_it() -> None:
    chart = shipped_chart("csirt-nws")
    low, high = picture(chart, level=1), picture(chart, level=3)
    assert low.boxes["crisis_management"].alone
    assert high.boxes["crisis_management"].above == "csirt_manager"


def test_contacts_of_one_kind_between_two_boxes_are_one_line_with_the_conditions_of_all() -> None:
    def said(*contacts: dict[str, object]) -> str:
        rows = (contact("a", "b", when=when) for when in contacts)
        (link,) = picture(a_chart({"a": ["ann"], "b": ["ben"]}, *rows)).links
        return condition(link, EN)

    assert said({}) == ""
    assert said({"message": ["notice"]}, {"level": [3]}) == ""
    assert said({"level": [2, 3]}) == "levels 2 and 3"
    assert said({"class": ["failure"]}, {"class": ["failure"], "message": ["restoration"]}) == "failure"
    assert said({"message": ["update"]}) == "update"
    assert said({"publishing": True}, {"level": [3]}) == "when publishing or level 3"


def test_a_contact_of_one_member_of_a_group_says_whose_it_is() -> None:
    group = {"g": {"name": "group", "members": ["a", "b"]}}
    chart = a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, contact("g", "c"), contact("c", "a"), groups=group)
    links = {link.caller: condition(link, EN) for link in picture(chart).links}
    assert links == {"g": "", "c": "a only"}


def _pairs(chart: Chart) -> set[tuple[str, str, str]]:
    return {
        (one, two, each.kind)
        for each in chart.contacts
        for one in chart.resolve(each.caller)
        for two in chart.resolve(each.target)
    }


@LAWS
@given(st.integers(0, 2**32 - 1), st.integers(1, 30))
def test_every_post_and_every_contact_between_boxes_is_in_the_picture(number: int, posts: int) -> None:
    chart = random_chart(number, posts)
    found = picture(chart)
    home = {each.ref: box.ref for box in found.boxes.values() for each in (box.members or (box,))}
    assert home.keys() == chart.posts.keys()
    drawn = {(link.caller, link.target, link.kind) for link in found.links}
    owed = {(home[one], home[two], kind) for one, two, kind in _pairs(chart) if home[one] != home[two]}
    assert drawn == owed
    for ref, box in found.boxes.items():
        assert box.above is None or any(found.way(link) for link in found.links if ref in (link.caller, link.target))


def test_a_chain_deeper_than_the_stack_of_python_is_a_tree_all_the_same() -> None:
    names = [f"p{i}" for i in range(3000)]
    chart = a_chart(dict.fromkeys(names, ("ann",)), *(contact(low, high) for high, low in pairwise(names)))
    assert [depth for _, depth in walk(hierarchy(chart))] == list(range(3000))


def test_a_contact_with_a_role_hangs_its_posts_in_the_tree() -> None:
    posts = {name: {"name": name, "role": "clerk"} for name in "ab"}
    branches = hierarchy(a_chart({"c": ["cat"], **posts}, contact("clerk", "c")))
    assert [branch.ref for branch in branches[0].below] == ["a", "b"]


def test_whoever_takes_others_down_is_marked_and_whoever_only_falls_is_not() -> None:
    line = [contact("a", "b"), contact("b", "c")]
    posts, things = marks(a_chart({"a": ["ann"], "b": ["ben"], "c": ["cat"]}, *line, origins=["a"]))
    assert posts["b"] == 2
    assert "c" not in posts
    assert things == ()
    assert marks(shipped_chart("csirt-nws"))[1][0][0].get("en").startswith("West building, 6th floor")
