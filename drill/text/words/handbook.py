"""The facilitator's handbook 進行管理者の手引."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "handbook.title": ("進行管理者の手引「{title}」", "Facilitator's handbook: {title}"),
    "handbook.secret": (
        "全ての状況付与と答えが載っています。訓練が終わるまで、参加者の目に触れないようにしてください。",
        "It holds every inject and every answer: keep it from the participants until the drill is over.",
    ),
    "handbook.what": ("項目", "What"),
    "handbook.why": ("理由", "Why it matters"),
    # Purpose and facts
    "handbook.purpose": ("目的と概要", "Purpose"),
    "handbook.measures": ("根拠になる評価項目", "Evidence from the score"),
    "handbook.tasks": ("根拠になる対応", "Evidence from the actions"),
    "handbook.facts": ("訓練の設定", "Setting"),
    "handbook.fact.start": ("訓練上の開始日時", "Drill time at the start"),
    "handbook.fact.length": ("所要時間", "Length"),
    "handbook.fact.chart": ("連絡体制図", "Contact chart"),
    "handbook.fact.level": ("正しいレベル", "Right level"),
    "handbook.fact.publish": ("公表", "Publication"),
    "handbook.fact.down": ("使えないもの", "Out of order"),
    "handbook.fact.origin": ("最初に知る職", "First to know"),
    "handbook.fact.source": ("出典", "Source"),
    "handbook.publish.yes": ("公表する", "belongs to the right course"),
    "handbook.publish.no": ("公表しない", "does not belong to the right course"),
    # Before the drill
    "handbook.preparing": ("準備", "Setting up"),
    "handbook.preparing.lines": (
        "会場は、進行管理者の席から全員が見える1室とし、机を職ごとに分ける。電話の役をする人同士は離す。\n"
        "進行管理者の端末を1台（投影できると望ましい）、評価者を1人以上用意する。\n"
        "配るもの: 参加者用資料（drill report handout {scenario}）、役割カード（role-cards）、"
        "連絡先カード（contact-cards）、事案記録票（incident-record）、筆記具、職名の札。\n"
        "手元に置くもの: この手引と状況付与計画表（msel）。評価者には計画表を渡し、実施時刻と気付きを書いてもらう。\n"
        "不在とする人を決める場合は、開始前に決めて代理者にだけ伝える。\n"
        "時間の目安（仮定）: 説明15分、訓練{minutes}、振り返り30分。長い訓練は、早送りで待ち時間を縮める。\n"
        "前日までに drill check {scenario} を行い、誤りがないことを確かめる。",
        "One room in which you see everybody, a desk for each post; those who telephone with each other sit apart.\n"
        "One computer for the facilitator, with a projector if there is one, and at least one evaluator.\n"
        "To hand out: the participants' handout (drill report handout {scenario}), role cards (role-cards), contact "
        "cards (contact-cards), incident records (incident-record), pens, name plates of the posts.\n"
        "For yourself: this handbook and the MSEL sheet (msel). The evaluator notes actual times on the sheet.\n"
        "If somebody is to be absent, settle it before and tell nobody but the deputy.\n"
        "Time needed (assumption): 15 min to explain, {minutes} for the drill, 30 min for the hot wash. Long waits can "
        "be skipped.\n"
        "By the day before, run drill check {scenario} and see that nothing is wrong.",
    ),
    "handbook.players": ("参加者", "Players"),
    "handbook.players.about": (
        "参加者を書き込みます。人を充てない職は、プログラムが模擬します。",
        "Fill in who takes part. The program plays every post that has nobody.",
    ),
    "handbook.player": ("担当する人", "Played by"),
    "handbook.stand_in": ("代理の人", "Deputy"),
    "handbook.safety": ("安全のために", "Safety"),
    "handbook.safety.lines": (
        "始める前に全員へ「これは訓練です」と告げ、実在の機関、報道機関、住民に連絡しないことを確かめる。\n"
        "実際の電話やメールを使う場合は、関係する部署、交換、守衛、委託先へ日時を事前に知らせ、"
        "話の初めと終わりに「訓練です」と言い、件名の先頭に【訓練】と書く。119番、110番は絶対にかけない。\n"
        "実際の業務システムには触れない。停止、切離し、権限の変更は口頭で述べるだけにする。\n"
        "実際の事案や急病が起きたら「訓練中止」と告げ、p で時計を止め、全員が実際の対応に移ったことを確かめる。\n"
        "体調や気持ちに無理のある人には、理由を問わず抜けてもらい、代理者又はプログラムに引き継ぐ。\n"
        "終わったら「訓練終了」と告げ、連絡した全ての相手に終わったことを知らせ、配った資料を集める。",
        "Before you begin, tell everybody that this is a drill and that no real authority, newspaper or resident is "
        "contacted.\n"
        "If real telephones or mails are used, tell the sections, the switchboard, the guards and contractors "
        "concerned the date and hour beforehand; every call begins and ends with “this is a drill”, every subject with "
        "[DRILL]. Nobody ever dials an emergency number.\n"
        "No working system is touched. Stopping, disconnecting and revoking are only said aloud.\n"
        "If something real happens, or somebody falls ill, say “drill stopped”, stop the clock with p and see that "
        "everybody has turned to it.\n"
        "Whoever does not feel well may leave without giving a reason; a deputy or the program takes over.\n"
        "At the end say “end of drill”, tell everybody who was contacted that it is over, and collect the papers.",
    ),
    "handbook.schedule": ("進行", "Schedule"),
    "handbook.opens": ("始まる時", "Begins"),
    # Injects
    "handbook.inject": ("状況付与{number}　{sender}", "Inject {number}: {sender}"),
    "handbook.inject.content": ("内容", "Text"),
    "handbook.inject.gives": ("伝わる事項", "What it gives"),
    "handbook.inject.watch": ("見るところ", "Watch for"),
    "handbook.inject.held": ("保留した場合、条件がそろわない場合", "If it is held, or its condition fails"),
    "handbook.expected": ("{post}：{task}（{deadline}）", "{post}: {task} ({deadline})"),
    "handbook.temptation": ("{post}：してはならない対応「{task}」", "{post}: not to be done: {task}"),
    "handbook.nothing_expected": (
        "決められた対応はない。知っている事実に基づいて応じ、必要な相手に伝えて記録するかを見る。",
        "Nothing in particular is expected: see that they answer from what they know, pass it on and note it down.",
    ),
    "handbook.assumption": ("仮定", "assumption"),
    "handbook.no_deadline": ("期限なし", "no deadline"),
    "handbook.without.messages": (
        "「{name}」は誰にも伝わらない（ほかに伝える状況付与がない）。",
        "Nobody learns of “{name}”: no other inject tells it.",
    ),
    "handbook.without.injects": ("{name}も付与されない。", "There is no {name} either."),
    "handbook.without.tasks": ("「{name}」は求められない。", "“{name}” is not asked for."),
    "handbook.without.phases": ("局面「{name}」に移らない。", "The phase “{name}” does not begin."),
    "handbook.without.clocks": ("期限「{name}」は進まない。", "The deadline “{name}” does not run."),
    "handbook.without.nothing": ("これだけに基づくものはない。", "Nothing depends on it alone."),
    # Answers
    "handbook.action": ("対応", "Action"),
    "handbook.actions": ("求められる対応", "Expected actions"),
    "handbook.actions.about": (
        "期限は対応が求められた時点から数えます。重みは評価での配点です。",
        "A deadline counts from the moment the action is asked for. The weight is what it counts in the score.",
    ),
    "handbook.temptations": ("してはならない対応", "What must not be done"),
    "handbook.temptations.about": (
        "参加者には選択肢として示されます。行うと誤りになります。",
        "Participants are offered these; doing one counts as wrong.",
    ),
    "handbook.due": ("求められる時と期限", "Asked for, and deadline"),
    "handbook.weight": ("重み", "Weight"),
    "handbook.requires": ("前提：{condition}こと", "only after: {condition}"),
    "handbook.decisions": ("判断とその答え", "Decisions and their answers"),
    "handbook.right_level": ("正しい答えは{level}です。{why}", "The right answer is {level}. {why}"),
    "handbook.right": ("正誤", "Right"),
    "handbook.option": ("選択肢", "Option"),
    "handbook.mark.right": ("○", "○"),
    "handbook.mark.wrong": ("×", "×"),
    "handbook.messages": ("伝わるべき事項", "What must come through"),
    "handbook.messages.about": (
        "連絡が人から人へ渡るたびに、次の事項が抜けたり変わったりしていないかを確かめます。",
        "At every hop, see that none of these is lost or changed.",
    ),
    "handbook.message": ("連絡", "Message"),
    "handbook.items": ("事項", "Items"),
    "handbook.counts": ("件数の報告と集計", "Numbers to be reported"),
    "handbook.counts.about": (
        "「{message}」を確認した職は、{span}以内に{collector}へ{label}を報告します。{why}",
        "Whoever has “{message}” reports to {collector} within {span}: {label}. {why}",
    ),
    "handbook.clocks": ("法令や約束による期限", "Legal and promised deadlines"),
    "handbook.clock.title": ("期限", "Deadline"),
    "handbook.clock.starts": ("始まり", "Begins"),
    "handbook.clock.due": ("長さ", "Length"),
    "handbook.clock.met": ("果たされる時", "Met when"),
    "handbook.contacts": ("特に大切な連絡", "Contacts that matter most"),
    "handbook.quiz": ("確認テストと答え", "Quiz and its answers"),
    "handbook.answers": ("答え", "Answers"),
    # The meeting
    "handbook.meeting": ("会議形式で行う場合", "As an exercise round a table"),
    "handbook.meeting.about": (
        "{duty}の構成員を招集し、定足数{quorum}を確かめてから、段階ごとに進めます。時間の目安は合わせて{minutes}です。"
        "議論が尽きたら次へ移り、盛り上がっているときは続けます。",
        "The members of {duty} are convened; with a quorum of {quorum} the story is gone through by stages, {minutes} "
        "in all. Stay where the talk is good, go on when it is done.",
    ),
    "handbook.meeting.hotwash": ("会議の振り返り", "Hot wash of the meeting"),
    "handbook.stage": ("段階{number}　{title}（{clock}、{span}）", "Stage {number}: {title} ({clock}, {span})"),
    "handbook.difference": ("このレベルのときの違い", "What differs at this level"),
    "handbook.to_decide": ("決めること：{text}", "To be decided: {text}"),
    # After the drill
    "handbook.hotwash": ("振り返りの問い", "Hot wash"),
    "handbook.hotwash.lines": (
        "最初の知らせを受けたとき、次に何をすればよいかはすぐに分かりましたか。何を見て分かりましたか。\n"
        "連絡がつかなかった相手はいましたか。代理者には、迷わず連絡できましたか。\n"
        "受けた内容と渡した内容で、抜けたこと、変わったことはありませんでしたか。\n"
        "判断に迷ったのはどこですか。どの情報があれば迷わなかったでしょうか。\n"
        "手順書や連絡体制図に、直した方がよいところはありますか。\n"
        "明日から変えることを1つ挙げるなら何ですか。誰が、いつまでに行いますか。",
        "When the first notice came, did you know at once what to do next? What told you?\n"
        "Was there anybody you could not reach? Did you turn to the deputy without hesitating?\n"
        "Between what you were told and what you passed on, was anything lost or changed?\n"
        "Where were you in doubt? What would you have needed to know?\n"
        "What in the procedure or the contact chart should be changed?\n"
        "If one thing is changed tomorrow, what is it? Who does it, and by when?",
    ),
    "handbook.keys": ("進行管理者の画面のキー", "Keys of the facilitator's screen"),
    "handbook.keys.about": (
        "drill play {scenario} --all で始め、F2 で進行管理者の画面に移ります。",
        "Begin with drill play {scenario} --all; F2 shows the facilitator's screen.",
    ),
    "handbook.key": ("キー", "Key"),
    "handbook.on_screen": ("画面の表示", "On the screen"),
    "handbook.effect": ("働き", "What it does"),
    "handbook.key.now": ("選んだ状況付与をすぐに行う", "gives the marked inject at once"),
    "handbook.key.hold": (
        "選んだ状況付与を、今すぐ付与を押すまで止めておく",
        "keeps the marked inject back until you give it with n",
    ),
    "handbook.key.skip": ("選んだ状況付与を取りやめる", "leaves the marked inject out"),
    "handbook.key.improvise": ("計画にない状況をその場で書いて与える", "gives something that is not planned"),
    "handbook.key.absent": ("人を不在にする、又は戻す", "takes somebody away, or brings them back"),
    "handbook.key.pause": ("時計を止める、又は動かす", "stops the clock, and starts it again"),
    "handbook.key.speed": ("時計を速める、又は遅くする", "makes the clock faster or slower"),
    "handbook.key.forward": ("次の出来事まで時間を進める", "goes on to the next event"),
    "handbook.key.end": ("訓練を終えて結果を示す", "ends the drill and shows the result"),
    "handbook.key.back": ("参加者の画面に戻る", "goes back to the participants' screen"),
}
