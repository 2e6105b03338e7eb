"""What can be wrong with the programme of a drill year."""

from __future__ import annotations

PROBLEMS: dict[str, tuple[str, ...]] = {
    "YR101": ("targets にない対象です: {name}", "there is no target {name}"),
    "YR102": ("sections にない部署です: {name}", "there is no section {name}"),
    "YR103": ("activities にない訓練です: {name}", "there is no activity {name}"),
    "YR104": ("papers にない資料です: {name}", "there is no paper {name}"),
    "YR105": (
        "講師の研修が互いに待ち合っています: {ring}",
        "these classes wait for each other: {ring}",
        "最初に教える人を外部の講師にしてください（trained_in を消す）",
        "let the first one be taught from outside: leave out trained_in",
    ),
    "YR106": (
        "{day}はこの年度（{first}～{last}）の日ではありません",
        "{day} is not in this year ({first} to {last})",
        "年か日付を直してください",
        "mend the year or the day",
    ),
    "YR107": ("問題集がありません: {name}", "there is no question bank {name}"),
    "YR108": ("シナリオがありません: {name}", "there is no scenario {name}"),
    "YR109": ("自己点検の設問がありません: {name}", "there is no file of questionnaires {name}"),
    "YR110": (
        "講師の研修の指定が矛盾しています（{name}）",
        "how the teachers are trained contradicts itself ({name})",
        "研修（training）同士でのみ使えます。代表者（representatives）とは一緒に使えません",
        "it joins two trainings, and does not go together with representatives",
    ),
    "YR111": (
        "講師の研修（{name}、{day}から）より前に終わる予定です",
        "it is to end before its teachers are trained ({name}, from {day})",
        "期間を後ろにずらしてください",
        "move it to a later time",
    ),
    "YR112": (
        "講師の研修（{name}、{day}から）より前に始まる予定です",
        "it is to begin before its teachers are trained ({name}, from {day})",
        "それまでは始められません",
        "until then it cannot start",
    ),
    "YR113": (
        "実施方法の付議（{name}、{day}）より前に始まります",
        "it begins before its method is put to the board ({name}, {day})",
        "付議の後に実施してください",
        "hold it after that",
    ),
    "YR114": (
        "実施結果の付議（{name}、{day}）までに終わりません",
        "it does not end before its result is put to the board ({name}, {day})",
        "期間か付議の日を直してください",
        "mend its days or the board's",
    ),
    "YR115": (
        "同じ表記「{text}」が二つの部署にあります（もう一つは {other}）",
        "`{text}` is the spelling of two sections (the other is {other})",
        "名簿でどちらか分からなくなります",
        "a roster could mean either",
    ),
    "YR117": ("自己点検のファイルにない設問です: {name}", "the file of the self-check has no questionnaire {name}"),
    "YR118": (
        "シナリオ {name} に会議（meeting）の進行がありません",
        "the scenario {name} has no `meeting`",
        "会議用のシナリオを選ぶか、meeting を書いてください",
        "choose a scenario that has one, or write it",
    ),
    "YR119": (
        "問題集 {name} の問題は{has}問で、必要な{needed}問に足りません",
        "the bank {name} has {has:# question|# questions}, {needed:# is|# are} needed",
        "出題数を減らすか問題集を増やしてください",
        "ask fewer questions or add a bank",
    ),
}
