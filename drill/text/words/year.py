"""The drill year: its folder, what may be entered, and why not."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "year.none": (
        "訓練年度のフォルダーではありません。`drill year new` で作成できます。",
        "This is no folder of a drill year; `drill year new` makes one.",
    ),
    "year.bad_name": (
        "フォルダーの名前に、記録できない文字があります。名前を変えてください。",
        "The name of this folder has characters that cannot be kept. Give it another name.",
    ),
    "year.not_one": (
        "訓練年度の記録ではありません（1行目に{schema}がありません）。",
        "This is no log of a drill year (its first line does not say {schema}).",
    ),
    "year.in_use": (
        "ほかの人がこの年度に入力しています。少し待ってからもう一度お試しください。",
        "Somebody else is entering something into this year. Wait a moment and try again.",
    ),
    "year.folder_taken": (
        "既にファイルがあります。空のフォルダーか新しい名前を指定してください。",
        "There are files here already. Name an empty folder or a new one.",
    ),
    "year.bad_file": (
        "ファイルに誤りが{count}件あります（{first}）。`drill check` で確かめてください。",
        "The file has {count:# mistake|# mistakes} ({first}). `drill check` shows {count:it|them}.",
    ),
    "year.roster_changed": (
        "名簿が取込み後に書き換えられたか、失われています。`drill year roster` でもう一度取り込んでください。",
        "The roster has been changed since it was taken, or is gone. Take it again with `drill year roster`.",
    ),
    "year.roster_empty": (
        "名簿に取り込める職員が1人もいないため、何も取り込みません。",
        "There is nobody in this list who could be taken, so nothing was taken.",
    ),
    "year.roster_section": (
        "年間計画からなくなった部署が名簿にあります: {section}。年間計画を元に戻すか、"
        "`drill year roster` でもう一度取り込んでください。",
        "The roster has people of section {section}, which is no longer in the programme. Put it back, or take the "
        "roster again with `drill year roster`.",
    ),
    "year.program_changed": (
        "記録の{entry}番にある{name}が、年間計画からなくなっています。年間計画を元に戻してください。",
        "Entry {entry} speaks of {name}, which is no longer in the programme. Put it back.",
    ),
    "year.refused.opened": ("この年度の記録は既に始まっています。", "The log of this year has begun already."),
    "year.refused.no_day": ("日付として読めません: {text}", "Not a day: {text}"),
    "year.refused.future": (
        "{day}はまだ来ていません（今日は{today}）。実施した日を入力してください。",
        "{day} has not come yet (today is {today}). Enter the day on which it was held.",
    ),
    "year.refused.other_year": (
        "{day}はこの年度の日ではありません（{first}から{last}まで）。実施した日（--on）を確かめてください。",
        "{day} is not in this year, which runs from {first} to {last}. Say on what day it was (--on).",
    ),
    "year.refused.no_roster": (
        "名簿がありません。先に `drill year roster` で取り込んでください。",
        "There is no roster yet. Take one first with `drill year roster`.",
    ),
    "year.refused.no_activity": (
        "年間計画にない訓練です: {name}（{near}）",
        "The programme has no activity {name} ({near}).",
    ),
    "year.refused.other_kind": (
        "{name}はこの方法では記録できません（研修は hold、訓練・会議は drill）。",
        "{name} is not entered this way: classes with `hold`, drills and meetings with `drill`.",
    ),
    "year.refused.no_section": ("年間計画にない部署です: {section}", "The programme has no section {section}."),
    "year.refused.no_member": ("名簿にない番号です: {number}", "The roster has nobody with the number {number}."),
    "year.refused.twice": ("同じ番号が二度あります: {number}", "{number} is there twice."),
    "year.refused.other_section": (
        "{number}は{section}の職員ではありません。",
        "{number} does not belong to {section}.",
    ),
    "year.refused.not_in_target": (
        "{number}は「{activity}」の対象者ではありません。",
        "{activity} is not meant for {number}.",
    ),
    "year.refused.nobody": ("受講者がいません。", "Nobody took part."),
    "year.refused.section_needed": (
        "{activity}は部署ごとに行います。--section で部署を指定してください。",
        "{activity} is held section by section: name one with --section.",
    ),
    "year.refused.nobody_trained": (
        "{section}はまだ始められません。講師となる職員が「{activity}」を受けていません"
        "（受けられる職員{count}人、期限{due}）。",
        "{section} cannot start yet: nobody who could teach has attended {activity}"
        " ({count} who could; it is due by {due}).",
    ),
    "year.refused.teacher_untrained": (
        "{teacher}は講師になれません。「{activity}」を受けていないか、ほかの部署の職員です。",
        "{teacher} cannot teach here: not trained in {activity}, or of another section.",
    ),
    "year.refused.no_test": ("{activity}に確認テストの予定はありません。", "No test is planned for {activity}."),
    "year.refused.no_results": (
        "テストの結果がないか、正答数が問題数を超えています。",
        "There are no results, or more right answers than questions.",
    ),
    "year.refused.drill_known": ("この訓練記録は既に登録されています。", "This transcript has been entered already."),
    "year.refused.no_selfcheck": (
        "年間計画にない自己点検です: {name}（{near}）",
        "The programme has no self-check {name} ({near}).",
    ),
    "year.refused.closed": (
        "自己点検{name}は既に締め切られています。",
        "The self-check {name} has been closed already.",
    ),
    "year.refused.no_paper": (
        "年間計画にない資料です: {name}（{near}）",
        "The programme has no paper {name} ({near}).",
    ),
    "year.refused.put_already": ("{name}は既に付議の記録があります。", "{name} has been put to the board already."),
    "year.refused.no_entry": (
        "{entry}番の記録は取り消せません（取り消せるのは1番から{last}番まで）。",
        "Entry {entry} cannot be withdrawn; those from 1 to {last} can.",
    ),
    "year.refused.withdrawn": (
        "{entry}番の記録は既に取り消されているか、取消しの記録です。必要なら入力し直してください。",
        "Entry {entry} has been withdrawn already or is itself a withdrawal. Enter it anew if it is to hold.",
    ),
    "year.refused.no_reason": ("取消しの理由を入力してください。", "Say why it is withdrawn."),
    "year.refused.needed_by": (
        "{entry}番の記録がこれを前提にしています。先にそちらを取り消してください。",
        "Entry {entry} stands on it. Withdraw that one first.",
    ),
}
