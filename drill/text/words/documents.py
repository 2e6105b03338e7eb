"""`drill report`, and what its documents have in common."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli.report.about": (
        "シナリオ、連絡体制図、訓練の記録又は年度のフォルダーから文書を作ります。KIND を省略すると、"
        "作れる文書の一覧を表示します。",
        "Make a document of a scenario, a chart, a recorded drill or the folder of a year. "
        "Without KIND, the documents there are.",
    ),
    "cli.option.report_kind": (
        "文書の種類（一覧は --list）。--all を付けたときは SOURCE",
        "kind of document (--list shows them all); with --all, SOURCE",
    ),
    "cli.option.report_source": (
        "もとになるシナリオ、連絡体制図、訓練の記録の名前又はファイル。年度の文書ではそのフォルダー",
        "what it is made of: name or file of a scenario, chart or transcript; the folder of a year",
    ),
    "cli.option.report_format": (
        "形式。指定しなければ -o のファイル名の拡張子により、それもなければ md",
        "format; without it, what the ending of FILE means, or md",
    ),
    "cli.option.report_output": (
        "保存するファイル又はフォルダー。指定しなければ画面に出力",
        "file or folder to write to; without it, standard output",
    ),
    "cli.option.report_post": (
        "この職の人に渡す文書にする（参加者用資料、役割カード、連絡先カード）",
        "make it for whoever holds this post (handout, role cards, contact cards)",
    ),
    "cli.option.report_all": (
        "SOURCE から作れる全ての文書を -o のフォルダーに保存する",
        "every document that can be made of SOURCE, into the folder -o",
    ),
    "cli.option.report_list": ("作れる文書の一覧を表示する", "the documents there are"),
    "report.source.scenario": ("シナリオ", "scenario"),
    "report.source.chart": ("連絡体制図", "chart"),
    "report.source.transcript": ("訓練の記録", "transcript"),
    "report.source.year": ("年度のフォルダー", "folder of a year"),
    "report.kind.handbook": ("進行管理者の手引", "facilitator's handbook"),
    "report.kind.handout": ("参加者用資料（答えは含まない）", "participant's handout, without answers"),
    "report.kind.msel": ("状況付与計画表", "MSEL sheet"),
    "report.kind.role-cards": ("役割カード", "role cards"),
    "report.kind.contact-cards": ("連絡先カード", "contact cards"),
    "report.kind.incident-record": ("事案記録票（様式）", "blank incident record"),
    "report.no_such_source": (
        "「{name}」からこの文書を作ることはできません（候補: {near}）。",
        "This document cannot be made of “{name}” (there are: {near}).",
    ),
    "report.needs_source": (
        "何から作るかを指定してください: drill report {kind} SOURCE",
        "Say what to make it of: drill report {kind} SOURCE",
    ),
    "report.option_unused": (
        "{option} は、文書 {kind} には使えません。",
        "{option} has no meaning for {kind} made of this.",
    ),
    "report.all_of_one": (
        "--all は、もとになるものを1つと、保存するフォルダーを指定してください: drill report --all SOURCE -o FOLDER",
        "--all needs one source and a folder to write to: drill report --all SOURCE -o FOLDER",
    ),
    # What the documents call things
    "doc.inject": ("状況付与{number}", "inject {number}"),
    "doc.item": ("{label}：{value}", "{label}: {value}"),
    "doc.next_day": ("{day}日目 {time}", "day {day}, {time}"),
    "doc.within": ("{span}以内", "within {span}"),
    "doc.minutes": ("{number}分", "{number} min"),
    "doc.days": ("{number}日", "{number:# day|# days}"),
    "doc.hours": ("{hours}時間", "{hours} h"),
    "doc.hours_minutes": ("{hours}時間{minutes}分", "{hours} h {minutes} min"),
    "doc.no_channel": ("連絡手段の登録なし", "no channel on file"),
    "doc.post": ("職", "Post"),
    "doc.duties": ("任務", "Duties"),
    "doc.deputies": ("代理者数", "Deputies"),
    "doc.note": ("備考", "Note"),
    "doc.caller": ("連絡する職", "From"),
    "doc.order": ("順", "Order"),
    "doc.kind": ("種類", "Kind"),
    "doc.target": ("連絡先", "To"),
    "doc.how": ("手段・条件・期限", "How, when and by when"),
    "doc.level": ("レベル", "Level"),
    "doc.criterion": ("基準", "Criterion"),
    "doc.objectives": ("訓練の目標", "Objectives"),
    "doc.or": ("、又は ", ", or "),
    # Conditions
    "when.start": ("開始時（{clock}）", "at the start ({clock})"),
    "when.at": ("開始から{span}後（{clock}）", "{span} after the start ({clock})"),
    "when.once": ("{condition}とき", "once {condition}"),
    "when.after": ("{condition}ときから{span}後", "{span} after {condition}"),
    "when.unless": (
        "{when}。ただし、その時点で{condition}場合は行わない",
        "{when}, unless by then {condition}",
    ),
    "cond.and": ("、かつ、", " and "),
    "cond.or": ("、又は、", " or "),
    "cond.group": ("（{text}）", "({text})"),
    "cond.level_or": ("又は", " or "),
    "cond.always": ("常に成り立つ条件が満たされた", "a condition that always holds is met"),
    "cond.never": ("成り立つことのない条件が満たされた", "a condition that can never hold is met"),
    "cond.told": ("{post}が「{message}」を確認した", "{post} has acknowledged “{message}”"),
    "cond.not.told": ("{post}が「{message}」を確認していない", "{post} has not acknowledged “{message}”"),
    "cond.told_any": (
        "{post}のいずれかが「{message}」を確認した",
        "one of {post} has acknowledged “{message}”",
    ),
    "cond.not.told_any": (
        "{post}のいずれも「{message}」を確認していない",
        "none of {post} has acknowledged “{message}”",
    ),
    "cond.delivered": ("{inject}が届いた", "{inject} has been delivered"),
    "cond.not.delivered": ("{inject}が届いていない", "{inject} has not been delivered"),
    "cond.done": ("「{task}」が行われた", "“{task}” has been done"),
    "cond.not.done": ("「{task}」が行われていない", "“{task}” has not been done"),
    "cond.chosen": ("「{task}」で「{option}」が選ばれた", "“{option}” has been chosen for “{task}”"),
    "cond.not.chosen": (
        "「{task}」で「{option}」が選ばれていない",
        "“{option}” has not been chosen for “{task}”",
    ),
    "cond.level": ("{levels}と判定された", "{levels} has been judged"),
    "cond.not.level": ("{levels}と判定されていない", "{levels} has not been judged"),
    "cond.publishing": ("公表する方針である", "publication is intended"),
    "cond.not.publishing": ("公表する方針になっていない", "publication is not intended"),
    "cond.quorum": ("{duty}の定足数に達した", "{duty} has its quorum"),
    "cond.not.quorum": ("{duty}の定足数に達していない", "{duty} has no quorum"),
    "cond.totalled": ("件数が集計された", "the numbers have been totalled"),
    "cond.not.totalled": ("件数が集計されていない", "the numbers have not been totalled"),
}
