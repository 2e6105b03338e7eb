"""Sheets and charts for tests: files as Excel writes them, and charts with texts that spreadsheets like to spoil."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import strategies as st
from openpyxl import Workbook

from drill.model.chart import Chart
from drill.sheets.chart.importing import Imported, import_grids
from drill.sheets.kit.grid import Grid
from drill.sheets.kit.opening import open_sheets
from tests.builders import random_chart

Rows = Sequence[Any]


def a_workbook(path: Path, *sheets: tuple[str, Rows, Sequence[str]]) -> Path:
    """An .xlsx file with these sheets: name, rows, merged areas."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows, merge in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for area in merge:
            sheet.merge_cells(area)
    book.save(path)
    return path


_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def a_bare_workbook(path: Path, sheet: str, strings: str = "", styles: str = "", main: str | bytes = "") -> Path:
    """An .xlsx file of one sheet from the insides of its parts, for what no library writes; `main` replaces a part."""
    rels = "".join(
        f'<Relationship Id="r{i}" Type="{_RELATIONS}/{kind}" Target="{name}"/>'
        for i, (kind, name) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "strings.xml"), ("styles", "styles.xml"))
        )
    )
    parts: dict[str, str | bytes] = {
        "_rels/.rels": f'<r><Relationship Id="a" Type="{_RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></r>',
        "xl/workbook.xml": main
        or f'<workbook xmlns:r="{_RELATIONS}"><sheets><sheet name="体制" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<r>{rels}</r>",
        "xl/worksheets/sheet1.xml": f"<worksheet>{sheet}</worksheet>",
        "xl/strings.xml": f"<sst>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet>{styles}</styleSheet>",
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def imported(path: Path, **more: Any) -> Imported:
    """What the visible sheets of a file come to."""
    opened = open_sheets(path)
    return import_grids(opened.chosen(()), "town", **more)


def read(*rows: Sequence[Any], merge: Sequence[str] = (), **more: Any) -> Imported:
    """What these rows come to."""
    return import_grids([Grid.of(rows, "a.xlsx", "表", merge)], "town", **more)


def said(found: Imported) -> list[str]:
    """Codes with their cells: `XS021 C4`."""
    from drill.model.problems import place_in_file

    return [f"{p.code} {place_in_file(p)}" if p.line else p.code for p in found.problems]


def people(found: Imported) -> dict[str, tuple[str | None, list[str]]]:
    """Post → holder and deputies, all by name."""
    chart = found.chart

    def name(person: str) -> str:
        return chart.persons[person].name.get("ja")

    return {
        post.name.get("ja"): (name(post.holder) if post.holder else None, [name(each) for each in post.deputies])
        for post in chart.posts.values()
    }


def reach(found: Imported) -> dict[str, list[tuple[str, str | None]]]:
    """Person → kinds and addresses."""
    return {p.name.get("ja"): [(c.kind, c.address) for c in p.channels] for p in found.chart.persons.values()}


def contacts(found: Imported) -> list[tuple[str, str, str]]:
    """Contacts by the names of the posts."""
    posts = found.chart.posts
    return [(posts[c.caller].name.get("ja"), posts[c.target].name.get("ja"), c.kind) for c in found.chart.contacts]


NASTY = st.one_of(
    st.sampled_from(
        [
            *(
                "=1+1",
                "+81",
                "-",
                "@x",
                "'=x",
                "＝１",
                "1e5",
                "00123",
                "12",
                "a\nb",
                "a\r\nb",
                " x ",
                "〃",
                "なし",
                "○",
                "_x000D_",
            ),
            *(
                "x005F_",
                "甲野（p1）",
                "p1",
                "ann",
                '"',
                "a,b;c\td",
                "#drill-sheet",
                "drill.sheet/1",
                "NO",
                "令和5年12月1日",
            ),
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
)


@st.composite
def nasty_charts(draw: st.DrawFn) -> Chart:
    """A random chart of `tests.builders` in which names, addresses and reasons are such texts."""
    chart = random_chart(Random(draw(st.integers(0, 2**32 - 1))))
    data = chart.model_dump(by_alias=True)
    texts = draw(st.lists(NASTY, min_size=8, max_size=24))

    def text(number: int) -> Any:
        one = texts[number % len(texts)]
        return {"ja": one, "en": texts[(number * 7 + 3) % len(texts)]} if number % 3 else one

    number = 0
    for part in ("persons", "posts", "groups", "duties", "media"):
        for entry in data[part].values():
            number += 1
            entry["name"] = text(number)
    for person in data["persons"].values():
        number += 1
        person["unit"] = text(number) if number % 2 else None
        person["verified"] = "2023-12-01" if number % 3 else None
        for channel in person["channels"]:
            number += 1
            channel["address"] = texts[number % len(texts)] if number % 4 else None
    for contact in data["contacts"]:
        number += 1
        contact["why"] = text(number) if number % 2 else None
    data["title"] = text(number)
    data["as_of"] = draw(st.sampled_from([None, "2023-12-01"]))
    return Chart.model_validate(data)
