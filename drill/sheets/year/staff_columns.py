"""The header of a staff list: which columns hold number, section, duty, years of service and leave."""

# ruff: noqa: E501 (a pattern is easier to read on one line)

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drill.sheets.kit.grid import Grid
from drill.sheets.kit.normal import key, line

_FIELDS: tuple[tuple[str, str], ...] = (
    ("number", r"(職員|社員|個人識別|受講者?|対象者?)(番号|no\.?|コード|id)|仮名|識別(番号|記号)|pseudonym|(staff|employee|member)(no\.?|number|id)|number|id"),
    ("count", r"no\.?|番号|通番|連番|項番|#|整理番号|番"),
    ("name", r".*(氏名|名前|姓名|ふりがな|フリガナ|カナ|かな)|(full)?name|生年月日|性別|年齢|住所|(電話|携帯|メール|内線).*|e?-?mail|phone"),
    ("section", r"(現)?(所属|部署|課|係|課係|部課|部課係|配属|担当部署|部局|部)(名|先|課|係|課名|課所|課係|係名|部署名?)?|section|department|dept\.?|unit|office|division"),
    ("duty", r"((職務?|業務|事務|担当|役割|役職|職種|職位|(訓練|操作)?(区分|権限))(名|内容|区分)?){1,2}|dut(y|ies)|roles?|post|title"),
    ("service", r"(従事|勤続|経験|在職|業務経験)?(年数|年|経験)(区分)?|(yearsof)?service|years?|experience"),
    ("hired", r"(採用|着任|従事開始|配属|異動|入庁|発令|業務開始)(年月)?日(付)?|hired|since|start(date)?|joined"),
    ("leave_from", r"(休職|休業|休暇|産休|育休|不在|.*休.*期間|期間)?(等)?(開始|始期|自|から|start|from)(年月)?日?|leavefrom|leavestart|from"),
    ("back", r"(復職|復帰)(予定)?(年月)?日|backon|return(date|s)?"),
    ("leave_to", r"(休職|休業|休暇|産休|育休|不在|.*休.*期間|期間)?(等)?(終了|終期|満了|至|まで|end|to)(予定)?(年月)?日?|leaveto|leaveend|to|until"),
    ("leave", r".*(休職|休業|休暇|産休|育休|不在|療養|介護休).*|(on)?leave|absen(ce|t)|away"),
    ("note", r"備考|摘要|注記?|メモ|特記事項|remarks?|notes?|comments?"),
)  # fmt: skip
_SIGNS = re.compile(r"[()\[\]【】「」・、,。/|_:*※\-]")
_DEEPEST = 3
_SEARCHED = 60
"""Rows in which the header is looked for."""


@dataclass(frozen=True)
class Head:
    """The rows of the header, and the columns of each field, left to right."""

    rows: range
    columns: Mapping[str, tuple[int, ...]]
    texts: Mapping[int, str]

    def has(self, *fields: str) -> bool:
        """Whether it has columns for all of these."""
        return all(self.columns.get(each) for each in fields)


def field_of(header: str) -> str | None:
    """What a column is for; None if that is not known."""
    text = _SIGNS.sub("", key(header))
    return next((name for name, pattern in _FIELDS if text and len(text) <= 30 and re.fullmatch(pattern, text)), None)


def find_head(grid: Grid) -> Head | None:
    """The first header with a number and something else that is known; of several depths the one that tells most."""
    for row in range(1, min(grid.rows, _SEARCHED) + 1):
        found = [_head(grid, range(row, row + depth)) for depth in range(1, _DEEPEST + 1)]
        begins = any(field_of(grid.text((row, column))) for column in grid.filled.get(row, ()))
        known = [each for each in found if begins and each.has("number") and len(each.columns) > 1]
        if known:
            return max(known, key=lambda head: (len(head.columns), -len(head.rows)))
    return None


def _head(grid: Grid, rows: range) -> Head:
    texts = {column: text for column in range(1, grid.columns + 1) if (text := _joined(grid, rows, column))}
    columns: dict[str, tuple[int, ...]] = {}
    for column, text in texts.items():
        last = line(grid.text((rows.stop - 1, column)))
        if name := field_of(text) or field_of(last):
            columns[name] = (*columns.get(name, ()), column)
    if "number" not in columns and "count" in columns:
        columns["number"] = columns.pop("count")[:1]
    return Head(rows, columns, texts)


def _joined(grid: Grid, rows: range, column: int) -> str:
    """The texts of a column above each other, a wide one above carried over its blank neighbours."""
    parts: list[str] = []
    for row in rows:
        text = line(grid.text((row, column)))
        if not text and row < rows.stop - 1 and grid.text((row + 1, column)):
            text = next((found for c in range(column - 1, 0, -1) if (found := line(grid.text((row, c))))), "")
        if text and text not in parts:
            parts.append(text)
    return " ".join(parts)
