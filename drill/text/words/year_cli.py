"""`drill year …`: help, what the commands print, and what is to be done next."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cli.year.new.about": (
        "年間計画から訓練年度のフォルダーを作ります。計画と設問の写しが入り、あとから元の計画を直しても年度の記録は変わりません。",
        "Begin a drill year: a folder with a copy of its programme and questions. What is changed in the programme"
        " later does not change the year.",
    ),
    "cli.year.roster.about": (
        "Excel・CSV の名簿から番号・所属・職務・従事年数・休職等の期間を取り込みます。氏名などの列は保存しません。"
        "誤りのある行は理由とともに示し、--partial を付けない限り何も取り込みません。",
        "Take number, section, duty, years of service and leave from an Excel or CSV list. Names and other personal"
        " columns are not kept. A wrong row is refused with its reason; nothing is taken then without --partial.",
    ),
    "cli.year.hold.about": (
        "研修を実施した日と受講者を記録します。講師となる人がまだ受講していない部署では始められません。補講は同じ訓練をもう一度記録します。",
        "Enter the day of a class and who took part. A section whose possible teachers are untrained cannot start."
        " A make-up class is entered like any other.",
    ),
    "cli.year.drill.about": (
        "連絡訓練又は会議の記録を年度のフォルダーに写し、評価の数値とともに登録します。",
        "Copy the transcript of a contact drill or meeting into the year and enter it with its figures.",
    ),
    "cli.year.put.about": (
        "実施方法（method）又は実施結果（result）を審議会に付議した日を記録します。",
        "Enter the day on which a paper was put to the review board: `method` before, `result` after it was held.",
    ),
    "cli.year.undo.about": (
        "誤って入力した記録を取り消します（番号を省くと最後の記録）。取消しも記録に残り、元の記録は消えません。",
        "Withdraw a wrong entry (the last one unless numbered). The withdrawal is an entry too; nothing is deleted.",
    ),
    "cli.year.status.about": (
        "訓練・自己点検・付議の進み具合と、次にすることを示します。遅れがあれば終了コードは1です。",
        "Show how drills, self-checks and board papers stand, and what to do next. Exit code 1 if something is late.",
    ),
    "cli.year.log.about": ("入力した記録を番号順に示します。", "Print all entries with their numbers."),
    "cli.year.calendar.about": (
        "訓練・自己点検・審議会の日程を、予定表ソフトで開ける iCalendar（.ics）にします。7日前と前日に通知します。",
        "Write drills, self-checks and board meetings as an iCalendar file with reminders a week and a day before.",
    ),
    "cli.year.run.about": (
        "年間計画を模擬の職員で4月から3月まで通しで行い、年度のフォルダーを作ります。受講や回答の割合は仮定です。",
        "Run a whole year with simulated people and make its folder. How they attend and answer is an assumption.",
    ),
    "cli.option.program": ("年間計画の名前かファイル", "a programme, by name or file"),
    "cli.option.year_folder": ("訓練年度のフォルダー", "the folder of the drill year"),
    "cli.option.new_folder": ("作成するフォルダー", "the folder to make"),
    "cli.option.after": ("前年度のフォルダー（比較に使う）", "the folder of last year, for comparison"),
    "cli.option.roster_file": ("名簿（.xlsx、.csv）", "the list (.xlsx, .csv)"),
    "cli.option.as-of": ("名簿の基準日（YYYY-MM-DD）", "the day of the list (YYYY-MM-DD)"),
    "cli.option.partial": ("誤りのない行だけを取り込む", "take the good rows although others are refused"),
    "cli.option.activity": (
        "年間計画での研修・訓練の名前又は番号",
        "the activity, by its name or number in the programme",
    ),
    "cli.option.section": ("実施した部署", "the section that was taught"),
    "cli.option.on": ("実施した日（YYYY-MM-DD。既定は今日）", "the day (YYYY-MM-DD; default: today)"),
    "cli.option.status_on": ("この日の時点で示す（既定は今日）", "as of this day (default: today)"),
    "cli.option.drill_on": ("実施した日（既定はシナリオの日付）", "the day it was held (default: the scenario's)"),
    "cli.option.teacher": ("講師の番号", "number of the teacher"),
    "cli.option.attended": (
        "受講者の番号、又は番号の並ぶファイル",
        "numbers of those who took part, or a file of them",
    ),
    "cli.option.everybody": ("対象者全員（不在の職員を除く）", "everybody who is meant and not on leave"),
    "cli.option.all_but": ("欠席者の番号（--all とともに）", "numbers of those who were missing (with --all)"),
    "cli.option.paper": ("年間計画での資料の名前", "name of the paper in the programme"),
    "cli.option.what": ("method（実施方法）又は result（実施結果）", "method or result"),
    "cli.option.entry": ("取り消す記録の番号", "number of the entry"),
    "cli.option.reason": ("取消しの理由", "why it is withdrawn"),
    "cli.option.year_or_program": ("訓練年度のフォルダー又は年間計画", "the folder of a year, or a programme"),
    "cli.list.programs": ("年間計画", "Programmes of a year"),
    "cli.list.banks": ("確認テストの問題集", "Question banks"),
    "cli.list.selfchecks": ("自己点検", "Self-checks"),
    "cli.year.who": (
        "受講者を指定してください: --all、--absent 番号、又は --attended 番号かファイル",
        "Say who took part: --all, --absent NUMBER, or --attended with numbers or a file",
    ),
    "cli.year.bad_entry": (
        "「{value}」は使えません。番号は `drill year log` に出る数字で指定してください。",
        "“{value}” is no number of `drill year log`.",
    ),
    "cli.year.nothing": ("取り消せる記録がありません。", "There is nothing to withdraw."),
    "cli.year.not_absent": ("対象者ではない番号です: {number}", "{number} is not among those who are meant."),
    "year.made": (
        "{path}に「{title}」を作りました。次は名簿の取込みです: drill year roster {path} 名簿.csv",
        "Made {path} for {title}. Next, take the roster: drill year roster {path} ROSTER.csv",
    ),
    "year.entered": ("{number}番に記録しました。", "Entered as number {number}."),
    "year.held": (
        "「{title}」{day} {section}受講{attended}人。累計 {done}/{required}人。",
        "{title}, {day}: {section}{attended} took part; {done} of {required} so far.",
    ),
    "year.held.section": ("{section} ", "{section}, "),
    "year.released": ("これで始められるようになった部署: {sections}", "Can start now: {sections}"),
    "year.note.outside": (
        "計画の期間（{first}から{last}まで）の外です。",
        "This is outside the planned days ({first} to {last}).",
    ),
    "year.note.on_leave": (
        "休職等の職員が受講しています。対象人数には数えません: {numbers}",
        "On leave, so not counted as required: {numbers}",
    ),
    "cli.year.meeting_log": (
        "これは会議の記録です。連絡訓練「{title}」には、連絡訓練の記録を指定してください。",
        "This is the log of a meeting. “{title}” is a contact drill: give the transcript of one.",
    ),
    "year.note.other_scenario": (
        "計画のシナリオは{planned}ですが、記録は{found}です。",
        "The programme names the scenario {planned}, the transcript is of {found}.",
    ),
    "year.note.roster_day": (
        "名簿の基準日は{day}です。人数は計画の基準日{as_of}で数えます。",
        "The list is of {day}; headcounts are counted as of {as_of}.",
    ),
    "year.note.no_date": (
        "名簿に基準日がないため、計画の基準日{day}としました。",
        "The list names no day; the programme's is used ({day}).",
    ),
    "year.roster.refused": (
        "{rows}行のうち{refused}行に誤りがあります。何も取り込んでいません。直すか --partial を付けてください。",
        "{refused} of {rows:# row|# rows} {refused:is|are} refused, so nothing was taken. Mend {refused:it|them}, or "
        "add --partial.",
    ),
    "year.roster.taken": (
        "{members}人を取り込みました（{day}現在、取り込まなかった行{refused}）。",
        "Took {members:# person|# people} as of {day} ({refused:# row|# rows} refused).",
    ),
    "year.roster.differs": (
        "計画と名簿の人数が違います: {title} 計画{planned}人、名簿{found}人",
        "Headcounts differ: {title} has {planned} in the programme, {found} in the list",
    ),
    "year.roster.more": ("ほか{count}件", "and {count} more"),
    "year.drill.entered": ("「{title}」{day} {transcript}を登録しました。", "{title}, {day}: entered {transcript}."),
    "year.put": ("{day} {what}を付議: {title}", "{day}, {what} put to the board: {title}"),
    "year.undone": ("{entry}番を取り消しました: {text}", "Withdrew number {entry}: {text}"),
    "year.column.count": ("番号", "No."),
    "year.column.title": ("訓練", "Drill or class"),
    "year.column.period": ("期間", "Days"),
    "year.column.standing": ("状況", "Standing"),
    "year.column.people": ("実施/対象", "Done/all"),
    "year.column.leave": ("休職等", "Leave"),
    "year.column.subject": ("件名", "Title"),
    "year.column.tests": ("テスト", "Tests"),
    "year.column.check": ("自己点検", "Self-check"),
    "year.column.answered": ("回答/対象", "Answered/all"),
    "year.column.paper": ("資料", "Paper"),
    "year.column.what": ("付議", "What"),
    "year.column.due": ("予定日", "Due"),
    "year.column.put": ("付議日", "Put on"),
    "year.column.day": ("日付", "Day"),
    "year.column.entry": ("記録", "Entry"),
    "year.column.target": ("対象", "Who"),
    "year.column.planned": ("計画", "Planned"),
    "year.column.list": ("名簿", "List"),
    "year.standing.done": ("済", "done"),
    "year.standing.late": ("遅れ", "LATE"),
    "year.standing.under_way": ("実施中", "under way"),
    "year.standing.blocked": ("開始不可", "blocked"),
    "year.standing.due": ("まもなく", "due"),
    "year.method": ("実施方法", "method"),
    "year.result": ("実施結果", "result"),
    "year.status.title": ("{title}（{day}現在）", "{title}, as of {day}"),
    "year.status.roster": (
        "名簿 {day}現在 {members}人。休職等の職員は対象人数から除く（計画の基準日 {as_of}）。",
        "Roster of {day}, {members:# person|# people}. Those on leave are not counted (headcounts as of {as_of}).",
    ),
    "year.status.no_roster": ("名簿はまだありません。", "There is no roster yet."),
    "year.status.blocked": ("始められない部署", "Sections that cannot start"),
    "year.status.needs": (
        "先に「{activity}」を受ける（1部署につき受けられる職員{count}人、{due}まで）",
        "somebody has to be trained in {activity} first ({count} of each section could be; due by {due})",
    ),
    "year.status.needs.own": (
        "先に代表者への研修を行う（1部署につき代表者{count}人、{activity}の期限は{due}）",
        "their representatives have to be trained first ({count} of each section; {activity} is due by {due})",
    ),
    "year.status.next": ("次にすること", "What to do next"),
    "year.status.nothing": ("今すぐすることはありません。", "There is nothing to do now."),
    "year.next.roster": (
        "名簿を取り込む（drill year roster {year} 名簿.csv）",
        "Take the roster (drill year roster {year} LIST)",
    ),
    "year.next.hold": (
        "「{title}」あと{count}人、{day}まで（drill year hold {year} {name} --all --on 日付）",
        "{title}: {count:# person|# people} to go, by {day} (drill year hold {year} {name} --all --on DAY)",
    ),
    "year.next.classes": (
        "「{title}」あと{count}人、{day}まで（drill year hold {year} {name} --section 部署 --all --on 日付）",
        "{title}: {count:# person|# people} to go, by {day} (drill year hold {year} {name} --section SECTION --all "
        "--on DAY)",
    ),
    "year.next.unblock": (
        "「{title}」{count}部署が始められない。先に講師となる職員の研修を行う（{name}）",
        "{title}: {count:# section|# sections} cannot start; train those who are to teach first ({name})",
    ),
    "year.next.tests": (
        "「{title}」テストの結果があと{count}人分ありません（drill test --into {year} --activity {name} --on 日付）",
        "{title}: {count:the test of # person is|tests of # people are} missing (drill test --into {year} --activity "
        "{name})",
    ),
    "year.next.drill": (
        "「{title}」を{day}までに行い登録する"
        "（drill play {scenario}、drill year drill {year} {name} 記録のファイル --all）",
        "{title}: hold it by {day} and enter it "
        "(drill play {scenario}, drill year drill {year} {name} TRANSCRIPT --all)",
    ),
    "year.next.answer": (
        "「{title}」の回答を集める。{day}まで（drill year selfcheck {year} {name}）",
        "{title}: collect the answers until {day} (drill year selfcheck {year} {name})",
    ),
    "year.next.close": (
        "「{title}」を締め切る。期限は{day}（drill year selfcheck {year} {name} --close）",
        "{title}: close it; it was due on {day} (drill year selfcheck {year} {name} --close)",
    ),
    "year.next.method": (
        "実施方法を付議する: {title}（{day}、drill year put {year} {name} method --on 日付）",
        "Put the method to the board: {title} ({day}; drill year put {year} {name} method --on DAY)",
    ),
    "year.next.result": (
        "実施結果を付議する: {title}（{day}、drill year put {year} {name} result --on 日付）",
        "Put the result to the board: {title} ({day}; drill year put {year} {name} result --on DAY)",
    ),
    "calendar.people": ("対象: {people}", "For: {people}"),
    "calendar.teacher": ("講師: {teacher}", "Taught by: {teacher}"),
    "calendar.material": ("教材: {material}", "Material: {material}"),
    "calendar.papers": ("資料の付議", "Papers for the board"),
    "cli.option.run_roster": (
        "名簿（既定は年間計画と同じ場所の PROGRAM-roster.csv）",
        "the staff list (default: PROGRAM-roster.csv beside the programme)",
    ),
    "year.simulated": ("（模擬の職員による記入）", "(written by a simulated person)"),
    "year.unusable": (
        "誤りがあるため使えません。`drill check` で確かめてください。",
        "It has mistakes; `drill check` shows them.",
    ),
    "year.run.title": ("{mark} {title} 乱数の種{seed}", "{mark} {title}, seed {seed}"),
    "year.run.released": ("→ {count}部署が始められるようになった", "-> {count:# section|# sections} can start now"),
    "year.run.done": ("{path}に{entries}件を記録しました。", "Entered {entries:# thing|# things} in {path}."),
    "year.run.no_roster": (
        "名簿がありません。--roster で指定してください。",
        "There is no staff list: name one with --roster.",
    ),
    "cli.year.bad_numbers": (
        "読めないセルが{count}件あるため、記録しませんでした。",
        "{count:# cell|# cells} cannot be read; nothing was entered",
    ),
    "year.run.bad_roster": (
        "名簿に誤りが{count}件あります。`drill year roster` で確かめてください。",
        "The staff list has {count:# mistake|# mistakes}; `drill year roster` shows {count:it|them}.",
    ),
    "year.log.YearOpened": ("年度を開始（計画 {program}）", "the year begins (programme {program})"),
    "year.log.RosterTaken": ("名簿 {as_of}現在 {members}人", "roster of {as_of}, {members:# person|# people}"),
    "year.log.SessionHeld": ("研修 {title} {section}{count}人", "class {title}, {section}people: {count}"),
    "year.log.TestHandedIn": ("テスト {title} {section}{count}人分", "tests {title}, {section}people: {count}"),
    "year.log.DrillHeld": ("訓練 {title} {transcript}", "drill {title}, {transcript}"),
    "year.log.SelfCheckClosed": ("自己点検を締切り「{title}」", "self-check closed: {title}"),
    "year.log.PutToBoard": ("付議「{title}」{what}", "put to the board: {title}, {what}"),
    "year.log.Withdrawn": ("{entry}番を取消し: {reason}", "number {entry} withdrawn: {reason}"),
    "year.log.gone": ("（取消し済）", "(withdrawn)"),
}
