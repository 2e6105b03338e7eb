"""The screen on which an anonymous self-check is answered."""

WORDS = {
    "kiosk.anonymous": ("無記名", "Anonymous"),
    "kiosk.thanks": (
        "提出しました。ご協力ありがとうございました。次の方はどうぞ。",
        "Handed in. Thank you. Next, please.",
    ),
    "kiosk.nothing_kept": (
        "氏名、職員番号、回答の時刻と順番は記録しません。提出した回答は件数に加わるだけで、一人分としては残りません。",
        "No name, number, time or order is recorded. What you hand in is added to counts; your answers are not kept "
        "together.",
    ),
    "kiosk.which_group": ("回答する方の区分を選んでください。", "Which group do you belong to?"),
    "kiosk.progress": ("{number} / {count}問", "{number} of {count}"),
    "kiosk.yes": ("はい", "Yes"),
    "kiosk.no": ("いいえ", "No"),
    "kiosk.short.none": ("-", "-"),
    "kiosk.kept.split": (
        "設問ごとの「はい」「いいえ」の件数を、従事年数別に残します。",
        "Kept: how many said yes and no to each question, by years of service.",
    ),
    "kiosk.kept.whole": (
        "設問ごとの「はい」「いいえ」の件数を残します。",
        "Kept: how many said yes and no to each question.",
    ),
    "kiosk.kept.sum": (
        "少人数の区分のため、全設問を通した正答数と回答数の合計だけを残します。",
        "This group is small: only the sums of proper answers and of all answers, over all questions, are kept.",
    ),
    "kiosk.kept.count": (
        "対象が1名の区分のため、回答があったことだけを残します。",
        "This group is one person: it is only kept that there was an answer.",
    ),
    "kiosk.reason": (
        "この回答の理由（任意、{limit}字まで）。氏名、番号など、だれのことか分かる内容は書かないでください。空欄にすると消えます。",
        "Why, if you like to say (up to {limit:# character|# characters}). Write nothing that tells who somebody is. "
        "An empty line takes the reason back.",
    ),
    "kiosk.reason.given": ("理由: ", "Reason: "),
    "kiosk.overview.title": ("回答の一覧", "Your answers"),
    "kiosk.overview": (
        "選ぶとその設問に戻り、回答を変えられます。提出すると変えられません。",
        "Go back to any question and change its answer. Once handed in, nothing can be changed.",
    ),
    "kiosk.hand_in_skipped": ("提出する（回答しない設問 {count}問）", "Hand in ({count} skipped)"),
    "kiosk.sure.title": ("提出の確認", "Handing in"),
    "kiosk.sure": (
        "提出しますか。提出した回答は取り出せず、訂正も取消しもできません。",
        "Hand in? Your answers cannot be found again, so nothing can be corrected or taken back.",
    ),
    "kiosk.sure.stay": ("回答に戻る", "Back to my answers"),
    "kiosk.sure.go": ("提出する", "Hand in"),
    "kiosk.refused": ("提出できませんでした", "Not handed in"),
    "kiosk.discard.title": ("回答の中止", "Leaving"),
    "kiosk.discard": ("回答をやめますか。ここまでの回答は残りません。", "Stop here? Your answers will be lost."),
    "kiosk.discard.stay": ("回答を続ける", "Go on answering"),
    "kiosk.discard.go": ("やめて、回答を消す", "Stop and discard them"),
    "kiosk.end.title": ("受付の終了", "Closing the screen"),
    "kiosk.end": (
        "この画面での受付を終えますか。自己点検そのものは締め切られません。",
        "Take no more answers at this screen? The self-check itself stays open.",
    ),
    "kiosk.end.stay": ("受付を続ける", "Go on"),
    "kiosk.end.go": ("終える", "End"),
    "kiosk.key.begin": ("回答を始める", "begin"),
    "kiosk.key.sides": ("前後の設問", "back, next"),
    "kiosk.key.skip": ("答えない", "skip"),
    "kiosk.key.reason": ("理由", "reason"),
    "kiosk.key.end": ("受付を終える", "end"),
}
