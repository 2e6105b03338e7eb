"""A small after-action report that uses every block, in both languages; its figures are made up."""

from __future__ import annotations

from drill.report.blocks import (
    Block,
    Bullets,
    Card,
    Cards,
    Document,
    Field,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Plot,
    Series,
    Table,
    Timeline,
    TimeMark,
    Track,
)
from drill.text.catalogue import Language

_MIN = 60_000


def sample(language: Language, landscape: bool = False) -> Document:
    """The whole report."""

    def say(ja: str, en: str) -> str:
        return ja if language == "ja" else en

    blocks: list[Block] = [
        Paragraph(say("令和5年11月28日\n情報管理課", "28 November 2023\nInformation Management"), "right"),
        Heading(say("緊急時連絡訓練 事後報告書", "After-action report of the contact drill"), 1),
        Paragraph(
            say(
                "住基ネットのサーバーに障害が発生したという想定で、緊急時連絡体制に沿って連絡する訓練を行いました。"
                "全ての係が障害連絡と復旧連絡を受け、復旧後に影響のあった件数を報告しています。",
                "The drill assumed a failure of the Juki-net server and followed the emergency contact structure. "
                "Every subsection was told of the failure and of the restoration, and reported its number of cases.",
            )
        ),
        Paragraph(say("注：氏名及び電話番号は記載していません。", "Note: no names or telephone numbers."), "note"),
        Heading(say("1 評価", "1 Ratings")),
        Table(
            (say("目的", "Objective"), say("対象", "Whom"), say("分母", "of"), say("達成", "reached"), "%", "%"),
            (
                (say("連絡の完了", "All are told"), say("住民記録係", "resident records"), "8", "8", "100", "88"),
                (say("連絡の完了", "All are told"), say("区民係", "ward-citizen"), "23", "22", "95.7", "91"),
                (say("件数の集計", "Counts are totalled"), say("区民係", "ward-citizen"), "6", "6", "100", "-1"),
                (say("合計", "Total"), "", "37", "36", "97.3", ""),
            ),
            ("left", "left", "right", "right", "right", "right"),
            (9, 8, 4, 4, 4, 4),
            above=(("", 2), (say("令和5年度", "Fiscal year 2023"), 3), (say("令和4年度", "2022"), 1)),
            joined=1,
            strong=frozenset({3}),
            caption=say("表1 目的ごとの結果", "Table 1: results by objective"),
        ),
        Timeline(
            say("図1 経過", "Figure 1: course"),
            (
                Track(
                    say("状況付与", "Injects"),
                    (
                        TimeMark(0, "inject", say("障害の検知", "failure found")),
                        TimeMark(30 * _MIN, "inject", say("報道機関からの照会", "the press asks")),
                    ),
                ),
                Track(
                    say("情報管理課長への報告", "Report to the chief of Information Management"),
                    (
                        TimeMark(4 * _MIN, "late", say("内線は応答なし", "desk phone: no answer")),
                        TimeMark(6 * _MIN, "done", say("携帯で報告", "told by mobile")),
                    ),
                    10 * _MIN,
                ),
                Track(
                    say("区民係への連絡", "Tell the ward-citizen subsections"),
                    (
                        *(TimeMark((8 + n) * _MIN, "done") for n in range(5)),
                        TimeMark(8 * _MIN, "note", say("1係は代理者が受けた", "a deputy took one call"), 26 * _MIN),
                        TimeMark(41 * _MIN, "missed", say("1係は連絡つかず", "one was not reached")),
                    ),
                    40 * _MIN,
                ),
                Track(
                    say("レベルの判定", "Judge the level"),
                    (TimeMark(12 * _MIN, "decision", say("レベル2", "level 2")),),
                ),
                Track(say("実際の事案", "The real case"), (TimeMark(52 * _MIN, "real", say("公表", "publication")),)),
            ),
            55 * _MIN,
        ),
        Heading(say("2 改善計画", "2 Improvement plan")),
        Bullets(
            (
                say("代理者の順位を連絡体制図に書き加える", "Add the order of deputies to the contact chart"),
                say("<係>ごとの控えを「保管場所」に掲示する", "Post a copy at each <place of keeping>"),
            ),
            numbered=True,
        ),
        Bullets((say("次回は夜間に行う", "The next drill is held at night"), "=SUM(A1:A9)")),
        Plot(
            say("図2 連絡が完了した割合", "Figure 2: share of contacts completed"),
            tuple(say(f"令和{year}年度", f"FY {2018 + year}") for year in (2, 3, 4, 5)),
            (
                Series(say("住民記録係", "resident records"), (75.0, 88.0, 88.0, 100.0)),
                Series(say("区民係", "ward-citizen"), (None, 82.5, 91.0, 95.7)),
            ),
        ),
        PageBreak(say("様式とカード", "Forms and cards")),
        Heading(say("3 確認", "3 Confirmation")),
        Form(
            (
                Field(say("確認者の職", "Post of the reviewer"), say("危機管理室長", "head of crisis management")),
                Field(say("気付いた点", "Remarks"), lines=3),
                Field(say("確認日", "Day")),
            ),
            say("確認欄", "Reviewed by"),
        ),
        Heading(say("配布カード", "Cards"), 3),
        Cards(
            (
                Card(
                    say("ＰｏＣ担当者", "PoC"),
                    say("マイナンバー・情報セキュリティ担当", "information security staff"),
                    (
                        (
                            say("報告する相手", "reports to"),
                            say("CSIRT管理者\n第1順位の代理者", "CSIRT manager\nfirst deputy"),
                        ),
                        (say("期限", "within"), say("10分", "10 min")),
                    ),
                    say("訓練終了後に回収します。", "Collected after the drill."),
                ),
                Card(
                    say("CSIRT管理者", "CSIRT manager"),
                    rows=((say("判断", "judges"), say("レベル0～3", "level 0 to 3")),),
                ),
                Card(say("広報課長", "chief of public relations")),
            )
        ),
    ]
    title = say("緊急時連絡訓練 事後報告書", "After-action report of the contact drill")
    return Document(title, language, tuple(blocks), say("【訓練】", "[DRILL]"), landscape)
