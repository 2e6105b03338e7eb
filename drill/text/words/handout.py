"""The participant's handout 参加者用資料."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "handout.title": ("参加者用資料「{title}」", "Participant's handout: {title}"),
    "handout.drill": (
        "これは訓練の資料です。書かれている出来事は実際には起きていません。"
        "訓練は、決められた手順と連絡の体制で本当に動けるかを、皆さんと一緒に確かめるためのもので、"
        "個人の点数を競うものではありません。",
        "This is paper for a drill; nothing it tells has happened. The drill is held to find out together whether the "
        "agreed procedure and contact structure work. Nobody is being marked against anybody else.",
    ),
    "handout.facts": ("日時", "Date and time"),
    "handout.when": (
        "訓練の中では {day} {time} から始まり、{span}続きます。",
        "In the drill it is {day}, {time} when it begins; it lasts {span}.",
    ),
    "handout.beginning": ("始まりの状況", "How it begins"),
    "handout.your_part": ("あなたの役割", "Your part"),
    "handout.contacts": ("連絡の体制", "Who contacts whom"),
    "handout.levels": ("インシデントレベルの基準", "Criteria of the incident levels"),
    "handout.levels.about": (
        "分かっている事実を基準に当てはめて判定します。後から変えることもできます。",
        "The level is judged by holding the known facts against the criteria. It may be changed later.",
    ),
    "handout.reporting": ("連絡の仕方", "How to report"),
    "handout.reporting.lines": (
        "「訓練です」と言ってから、所属と職を名乗る。メールでは件名の先頭に【訓練】と書く。\n"
        "次の「伝える事項」を、分かっている順に短く伝える。分からないことは「不明」と言う。\n"
        "相手に復唱してもらい、違っていたら直す。\n"
        "相手が出ないときは別の手段で、それでもつながらないときは代理者に連絡する。\n"
        "伝言や留守番電話だけでは、伝えたことにならない。本人か代理者が確認するまで続ける。\n"
        "時刻、相手、内容を記録する。",
        "Say that this is a drill, then your section and post. A mail has [DRILL] at the head of its subject.\n"
        "Tell what you know of the points below, briefly. What is unknown is called unknown.\n"
        "Have it read back, and put right what is wrong.\n"
        "If nobody answers, try another channel, then the deputies.\n"
        "Word left with a colleague or with voicemail is not enough: go on until the person or a deputy acknowledges.\n"
        "Note the time, the other side and what was said.",
    ),
    "handout.tell": ("伝える事項", "What to tell"),
    "handout.tell.lines": (
        "いつ起きたか、いつ気付いたか\n"
        "どこで起きたか\n"
        "何が起きたか（どのシステム、端末、書類、媒体か）\n"
        "個人情報が関わるか\n"
        "影響の範囲（窓口、業務、人数又は件数）\n"
        "これまでに行ったこと、これから行うこと",
        "When it happened, and when it was noticed\n"
        "Where\n"
        "What happened, and to which system, terminal, papers or medium\n"
        "Whether personal data is concerned\n"
        "How far it reaches: counters, work, persons or cases\n"
        "What has been done, and what will be",
    ),
    "handout.rules": ("訓練の決まり", "Rules of the drill"),
    "handout.rules.lines": (
        "訓練の参加者以外には連絡しない。庁外の機関、報道機関、住民の役は進行管理者が受け持つ。\n"
        "住民の対応など実際の仕事が必要になったら、そちらを優先し、進行管理者に一言伝える。\n"
        "実際の事案が起きたときは「訓練中止」と告げ、全員が訓練をやめて実際の対応に移る。\n"
        "機器の電源、回線、システムの設定には触れない。操作が必要な場面では、何をするかを口頭で述べる。\n"
        "この先に何が起きるかは、訓練の中で知らされる。推測で先回りせず、知らされた事実に基づいて判断する。\n"
        "分からないことは進行管理者に尋ねてよい。",
        "Contact nobody but the participants. Outside bodies, the press and residents are played by the facilitator.\n"
        "Real work, such as somebody waiting at the counter, comes first; tell the facilitator.\n"
        "If something real happens, say “drill stopped”: everybody leaves the drill and turns to it.\n"
        "Touch no power switch, line or setting. Where something would be operated, say what you would do.\n"
        "What happens next you learn in the drill. Decide on the facts you have been given.\n"
        "You may ask the facilitator whenever something is unclear.",
    ),
    "handout.notes": ("記録", "Notes"),
}
