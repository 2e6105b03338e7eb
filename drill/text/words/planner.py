"""The planner's screen, `drill plan`."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli.plan.about": (
        "連絡体制図を画面に表示し、人・設備・場所・電話・時間帯・レベルを切り替えて、誰に届かなくなるかをその場で確かめます。"
        "弱点と点検結果も同じ画面に出ます。保存を選ばない限り、連絡体制図は変わりません。",
        "Show a contact chart, switch people, media, sites, lines, hours and levels, and see at once who is no longer "
        "told; weak points and findings stand beside. The chart is not changed unless you say so.",
    ),
    "planner.title": ("連絡体制図の点検", "Planner"),
    "planner.too_small": (
        "画面が小さすぎます。{width}桁×{height}行以上に広げてください。\n選択や入力は失われません。",
        "This terminal is too small. Please make it {width:# column|# columns} by {height:# row|# rows} or larger.\n"
        "Nothing is lost.",
    ),
    # The head
    "planner.told": ("届く {told}/{total}", "told {told} of {total}"),
    "planner.looking": ("計算中", "computing"),
    "planner.class": ("区分 {value}", "class {value}"),
    "planner.level": ("レベル {value}", "level {value}"),
    "planner.publishing": ("公表 {value}", "publishing {value}"),
    "planner.publishing.True": ("する", "yes"),
    "planner.publishing.False": ("しない", "no"),
    "planner.time": ("日時 {value}", "time {value}"),
    "planner.date": ("{year}/{day}", "{day} {year}"),
    "planner.leave": ("{day}の休暇", "leave on {day}"),
    "planner.deputies": ("代理者 {value}", "deputies {value}"),
    "planner.deputies.True": ("あり", "yes"),
    "planner.deputies.False": ("なし", "no"),
    "planner.origins": ("発端 {value}", "from {value}"),
    "planner.guessed": ("{names}（推定）", "{names} (inferred)"),
    "planner.any": ("全て", "any"),
    "planner.failing": ("使えないもの: {names}", "Failing: {names}"),
    "planner.not_told": ("届かない: {names}", "Not told: {names}"),
    # The chart
    "planner.legend": ("o届く x届かない -対象外 !弱点", "o told x not -not needed !falls"),
    "planner.fate.told": ("届く", "told"),
    "planner.fate.lost": ("届かない", "not told"),
    "planner.fate.spare": ("対象外", "not needed"),
    "planner.head.fate": ("  状態", "  state"),
    "planner.head.post": ("職", "post"),
    "planner.head.radius": ("影響", "falls"),
    "planner.vacant": ("空席", "vacant"),
    "planner.person.failed": ("不在", "absent"),
    "planner.post.out_of_scope": ("訓練対象外の職です。", "This post is outside the drills' scope."),
    "planner.post.holder": ("担当者 {name}", "Holder: {name}"),
    "planner.post.deputy": ("代理者{rank} {name}", "Deputy {rank}: {name}"),
    "planner.post.radius": (
        "担当者に連絡が取れないと、{count} に届きません。",
        "If the holder cannot be reached, {count:# is|# are} not told.",
    ),
    "planner.post.no_radius": (
        "担当者に連絡が取れなくても、ほかに届かなくなる職はありません。",
        "If the holder cannot be reached, everybody else is told all the same.",
    ),
    "planner.duty.state": ("{name}: 定足数{quorum}、{state}", "{name}: quorum {quorum}, {state}"),
    "planner.group.state": ("{name}: {total} のうち {told} に届く", "{name}: {told} of {total} {told:is|are} told"),
    # Tabs
    "planner.tab.weak": ("弱点", "weak"),
    "planner.tab.check": ("点検", "check"),
    "planner.weak.title": (
        "弱点　単独 {singles}件、2つ同時 {pairs}件",
        "Weak points: single {singles}, pairs {pairs}",
    ),
    "planner.weak.none": (
        "今届いている職と任務のうち、さらに1つ又は2つが使えなくなることで届かなくなるものはありません。",
        "Of the posts and duties that are told now, no one or two further failures cut off any.",
    ),
    "planner.weak.one": ("単独", "one"),
    "planner.weak.two": ("2つ", "two"),
    "planner.check.title": ("点検　{count}件", "Findings: {count}"),
    "planner.check.none": ("見つかったことはありません。", "Nothing was found."),
    "planner.check.waived": ("了承済 {text}", "waived: {text}"),
    "planner.tab.fix": ("改善案", "repair"),
    "planner.tab.calls": ("連絡順", "calls"),
    "planner.fix.title": ("改善案　変更 {count}件", "Repair: {count:# change|# changes}"),
    "planner.fix.ask": (
        "Enter で、単一障害点を全て除く最も安い変更を計算します。大きな図では数十秒かかります。",
        "Press Enter to look for the cheapest changes that remove every single point of failure. On a large chart "
        "this takes a while.",
    ),
    "planner.fix.looking": ("計算中です。この間もほかの操作ができます。", "Looking for it. You can go on meanwhile."),
    "planner.fix.write": ("ファイルに書き込む", "write it to the file"),
    "planner.fix.keep": ("書き込まない", "do not write it"),
    "planner.fix.sure": (
        "次のファイルに変更を書き込みます。元の内容は、同じ場所に .bak を付けて残します。\n{file}",
        "The changes go into this file. What it held before is kept beside it, with .bak at the end.\n{file}",
    ),
    "planner.fix.written": ("書き込みました: {file}", "Written: {file}"),
    "planner.fix.no_file": (
        "この連絡体制図にはファイルがないため、変更を書き込めません。",
        "This chart comes from no file that could be changed.",
    ),
    "planner.calls.title": ("連絡順　全員に届くまで {today}", "All told: {today}"),
    "planner.calls.better": (
        "連絡順　全員に届くまで {today} → {best}",
        "All told: {today}, at best {best}",
    ),
    "planner.calls.changed": ("次の順にすると早まります。", "Sooner in this order:"),
    "planner.calls.same": ("今の順のままで構いません。", "Good in the order they are in:"),
    "planner.calls.moved": ("{entry}（現在 {place}番目）", "{entry} (today no. {place})"),
    "planner.calls.none": ("2か所以上に連絡する職がありません。", "Nobody has more than one contact to make."),
    # Kinds of things
    "planner.kind.person": ("人", "person"),
    "planner.kind.medium": ("設備", "medium"),
    "planner.kind.site": ("場所", "site"),
    "planner.kind.line": ("電話等", "line"),
    # Keys
    "planner.key.fail": ("不在にする・戻す", "fail, mend"),
    "planner.key.people": ("人を選ぶ", "who"),
    "planner.key.search": ("探して止める", "find and fail"),
    "planner.key.undo": ("1つ戻す", "undo"),
    "planner.key.clear": ("全て戻す", "clear"),
    "planner.key.class": ("区分", "class"),
    "planner.key.level": ("レベル", "level"),
    "planner.key.publishing": ("公表", "publishing"),
    "planner.key.time": ("日時", "time"),
    "planner.key.hour": ("1時間", "hour"),
    "planner.key.view": ("表・図", "table, tree"),
    "planner.key.other_side": ("左右", "other side"),
    "planner.key.read": ("説明を送る", "read on"),
    # Dialogs
    "planner.search.title": ("使えなくするものを探す", "Find what is to fail"),
    "planner.search.count": ("{count}件", "{count} found"),
    "planner.people.question": ("不在にする人、又は戻す人を選びます。", "Who is absent, or is back?"),
    "planner.people.nobody": ("この行には、不在にできる人がいません。", "There is nobody on this line to be absent."),
    "planner.time.title": ("日時", "Time"),
    "planner.time.question": (
        "いつの状況を見ますか。その時間に使えない電話と、休暇の人が除かれます。",
        "When? Lines closed at that hour and people on leave do not count.",
    ),
    "planner.time.any": ("時刻を問わない", "any time"),
    "planner.time.day": ("平日の昼　{at}", "a working day, {at}"),
    "planner.time.night": ("平日の夜　{at}", "a working day's night, {at}"),
    "planner.time.saturday": ("土曜　{at}", "a Saturday, {at}"),
    "planner.time.holiday": ("休日　{at}", "a holiday, {at}"),
    "planner.time.type": ("日時を入力する", "type a day or an hour"),
    "planner.time.how": (
        "日時を入力します。例: 2023-11-28 20:00、11/28、20:00（日付だけなら、その日の休暇だけを除きます）",
        "A day, an hour, or both: 2023-11-28 20:00, 11/28, 20:00. A day alone leaves out who is on leave.",
    ),
    "planner.time.bad": ("「{text}」は日時として読めません。", "“{text}” is no day or hour."),
    "planner.origins.title": ("発端", "Origins"),
    "planner.origins.question": (
        "最初に事故を知る職に印を付けます。印がなければ、連絡体制図のとおりにします。",
        "Tick the posts that know of the incident first. Without a tick, those of the chart.",
    ),
    "planner.nothing_to_undo": ("戻すことはありません。", "There is nothing to undo."),
    # Help
    "planner.help.how": (
        "左が連絡体制、右が弱点と点検の結果です。何かを切り替えると、誰に届くかをすぐに計算し直します。"
        "「区分 全て」のような「全て」は、起こり得る連絡を全て必要とみなすことを表します。"
        "改善案の書込みを選ばない限り、連絡体制図のファイルは変わりません。",
        "The chart is at the left, its weak points and findings at the right. Whatever you switch, who is told is "
        "computed again at once. “any” counts every contact that could be owed. The chart's file is only changed if "
        "you have a repair written.",
    ),
    "planner.help.signs": ("記号", "Signs"),
    "planner.help.told": ("連絡が届く。任務は、定足数に届く", "told; a duty: its quorum is reached"),
    "planner.help.lost": ("連絡が必要だが届かない", "has to be told, but is not"),
    "planner.help.spare": ("この想定では連絡の対象外", "need not be told in this situation"),
    "planner.help.falls": ("選んだ弱点が使えなくなると届かない", "falls with the weak point that is marked"),
    "planner.help.radius": (
        "担当者に連絡が取れないと届かなくなる数",
        "how many are not told if the holder cannot be reached",
    ),
    "planner.help.fail": (
        "左: その職の担当者を不在にする、戻す。弱点: それを使えなくする。点検: その職に移る",
        "chart: the post's holder is absent, or back; weak points: they fail; findings: go to the post",
    ),
    "planner.help.people": ("担当者と代理者から選んで不在にする、戻す", "choose among holder and deputies"),
    "planner.help.search": (
        "人・設備・場所・電話を名前で探し、使えなくする、戻す",
        "find people, media, sites and lines by name, and let them fail",
    ),
    "planner.help.undo": ("直前の切替えを取り消す", "take the last switch back"),
    "planner.help.clear": (
        "使えないものを全て戻す。もう一度押すと、想定も最初に戻す",
        "everything works again; once more, and the situation is that of the beginning",
    ),
    "planner.help.class": ("事故の区分を順に切り替える", "turn through the classes of incident"),
    "planner.help.level": ("インシデントレベル。もう一度押すと「全て」", "incident level; once more: any"),
    "planner.help.publishing": ("公表の有無を順に切り替える", "published, not published, either"),
    "planner.help.time": ("時間帯、休日、休暇の日を選ぶ", "choose an hour, a holiday, a day of leave"),
    "planner.help.hour": ("1時間戻す、進める（{{ }} は1日）", "an hour back or on ({{ }} for a day)"),
    "planner.help.deputies": ("代理者がいない場合と比べる", "with and without deputies"),
    "planner.help.origins": ("最初に事故を知る職を選ぶ", "choose who knows of the incident first"),
    "planner.help.view": ("図と表を切り替える", "tree or table"),
    "planner.help.other_side": ("左の欄と右の欄を行き来する", "from the chart to the list and back"),
    "planner.help.weak": ("弱点の一覧。影響の大きい順", "the weak points, the worst first"),
    "planner.help.check": ("点検の結果（drill check と同じ）", "the findings of drill check"),
    "planner.help.read": ("右下の説明を上下に動かす", "scroll the text at the lower right"),
    "planner.help.fix": (
        "単一障害点を全て除く最も安い変更を計算する。もう一度 Enter で差分を見て、書き込む",
        "look for the cheapest repair; Enter again shows its diff and can write it",
    ),
    "planner.help.calls": ("各職の連絡の順番と、早くなる順番（*）", "each caller's order, and a faster one (*)"),
    "planner.help.help": ("この説明", "this help"),
    "planner.help.quit": ("終了", "leave"),
}
