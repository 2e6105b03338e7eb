"""Evaluations: what can be wrong with the file, ratings given on the command line, the improvement plan."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "evaluation.unusable": (
        "評価のファイルに誤りが{count}件あります。drill check で確認してください",
        "the evaluation has {count:# mistake|# mistakes}; `drill check` shows {count:it|them}",
    ),
    "lessons.suggested": ("評価案", "Suggested"),
    "lessons.confirmed": ("確定", "Confirmed"),
    "lessons.evaluator": ("評価者", "By"),
    "lessons.unconfirmed": ("未確認", "not yet"),
    "lessons.scale": (
        "評価はHSEEPの4段階: {steps}。評価案は記録から機械的に示したもので、評価者が確認又は変更します。",
        "HSEEP's four steps: {steps}. What is suggested comes from the log alone; an evaluator confirms or changes it.",
    ),
    "lessons.replaced": (
        "変更前の評価: {objective}: {rating}（{on}、{by}）",
        "Rated before: {objective}: {rating} ({on}, {by})",
    ),
    "lessons.no_strengths": (
        "全てを満たした目標や観点はありませんでした。",
        "No objective and no dimension has all its points.",
    ),
    "lessons.strength": (
        "{about}: {number}項目の全てを満たした（{rows}）",
        "{about}: {number:the one thing|all #} met ({rows})",
    ),
    "lessons.strength.few": (
        "{about}: {number}項目の全てを満たした（{rows} など）",
        "{about}: {number:the one thing|all #} met ({rows}; and so on)",
    ),
    "lessons.between_rows": ("／", "; "),
    "lessons.no_areas": ("失点はありませんでした。", "No points were lost."),
    "lessons.area": ("区分", "Area"),
    "lessons.lost": ("失点", "Lost"),
    "lessons.rows": ("件数", "Rows"),
    "lessons.objectives": ("関係する目標", "Objectives"),
    "lessons.posts": ("関係する職", "Posts"),
    "lessons.and_more": ("{items} ほか{number}職", "{items} and {number} more"),
    "lessons.more_rows": ("ほか{number}件（前の節に示したとおり）", "and {number} more, as told above"),
    "lessons.no_plan": ("改善措置はありません。", "There are no actions."),
    "lessons.draft_plan": (
        "【案】記録の失点から機械的に示した改善措置の案です。評価者が措置、担当の職及び期限を定めてください。",
        "Drafts, made from what lost points in the log. The evaluators settle measures, owners and days.",
    ),
    "lessons.gap": ("課題", "Gap"),
    "lessons.gap_counted": ("{gap}（{number}件）", "{gap} ({number})"),
    "lessons.draft_measure": ("措置（案）", "Measure (draft)"),
    "lessons.measure": ("改善措置", "Measure"),
    "lessons.owner": ("担当の職", "Owner"),
    "lessons.done": ("完了", "Done"),
    "lessons.id": ("番号", "No."),
    "lessons.not_closed": ("未完了", "not yet"),
    "lessons.closed_with": ("{on}\n{evidence}", "{on}\n{evidence}"),
    "lessons.finding": ("検証の結果", "Finding"),
    "lessons.evidence": ("根拠", "Evidence"),
    "lessons.gap_closed": ("解消した", "gap closed"),
    "lessons.gap_open": ("なお残る", "still open"),
    "area.unreached": ("届かなかった、又は行われなかった連絡", "Posts not reached, contacts not made"),
    "area.late": ("期限に遅れた連絡", "Late contacts"),
    "area.order": ("順序の誤り", "Wrong order"),
    "area.needless": ("不要な連絡・対応", "Needless contacts and actions"),
    "area.items": ("伝達内容の抜け・誤り", "Items lost or changed on the way"),
    "area.decision": ("誤った判断、判断の漏れ", "Wrong or missing decisions"),
    "area.actions": ("行われなかった、又は遅れた対応", "Actions missed or late"),
    "area.counts": ("件数の報告の漏れ・誤り", "Numbers missing, wrong or late"),
    "area.quiz": ("確認テストの誤答", "Quiz questions not right"),
    "draft.unreached": (
        "代理者の順位と連絡手段を見直し、連絡先を確認した日を連絡体制図に記録する",
        "Look again at deputies and channels, and keep in the chart the day on which they were last verified",
    ),
    "draft.late": (
        "連絡の順序と分担を見直し、実際に掛かった時間に照らして期限を検討する",
        "Look again at the order and division of calls, and weigh the deadlines against the time it took",
    ),
    "draft.order": (
        "連絡と対応の順序を役割カードに示し、次の訓練で確認する",
        "Put the order of contacts and actions on the role cards, and watch it in the next drill",
    ),
    "draft.needless": (
        "レベルごとの連絡先と、行ってはならない対応を研修で周知する",
        "Teach whom each level calls for, and what must not be done",
    ),
    "draft.items": (
        "伝える項目の票を使い、受けた者が復唱することを徹底する",
        "Use a form of the items to tell, and have every receiver read them back",
    ),
    "draft.decision": (
        "判定基準を手元に備え、判断の例を使った研修を行う",
        "Keep the criteria at hand, and train with worked decisions",
    ),
    "draft.actions": (
        "期限のある対応を役割カードに書き、担当と代理を決めておく",
        "Write actions with a deadline on the role cards, each with somebody to stand in",
    ),
    "draft.counts": (
        "件数の数え方と報告の様式を統一し、集約する者が未報告の部署に確認する",
        "Settle how to count and on which form to report; whoever totals asks those who are missing",
    ),
    "draft.quiz": ("誤答の多い設問を研修で解説する", "Explain in class the questions that were not answered right"),
    "improvement.as_of": ("{on}現在", "As of {on}"),
    "improvement.counted": (
        "改善措置{number}件のうち、完了{closed}件、未完了{open}件、期限を過ぎたもの{late}件です。",
        "Improvement actions: {number}. Closed: {closed}, open: {open}, late: {late}.",
    ),
    "improvement.nothing": ("評価のファイルに改善措置は書かれていません。", "No evaluation asks for an action."),
    "improvement.drill": ("訓練の記録", "Drill"),
    "improvement.stand": ("状況", "State"),
    "improvement.open": ("未完了", "open"),
    "improvement.late": ("期限経過", "late"),
    "improvement.closed": ("完了", "closed"),
    "improvement.tested": ("{stand}\n{drill}で検証", "{stand}\ntested in {drill}"),
    "guide.title": ("{title} 評価の手引（評価者用）", "Exercise evaluation guide: {title}"),
    "guide.secret": (
        "評価者と進行管理者だけが使います。訓練が終わるまで参加者に見せないでください。",
        "For evaluators and facilitators; participants must not see it before the drill is over.",
    ),
    "guide.how": (
        "目標ごとに、見たこと、時刻、誰がしたかを書き、評価を選びます。評価案と異なるときは理由を書いてください。",
        "For each objective write down what you saw, when, and which post did it; then rate it. Say why where you "
        "differ from what the log suggests.",
    ),
    "guide.objective": ("目標 {number}: {title}", "Objective {number}: {title}"),
    "guide.expected": ("求められる判断・対応", "What is to be decided and done"),
    "guide.task": ("内容", "What"),
    "guide.opens": ("求められる時点", "From when"),
    "guide.due": ("期限", "Within"),
    "guide.weight": ("配点", "Weight"),
    "guide.why": ("意味", "Why it matters"),
    "guide.contacts": ("見るべき連絡", "Contacts to watch"),
    "guide.contact": ("連絡", "Contact"),
    "guide.posts": ("職の数", "Posts"),
    "guide.items": ("伝わるべき項目", "Items that must come through"),
    "guide.message": ("連絡の内容", "Message"),
    "guide.item_list": ("項目", "Items"),
    "guide.counts": (
        "件数: {label}。{posts}職が報告し、合計は{total}件になります。",
        "Numbers: {label}. {posts:# post reports|# posts report}; the total should be {total}.",
    ),
    "guide.level": ("正しいインシデントレベル: {level}", "The right incident level: {level}"),
    "guide.by_hand": (
        "記録からは評価できない目標です。観察によって評価してください。",
        "The log gives no evidence for this objective; it is rated by what is seen.",
    ),
    "guide.other": ("目標に結び付いていないもの", "Not tied to an objective"),
    "guide.observed": ("観察したこと（時刻、職）", "What was seen (when, which post)"),
    "guide.rating": ("評価（P・S・M・U）", "Rating (P, S, M, U)"),
    "guide.reason": ("理由", "Reason"),
    "guide.evaluator": ("評価者の職", "Evaluator (post)"),
    "guide.evidence": ("記録された事実", "Evidence in the log"),
    "guide.rated": ("評価案: {suggested}　確定: {confirmed}", "Suggested: {suggested}. Confirmed: {confirmed}."),
    "guide.no_objectives": ("このシナリオには目標が定められていません。", "The scenario states no objectives."),
    "report.kind.after-action": ("事後報告書", "after-action report"),
    "report.kind.evaluation-guide": ("評価の手引（評価者用）", "exercise evaluation guide"),
    "report.kind.improvement-plan": ("改善計画", "improvement plan over the year's drills"),
    "cli.option.rate": (
        "目標の評価を書き込む（例: chain=S）。繰り返し指定できる",
        "write down the rating of an objective, e.g. chain=S; may be repeated",
    ),
    "cli.option.rate_reason": ("その理由（評価案と異なるときは必要）", "why; needed where it is not the suggested one"),
    "cli.option.rate_by": ("評価者の職（個人名は書かない）", "the evaluator's post, never a name"),
    "cli.option.evaluation": (
        "評価のファイル。指定しなければ訓練の記録と同じ場所の NAME.evaluation.yaml",
        "the evaluation; without it NAME.evaluation.yaml beside the transcript",
    ),
    "evaluation.bad_rate": (
        "評価は「目標=P」のように指定してください（P・S・M・U）",
        "A rating is written OBJECTIVE=P (or S, M, U)",
    ),
    "evaluation.needs_reason": (
        "目標「{name}」の評価 {rating} は評価案 {suggested} と異なります。--reason で理由を示してください",
        "{rating} is not what the log suggests for “{name}” ({suggested}); say why with --reason",
    ),
    "evaluation.of_meeting": (
        "会議形式の訓練の記録には --rate を使えません",
        "--rate is for drills of the contact chain; this is the log of a meeting",
    ),
    "evaluation.form": (
        """ratings は追記だけを行います。同じ目標では最後の評価が有効で、前の評価は履歴として残ります。
