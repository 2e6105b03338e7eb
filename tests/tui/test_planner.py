"""The planner's screen, as somebody uses it."""

from __future__ import annotations

from pathlib import Path
from threading import current_thread, main_thread

import pytest
from rich.cells import cell_len

from drill.model.library import find_chart
from drill.model.load import load_chart
from drill.tui.planner.lens import Lens, LensPicture
from drill.tui.planner.rows import tree_rows
from drill.tui.planner.state import Toggles
from tests.builders import a_chart, contact, person
from tests.tui.planning import at_desk, large_chart, shipped_chart
from tests.tui.playing import LARGE, SMALL

HOSTILE = "[red]赤[/red]\x1b[31m\x1b]0;x\x07\n二行目\u202e" + "長" * 500


async def test_everybody_is_told_at_first_and_every_post_stands_on_the_screen() -> None:
    async with at_desk(size=LARGE) as desk:
        assert desk.head[0].endswith("told 25 of 25")
        assert desk.line("Failing").endswith("none")
        assert desk.line("Not told").endswith("none")
        assert "17/17" in desk.line("o         Information-linkage")
        assert desk.line("-     Computing managers (small")


async def test_enter_lets_the_holder_fail_and_enter_again_brings_them_back() -> None:
    async with at_desk() as desk:
        await desk.press("down", "down", "enter")
        assert "Chief of Information Management" in desk.line("Failing")
        assert "absent" in desk.line("o     CSIRT manager")
        assert desk.head[0].endswith("told 25 of 25")
        await desk.press("enter")
        assert desk.line("Failing").endswith("none")


async def test_without_deputies_the_same_absence_is_seen_at_once() -> None:
    async with at_desk() as desk:
        await desk.press("n", "down", "down", "down", "enter")
        assert desk.head[0].endswith("told 0 of 25")
        assert "CISO" in desk.line("Not told")
        assert desk.line("x CISO")
        await desk.press("u", "u")
        assert desk.head[0].endswith("told 25 of 25")


async def test_a_deputy_can_be_chosen_to_be_absent() -> None:
    async with at_desk() as desk:
        await desk.press("down", "down", "x", "2")
        assert "Chief for information systems" in desk.line("Failing")


async def test_a_line_without_anybody_to_be_absent_says_so() -> None:
    async with at_desk() as desk:
        await desk.press("u")
        assert desk.remark == "There is nothing to undo."
        await desk.press("down", "down", "down", "down", "enter")
        assert "nobody on this line" in desk.remark


async def test_levels_class_and_publishing_decide_who_is_required() -> None:
    async with at_desk() as desk:
        await desk.press("1", "c", "p", "p")
        assert "class failure  level 1  publishing no" in desk.head[1]
        assert desk.head[0].endswith("told 23 of 23")
        await desk.press("1", "v")
        assert "level any" in desk.head[1]
        await desk.press("2", "end")
        assert "level 2" in desk.head[1]


async def test_what_can_fail_is_found_by_typing_japanese() -> None:
    async with at_desk(language="ja") as desk:
        await desk.press("f")
        await desk.write("ほんちょうしゃ")
        assert "0件" in desk.text()
        await desk.press(*["backspace"] * 7)
        await desk.write("場所 ６階")
        assert "1件" in desk.text()
        await desk.press("enter")
        assert "届く 0/25" in desk.text()
        await desk.press("enter", "escape")
        assert "届く 25/25" in desk.text()


async def test_the_cursor_keys_move_in_the_list_while_somebody_types() -> None:
    async with at_desk() as desk:
        await desk.press("slash")
        await desk.write("medium")
        await desk.press("down", "enter", "escape")
        assert desk.screen.now.failed == (("medium", list(desk.screen.names.chart.media)[1]),)


async def test_a_weak_point_that_is_marked_shows_who_falls_and_enter_lets_it_fail() -> None:
    async with at_desk(size=LARGE) as desk:
        await desk.press("w", "down", "down")
        assert "11 one  Main building" in desk.text()
        assert "11 of 25 are not told" in desk.text()
        assert desk.line("o!CISO")
        assert desk.line("o   CSIRT head")
        await desk.press("enter")
        assert desk.head[0].endswith("told 14 of 25")
        assert desk.line("x CISO") or desk.line("x!CISO")
        assert "11 one  Main building" not in desk.text()


async def test_no_post_stays_marked_when_the_chart_is_in_hand_again() -> None:
    async with at_desk(size=LARGE) as desk:
        await desk.press("w", "tab")
        assert "o!" not in desk.text()


