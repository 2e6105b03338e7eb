"""Evaluations: what can be wrong with the file, ratings given on the command line, the improvement plan."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "problem.YR401": (
        "目標 {objective} の評価 {rating} は評価案と異なりますが、理由がありません",
        "the rating {rating} of {objective} is not the suggested one, and has no reason",
    ),
    "problem.YR401.hint": ("reason に理由を書いてください", "say why under `reason`"),
    "problem.YR402": ("改善措置の番号 {name} が重複しています", "two actions have the id {name}"),
    "problem.YR402.hint": (
        "翌年度に参照できるよう、別の番号にしてください",
        "give one of them another, so that next year can refer to it",
    ),
    "problem.YR403": (
        "改善措置 {name} は完了とされていますが、確認できる資料がありません",
        "action {name} is closed without evidence",
    ),
    "problem.YR403.hint": (
        "evidence に、何をもって完了と確認したかを書いてください",
        "say under `evidence` what shows that it is done",
    ),
    "problem.YR404": (
        "改善措置 {name} の担当の職又は期限が決まっていません",
        "action {name} has no owner or no day by which it is due",
    ),
    "problem.YR404.hint": (
        "owner に職名（個人名は不可）、due に期限を書いてください",
        "write a post (never a person) under `owner` and a day under `due`",
    ),
    "problem.YR405": (
        "評価したときの記録と、現在の訓練の記録が異なります",
        "this is the evaluation of another transcript than the one beside it",
    ),
    "problem.YR405.hint": (
        "記録を確かめ、評価が当てはまるなら head を削除してください",
        "look at the transcript again; delete `head` if the evaluation still holds",
    ),
    "problem.YR406": (
        "改善措置 {name} の完了日が訓練の実施日より前です",
        "action {name} was closed before the drill was held",
    ),
    "problem.YR406.hint": ("closed_on と held の日付を確かめてください", "check the days `closed_on` and `held`"),
    "problem.YR407": ("目標 {name} はこの訓練にありません", "the drill has no objective {name}"),
    "problem.YR407.hint": ("この訓練の目標: {near}", "it has: {near}"),
}
