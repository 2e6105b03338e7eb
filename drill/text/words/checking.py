"""`drill check`: what it does with its findings."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli.note": ("参考", "note"),
    "cli.check.counted": ("{numbers}、受容済み{waived}件", "{numbers}, {waived} waived"),
    "cli.check.error": ("誤り{count}件", "{count:# error|# errors}"),
    "cli.check.warning": ("注意{count}件", "{count:# warning|# warnings}"),
    "cli.check.note": ("参考{count}件", "{count:# note|# notes}"),
    "cli.check.waived": ("{until}まで受容: {reason}", "waived until {until}: {reason}"),
    "cli.check.no_charts": (
        "このフォルダーには、連絡体制図、シナリオ、年間計画などの YAML ファイルがありません。",
        "There are no charts, scenarios, programmes or other YAML files of drills in this folder.",
    ),
    "cli.check.no_name": (
        "ファイル、フォルダー又は名前が空です。",
        "The name of a file, folder, chart or scenario is empty.",
    ),
    "cli.check.no_scenario": (
        "--chart はシナリオを調べるときだけ指定できます。連絡体制図を調べるときは、その名前だけを指定してください。",
        "--chart is for checking scenarios; to check a chart, give its name alone.",
    ),
    "cli.check.option.select": (
        "これらだけを示す。番号（OC204）、番号の始まり（OC2）又は分類"
        "（wiring、single、cause、time、upkeep、duties、privacy、waivers）。コンマで区切って複数指定できる",
        "only these: codes (OC204), what codes begin with (OC2) or groups "
        "(wiring, single, cause, time, upkeep, duties, privacy, waivers), separated by commas",
    ),
    "cli.check.option.ignore": (
        "これらを示さない（書き方は --select と同じ）",
        "all but these (written like --select)",
    ),
    "cli.check.option.date": (
        "基準日（例 2026-04-01）。確認の古さと受容の期限を測る。指定しなければ今日",
        "reference day, as 2026-04-01, for the age of entries and the end of waivers; without it, today",
    ),
    "cli.check.option.show-waived": (
        "受容（承知の上で残す指摘）も、理由と期限を添えて表示する",
        "show waived findings too, with reason and day",
    ),
    "cli.check.option.sarif": ("SARIF 2.1.0 で出力する", "SARIF 2.1.0, for code-scanning tools"),
    "cli.check.explain.why": ("なぜ大切か: {text}", "Why it matters: {text}"),
    "cli.check.explain.do": ("直し方: {text}", "What to do: {text}"),
    "cli.check.explain.example": ("例:", "For example:"),
}
