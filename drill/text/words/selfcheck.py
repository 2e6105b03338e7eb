"""The anonymous self-check of a year: taking answers, closing, results."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli.year.selfcheck.about": (
        "無記名の職員自己点検を行います。端末での回答、回答用紙の表（xlsx、csv）の取込み、締切り、結果の表示ができます。"
        "誰の回答かが分かるものは保存しません。",
        "An anonymous staff self-check: answered at the terminal or handed in as a sheet, closed, and read. Nothing is "
        "kept that tells whose an answer is.",
    ),
    "cli.option.selfcheck_name": (
        "自己点検の名前（年間計画の selfchecks）。省略すると一覧",
        "which one (`selfchecks` of the programme); without it, those there are",
    ),
    "cli.option.group": (
        "回答するグループ（設問票の名前）",
        "the group that answers, by the name of its questionnaire",
    ),
    "cli.option.selfcheck_sheet": (
        "回答をまとめた表。1行が1人分で、氏名や職員番号は不要",
        "answers as a sheet: a row a person, without names or numbers",
    ),
    "cli.option.selfcheck_blank": ("空の回答表を作る", "write the empty sheet"),
    "cli.option.selfcheck_paper": ("設問票を印刷用に作る（-o、--format）", "the questionnaire on paper (-o, --format)"),
    "cli.option.selfcheck_close": ("締め切って集計する。取り消せない", "take no more answers and count; for good"),
    "cli.option.selfcheck_on": ("締め切った日", "the day it was closed"),
    "selfcheck.no_group": ("設問票「{name}」がありません。", "There is no questionnaire “{name}”."),
    "selfcheck.which_group": (
        "--group で回答するグループを指定してください（{names}）。",
        "Say with --group who answers ({names}).",
    ),
    "selfcheck.no_roster": (
        "名簿がまだありません。人数により保存の仕方が決まるため、先に drill year roster で取り込んでください。",
        "There is no roster yet. Headcounts decide how much may be kept: take one with `drill year roster` first.",
    ),
    "selfcheck.changed": (
        "集計のファイルが書き換えられています。元のファイルに戻してください。",
        "The file of counts is not what was written; bring the original back.",
    ),
    "selfcheck.other_questions": (
        "区分「{name}」の回答の後に、設問票から設問が失われています。元の設問票に戻してください。",
        "Questions that group “{name}” has answered are gone from the questionnaires; bring the original file back.",
    ),
    "selfcheck.closed": ("締切り後の回答は受け付けません。", "It is closed: no more answers are taken."),
    "selfcheck.full": (
        "対象者{count}名分の回答が既にあります。二重に回答していないか確かめてください。",
        "{count:The only person meant has|All # have} answered already. Has somebody answered twice?",
    ),
    "selfcheck.service_needed": ("従事年数を選んでください。", "Say the years of service."),
    "selfcheck.no_question": ("設問「{name}」は設問票にありません。", "The questionnaire has no question “{name}”."),
    "selfcheck.tells_who": (
        "理由に、番号やメールアドレスなど個人が分かるものは書かないでください。",
        "Write nothing into a reason that tells who somebody is, such as numbers or mail addresses.",
    ),
    "selfcheck.reason_long": ("理由は200字までです。", "A reason has at most 200 characters."),
    "selfcheck.not_begun": ("自己点検は{day}からです。", "The self-check begins on {day}."),
    "selfcheck.no_answers": ("回答がまだありません。", "There are no answers yet."),
    "selfcheck.still_open": (
        "結果は締切り後に表示します（途中で見ると、前後の差から個人の回答が分かるためです）。"
        "締め切るには --close を付けてください。",
        "Results are shown once it is closed: looked at before, the next answer could be told by subtraction. "
        "Close it with --close.",
    ),
    "selfcheck.not_published": ("{year}年度の公表値はありません。", "No figures were published for {year}."),
    "selfcheck.never_published": (
        "この設問票には公表された結果がありません。",
        "No figures were published with these questionnaires.",
    ),
    "report.source.selfcheck": ("自己点検の設問票", "questionnaires of a self-check"),
    "selfcheck.no_header": (
        "設問1から{count}までの見出しがある表が見つかりません。--blank で空の表を作れます。",
        "No sheet has a header with questions 1 to {count}. --blank writes an empty one.",
    ),
    "selfcheck.taken": ("{count}名分の回答を加えました。", "{count:# answer sheet was|# answer sheets were} added."),
    "selfcheck.taken.part": (
        "{count}名分の回答を加え、読めない{wrong}行は除きました。",
        "{count:# answer sheet was|# answer sheets were} added; {wrong:# row|# rows} could not be read.",
    ),
    "selfcheck.done": ("{title}を締め切りました。", "{title}: closed."),
    "selfcheck.listed": ("{name}: {title}（{period}） {state}", "{name}: {title} ({period}), {state}"),
    "selfcheck.head.name": ("名前", "Name"),
    "selfcheck.head.group": ("区分", "Group"),
    "selfcheck.head.people": ("対象者数", "People"),
    "selfcheck.head.sheets": ("回答数", "Answered"),
    "selfcheck.head.questions": ("設問数", "Questions"),
    "selfcheck.head.kept": ("保存の単位", "Kept"),
    "selfcheck.kept.split": ("設問・従事年数ごと", "by question and years of service"),
    "selfcheck.kept.whole": ("設問ごと", "by question"),
    "selfcheck.kept.sum": ("全設問の合計だけ", "only the sum of all questions"),
    "selfcheck.kept.count": ("回答の有無だけ", "only that it was answered"),
    "selfcheck.state.open": ("回答受付中", "open"),
    "selfcheck.state.not_begun": ("回答なし", "no answers yet"),
    "selfcheck.state.closed": ("締切り済み", "closed"),
    "selfcheck.everybody": ("示せる区分の計", "groups that may be shown, together"),
    "selfcheck.asked": ("回答者", "those asked"),
    "selfcheck.fallen": (
        "前年度から{points}ポイント以上低下したもの",
        "Fell by {points:# point|# points} or more since last year",
    ),
    "selfcheck.none_fallen": (
        "前年度から{points}ポイント以上低下したものはない。",
        "Nothing fell by {points:# point|# points} or more since last year.",
    ),
    "selfcheck.no_before": ("比べる前年度の結果はない。", "There is no result of last year to compare with."),
    "selfcheck.fall.group": (
        "{group}・{part}の適正実施率: {before}から{after}",
        "{group}, {part}, proper practice: from {before} to {after}",
    ),
    "selfcheck.fall.question": (
        "「{question}」{group}・{part}: {before}から{after}",
        "“{question}” {group}, {part}: from {before} to {after}",
    ),
    "selfcheck.rate": ("{percent}%", "{percent} %"),
    "selfcheck.rate.counted": ("{percent}%（{count}/{of}）", "{percent} % ({count} of {of})"),
    "selfcheck.sheet.name": ("回答", "Answers"),
    "selfcheck.sheet.list": ("設問", "Questions"),
    "selfcheck.sheet.how": (
        "無記名。1行に1人分。はい・いいえ又は○・×。氏名や職員番号は書かない。",
        "Anonymous: a row a person, yes or no. Write no names or numbers.",
    ),
    "selfcheck.sheet.reasons": ("理由（設問の番号: 理由）", "Reasons (number: reason)"),
}

PROBLEMS: dict[str, tuple[str, ...]] = {
    "XS110": (
        "回答「{text}」を読めません",
        "The answer “{text}” cannot be read",
        "はい・いいえ、○・×、1・0 のいずれかを入力してください",
        "write yes or no, ○ or ×, 1 or 0",
    ),
    "XS111": (
        "従事年数「{text}」を読めません",
        "The years of service “{text}” cannot be read",
        "1年目又は2年目以上と入力してください",
        "write first year, or second or more",
    ),
    "XS112": (
        "理由「{text}」がどの設問のものか分かりません",
        "It is not clear which question the reason “{text}” is for",
        "「3: 理由」のように、1行ずつ設問の番号を付けてください",
        "write a line each, as in `3: reason`",
    ),
    "XS113": (
        "理由に番号やメールアドレスがあります",
        "A reason holds a number or mail address",
        "個人が分かるものを消してください",
        "leave out whatever tells who somebody is",
    ),
    "XS114": ("理由が長すぎます", "A reason is too long", "200字以内にしてください", "use at most 200 characters"),
}
