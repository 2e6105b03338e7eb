"""The MSEL sheet 状況付与計画表."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "msel.title": ("状況付与計画表「{title}」", "MSEL sheet: {title}"),
    "msel.facts": (
        "訓練上の開始日時：{day} {time}　　所要時間：{span}",
        "Drill time begins on {day} at {time}; the drill lasts {span}.",
    ),
    "msel.injects": ("状況付与と求められる対応", "Injects and expected actions"),
    "msel.planned": ("予定時刻", "Time"),
    "msel.trigger": ("付与の時機", "Given when"),
    "msel.phase": ("局面", "Phase"),
    "msel.to": ("付与先", "To"),
    "msel.channel": ("手段", "By"),
    "msel.sender": ("付与元", "From"),
    "msel.content": ("付与する内容", "Text"),
    "msel.expected": ("求められる対応", "Expected action"),
    "msel.by_whom": ("対応する職", "By whom"),
    "msel.objective": ("目標", "Obj."),
    "msel.actual": ("実施時刻", "Actual"),
    "msel.note": ("評価者の記録", "Note"),
    "msel.by_condition": ("条件による", "varies"),
    "msel.by_chart": ("連絡体制図による", "as the chart says"),
    "msel.pass_on": ("「{message}」を連絡体制図に従って連絡する", "Pass on “{message}” along the contact chart"),
    "msel.part": ("{number}-{part}　{action}", "{number}-{part}: {action}"),
    "msel.answer": ("{title}\n→ {answer}", "{title}\n→ {answer}"),
    "msel.temptation": ("【してはならない対応】{title}", "Not to be done: {title}"),
    "msel.explained": (
        "期限は、対応が求められた時点からの時間です。番号のない行は、特定の状況付与によらない対応です。"
        "「目標」の欄は、上の訓練の目標の番号です。",
        "A deadline counts from the moment the action is asked for. A row without a number follows from no single "
        "inject. Obj. is the number of the objective above.",
    ),
}
