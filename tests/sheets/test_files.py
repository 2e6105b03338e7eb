"""Files as they come: encodings, delimiters, damaged, locked, huge and malicious ones. Nobody sees a traceback."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from drill.errors import UsageError
from drill.sheets.kit.opening import open_sheets
from tests.sheets.making import a_bare_workbook, a_workbook, imported, people, said

TEXT = "職,氏名\n課長,甲野太郎\n"


@pytest.mark.parametrize(
    ("encoding", "said_encoding"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp932", "CP932"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16-LE")],
)
@pytest.mark.parametrize(("delimiter", "name"), [(",", "comma"), ("\t", "tab"), (";", "semicolon")])
def test_a_text_file_is_read_in_any_usual_encoding(
    tmp_path: Path, encoding: str, said_encoding: str, delimiter: str, name: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.replace(",", delimiter).encode(encoding))
    opened = open_sheets(path)
    assert (opened.encoding, opened.delimiter) == (said_encoding, name)
    assert people(imported(path)) == {"課長": ("甲野太郎", [])}


def _refused(path: Path, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_sheets(path)
    assert caught.value.code == code


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("職,氏名\n課長,甲野太郎\n".encode("euc-jp"))
    _refused(path, "sheets.bad_encoding")
    path.write_bytes(b"\xef\xbb\xbf\xff\xff")
    _refused(path, "sheets.bad_encoding")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "sheets.old_xls"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "sheets.encrypted",
        ),
        ("a.xlsx", b"PK\x03\x04 nothing", "sheets.corrupt"),
        ("a.xlsx", b"", "sheets.corrupt"),
        ("a.pdf", b"%PDF", "sheets.ending"),
        ("a.csv", b"", "sheets.empty"),
        ("a.csv", b",,,\n,,\n", "sheets.empty"),
    ],
)
def test_what_is_no_sheet_is_named_for_what_it_is(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    _refused(path, code)


def test_every_damaged_workbook_is_refused(tmp_path: Path) -> None:
    whole = a_workbook(tmp_path / "whole.xlsx", ("体制", [["職", "氏名"], ["課長", "甲野太郎"]], [])).read_bytes()
    path = tmp_path / "a.xlsx"
    codes = set()
    for at in range(0, len(whole), 397):
        path.write_bytes(whole[:at] + b"\xff" * 8 + whole[at + 8 :])
        try:
            open_sheets(path)
        except UsageError as error:
            codes.add(error.code)
    assert "sheets.corrupt" in codes
    assert codes <= {"sheets.corrupt", "sheets.suspicious", "sheets.empty"}


def test_a_bomb_and_foreign_definitions_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)
    tracemalloc.start()
    _refused(path, "sheets.suspicious")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
    defined = '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'
    for main in (defined, defined.encode("utf-16")):
        _refused(a_bare_workbook(path, "<sheetData/>", main=main), "sheets.suspicious")


@pytest.mark.parametrize(
    "inside",
    [
        '<sheetData><row r="1"><c r="ZZZZZZZZZZ1"><v>1</v></c></row></sheetData>',
        '<sheetData><row r="1"><c r="A99999999999999999999"><v>1</v></c></row></sheetData>',
        '<sheetData><row r="99999999999999999999"><c><v>1</v></c></row></sheetData>',
        '<sheetData><row r="1"><c r="A1"><v>nan</v></c></row></sheetData>',
        '<sheetData><row r="1"><c r="A1"><v>1e400</v></c></row></sheetData>',
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCell ref="D3:A1"/>',
    ],
)
def test_what_excel_cannot_have_written_is_damage(tmp_path: Path, inside: str) -> None:
    _refused(a_bare_workbook(tmp_path / "a.xlsx", inside), "sheets.corrupt")


def test_columns_before_the_first_hide_nothing_more_and_halves_of_characters_are_joined(tmp_path: Path) -> None:
    inside = '<cols><col hidden="1" min="-99999999999" max="1"/></cols><sheetData><row r="1"><c r="B1" t="inlineStr">'
    text = "<is><t>_xD842__xDFB7_野_xD842_</t></is></c></row></sheetData>"
    (grid,) = open_sheets(a_bare_workbook(tmp_path / "a.xlsx", inside + text)).chosen(())
    assert grid.hidden_columns == {1}
    assert grid.cells == {(1, 2): "𠮷野\N{REPLACEMENT CHARACTER}"}


def test_a_hundred_thousand_rows_are_refused_before_the_last_is_read(tmp_path: Path) -> None:
    row = '<row r="{0}">' + "".join(f'<c r="{c}{{0}}"><v>1</v></c>' for c in "ABCDEF") + "</row>"
    path = tmp_path / "a.xlsx"
    a_bare_workbook(path, f"<sheetData>{''.join(row.format(n) for n in range(1, 100_001))}</this is no XML")
    _refused(path, "sheets.too_many")


def test_ten_thousand_rows_of_text_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [f"第{n}課長,〃,{n % 9000 + 1000},第{n - 1}課長" for n in range(1, 10_000)]
    path.write_text("\n".join(["職,氏名,内線,代理者", "第0課長,甲野太郎,1000,", *lines]), encoding="utf-8")
    found = imported(path)
    assert len(found.chart.posts) == 10_000


def test_a_sheet_without_a_table_is_named(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "a.xlsx", ("体制", [["職", "氏名"], ["課長", "甲野太郎"]], []), ("説明", [["この表の使い方"]], [])
    )
    found = imported(path)
    assert "XS006" in said(found)
    assert [each.text for each in found.unread] == ["この表の使い方"]
    with pytest.raises(UsageError, match="no_sheet"):
        open_sheets(path).chosen(["無い"])
