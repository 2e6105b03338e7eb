"""The paper on a self-check, and its questionnaire to be filled in by hand."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "report.kind.self-check": ("自己点検の実施結果", "result of a self-check, as the review board receives it"),
    "selfpaper.section": ("{number} {title}", "{number} {title}"),
    "selfpaper.done": ("実施内容", "What was done"),
    "selfpaper.purpose": ("目的", "Purpose"),
    "selfpaper.period": ("期間", "Period"),
    "selfpaper.days": ("{first}から{last}まで", "{first} to {last}"),
    "selfpaper.people": (
        "{people}名（休職や産休・育休等で不在の職員を除く。）",
        "{people:# person|# people}, without those on leave",
    ),
    "selfpaper.how": (
        "職責に応じた{kinds}種類の設問票（{least}問～{most}問）。",
        "{kinds:# questionnaire|# questionnaires} by duty ({least} to {most:# question|# questions}).",
    ),
    "selfpaper.how.same": (
        "設問票{kinds}種類（{least}問）。",
        "Questionnaires: {kinds} ({least:# question|# questions}).",
    ),
    "selfpaper.with_service": (
        "無記名とし、従事年数（1年目、2年目以上）だけを記入。",
        "Anonymous, with nothing but the years of service (first year, second or more).",
    ),
    "selfpaper.without_service": ("無記名。", "Anonymous."),
    "selfpaper.until": (
        "{day}までに、封をするなど無記名が守られる方法で取りまとめ担当へ提出してください。",
        "Hand it in by {day}, in a way that keeps it anonymous, such as a sealed envelope.",
    ),
    "selfpaper.results": ("回答結果", "Answers"),
    "selfpaper.answered": (
        "対象者{people}名のうち{answered}名から回答を受けた（回答率{share}%）。適正実施率（正答数/回答数の全設問の平均）は下表のとおり。",
        "{answered} of {people} answered ({share} %). Rates of proper practice (right answers / answers, averaged over "
        "all questions):",
    ),
    "selfpaper.published": (
        "公表された適正実施率（正答数/回答数の全設問の平均）は下表のとおり。",
        "Published rates of proper practice (right answers / answers, averaged over all questions):",
    ),
    "selfpaper.least": (
        "回答した職員が特定されないよう、{least}人未満になる区分は従事年数別に示さない。",
        "So that nobody can be told by an answer, years of service are not shown apart where there are fewer than "
        "{least:# person|# people}.",
    ),
    "selfpaper.now": ("{year}", "{year}"),
    "selfpaper.before": ("（参考）{year}", "For comparison: {year}"),
    "selfpaper.focus": ("重点項目", "Questions of special weight"),
    "selfpaper.reasons": ("回答の理由", "Reasons given"),
    "selfpaper.measures": ("結果を受けての対策", "Measures"),
    "selfpaper.measure": ("対策", "What will be done"),
    "selfpaper.question": ("設問", "Question"),
    "selfpaper.answer": ("回答", "Answer"),
    "selfpaper.reason": ("理由（任意）", "Reason, if you like"),
    "selfpaper.tick": ("はい・いいえ", "yes / no"),
    "selfpaper.service": ("1年目・2年目以上", "first year / second year or more"),
    "selfpaper.anonymous": (
        "この自己点検は無記名です。氏名や職員番号は書かないでください。事実のとおりに、はい又はいいえに○を付けてください。"
        "理由は、書きたいときだけ、個人が分からないように書いてください。",
        "This self-check is anonymous: write no name or number. Say what is so, yes or no. Give a reason only if you "
        "like, and nothing in it that tells who somebody is.",
    ),
    "selfpaper.anonymous.short": (
        "この自己点検は無記名です。氏名や職員番号は書かないでください。事実のとおりに、はい又はいいえに○を付けてください。",
        "This self-check is anonymous: write no name or number. Say what is so, yes or no.",
    ),
}
