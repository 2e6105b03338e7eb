"""Two charts or two years compared."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli.option.diff_scenario": (
        "両方の連絡体制図で行って結果を比べるシナリオ",
        "a scenario to run on both charts, to compare what comes of it",
    ),
    "cli.option.diff_seed": ("最初の乱数の種（1）", "the first seed (1)"),
    "cli.option.diff_seeds": (
        "続けて行う訓練の数（1～1000、指定しなければ1）",
        "how many drills, seed by seed (1 to 1000; 1)",
    ),
    "cli.rerun.progress": ("訓練{done}回", "{done:# drill|# drills}"),
    "cli.rerun.title": (
        "{mark} 「{title}」を前と後の連絡体制図で行った結果（各{drills}回、種{seed}から）",
        "{mark} “{title}” on the chart before and the chart after ({drills:# drill|# drills} each, from seed {seed})",
    ),
    "cli.rerun.same_posts": (
        "届くかどうかが変わった職も、届く時間が1分以上変わった職もありません。",
        "No post is reached more or less often, nor sooner or later by a minute or more.",
    ),
    "cli.rerun.unfit": (
        "このシナリオは、上の誤りのためこの連絡体制図では行えません。",
        "The scenario cannot be run on this chart; the errors stand above.",
    ),
    "compared.figure": ("評価", "Figure"),
    "compared.before": ("前", "Before"),
    "compared.after": ("後", "After"),
    "compared.trend": ("変化", "Change"),
    "compared.better": ("向上した回", "Drills better"),
    "compared.worse": ("低下した回", "Drills worse"),
    "compared.trend.up": ("向上", "better"),
    "compared.trend.down": ("低下", "worse"),
    "compared.trend.same": ("-", "-"),
    "compared.trend.new": ("新設", "new post"),
    "compared.trend.gone": ("廃止", "post gone"),
    "compared.never": ("届かず", "not reached"),
    "compared.reached": ("{reached}/{required}回、{at}", "{reached} of {required}, {at}"),
    "report.kind.comparison": ("前年度との比較", "comparison with the year before"),
    "years.title": (
        "{office} {year} 訓練・自己点検の前年度との比較",
        "{office}, {year}: drills and self-checks beside the year before",
    ),
    "years.drills": ("訓練ごとの結果", "The drills"),
    "years.first": (
        "前年度の記録がないため、当年度の結果だけを示す。",
        "There is no year before; only this year's figures are shown.",
    ),
    "years.drill": ("訓練", "Drill"),
    "years.figure": ("項目", "Figure"),
    "years.change": ("増減", "Change"),
    "years.figure.attendance": ("受講・参加", "Took part"),
    "years.figure.test": ("確認テストの正答", "Short test, right"),
    "years.share": ("{numerator}/{denominator}（{share}%）", "{numerator} / {denominator} ({share} %)"),
    "years.nothing": ("-", "-"),
    "years.points": ("{points}", "{points}"),
    "years.points.fell": ("▼{points}", "▼ {points}"),
    "years.fallen": (
        "前年度から{points}ポイント以上低下した項目（▼）",
        "Fell by {points:# point|# points} or more (▼):",
    ),
    "years.none_fallen": (
        "前年度から{points}ポイント以上低下した項目はない。",
        "Nothing fell by {points:# point|# points} or more.",
    ),
    "years.fall": ("{drill}の「{figure}」: {before}から{after}", "{drill}, {figure}: from {before} to {after}"),
    "years.programme": ("訓練の新設・廃止", "New drills, drills given up"),
    "years.new": ("新設: {drill}", "New: {drill}"),
    "years.gone": ("廃止: {drill}", "Given up: {drill}"),
    "years.course": ("年度ごとの推移", "Over the years"),
    "years.actions": ("改善計画", "Improvement plan"),
    "years.charts": ("連絡体制図の違いによる変化", "What the change of the chart made"),
    "years.charts.how": (
        "当年度のシナリオを、同じ条件（乱数の種、不在者）で前年度の連絡体制図と当年度の連絡体制図により"
        "模擬した結果（各{drills}回）。違いは連絡体制図だけから生じる。",
        "This year's scenario, simulated on last year's chart and on this year's with the same seeds and the same "
        "people away ({drills} each): what differs comes from the charts alone.",
    ),
    "cli.year.compare.about": (
        "年度の訓練の結果を前年度と比べ、年度ごとの推移と、同じ訓練を両年度の連絡体制図で行った結果を表示します。",
        "Print a year's drills beside last year's, their course over the years, and what the same drill comes to on "
        "both years' charts.",
    ),
    "cli.option.compare_before": (
        "前年度のフォルダー（指定しなければ、年度を始めたときに --after で指定したもの）",
        "folder of the year before; without it, the one named by --after when the year was begun",
    ),
    "cli.option.compare_seeds": (
        "両年度の連絡体制図で行う訓練の回数（0～1000、10。0なら行わない）",
        "how many drills to run on both years' charts (0 to 1000; 10; 0: none)",
    ),
    "cli.year.no_before": (
        "前年度のフォルダー {folder} を読めないため、それより前の年度は比べません。",
        "The year before ({folder}) cannot be read; it and earlier years are left out.",
    ),
    "cli.rerun.left_out": (
        "「{activity}」は、シナリオが前年度又は当年度の連絡体制図に合わないため、両方では行いません。",
        "{activity}: the scenario does not fit last year's chart or this year's; it is not run on both.",
    ),
}
