"""The command line: help, notes and errors. Hints and problems of files are in `problems`."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli.usage": ("使い方:", "usage:"),
    "cli.synopsis": ("コマンド [オプション]", "COMMAND [options]"),
    "cli.positionals": ("引数", "arguments"),
    "cli.options": ("オプション", "options"),
    "cli.commands": ("コマンド（詳しくは drill コマンド --help）:", "commands (more: drill COMMAND --help):"),
    "cli.example": ("例:", "examples:"),
    "cli.about": (
        "緊急時対応訓練の図上シミュレーション。連絡体制図とシナリオから、訓練を行い、評価し、記録します。",
        "Tabletop incident drills: run a drill from a contact chart and a scenario, score it, keep the record.",
    ),
    "cli.play.short": ("端末の画面で訓練に参加する", "take part in a drill in the terminal"),
    "cli.play.about": (
        "端末の画面で訓練を行います。選ばなかった職はシミュレーションが受け持ちます。",
        "Play one or more posts of a drill in the terminal; the program plays all the others.",
    ),
    "cli.run.short": ("全員を模擬して訓練を一気に行う", "run a drill with simulated people only"),
    "cli.run.about": (
        "全ての職を模擬して訓練を最後まで行い、連絡の状況と評価を表示します。",
        "Run a whole drill with simulated people and print who was reached, and the score.",
    ),
    "cli.replay.short": ("訓練の記録を再生する", "tell a recorded drill again"),
    "cli.replay.about": ("訓練の記録から経過を順に表示します。", "Tell the course of a recorded drill, line by line."),
    "cli.score.short": ("訓練の記録を評価する", "score a recorded drill"),
    "cli.score.about": (
        "訓練の記録から、連絡の状況と評価を表示します。",
        "Print who was reached in a recorded drill, and its score.",
    ),
    "cli.check.short": ("連絡体制図とシナリオの誤りを調べる", "find the mistakes in charts and scenarios"),
    "cli.check.about": (
        "連絡体制図とシナリオの誤りを、1行に1件ずつ全て表示します。",
        "Print every problem of charts and scenarios, one a line.",
    ),
    "cli.list.short": (
        "シナリオ、連絡体制図、記録、年間計画などの一覧",
        "show scenarios, charts, recorded drills, programmes",
    ),
    "cli.list.about": (
        "使用できるシナリオ、連絡体制図、訓練の記録、年間計画、問題集、自己点検を表示します。",
        "Show the scenarios, charts, recorded drills, programmes, question banks and self-checks there are.",
    ),
    "cli.report.short": (
        "手引、参加者用資料、計画表、カード等の文書を作る",
        "make documents: handbook, handout, plan, cards, reports",
    ),
    "cli.chart.show.short": ("連絡体制図を図にする", "draw a contact chart"),
    "cli.chart.import.short": ("Excel・CSV の連絡体制表を読み取る", "read a contact sheet (Excel, CSV)"),
    "cli.chart.export.short": ("連絡体制図を Excel・CSV の表にする", "write a chart as a sheet (Excel, CSV)"),
    "cli.chart.diff.short": ("2つの連絡体制図の違いを示す", "what differs between two charts"),
    "cli.weak.short": ("止まると連絡が届かなくなる箇所を調べる", "find what a contact chart cannot do without"),
    "cli.plan.short": ("画面で連絡体制図を点検し、見直す", "look into a contact chart on the screen"),
    "cli.test.short": ("研修の確認テスト", "the short test of a class"),
    "cli.year.new.short": ("訓練年度のフォルダーを作る", "begin a drill year in a folder"),
    "cli.year.roster.short": ("職員名簿を取り込む", "take a staff roster"),
    "cli.year.hold.short": ("研修の実施を記録する", "enter that a class was held"),
    "cli.year.drill.short": ("訓練の記録を年度に登録する", "enter the transcript of a drill or meeting"),
    "cli.year.put.short": ("審議会への付議を記録する", "enter that a paper was put to the board"),
    "cli.year.undo.short": ("入力を取り消す", "withdraw an entry"),
    "cli.year.status.short": ("進み具合と、次にすること", "what is done, due and late, and what comes next"),
    "cli.year.log.short": ("入力した記録の一覧", "what was entered, numbered"),
    "cli.year.calendar.short": ("年間予定を iCalendar にする", "write the year's dates as iCalendar"),
    "cli.year.selfcheck.short": ("無記名の自己点検を行う、まとめる", "take and count an anonymous self-check"),
    "cli.year.compare.short": ("前年度と比べる", "compare a year with the one before"),
    "cli.year.run.short": ("1年度を模擬の職員で通しで行う", "a whole year with simulated people"),
    "cli.option.lang": (
        "表示の言語（指定しなければ環境の設定による）",
        "language; without it, that of the environment",
    ),
    "cli.option.help": ("この説明を表示する", "show this help"),
    "cli.option.version": ("版を表示する", "show the version"),
    "cli.option.scenario": (
        "シナリオの名前又は YAML ファイル（名前は drill list で表示）",
        "name or YAML file of a scenario (drill list shows the names)",
    ),
    "cli.option.chart": (
        "連絡体制図の名前又は YAML ファイル（指定しなければシナリオの定めによる）",
        "name or YAML file of the contact chart; without it, the one the scenario names",
    ),
    "cli.option.seed": ("乱数の種。同じ種なら同じ結果になる（初期値 1）", "same seed, same drill (default 1)"),
    "cli.option.absent": (
        "連絡がつかない人。職の名前（担当者）、職/1（第1順位の代理者）、職/all（担当者と代理者の全員）又は人。"
        "コンマで区切って複数指定できる",
        "who cannot be reached, though nobody knows: POST (its holder), POST/1 (its first deputy), "
        "POST/all (holder and deputies) or a person; several, or separated by commas",
    ),
    "cli.option.away": (
        "休暇等で不在と分かっている人（書き方は --absent と同じ）",
        "who is known to be away (written like --absent)",
    ),
    "cli.option.at": (
        '訓練の開始日時（例 "2023-11-28T20:00"）。連絡手段と在席は日時で決まる',
        'start of the drill, as "2023-11-28T20:00"; it decides which channels work and who is at the desk',
    ),
    "cli.option.out": (
        "記録（.jsonl）と報告（.md）を保存するフォルダー",
        "folder for the transcript (.jsonl) and the readable record (.md)",
    ),
    "cli.option.format": (
        "形式（{known}）。指定しなければ -o のファイル名の拡張子により、それもなければ {usual}",
        "{known}; without it, what the ending of -o's file says, else {usual}",
    ),
    "cli.option.output": (
        "保存するファイル。指定しなければ画面に出力（文字の形式のみ）",
        "file to write; without it, standard output (text formats only)",
    ),
    "cli.option.json": ("プログラム用に JSON で出力する", "JSON, for programs"),
    "cli.option.transcript": ("訓練の記録（.jsonl）の名前又はファイル", "name or .jsonl file of a recorded drill"),
    "cli.option.speed": ("実時間の N 倍の速さで進める", "N times as fast as the wall clock"),
    "cli.option.step": ("1行ごとに Enter キーを待つ", "wait for Enter after each line"),
    "cli.option.from": ("この時刻（分:秒）から表示する", "begin at this drill time"),
    "cli.option.post": ("職を選ぶ。複数指定できる", "choose posts; several may be given"),
    "cli.option.all": ("全ての職を1つの画面で受け持つ（図上訓練）", "play all posts: a table-top round one screen"),
    "cli.option.resume": ("途中で終わった訓練を続ける", "go on with a drill that was cut off"),
    "cli.option.verify": (
        "記録を再計算し、一致することを確かめる",
        "recompute the drill and compare it with the transcript",
    ),
    "cli.option.paths": (
        "YAML ファイル、フォルダー又は名前（指定しなければ全て）",
        "YAML files, folders or names; without any, everything there is",
    ),
    "cli.option.strict": ("注意があるときも終了コードを 1 にする", "exit code 1 on warnings too"),
    "cli.option.explain": ("番号の意味と直し方を表示する", "what a code means and what to do"),
    "cli.usage.missing": (
        "{name} を指定してください。使い方は {verb} --help で表示されます。",
        "{name} is missing. See {verb} --help.",
    ),
    "cli.usage.unknown": (
        "{name} は使えません。使い方は {verb} --help で表示されます。",
        "{name} is not understood. See {verb} --help.",
    ),
    "cli.usage.no_value": (
        "{name} の後に値が必要です。使い方は {verb} --help で表示されます。",
        "{name} needs a value. See {verb} --help.",
    ),
    "cli.usage.no_such_value": (
        "{name} に値は付けられません。使い方は {verb} --help で表示されます。",
        "{name} takes no value. See {verb} --help.",
    ),
    "cli.usage.together": (
        "{name} と {other} は同時に使えません。使い方は {verb} --help で表示されます。",
        "{name} and {other} cannot be used together. See {verb} --help.",
    ),
    "cli.usage.other": (
        "指定に誤りがあります（{message}）。使い方は {verb} --help で表示されます。",
        "{message}. See {verb} --help.",
    ),
    "cli.bad_value": ("{what}（「{value}」は使えません）。", "{what}, not “{value}”."),
    "cli.bad_word": (
        "「{value}」は使えません。{words} のいずれかを指定してください。",
        "“{value}” is not one of {words}.",
    ),
    "cli.bad_number": (
        "「{value}」は使えません。{least} から {most} までの整数を指定してください。",
        "“{value}” is not a whole number from {least} to {most}.",
    ),
    "cli.bad_day": ("日付は 2023-11-10 のように指定してください", "A day is written as 2023-11-10"),
    "cli.only_with": ("{name} は {other} と一緒に指定してください。", "{name} needs {other}."),
    "cli.unused_option": (
        "{name} は、この指定（{other}）では使いません。外してください。",
        "{name} has no meaning with {other}; leave it out.",
    ),
    "cli.bad_text": (
        "理由などの文は、文字として読める4000文字以内のものにしてください。",
        "Reasons and names must be readable as text and have at most 4000 characters.",
    ),
    "cli.bad_time": ("開始日時は 2023-11-28T20:00 の形で指定してください", "The start is written as 2023-11-28T20:00"),
    "cli.bad_speed": ("速さは 0 より大きい数で指定してください", "The speed is a number above 0"),
    "cli.bad_offset": ("時刻は 分:秒（例 05:30）で指定してください", "A drill time is written as MM:SS, e.g. 05:30"),
    "people.no_such_deputy": (
        "「{name}」に当たる人はいません（職「{post}」の代理者は{number}人です）。",
        "Nobody is “{name}”: the post {post} has {number:# deputy|# deputies}.",
    ),
    "cli.misfit": (
        "このシナリオは連絡体制図「{chart}」のためのもので、指定された連絡体制図の職には合いません"
        "（合わないところ: drill check {scenario} --chart {given}）。",
        "This scenario is written for the chart {chart} and does not fit the posts of the chart given "
        "(to see where: drill check {scenario} --chart {given}).",
    ),
    "cli.mend_first": (
        "誤りがあるため続けられません。上の指摘を直してください。",
        "It cannot be used like this: mend the errors above first.",
    ),
    "cli.run.title": ("{mark}{title}（乱数の種 {seed}）", "{mark} {title} (seed {seed})"),
    "cli.saved": ("記録を保存しました: {path}、{record}", "Saved: {path}, {record}"),
    "cli.kept": ("訓練の記録: {path}", "Record of the drill: {path}"),
    "cli.resumable": (
        "途中までの記録: {path}（続けるには drill play --resume {path}）",
        "The drill so far: {path} (go on with drill play --resume {path})",
    ),
    "cli.verified": (
        "記録の{rows}行は再計算の結果と一致しました。",
        "{rows:The one row agrees|All # rows agree} with the drill computed again.",
    ),
    "cli.transcript_cut": (
        "{line}行目で記録が途切れています。そこまでの内容を使います。",
        "The transcript is cut off in line {line}; what comes before is used.",
    ),
    "cli.transcript_unfinished": ("訓練の途中までの記録です。", "The drill was left before its end."),
    "cli.transcript_changed": (
        "{line}行目が書き換えられているか、前後の行が欠けています。控えがあれば、それに戻してください。",
        "Line {line} has been changed, or lines around it are missing. If there is a copy of the file, go back to it.",
    ),
    "cli.transcript_unreadable": (
        "{line}行目を記録として読めません。控えがあれば、それに戻してください。",
        "Line {line} cannot be read as part of a transcript. If there is a copy of the file, go back to it.",
    ),
    "cli.warnings": (
        "注意が {count} 件あります（`drill check {files}` で表示できます）。",
        "{count:# warning|# warnings}; `drill check {files}` shows {count:it|them}.",
    ),
    "cli.alike": ("（ほか{count}か所）", " and {count} more"),
    "cli.error": ("誤り", "error"),
    "cli.warning": ("注意", "warning"),
    "cli.list.scenarios": ("シナリオ", "Scenarios"),
    "cli.list.charts": ("連絡体制図", "Contact charts"),
    "cli.list.transcripts": ("訓練の記録", "Recorded drills"),
    "cli.unreadable": ("（読めません）", "(cannot be read)"),
    "cli.no_terminal": (
        "この画面を使うには端末が必要です。端末がないときは次を使ってください: {instead}",
        "This screen needs a terminal. Without one, use: {instead}",
    ),
    "cli.interrupted": ("中断しました。", "Interrupted."),
    "cli.os_error": ("読み書きできません（{reason}）。", "This cannot be read or written: {reason}"),
    "cli.os.ENOENT": ("ファイル又はフォルダーがありません", "no such file or folder"),
    "cli.os.EACCES": ("権限がありません", "permission denied"),
    "cli.os.EPERM": ("権限がありません", "permission denied"),
    "cli.os.EROFS": ("書込みのできない場所です", "the disk is read-only"),
    "cli.os.ENOSPC": ("空き容量がありません", "no space left"),
    "cli.os.EEXIST": ("同じ名前のファイルがあります", "there is a file of that name"),
    "cli.os.ENOTDIR": ("フォルダーではありません", "not a folder"),
    "cli.os.EISDIR": ("フォルダーです", "it is a folder"),
    "cli.defect": (
        "プログラムの不具合で続けられません。お手数ですが、{file} を添えて開発者へお知らせください"
        "（連絡先は CONTRIBUTING.md）。",
        "This is a defect of the program. Please send {file} to its developers (CONTRIBUTING.md says where).",
    ),
    "transcript.in_use": (
        "この訓練は別のプロセスで進行中です。そちらを終えてから再開してください。",
        "Another process is playing this drill. Leave it there first, then go on with it here.",
    ),
    "transcript.not_a_file": (
        "通常のファイルではないか、{megabytes}MBを超えています。",
        "This is no ordinary file, or larger than {megabytes} MB.",
    ),
    "setup.start": (
        "訓練の開始日時は1900年から2199年までの間にしてください（{start}）。",
        "A drill starts between the years 1900 and 2199, not at {start}.",
    ),
    "transcript.unreadable": ("記録を読めません（{reason}）。", "The transcript cannot be read: {reason}"),
    "transcript.not_one": (
        "ここで使える訓練の記録ではありません（1行目が {schema} の形式ではありません）。",
        "This is no transcript of the kind that is needed here: its first line is not in the form {schema}.",
    ),
    "transcript.no_beginning": ("記録の始まりがありません。", "The beginning of the transcript is missing."),
    "transcript.bad_beginning": (
        "記録の始まりが正しくありません（{reason}）。",
        "The beginning of the transcript cannot be used: {reason}",
    ),
    "transcript.other_engine": (
        "この記録は別の版（エンジン {engine}）で作られたため、再計算できません（この版は {ours}）。",
        "This transcript was made by engine {engine}; this is engine {ours}, which cannot compute it again.",
    ),
    "transcript.differs": (
        "再計算の結果と{line}行目が一致しません。記録が書き換えられたおそれがあります。",
        "Line {line} is not what the drill computed again gives; the transcript may have been changed.",
    ),
}
