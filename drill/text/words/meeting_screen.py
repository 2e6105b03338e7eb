"""The screen of the meeting-style exercise."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "meet.members": ("構成員", "Members"),
    "meet.member": ("今の構成員", "This member"),
    "meet.main.convening": ("招集", "Convening"),
    "meet.main.roles": ("役割の確認", "Roles"),
    "meet.main.stage": ("状況", "Situation"),
    "meet.main.closed": ("訓練の結果", "What it came to"),
    "meet.phase.convening": (
        "{meeting}の招集　出席{seated}人（構成員{members}人、定足数{quorum}人）",
        "{meeting}: convening, {seated} here of {members}, quorum {quorum}",
    ),
    "meet.phase.roles": (
        "{meeting}　役割の確認 {said}人（出席{seated}人、構成員{members}人、定足数{quorum}人）",
        "{meeting}: roles, {said} said, {seated} here of {members}, quorum {quorum}",
    ),
    "meet.phase.hot_wash": (
        "{meeting}　振り返り（出席{seated}人、構成員{members}人、定足数{quorum}人）",
        "{meeting}: hot wash, {seated} here of {members}, quorum {quorum}",
    ),
    "meet.phase.closed": (
        "{meeting}　訓練終了（出席{seated}人、構成員{members}人、定足数{quorum}人）",
        "{meeting}: over, {seated} here of {members}, quorum {quorum}",
    ),
    "meet.phase.stage": ("段階{number}/{of}　{title}", "Stage {number}/{of}: {title}"),
    "meet.left": ("残り {time}", "{time} left"),
    "meet.over": ("予定を {time} 超過", "{time} over"),
    "meet.held": ("（時計停止）", "(held)"),
    "meet.said": ("[説明済]", "[said]"),
    "meet.unsaid": ("[要確認]", "[review]"),
    "meet.deputy": ("代理 {person}", "deputy: {person}"),
    "meet.legend": ("o 出席　. 未確認　? 代理者を確認中　x 欠席", "o here  . not asked yet  ? deputy wanted  x nobody"),
    "meet.named_right": (
        "会場の答え「{said}」は体制図のとおりです（{expected}）",
        "The room said “{said}”; the chart says {expected}: right",
    ),
    "meet.named_wrong": (
        "会場の答えは「{said}」、体制図では「{expected}」です",
        "The room said “{said}”; the chart says {expected}",
    ),
    "meet.is.here": ("出席しています。", "Is here."),
    "meet.is.deputy": ("{person}が代理で出席しています。", "{person} stands in."),
    "meet.is.nobody": ("欠席です。体制図にほかの代理者はいません。", "Nobody comes: the chart has no further deputy."),
    "meet.is.ask": (
        "不在です。代理者は誰ですか。会場の全員に尋ね、答えを入力（d）すると、体制図の代理者が示されます。",
        "Absent. Who stands in? Ask the room and enter its answer with d; then the chart shows the deputy.",
    ),
    "meet.is.waiting": ("{person}は出席していますか。", "Is the holder here? ({person})"),
    "meet.is.revealed": (
        "体制図の代理者（第{rank}順位）は{person}です。出席していますか。",
        "By the chart the deputy (number {rank}) is: {person}. Here?",
    ),
    "meet.role.ask": (
        "この緊急時に、あなたの役割は何ですか。誰に報告し、誰に指示し、何を決めますか。",
        "What is your role in this emergency? To whom do you report, whom do you instruct, what do you decide?",
    ),
    "meet.role.card": ("体制図の役割と連絡先", "Role and contacts on the chart"),
    "meet.quorum": (
        "出席{seated}人で、定足数{quorum}人に達しています。",
        "{seated} at the table: the quorum of {quorum} is reached.",
    ),
    "meet.no_quorum": (
        "出席{seated}人で、定足数{quorum}人に達していません。",
        "{seated} at the table: below the quorum of {quorum}.",
    ),
    "meet.enough": ("Enterで役割の確認に進めます。", "Enter goes on to the roles."),
    "meet.without": (
        "全員を確認しました。会議は成立しませんが、Enterで訓練を続けられます（記録に残ります）。",
        "Everybody has been asked for. The meeting cannot be valid; Enter goes on anyway, and the record says so.",
    ),
    "meet.all_said": (
        "全員の確認が済みました。Enterで最初の段階に進みます。",
        "All have spoken. Enter opens the first stage.",
    ),
    "meet.questions": ("話し合うこと", "To discuss"),
    "meet.by_level": ("レベルによる違い", "What the level changes"),
    "meet.decisions": ("決めること", "To decide"),
    "meet.real": ("実際の事案でこの時点までに行われたこと", "What the real case had done by now"),
    "meet.hot_wash": (
        "番号を押して、会場の発言を入力してください。いくつでも記録できます。",
        "Press a number and type what the room says; as many answers as there are.",
    ),
    "meet.wrong": ("{answer}［要確認］", "{answer} [to be reviewed]"),
    "meet.saved": ("記録: {log}\n実施記録（会議録）: {record}", "Log: {log}\nMinutes: {record}"),
    "meet.unsaved": (
        "記録: {log}\n実施記録（会議録）は保存できていません。次のコマンドで作れます。\n"
        "drill report minutes {log} -o FILE",
        "Log: {log}\nThe minutes could not be saved. This makes them:\ndrill report minutes {log} -o FILE",
    ),
    "meet.title.name": ("代理者の確認", "The deputy"),
    "meet.title.decide": ("決定の記録", "Decision"),
    "meet.title.hot_wash": ("振り返り", "Hot wash"),
    "meet.title.help": ("ヘルプ", "Help"),
    "meet.title.on": ("次へ進む", "Go on"),
    "meet.title.quit": ("終了", "Leave"),
    "meet.ask.name": (
        "{post}の代理者として、会場が答えたのは誰ですか。",
        "{post}: whom did the room name as the deputy?",
    ),
    "meet.ask.which": ("どの事項を決めますか。", "What is decided?"),
    "meet.ask.on": ("まだ済んでいません: {things}。次へ進みますか。", "Still open: {things}. Go on all the same?"),
    "meet.question": ("問{number}", "question {number}"),
    "meet.sure.stay": ("戻る", "Stay here"),
    "meet.sure.go": ("このまま次へ進む", "Go on"),
    "meet.quit.stay": ("訓練を続ける", "Go on with the exercise"),
    "meet.quit.end": ("ここで訓練を終了し、実施記録を作る", "End the exercise here and make the minutes"),
    "meet.key.who": ("構成員を選ぶ", "member"),
    "meet.key.here": ("出席", "here"),
    "meet.key.absent": ("不在", "absent"),
    "meet.key.arrive": ("不在を取り消し着席", "here after all"),
    "meet.ask.arrive": ("{post}の席に着くのは誰ですか。", "{post}: who takes the seat after all?"),
    "meet.title.arrive": ("遅れて出席", "Here after all"),
    "meet.not_written": (
        "記録を書き込めませんでした（{reason}）。今の入力は残っていません。原因を取り除いて、もう一度入力してください。",
        "The log could not be written ({reason}); this entry does not count. Mend that, then enter it again.",
    ),
    "meet.key.name": ("会場の答えを入力", "the room's answer"),
    "meet.key.right": ("正しく説明", "said right"),
    "meet.key.wrong": ("説明できず", "not right"),
    "meet.key.card": ("役割を示す・隠す", "show the role"),
    "meet.key.decide": ("決定を記録", "decide"),
    "meet.key.hold": ("時計を止めて議論", "hold"),
    "meet.key.release": ("時計を再開", "go on with the clock"),
    "meet.key.real": ("実際の事案を示す", "the real case"),
    "meet.key.members": ("構成員", "members"),
    "meet.key.back": ("状況に戻る", "back"),
    "meet.key.answer": ("発言を記録", "answer"),
    "meet.key.roles": ("役割の確認へ", "roles"),
    "meet.key.first": ("最初の段階へ", "first stage"),
    "meet.key.next": ("次の段階へ", "next stage"),
    "meet.key.hot_wash": ("振り返りへ", "hot wash"),
    "meet.key.close": ("終了して実施記録を作る", "end, make the minutes"),
    "meet.key.pause": ("休憩", "pause"),
    "meet.key.go_on": ("再開", "resume"),
    "meet.key.quit": ("中断・終了", "leave"),
    "meet.key.leave": ("閉じる", "leave"),
    "meet.help.how": (
        "一つの画面を全員で見ながら進める訓練です。進行管理者がキーを押します。招集、役割の確認、各段階の話合いと決定、振り返りの順に進みます。"
        "入力したことは直ちに記録され、途中で閉じても `drill play --resume` で続きから再開できます。",
        "One screen for the whole room; the facilitator presses the keys. Convening, roles, the stages with talk and "
        "decisions, hot wash. What is entered is on the disk at once: `drill play --resume` goes on from there.",
    ),
    "meet.help.keys": (
        "h|招集: 出席。段階: 時計を止める・再開する\n"
        "a|不在（着席した人が中座したときも）\n"
        "b|不在とした人が出席した（遅刻、押し間違い）\n"
        "d|招集: 会場が答えた代理者を入力。段階: 決定を記録\n"
        "y n|役割を正しく説明した・できなかった\n"
        "v|体制図の役割を示す・隠す\n"
        "r|実際の事案でこの時点までに行われたことを示す\n"
        "m|段階の途中で構成員の出欠を見る・改める\n"
        "1-9|振り返りの問に発言を記録する\n"
        "Enter|次へ進む\n"
        "p|休憩（全ての時計が止まる）\n"
        "PgUp|PgDnとともに、文章を1画面ずつ動かす\n"
        "F3|明るい画面・暗い画面\n"
        "q|中断又は終了",
        "h|convening: here. In a stage: hold the clock, or let it go on\n"
        "a|absent; also when somebody leaves the table\n"
        "b|somebody marked absent is here after all: late, or the wrong key\n"
        "d|convening: whom the room names as deputy. In a stage: record a decision\n"
        "y n|said the role right, or not\n"
        "v|show or cover the role on the chart\n"
        "r|what the real case had done by now\n"
        "m|look at the members, and change who is here, during a stage\n"
        "1-9|an answer to a question of the hot wash\n"
        "Enter|go on\n"
        "p|pause: every clock stands\n"
        "PgUp|and PgDn: a page of the text\n"
        "F3|light or dark\n"
        "q|leave or end",
    ),
}