async def test_a_finding_leads_to_the_post_it_is_about() -> None:
    async with at_desk("juki-net", size=LARGE) as desk:
        await desk.press("k")
        problems = desk.screen.problems or []
        assert problems
        rows = [(f"{row.kind}s", row.ref) for row in tree_rows(desk.screen.names.chart)]
        at = next(i for i, problem in enumerate(problems) if problem.path[:2] in rows)
        await desk.press(*["down"] * at, "enter")
        assert desk.screen.posts.has_focus
        assert rows[desk.screen.posts.at] == problems[at].path[:2]


async def test_a_repair_is_only_written_after_it_has_been_seen_and_confirmed(tmp_path: Path) -> None:
    pytest.importorskip("ortools")
    path = tmp_path / "csirt-nws.yaml"
    before = find_chart("csirt-nws").read_bytes()
    path.write_bytes(before)
    async with at_desk(load_chart(path)) as desk:
        assert "single 5" in desk.text()
        await desk.press("e")
        assert "Press Enter to look" in desk.text()
        await desk.press("enter")
        assert "Repair: 24 changes" in desk.text()
        await desk.press("enter", "escape")
        await desk.press("enter", "s", "1")
        await desk.press("enter", "s", "escape")
        assert path.read_bytes() == before
        assert [each.name for each in tmp_path.iterdir()] == [path.name]
        await desk.press("3", "e", "enter", "enter", "s", "2")
        assert (tmp_path / "csirt-nws.yaml.bak").read_bytes() == before
        assert "level 3" in desk.head[1]
        assert "single 0" in desk.text()


async def test_a_repair_of_one_situation_is_not_shown_in_another() -> None:
    pytest.importorskip("ortools")
    async with at_desk() as desk:
        await desk.press("e", "enter", "3")
        assert "changes" not in desk.line("o CISO")
        assert "Press Enter to look" in desk.text()


async def test_a_chart_that_comes_from_no_file_cannot_be_written() -> None:
    pytest.importorskip("ortools")
    chart = shipped_chart("csirt-nws").value
    assert chart is not None
    async with at_desk(chart) as desk:
        await desk.press("e", "enter", "enter")
        assert "comes from no file" in desk.remark


async def test_a_faster_order_of_calls_is_shown_beside_todays() -> None:
    chart = a_chart(
        {name: [f"{name}_holder"] for name in "abcd"},
        contact("a", "b", by=["desk"], order=1),
        contact("a", "c", by=["desk"], order=2),
        contact("c", "d", by=["desk"]),
        origins=["a"],
    )
    async with at_desk(chart) as desk:
        await desk.press("l")
        assert "* a" in desk.text()
        assert "All told: 03:35, at best 02:30" in desk.text()
        assert "1 01:15 c (today no. 2)" in desk.text()


