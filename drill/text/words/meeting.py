"""The meeting-style exercise: what is refused, what is told afterwards, the figures, and what its options mean."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "meeting.none": (
        "このシナリオには会議形式の訓練（`meeting`）がありません。--meeting を付けずに実施してください。",
        "This scenario has no `meeting` section. Hold it without --meeting.",
    ),
    "meeting.no_duty": (
        "連絡体制{chart}に、招集する会議{duty}又はその構成員がありません。",
        "The chart {chart} has no duty {duty}, or one without members.",
    ),
    "refused.meeting_name_first": ("先に代理者を会場に答えてもらってください", "The room has to name the deputy first"),
    "refused.meeting_nobody_left": ("{post}には、ほかに代理者がいません", "{post}: there is no further deputy"),
    "refused.meeting_no_quorum": (
        "まだ定足数に達していません（出席{seated}人、定足数{quorum}人）",
        "There is no quorum yet: {seated} at the table, {quorum} needed",
    ),
    "meeting.no_posts": (
        "会議形式の訓練は職ごとには表示できません。--post を付けずに実行してください。",
        "A meeting is one room: it cannot be shown for single posts. Leave --post out.",
    ),
    "cli.option.meeting": (
        "会議形式の訓練として実施する（シナリオの `meeting`）",
        "hold the scenario's `meeting` round a table",
    ),
    "meeting.figure.convened": ("招集（本人又は代理者が出席）", "Convened (member or deputy present)"),
    "meeting.figure.deputies": ("代理者を正しく答えた", "Deputies named right"),
    "meeting.figure.roles": ("役割を正しく説明した", "Roles said right"),
    "meeting.figure.decisions": ("適切に決定した", "Decisions taken right"),
    "meeting.figure.stages": ("実施した段階", "Stages gone through"),
    "meeting.figure.in_time": ("予定時間内に終えた段階", "Stages within the planned time"),
    "meeting.figure": ("指標", "Figure"),
    "meeting.title": ("{mark}{title}（会議形式）", "{mark} {title} (meeting)"),
    "meeting.simulated": ("（模擬の参加者のため内容なし）", "(simulated people: no words)"),
    "meeting.nobody_knows": ("分からない", "nobody knows"),
    "meeting.story.started": ("{meeting}を招集します（定足数{quorum}人）", "{meeting} is convened; quorum {quorum}"),
    "meeting.story.absent": ("{person}は不在です", "{person} is absent"),
    "meeting.story.named_right": (
        "{post}の代理者: 会場の答えは「{said}」（正解）",
        "Deputy of {post}: the room says {said}, which is right",
    ),
    "meeting.story.named_wrong": (
        "{post}の代理者: 会場の答えは「{said}」、体制図では「{expected}」",
        "Deputy of {post}: the room says {said}, the chart says {expected}",
    ),
    "meeting.story.seated": ("{post}: 本人が出席", "{post}: present"),
    "meeting.story.stands_in": ("{post}: {person}が代理で出席", "{post}: {person} stands in"),
    "meeting.story.quorate": (
        "出席{people}人、定足数{quorum}人に達しました。役割の確認に入ります",
        "{people} at the table, quorum {quorum} reached; the roles are next",
    ),
    "meeting.story.no_quorum": (
        "出席{people}人で定足数{quorum}人に達していません。そのまま役割の確認に入ります",
        "{people} at the table, below the quorum of {quorum}; the exercise goes on with the roles",
    ),
    "meeting.story.role_right": ("{post}が役割を正しく説明しました", "{post} says the role right"),
    "meeting.story.role_wrong": ("{post}は役割を正しく説明できませんでした", "{post} does not say the role right"),
    "meeting.story.stage": ("── 段階{number}　{title} ──", "── Stage {number}: {title} ──"),
    "meeting.story.held": ("時計を止めて議論を続けます", "The clock is held for the talk"),
    "meeting.story.released": ("時計を再開します", "The clock runs again"),
    "meeting.story.real": ("実際の事案の経過を示しました", "The course of the real case is shown"),
    "meeting.story.decided": (
        "決定（出席{present}人）: {title}　→　{answer}",
        "Decided by {present}: {title} > {answer}",
    ),
    "meeting.story.hot_wash": ("── 振り返り ──", "── Hot wash ──"),
    "meeting.story.remark": ("{question}　→　{answer}", "{question} > {answer}"),
    "meeting.story.closed": ("訓練終了", "The exercise is over"),
}

PROBLEMS: dict[str, tuple[str, ...]] = {
    "SC132": (
        "段階 `{stage}` の `by_level` にレベル{level}がありません",
        "Stage `{stage}` says nothing of level {level} in `by_level`",
        "シナリオの `level` を含め、最も低いレベルから最も高いレベルまで続けて書いてください",
        "write every level from the lowest to the highest, the scenario's own `level` among them",
    ),
    "SC133": (
        "段階 `{stage}` の時刻が、前の段階（{before}分）より早くなっています",
        "Stage `{stage}` stands for a moment before the stage above it (minute {before})",
        "`at_min` を直すか、段階の順を入れ替えてください",
        "change `at_min`, or the order of the stages",
    ),
}
