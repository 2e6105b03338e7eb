"""Columns of lists of people: number, section, duty, years of service, leave; and answers by their questions."""

# ruff: noqa: E501 (a pattern is easier to read on one line)

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from drill.model.problems import nearest
from drill.sheets.kit.grid import Grid, cell_name
from drill.sheets.kit.rows import Header, Rows, SheetRow
from drill.sheets.year.staff_cells import number_refused
from drill.text.normal import is_nothing, key, line

_FIELDS: tuple[tuple[str, str], ...] = (
    ("number", r"(職員|社員|個人識別|受講者?|対象者?)(番号|no\.?|コード|id)|仮名|識別(番号|記号)|pseudonym|(staff|employee|member)(no\.?|number|id)|number|id"),
    ("count", r"no\.?|番号|通番|連番|項番|#|整理番号|番"),
    ("name", r".*(氏名|名前|姓名)|(full)?name"),
    ("personal", r".*(ふりがな|フリガナ|カナ|かな)|生年月日|性別|年齢|住所|(電話|携帯|メール|内線).*|e?-?mail|phone"),
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
_QUESTION = re.compile(r"(?:第|問題?|設問|質問|q|question|no\.?)?(\d{1,3})問?")
_ANSWER = "question "
_SIGNS = re.compile(r"[()\[\]【】「」・、,。/|_:*※\-]")


def field_of(header: str) -> str | None:
    """What a column is for; None if that is not known."""
    text = _SIGNS.sub("", key(header))
    return next((name for name, pattern in _FIELDS if text and len(text) <= 30 and re.fullmatch(pattern, text)), None)


def answer_field(header: str) -> str | None:
    """What a column is for: `question 3`, or a field of staff lists."""
    found = _QUESTION.fullmatch(key(header))
    return f"{_ANSWER}{int(found[1])}" if found else field_of(header)


def questions_of(header: Header) -> dict[int, int]:
    """The column of each question."""
    found = {int(name.removeprefix(_ANSWER)): at[0] for name, at in header.columns.items() if name.startswith(_ANSWER)}
    return dict(sorted(found.items()))


def answer_fields(header: Header) -> set[str]:
    """The fields of the questions."""
    return {f"{_ANSWER}{number}" for number in questions_of(header)}


@dataclass(kw_only=True)
class People(Rows):
    """Reads rows of people, each of whom has a number of their own, one of `known` if that is given."""

    known: Collection[str] | None = None
    seen: dict[str, str] = field(default_factory=dict)
    """Number → its cell."""

    def number(self, row: SheetRow) -> str:
        """The number of a row, empty where there is none; it is said if it is none, or somebody else's."""
        column = row.header.first("number")
        text = row.text(column)
        number = line(text)
        if not column or not number or is_nothing(text):
            return ""
        if refused := number_refused(text):
            self.refuse(refused[0], row, column, **refused[1])
        elif first := self.seen.get(key(number)):
            self.refuse("XS081", row, column, text=number, first=first)
        else:
            self.seen[key(number)] = cell_name((row.number, column))
            if self.known is not None and number not in self.known:
                self.refuse("XS100", row, column, text=number, near=nearest(number, self.known))
        return number


def staff_heads(reader: Rows, grids: Sequence[Grid], code: str = "") -> list[Header]:
    """The headers of staff lists: a number or a count, and something else that is known; else UsageError with `code`."""
    found = reader.heads(
        grids, field_of, lambda each: len(each.columns) > 1 and (each.has("number") or each.has("count")), code
    )
    return [each if each.has("number") else _numbered(each) for each in found]


def _numbered(header: Header) -> Header:
    """A count serves where there is no number."""
    first, *others = header.columns["count"]
    return replace(header, columns={**header.columns, "number": (first,), "count": tuple(others)})