async def test_a_defect_in_the_analysis_leaves_the_screen_and_is_handed_back(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk() as desk:
        monkeypatch.setattr(desk.screen._lens, "look", lambda _toggles: 1 // 0)
        await desk._pilot.press("3")
        while desk.app._exception is None:
            await desk._pilot.pause()
        assert isinstance(desk.app._exception, ZeroDivisionError)
        desk.app._exception = None


async def test_night_closes_lines_and_the_hours_can_be_stepped_through() -> None:
    chart = a_chart(
        {"a": ["ann"], "b": ["bob"]},
        contact("a", "b", by=["desk"]),
        persons={"bob": person("desk@office")},
        origins=["a"],
    )
    async with at_desk(chart) as desk:
        await desk.press("right_square_bracket")
        assert "time Thu 16 Nov 2023 09:00" in desk.head[1]
        assert desk.head[0].endswith("told 2 of 2")
        await desk.press("left_square_bracket")
        assert desk.head[0].endswith("told 1 of 2")
        await desk.press("t", "1")
        assert "time any" in desk.head[1]


async def test_an_hour_that_cannot_be_read_is_asked_again() -> None:
    async with at_desk() as desk:
        await desk.press("t", "end", "enter")
        await desk.write("noonish")
        await desk.press("enter")
        assert "“noonish” is no day or hour" in desk.text()
        await desk.press(*["backspace"] * 7)
        await desk.write("２０２３/１１/１９ 3:00")
        await desk.press("enter")
        assert "time Sun 19 Nov 2023 03:00" in desk.head[1]


async def test_another_origin_can_be_ticked() -> None:
    async with at_desk() as desk:
        await desk.press("o", "space", "enter")
        assert "from CISO" in desk.head[1]


async def test_clearing_brings_everything_back_and_then_the_situation_of_the_beginning() -> None:
    async with at_desk(level=3) as desk:
        await desk.press("enter", "down", "enter", "1", "r")
        assert desk.line("Failing").endswith("none")
        assert "level 1" in desk.head[1]
        await desk.press("r")
        assert "level 3" in desk.head[1]


async def test_undo_goes_back_step_by_step_and_clearing_can_be_undone() -> None:
    async with at_desk() as desk:
        await desk.press("t", "1", "u")
        assert desk.remark == "There is nothing to undo."
        await desk.press("3", "enter", "r")
        assert desk.screen.now == Toggles().at_level(3)
        await desk.press("r")
        assert desk.screen.now == Toggles()
        await desk.press("u", "u")
        assert desk.screen.now.failed
        await desk.press("u", "u")
        assert desk.screen.now == Toggles()
        desk.app.clear_notifications()
        await desk.press("u")
        assert desk.remark == "There is nothing to undo."


async def test_tree_and_table_show_the_same_post_at_the_cursor() -> None:
    async with at_desk() as desk:
        await desk.press("down", "down", "down", "v")
        assert "Staff, My Numb" in desk.line("o told       PoC")
        assert desk.screen.posts.at == 3
        await desk.press("down", "v")
        assert desk.screen.posts.at == tree_rows(desk.screen.names.chart).index(
            next(row for row in tree_rows(desk.screen.names.chart) if row.ref == "handler")
        )


async def test_a_table_begun_at_a_group_stands_at_its_first_post() -> None:
    async with at_desk() as desk:
        await desk.press("down", "down", "down", "down", "v")
        assert "Personnel" in desk.text()


async def test_a_terminal_too_small_says_so_and_everything_is_there_when_it_grows() -> None:
    async with at_desk(language="ja") as desk:
        await desk.press("enter")
        await desk.resize(60, 20)
        assert "画面が小さすぎます" in desk.text()
        assert "訓練" not in desk.text()
        await desk.resize(*LARGE)
        assert "副区長席" in desk.line("使えないもの")
        await desk.resize(*SMALL)
        assert "副区長席" in desk.line("使えないもの")


async def test_the_drill_mark_is_nowhere_in_the_planner() -> None:
    async with at_desk(language="ja") as desk:
        for keys in ((), ("f",), ("x",), ("t",), ("o",), ("question_mark",)):
            await desk.press(*keys)
            assert "【訓練】" not in desk.text()
            await desk.press("escape")


async def test_leaving_asks_nothing() -> None:
    async with at_desk() as desk:
        await desk._pilot.press("q")
        assert not desk.app.is_running or desk.app._exit


@pytest.mark.parametrize("keys", [(), ("v",), ("w",), ("k",), ("f",), ("x",), ("o",), ("t",)])
async def test_names_that_want_to_take_effect_are_only_names(keys: tuple[str, ...]) -> None:
    post = {"name": HOSTILE, "holder": "ann", "deputies": ["bob"]}
    everyone = {name: person(name=HOSTILE) for name in ("ann", "bob")}
    chart = a_chart(
        {"a": post, "b": post},
        contact("a", "b"),
        persons=everyone,
        origins=["a"],
        title=HOSTILE,
        media={"exchange": {"name": HOSTILE}, "server": {"name": HOSTILE}},
    )
    async with at_desk(chart) as desk:
        await desk.press(*keys)
        picture = desk.picture()
        assert "[red]赤" in picture
        assert "\x1b" not in picture
        assert "\x07" not in picture
        assert {cell_len(line) > 80 for line in desk.text().splitlines()} == {False}


@pytest.mark.parametrize("posts", [{"a": []}, {}])
async def test_an_empty_chart_shows_that_nobody_has_to_be_told(posts: dict[str, list[str]]) -> None:
    async with at_desk(a_chart(posts)) as desk:
        assert "nobody has to be told" in desk.text()
        await desk.press("enter", "x", "w", "enter", "k", "enter", "v", "f", "enter", "escape", "o", "escape", "l")
        assert desk.app.is_running


async def test_nothing_slow_is_computed_where_the_keys_are_handled(monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_desk(large_chart(), size=LARGE) as desk:
        here: list[str] = []

        def watched(owner: type[Lens | LensPicture], name: str) -> None:
            real = getattr(owner, name)

            def watch(self: object, *args: object) -> object:
                slow = name != "look" or not desk.screen._lens.knows(args[0])  # type: ignore[arg-type]
                if slow and current_thread() is main_thread():
                    here.append(name)
                return real(self, *args)

            monkeypatch.setattr(owner, name, watch)

        watched(Lens, "look")
        for name in ("find_singles", "find_pairs", "weigh"):
            watched(LensPicture, name)
        await desk.press("down", "enter", "3", "c", "right_square_bracket", "n", "w", "enter", "u", "r", "v")
        assert here == []


async def test_three_hundred_posts_scroll_and_are_counted() -> None:
    async with at_desk(large_chart(), language="ja") as desk:
        assert "届く 300/300" in desk.text()
        await desk.press("v", "end")
        assert "第299課長" in desk.text()
        await desk.press("enter")
        assert "第299課長席" in desk.line("使えないもの")
        await desk.press("f")
        await desk.write("第29課長席 内線")
        await desk.press("enter", "escape")
        assert "第29課長席" in desk.line("使えないもの")
