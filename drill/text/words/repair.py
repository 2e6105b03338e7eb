"""Repairs of a chart and the order of calls."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # Names that go into the chart
    "repair.deputy.name": ("{post} 代理者（要指名）", "{post}, deputy (to be named)"),
    "repair.offsite.name": ("{post} 別の場所の代理者（要指名）", "{post}, off-site deputy (to be named)"),
    # What to do
    "repair.deputy": (
        "{posts}: 担当者と同じ場所「{site}」に代理者を1人加える。連絡手段: {channels}",
        "{posts}: one more deputy, at the same place ({site}); by {channels}",
    ),
    "repair.offsite": (
        "{posts}: 別の場所「{site}」に代理者を1人加える。連絡手段: {channels}",
        "{posts}: one more deputy, at another place ({site}); by {channels}",
    ),
    "repair.channel": (
        "{person}: 連絡手段を1つ加える（{channels}）",
        "{person}: one more way to be reached ({channels})",
    ),
    "repair.edge": (
        "「{caller}」から「{target}」に直接連絡する（{kind}）",
        "{caller} contacts {target} directly ({kind})",
    ),
    "repair.way": ("{kind}・{medium}", "{kind} on {medium}"),
    "repair.own_line": (
        "{kind}（他と設備を共用しない回線の手配が必要）",
        "{kind} (a line that shares nothing, to be found)",
    ),
    "repair.no_site": ("場所は未記載", "no place given"),
    "repair.any_site": ("選定が必要", "to be chosen"),
    "repair.no_channel": ("任意", "any channel"),
    # The outcome
    "repair.nothing": (
        "単一障害点はありません。変更は不要です。",
        "There is no single point of failure: nothing to change.",
    ),
    "repair.no_help": (
        "次の単一障害点は、ここで提案できる変更では除けません。",
        "No change that can be offered here removes a single point of failure.",
    ),
    "repair.proven": (
        "変更は{count}件、費用の合計は{cost}です。候補{offered}件から選べる組合せに、これより費用の小さいものがないことを"
        "証明しました。",
        "Changes: {count}, at a cost of {cost}. Proven: no cheaper choice among the {offered:# change|# changes} "
        "offered will do.",
    ),
    "repair.unproven": (
        "変更 {count}件、費用 {cost}。時間内に見つかった最良の案で、最小とは限りません"
        "（費用 {bound} 未満の案はないことを証明済み）。",
        "Changes: {count}, at a cost of {cost}: the best found in the time. "
        "A cheaper choice may exist, but none below {bound}.",
    ),
    "repair.singles": (
        "単一障害点: 変更前 {before}件 → 変更後 {after}件",
        "Single points of failure: {before} before, {after} after",
    ),
    "repair.to_name": (
        "「要指名」の代理者は、誰にするかを決めて図に記入してください。同じ人を2か所に充てると、単一障害点が残ることがあり、"
        "この証明は成り立ちません。決めた後に、もう一度 drill weak で確かめてください。",
        'Deputies "to be named" are for you to fill in. One person in two of these places voids the proof.',
    ),
    "repair.unremedied": ("変更で除けないもの {count}件:", "Not to be removed by these changes: {count}"),
    "repair.unremedied.falls": ("{element}（届かない: {names}）", "{element} (not told: {names})"),
    "repair.unremedied.always": ("何も止まらなくても届かない: {names}", "Not told even when nothing fails: {names}"),
    "repair.why.unreached": (
        "この条件で使える連絡手段や経路がなく、加えても届きません",
        "no channel or route that can be added is open in this situation",
    ),
    "repair.why.outside": (
        "庁外の機関の側の設備で、代理者は当方では決められません",
        "it lies with an outside body, whose people are not ours to name",
    ),
    "repair.why.origin": ("最初に知る職そのものが欠けます", "it takes away the post that knows first"),
    "repair.why.other": (
        "加えられる人・連絡手段・連絡のどれによっても、代わりになりません",
        "no person, channel or contact that can be added stands in for it",
    ),
    "repair.no_solver": (
        "改善案の計算には OR-Tools が必要です。drill のフォルダーで python -m pip install '.[fix]' を行ってください",
        "The repair needs OR-Tools: python -m pip install '.[fix]' in the folder of drill",
    ),
    "repair.bad_cost": (
        "費用は channel=1、edge=2、deputy=3、offsite=4 のように、0.001〜10000 の数で指定してください",
        "A cost is written like channel=1, edge=2, deputy=3 or offsite=4, from 0.001 to 10000",
    ),
    "repair.other_chart": (
        "ファイルの内容が、計算に使った連絡体制図と異なります。もう一度実行してください",
        "The file is not, or no longer, the chart that was analysed: run the command again",
    ),
    "repair.not_written": (
        "書き込めません（{reason}）。ファイルは元のままです",
        "Cannot be written ({reason}); the file is as it was",
    ),
    # The order of calls
    "calls.today": (
        "全員が応答し、所要時間がいずれも中央値どおりとすると、{count}職の全てに伝わるまで{today}です。",
        "If everybody answers and all takes its median, {count:the one post is|all # posts are} told after {today}.",
    ),
    "calls.best": (
        "連絡の順番を次のように変えると{best}になり、{saving}早まります。",
        "With these lists it is {best}, that is {saving} sooner.",
    ),
    "calls.as_good": (
        "今守れている期限を守ったまま、これより早く伝わる順番は見つかりませんでした。",
        "No other order was found that is sooner and gives up no deadline that is kept.",
    ),
    "calls.span": ("{minutes}分{seconds:02}秒", "{minutes} min {seconds} s"),
    "calls.head.place": ("順", "No."),
    "calls.head.target": ("連絡先", "to"),
    "calls.head.at": ("経過時間", "told"),
    "calls.head.today": ("現在の順", "today"),
    "calls.head.today_at": ("現在の経過", "today at"),
    "calls.late": ("{due}（超過）", "{due} (late)"),
    "calls.unchanged": ("順番を変えない職: {count}件", "Callers whose list stays as it is: {count}"),
}
