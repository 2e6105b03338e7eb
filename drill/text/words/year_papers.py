"""The papers of a year for the review board: tables of results, the report of one drill, years compared."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "report.kind.results": (
        "年間の訓練の実施結果（一覧表）",
        "result table of the year's drills, as the review board receives it",
    ),
    "report.kind.drill-paper": (
        "1つの訓練の実施結果（目的・内容・結果・実施日と役割の別紙）",
        "result of one drill: purpose, content, results, day, and the annex of roles",
    ),
    "cli.option.report_paper": (
        "年度の資料のうち1つだけを作る（年間計画の papers の名前）",
        "only one of the year's papers, by its name under `papers` in the programme",
    ),
    "paper.none": (
        "この年間計画には、様式が {layout} の資料がありません（papers の layout）。",
        "The programme has no paper of layout {layout} (under `papers`).",
    ),
    "paper.lead": (
        "{office} {year}の訓練の実施結果は、下表のとおり。",
        "{office}: results of the drills of {year}.",
    ),
    "paper.number": ("区分", "No."),
    "paper.whom": ("対象", "For whom"),
    "paper.when": ("実施期間", "Held"),
    "paper.people": ("（計{count}名）", "({count:# person|# people})"),
    "paper.people.planned": ("（計{count}名の予定）", "({count:# person|# people} planned)"),
    "paper.leave": (
        "※休職や産休・育休等で不在の職員{count}名を除く。",
        "Without {count} on leave.",
    ),
    "paper.numbered": ("{number}. {text}", "{number}. {text}"),
    "paper.item": ("・{text}", "- {text}"),
    "paper.not_held": ("未実施", "Not held yet"),
    "paper.planned": ("{period}\n（予定）", "{period}\n(planned)"),
    "paper.everybody": ("対象者{required}名全員が受講した。", "{required:The one person meant|All #} took part."),
    "paper.attended": (
        "対象者{required}名のうち{attended}名（{share}%）が受講した。",
        "{attended} of {required} took part ({share} %).",
    ),
    "paper.everybody.drill": ("対象者{required}名全員が参加した。", "{required:The one person meant|All #} took part."),
    "paper.attended.drill": (
        "対象者{required}名のうち{attended}名（{share}%）が参加した。",
        "{attended} of {required} took part ({share} %).",
    ),
    "paper.test": (
        "確認テストは{people}名が受け、正答率は{share}%、全問正解は{perfect}名であった。",
        "{people} took the short test: {share} % right, {perfect} with everything right.",
    ),
    "paper.figures": ("評価: {figures}", "Figures: {figures}"),
    "paper.figure": ("{name} {numerator}/{denominator}", "{name} {numerator}/{denominator}"),
    "paper.period": ("{first}\n～\n{last}", "{first}\nto {last}"),
    "paper.notes": ("＜注釈＞", "Notes"),
    "paper.as_of": ("人数は{day}現在", "Headcounts are those of {day}."),
    "paper.end": ("以上", "End"),
    "paper.purpose": ("1 目的", "1 Purpose"),
    "paper.drilled": ("2 訓練内容", "2 What was drilled"),
    "paper.results": ("3 訓練結果", "3 Results"),
    "paper.results.lead": ("訓練の対象及び訓練結果は下表のとおり。", "Who was drilled, and what came of it:"),
    "paper.results.column": ("訓練結果", "Result"),
    "paper.day": ("4 訓練実施日", "4 Day"),
    "paper.circle": ("○{text}", "- {text}"),
    "paper.annex": ("別紙 {chart}", "Annex: {chart}"),
    "paper.roles": ("1 インシデント発生時の主な所掌事項", "1 Duties at an incident"),
    "paper.role": ("名称", "Role"),
    "paper.duties": ("主な所掌事項", "Duties"),
    "paper.deputies.count": ("{count}名", "{count}"),
    "paper.levels": ("2 レベルの判定基準", "2 Levels and their criteria"),
    "paper.criterion": ("判定基準", "Criterion"),
    "paper.contacts": ("3 情報連絡体制", "3 Contact structure"),
    "paper.kind": ("種別", "Kind"),
    "paper.condition": ("条件", "Condition"),
}