以下は必要に応じて書き加えてください。職名で書き、個人の氏名は書かないでください。
held: 2023-11-16
notes:
  - {{objective: 目標の名前, at: "14:05", text: 見たこと}}
strengths:
  - 優れていた点
areas:
  - 改善を要する点
actions:
  - {{id: r5-1, gap: 課題, measure: 改善措置, owner: 担当の職, due: 2024-03-31}}
follows:
  - {{action: r4-1, closed: true, evidence: 前回の課題が解消したことの根拠}}""",
        """ratings only grow: the last one of an objective counts, those before it are its history.
Add what you need of the following. Write posts, never names of people.
held: 2023-11-16
notes:
  - {{objective: name of an objective, at: "14:05", text: what you saw}}
strengths:
  - a strength
areas:
  - an area for improvement
actions:
  - {{id: r5-1, gap: what was wanting, measure: what is done about it, owner: a post, due: 2024-03-31}}
follows:
  - {{action: r4-1, closed: true, evidence: what showed that the earlier gap is closed}}""",
    ),
}

PROBLEMS: dict[str, tuple[str, ...]] = {
    "YR401": (
        "目標 {objective} の評価 {rating} は評価案と異なりますが、理由がありません",
        "the rating {rating} of {objective} is not the suggested one, and has no reason",
        "reason に理由を書いてください",
        "say why under `reason`",
    ),
    "YR402": (
        "改善措置の番号 {name} が重複しています",
        "two actions have the id {name}",
        "翌年度に参照できるよう、別の番号にしてください",
        "give one of them another, so that next year can refer to it",
    ),
    "YR403": (
        "改善措置 {name} は完了とされていますが、確認できる資料がありません",
        "action {name} is closed without evidence",
        "evidence に、何をもって完了と確認したかを書いてください",
        "say under `evidence` what shows that it is done",
    ),
    "YR404": (
        "改善措置 {name} の担当の職又は期限が決まっていません",
        "action {name} has no owner or no day by which it is due",
        "owner に職名（個人名は不可）、due に期限を書いてください",
        "write a post (never a person) under `owner` and a day under `due`",
    ),
    "YR405": (
        "評価したときの記録と、現在の訓練の記録が異なります",
        "this is the evaluation of another transcript than the one beside it",
        "記録を確かめ、評価が当てはまるなら head を削除してください",
        "look at the transcript again; delete `head` if the evaluation still holds",
    ),
    "YR406": (
        "改善措置 {name} の完了日が訓練の実施日より前です",
        "action {name} was closed before the drill was held",
        "closed_on と held の日付を確かめてください",
        "check the days `closed_on` and `held`",
    ),
    "YR407": (
        "目標 {name} はこの訓練にありません",
        "the drill has no objective {name}",
        "この訓練の目標: {near}",
        "it has: {near}",
    ),
}
