"""The after-action report: summary, picture, contacts, departures from the chart, the real case."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "after.title": ("{title} 事後報告書", "After-action report: {title}"),
    "after.notice": (
        "訓練の記録をもとに作成した報告書です。実際の事案ではありません。個人の氏名や電話番号は含みません。"
        "表の時刻は訓練開始からの経過時間です（分:秒、1時間以降は時:分:秒）。",
        "Made from the log of a drill; nothing in it is a real incident. It holds no names and no telephone numbers. "
        "Times in tables count from the start of the drill (minutes:seconds, from an hour on hours:minutes:seconds).",
    ),
    "after.numbered": ("{number} {title}", "{number}. {title}"),
    "after.outline": ("訓練の概要", "The drill"),
    "after.summary": ("総括", "Summary"),
    "after.picture": ("訓練の経過", "Course of the drill"),
    "after.score": ("評価の結果", "Score"),
    "after.contacts": ("連絡の到達状況", "Who was reached"),
    "after.deadlines": ("連絡の期限", "Deadlines of contacts"),
    "after.tasks": ("判断と対応", "Decisions and actions"),
    "after.counts": ("件数の集約", "Numbers reported upward"),
    "after.deviations": ("途切れた連絡、連絡体制図との相違", "Broken links, departures from the contact chart"),
    "after.real_case": ("実際の事案との比較", "Beside the real case"),
    "after.ratings": ("目標ごとの評価", "Ratings of the objectives"),
    "after.strengths": ("優れていた点", "Strengths"),
    "after.areas": ("改善を要する点", "Areas for improvement"),
    "after.follow_up": ("これまでの改善措置の検証", "Earlier actions that this drill tested"),
    "after.clocks": ("期限のある手続", "Deadlines that run on"),
    "after.origin": ("この報告書のもとになった記録", "What this report rests on"),
    "after.held": ("実施日", "Held on"),
    "after.inject.sender": ("送り手", "From"),
    "after.inject.to": ("受け手", "To"),
    "after.notes": ("評価者の所見", "What evaluators saw"),
    "after.note": ("{at}　{text}", "{at}: {text}"),
    "after.rows": ("記録の件数", "Entries of the log"),
    "after.head": ("記録の照合値（SHA-256）", "Hash of the log's last line (SHA-256)"),
    "after.other_head": (
        "注意: 評価のファイルに書かれた照合値は、この記録のものと異なります。",
        "Note: the evaluation names another log's hash than this one's.",
    ),
    "after.repeat": ("次のコマンドで同じ訓練を再現できます: {command}", "The same drill is run again by: {command}"),
    "after.repeat_played": (
        "参加者の操作は記録に残っており、drill replay で再生できます。同じ想定を全て模擬で行うには: {command}",
        "What people did is in the log and can be watched with drill replay. The same drill with everybody simulated: "
        "{command}",
    ),
    "summary.held": (
        "「{title}」の訓練を、{start}の想定で開始し、{length}で終えました（{players}）。",
        "The drill “{title}” began at a supposed {start} and ended after {length} ({players}).",
    ),
    "summary.unfinished": (
        "「{title}」の訓練を{start}の想定で開始しましたが、記録は{length}までで、終了していません（{players}）。",
        "The drill “{title}” began at a supposed {start}; its log goes to {length} and has no end ({players}).",
    ),
    "summary.played": ("参加者が担当した職は{number}", "posts played by people: {number}"),
    "summary.simulated": ("全て模擬", "everybody simulated"),
    "summary.nobody_required": ("連絡すべき職はありませんでした。", "No post had to be reached."),
    "summary.reached_all": (
        "連絡すべき{of}職の全てが確認し、最後の確認は開始から{at}後でした（うち代理者による確認{deputies}職）。",
        "{of:The one required post|All # required posts} acknowledged, the last {at} after the start; deputies stood "
        "in for {deputies}.",
    ),
    "summary.reached": (
        "連絡すべき{of}職のうち確認したのは{got}職で、{missing}職には届きませんでした（代理者による確認{deputies}職）。",
        "Of {of:# required post|# required posts} {got} acknowledged and {missing} did not; deputies stood in for "
        "{deputies}.",
    ),
    "summary.timeliness": (
        "期限のある連絡{of}件のうち{got}件が期限内で、{missed}件は遅れたか行われませんでした。",
        "Of {of:# contact|# contacts} with a deadline {got:# was|# were} in time; {missed:# was|# were} late or not "
        "made.",
    ),
    "summary.timeliness.all": (
        "期限のある連絡{of}件は全て期限内でした。",
        "{of:The one contact with a deadline was|All # contacts with a deadline were} in time.",
    ),
    "summary.restoration": (
        "復旧連絡は{of}職のうち{got}職に届きました（未達{missed}職）。",
        "The restoration notice came to {got} of {of:# post|# posts} (not to {missed}).",
    ),
    "summary.restoration.all": (
        "復旧連絡は{of}職の全てに届きました。",
        "The restoration notice came to {of:the one post|all # posts}.",
    ),
    "summary.level_right": (
        "インシデントレベルは開始から{at}後にレベル{level}と正しく判定されました。",
        "The incident level was judged rightly, as level {level}, {at} after the start.",
    ),
    "summary.level_wrong": (
        "インシデントレベルは開始から{at}後にレベル{level}と判定されましたが、正しくはレベル{right}です。",
        "The incident level was judged as level {level}, {at} after the start; right would have been level {right}.",
    ),
    "summary.no_level": (
        "インシデントレベルは判定されませんでした（正しくはレベル{right}）。",
        "The incident level was not judged (right: {right}).",
    ),
    "summary.fidelity_met": (
        "伝達された項目は{of}のうち{got}が正確で（{percent}%）、目安の{yardstick}%を満たしました。",
        "Of {of:# item|# items} passed on {got} came through right ({percent} %), which meets the yardstick of "
        "{yardstick} %.",
    ),
    "summary.fidelity_short": (
        "伝達された項目は{of}のうち{got}が正確でしたが（{percent}%）、目安の{yardstick}%に届きませんでした。",
        "Of {of:# item|# items} passed on {got} came through right ({percent} %), short of the yardstick of "
        "{yardstick} %.",
    ),
    "summary.actions": (
        "求められる対応は{of}点のうち{got}点で、{missed}件が遅れたか行われませんでした。",
        "Expected actions came to {got} of {of:# point|# points}; {missed:# was|# were} late or not done.",
    ),
    "summary.actions.all": (
        "求められる対応は全て期限内に行われました（{got} / {of}点）。",
        "All expected actions were done in time ({got} of {of:# point|# points}).",
    ),
    "summary.closure": (
        "件数の集約は{of}件のうち{got}件が正しく期限内でした（不備{missed}件）。",
        "Of {of:# number|# numbers} due, the total among them, {got:# was|# were} right and in time "
        "({missed:# was|# were} not).",
    ),
    "summary.closure.all": (
        "件数の集約は合計を含む{of}件の全てが正しく期限内でした。",
        "{of:The one number due, the total, was|All # numbers due, the total among them, were} right and in time.",
    ),
    "summary.rated": ("{rating} {number}件", "{number} {rating}"),
    "summary.confirmed": (
        "目標ごとの評価は、評価者の確認により、{items}です。",
        "The evaluators rated the objectives: {items}.",
    ),
    "summary.suggested": (
        "目標ごとの評価は、{items}です（評価者が未確認のものは記録からの評価案）。",
        "The objectives are rated: {items} (where no evaluator has confirmed it, as the log suggests).",
    ),
    "summary.worst": (
        "失点が最も多かったのは「{area}」です（{rows}件、{lost}点）。",
        "Most points were lost by this: {area} ({rows:# row|# rows}, {lost:# point|# points}).",
    ),
    "picture.caption": ("訓練の経過（開始からの時間）", "Course of the drill (time from its start)"),
    "picture.phases": ("局面", "Phases"),
    "picture.contact": ("{target} ← {caller}", "{target}, from {caller}"),
    "picture.contact_about": ("{target}「{about}」← {caller}", "{target}, “{about}”, from {caller}"),
    "picture.inject_from": ("{number} {sender}", "{number} {sender}"),
    "picture.number": ("{number}件", "{number} of them"),
    "picture.wrong": ("誤り", "wrong"),
    "picture.note": ("局面", "phase"),
    "picture.inject": ("状況付与", "inject"),
    "picture.done": ("期限内", "in time"),
    "picture.late": ("期限後", "late"),
    "picture.missed": ("行われず", "not made"),
    "picture.decision": ("判断", "decision"),
    "picture.real": ("実際の事案", "real case"),
    "picture.about": (
        "期限のある連絡（受け手 ← 連絡した職。組への連絡は期限内の数）と、訓練中に求められた判断・対応を示します。"
        "状況付与の番号は状況付与計画表の番号です。訓練の終了後に来る期限は描いていません。",
        "Contacts with a deadline (of a group, how many were in time), and what was to be decided and done. Injects "
        "are numbered as in the MSEL sheet. Deadlines after the end of the drill are not drawn. ",
    ),
    "picture.left_out": (
        "失点のあったものを優先し、{what}は省きました。",
        "What lost points comes first; left out: {what}.",
    ),
    "picture.left_out.contacts": ("連絡{number}組", "{number:# group|# groups} of contacts"),
    "picture.left_out.tasks": ("判断・対応{number}件", "{number:# decision or action|# decisions and actions}"),
    "contacts.caller": ("連絡する職", "Caller"),
    "contacts.with_deadline": ("期限のある連絡", "With deadline"),
    "contacts.in_time": ("期限内", "In time"),
    "contacts.late": ("期限後", "Late"),
    "contacts.never": ("行われず", "Not made"),
    "contacts.missed": ("期限を守れなかった連絡", "Contacts that were not in time"),
    "contacts.made_at": ("確認", "Made"),
    "contacts.over": ("超過", "Over"),
    "contacts.not_made": ("なし", "not made"),
    "contacts.pair": ("{caller} → {target}「{about}」", "{caller} > {target}, “{about}”"),
    "contacts.hop": ("伝達回数", "Hop"),
    "contacts.posts": ("職", "Posts"),
    "contacts.items": ("正しい項目", "Items right"),
    "contacts.share": ("割合", "Share"),
    "contacts.lost": ("抜け・誤り（回数）", "Missing or wrong (times)"),
    "contacts.losses": ("抜け・誤りのあった伝達", "Where something was lost"),
    "contacts.receiver": ("受けた職", "Receiver"),
    "contacts.lost_items": ("抜け・誤り", "Missing or wrong"),
    "contacts.nothing_passed_on": (
        "人から人へ伝えられた連絡はありませんでした。",
        "Nothing was passed on from one person to another.",
    ),
    "contacts.yardstick": (
        "伝達回数は、最初に知った職から数えて何回目の伝達かを示します。目安は電話連絡網の点検で用いられる{percent}%です。"
        "目安に届かなかったもの: {of}のうち{short}。",
        "A hop is one passing-on, counted from the post that knew first. The yardstick is the {percent} % of call-tree "
        "tests; short of it: {short} of {of}.",
    ),
    "deviation.none": (
        "連絡先、順序、代理者のいずれについても、連絡体制図との相違はありませんでした。",
        "Contacts, order and deputies were as the chart has them.",
    ),
    "deviation.not_called_for": (
        "{caller} → {target}: 連絡体制図にあるが、この事案では不要な連絡",
        "{caller} > {target}: on the chart, but not called for in this incident",
    ),
    "deviation.not_on_chart": ("{caller} → {target}: 連絡体制図にない連絡", "{caller} > {target}: not on the chart"),
    "tasks.task": ("判断・対応", "Decision or action"),
    "tasks.post": ("担当の職", "Post"),
    "tasks.result": ("結果", "Result"),
    "tasks.at": ("時刻", "At"),
    "tasks.decided_right": ("正しい判断: {answer}", "Right: {answer}"),
    "tasks.decided_wrong": ("誤った判断: {answer}（正しくは {right}）", "Wrong: {answer} (right would be: {right})"),
    "tasks.undecided": ("判断されていない（正しくは {right}）", "Not decided (right would be: {right})"),
    "tasks.temptation": ("行うべきでない対応", "Should not have been done"),
    "tasks.in_order": ("手順どおり", "In order"),
    "tasks.out_of_order": ("前提となる手順の前に実施", "Before what it depends on"),
    "tasks.action_done": ("実施", "Done"),
    "tasks.action_late": ("期限後に実施", "Done late"),
    "tasks.action_missed": ("未実施", "Not done"),
    "deviation.out_of_turn": (
        "{caller} → {target}「{about}」: 先の順位の者に連絡を試みる前に、後の順位の者に連絡した",
        "{caller} > {target}, “{about}”: somebody was tried before those whose turn came first",
    ),
    "deviation.deputy_untried": (
        "{caller} → {target}「{about}」: 連絡が付かないまま、対応できる者{number}人に連絡を試みなかった",
        "{caller} > {target}, “{about}”: never got through, and {number} of those who could answer {number:was|were} "
        "not tried",
    ),
    "real.case": ("実際の事案", "The real case"),
    "real.drill": ("訓練（前の行からこの時点まで）", "The drill, since the row before"),
    "real.after_end": ("（訓練は{at}で終了）", "(the drill ended at {at})"),
    "real.before": ("（訓練開始前）", "(before the drill began)"),
    "real.nothing": ("（判断・対応なし）", "(nothing was decided or done)"),
    "real.note": (
        "時間は訓練の起点に当たる時点から数えます。最後の行には、それ以降の訓練の対応も示します。",
        "Time counts from the moment that the drill's start stands for. The last row also has what the drill did "
        "later.",
    ),
}
