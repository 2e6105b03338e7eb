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
    "cli.option.diff_absent": (
        "連絡がつかない人（drill run の --absent と同じ）",
        "people who cannot be reached, as for drill run --absent",
    ),
    "cli.only_with_scenario": (
        "{name} は --scenario とともに指定してください。",
        "{name} needs --scenario.",
    ),
    "cli.bad_seeds": ("訓練の数は1から1000までです: {value}", "The number of drills is 1 to 1000, not {value}."),
    "cli.rerun.progress": ("訓練{done}回", "{done} drills"),
    "cli.rerun.title": (
        "{mark} 「{title}」を前と後の連絡体制図で行った結果（各{drills}回、種{seed}から）",
        "{mark} “{title}” on the chart before and the chart after ({drills} each, from seed {seed})",
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
    "compared.post": ("職", "Post"),
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
    "compared.not_there": ("-", "-"),
    "compared.no_post": ("-", "-"),
    "compared.not_required": ("対象外", "not required"),
    "compared.never": ("届かず", "not reached"),
    "compared.reached": ("{reached}/{required}回、{at}", "{reached} of {required}, {at}"),
}
