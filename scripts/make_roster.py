"""The roster shipped with the programme suginami-r5, made up so that its headcounts are the published ones.

The document gives headcounts only. How they spread over the sections, who is in the first year and who is on leave is
an assumption. Run: python -m scripts.make_roster
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import count
from pathlib import Path

FILE = Path(__file__).parent.parent / "scenarios/programs/suginami-r5-roster.csv"
TITLE = "緊急時対応訓練 対象者名簿(令和5年12月1日現在) 番号・所属・期間はすべて架空"
HEADER = ("職員番号", "所属", "職務", "従事年数", "休職・産休・育休の期間")
BACK_IN_DECEMBER = "R5.10.16～R5.11.30"
"""Back on the day whose headcounts count, but away during both self-checks."""
AWAY = ("R5.6.1～R6.5.31", "令和5年9月1日～", "R5.11.1～R6.3.31")

MEETING = (
    ("副区長", "副区長"),
    ("デジタル戦略担当", "部長"),
    ("危機管理室", "室長"),
    ("区民生活部", "部長"),
    ("情報管理課", "課長"),
    ("情報システム担当", "課長"),
    ("危機管理対策課", "課長"),
    ("区民課", "課長"),
)
CSIRT = {"副区長", "デジタル戦略担当", "情報管理課", "情報システム担当", "危機管理対策課"}
SUBSECTIONS = tuple(f"第{number}区民係" for number in "一二三四五六七")
SENIOR = (2, 2, 2, 2, 2, 1, 1)
GENERAL = (22, 18, 17, 17, 16, 14, 14)
"""With 10 in the resident-record subsection 128, two of them back in December."""
OTHERS = {
    "情報管理課": 6,
    "課税課": 18,
    "保健福祉部管理課": 5,
    "国保年金課": 22,
    "障害者施策課": 9,
    "介護保険課": 12,
    "各福祉事務所": 14,
    "保健予防課": 4,
    "保健サービス課": 5,
    "子ども家庭部管理課": 3,
}
OWN = {
    "情報管理課": 8,
    "人事課": 6,
    "区民課": 20,
    "課税課": 26,
    "納税課": 12,
    "国保年金課": 28,
    "障害者施策課": 14,
    "介護保険課": 16,
    "各福祉事務所": 18,
    "保健予防課": 6,
    "保健サービス課": 6,
    "子ども家庭部管理課": 6,
    "地域子育て支援課": 6,
}
SHARED = {"保健福祉部管理課": 3, "高齢者在宅支援課": 3, "保育課": 4, "住宅課": 3}
Row = tuple[str, str, str]
"""Section, duties, leave."""


def _people() -> Iterator[Row]:
    for section, duty in MEETING:
        yield section, f"{duty}・緊急時対策会議構成員{'・ＣＳＩＲＴ構成員' if section in CSIRT else ''}", ""
    yield "広報課", "課長・ＣＳＩＲＴ構成員", ""
    for _ in range(2):
        yield "情報管理課", "番号制度・情報セキュリティ担当、ＣＳＩＲＴ構成員", ""
    yield from (("情報管理課住民情報担当", duty, "") for duty in ("係長", "住基ネット担当"))
    yield "住民記録係", "係長", ""
    yield from (("住民記録係", "住基ネット担当・操作職員", "") for _ in range(7))
    yield from (("住民記録係", "一般職員・操作職員", "") for _ in range(10))
    yield from (("調整担当", duty, "") for duty in ("係長", "主査"))
    yield from (("個人番号カード交付担当", duty, "") for duty in ("係長", "主査", "主査"))
    for section, senior, general in zip(SUBSECTIONS, SENIOR, GENERAL, strict=True):
        yield section, "係長", ""
        yield from ((section, "主査・操作職員", "") for _ in range(senior))
        for number in range(general):
            back = number == general - 1 and section in SUBSECTIONS[:2]
            yield section, "一般職員・操作職員", BACK_IN_DECEMBER if back else ""
    yield SUBSECTIONS[0], "主査・操作職員", AWAY[0]
    yield from ((SUBSECTIONS[number], "一般職員・操作職員", AWAY[number % 3]) for number in range(4))
    yield from _other_sections()


def _other_sections() -> Iterator[Row]:
    """Those who operate Juki-net work with the NWS too, as far as their section has people enough."""
    for section in dict.fromkeys((*OTHERS, *OWN, *SHARED, "健康推進課")):
        juki, nws = OTHERS.get(section, 0), OWN.get(section, 0) + SHARED.get(section, 0)
        if section == "健康推進課":
            nws = 2
        for number in range(max(juki, nws)):
            duties = [
                *(["操作職員"] if number < juki else []),
                *(["代表者"] if juki and number == 0 else []),
                *(["情報連携担当"] if max(juki, nws) - number <= nws else []),
            ]
            yield section, "・".join(duties), ""
    yield from (("課税課", "操作職員", BACK_IN_DECEMBER) for _ in range(2))
    yield from (("国保年金課", "操作職員・情報連携担当", leave) for leave in AWAY[:2])
    yield "保健予防課", "操作職員", AWAY[2]


def roster() -> str:
    """The CSV file."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((TITLE,))
    writer.writerow(HEADER)
    for number, (section, duties, leave) in zip(count(1), _people(), strict=False):
        first = "係長" not in duties and "課長" not in duties and number % 5 == 3
        writer.writerow((f"K{number:04}", section, duties, "1年目" if first else "2年目以上", leave))
    return out.getvalue()


if __name__ == "__main__":
    FILE.write_text(roster(), encoding="utf-8-sig", newline="")
