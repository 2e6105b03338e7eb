"""The short test: checks of question banks, the command, the printed paper, sheets handed in, results."""

WORDS = {
    "problem.YR201": (
        "設問 {first} と同じ文章です",
        "the question {first} has the same text",
    ),
    "problem.YR201.hint": (
        "一方を削るか、違いが分かるように書き分けてください",
        "remove one of them, or make them differ",
    ),
    "problem.YR202": (
        "設問が{count}問しかありません",
        "there are only {count} questions",
    ),
    "problem.YR202.hint": (
        "組合せが変わるように、{fewest}問以上を用意してください",
        "write at least {fewest}, so that tests differ",
    ),
    "problem.YR203": (
        "同じ選択肢「{text}」が重複しています",
        "the answer “{text}” stands there twice",
    ),
    "problem.YR203.hint": (
        "一方を別の選択肢に替えてください",
        "replace one of them",
    ),
    "problem.YR204": (
        "選択肢「{text}」は、ほかの選択肢を指しています",
        "the answer “{text}” speaks of other answers",
    ),
    "problem.YR204.hint": (
        "選択肢の順は毎回変わり、この形は正解と見抜かれやすくなります。内容で書いてください",
        "answers change places, and such an answer is easily guessed; write out what it means",
    ),
    "problem.YR205": (
        "{total}問のうち{count}問で、正解が最も長い選択肢です",
        "in {count} of {total} questions the right answer is the longest",
    ),
    "problem.YR205.hint": (
        "長さだけで正解が分かります。ほかの選択肢と長さをそろえてください",
        "length alone gives it away; make the others as long",
    ),
    "test.bank_twice": (
        "問題集 {name} が重複しています",
        "the bank {name} is named twice",
    ),
    "test.bank_too_small": (
        "問題集 {name} には設問が{has}問しかなく、{needed}問を出題できません",
        "the bank {name} has {has} questions, not the {needed} that are needed",
    ),
    "problem.XS100": ("名簿にない番号です:「{text}」", "the roster has no number `{text}`"),
    "problem.XS100.hint": (
        "似た番号: {near}。番号は空欄でもかまいません",
        "alike: {near}; the number may be left blank",
    ),
    "problem.XS101": ("結合されたセルです", "the cell is merged with others"),
    "problem.XS101.hint": ("結合を解き、一人ずつ記入してください", "split it and fill in each person's cell"),
    "problem.XS102": ("解答として読めません:「{text}」", "`{text}` is no answer"),
    "problem.XS102.hint": (
        "ア、イ、ウ、エ、A～D 又は 1～4 のうち一つを記入してください",
        "write one of A to D, 1 to 4, or ア to エ",
    ),
    "problem.XS103": ("問{question}に選択肢「{text}」はありません", "question {question} has no answer `{text}`"),
    "problem.XS103.hint": ("用紙と見比べてください", "compare it with the paper"),
    "problem.XS104": ("正答数として読めません:「{text}」", "`{text}` is no number of right answers"),
    "problem.XS104.hint": ("0から{of}までの整数を記入してください", "give a whole number from 0 to {of}"),
    "problem.XS105": (
        "正答数「{text}」が解答と合いません（解答では{right}問正解）",
        "`{text}` right does not agree with the answers, of which {right} are right",
    ),
    "problem.XS105.hint": ("どちらかを直してください", "mend one of them"),
    "test.other_paper": (
        "この票は別の問題用紙（{found}）のものです。今回の用紙は {wanted} です。",
        "the sheet belongs to another paper, {found}; this one is {wanted}",
    ),
    "test.no_header": (
        "見出しの行が見つかりません。「職員番号」「従事年数」「問1」「問2」…又は「正答数」の見出しを付けてください。",
        "no header row: head the columns with `staff number`, `years of service`, `Q1`, `Q2` … or `number right`",
    ),
    "test.other_questions": (
        "問1から問{count}までの列が一つずつ必要です（過不足: {strange}）。",
        "there must be a column for each question from 1 to {count}; missing or too many: {strange}",
    ),
    "test.sheet.name": ("確認テスト", "Short test"),
    "test.sheet.number": ("職員番号", "Staff number"),
    "test.sheet.service": ("従事年数", "Years of service"),
    "test.sheet.answers": ("解答（{names}）", "Answers ({names})"),
    "test.sheet.question": ("問{number}", "Q{number}"),
    "test.sheet.right": ("正答数", "Number right"),
    "test.code": ("問題用紙番号 {code}", "Paper {code}"),
    "test.service.first": ("1年目", "First year"),
    "test.service.later": ("2年目以上", "Second year or more"),
    "test.answer": ("{letter}　{text}", "{letter}  {text}"),
    "test.paper.title": ("確認テスト", "Short test"),
    "test.paper.answers": ("確認テスト　解答と解説", "Short test: answers and reasons"),
    "test.paper.about": ("出題範囲: {banks}（全{count}問）", "On: {banks} ({count} questions)"),
    "test.paper.how": (
        "各問の正しい答えは一つです。記号を末尾の解答欄に記入してください。氏名は記入しません。"
        "職員番号は、記入するよう指示があった場合だけ記入してください。",
        "Each question has one right answer. Write its letter into the boxes at the end. Do not write your name, and "
        "your staff number only if you are told to.",
    ),
    "test.paper.number": ("職員番号（指示がある場合のみ）", "Staff number (only if told to)"),
    "test.paper.choice": ("□ {first}　　□ {later}", "[ ] {first}    [ ] {later}"),
    "test.paper.question": ("問{number}", "Question {number}"),
    "test.paper.yours": ("解答欄", "Your answers"),
    "test.paper.keep": (
        "進行役の手元用です。テストが終わってから、答え合わせと解説に使ってください。",
        "For whoever holds the class. Go through the answers once the papers are in.",
    ),
    "test.paper.number_short": ("問", "No."),
    "test.paper.asked": ("問題", "Question"),
    "test.paper.right": ("正解", "Right answer"),
    "test.paper.why": ("解説", "Why"),
    "test.results.title": ("確認テスト結果", "Results of the short tests"),
    "test.results.none": (
        "確認テストの結果がまだ提出されていません",
        "no short test has been handed in yet",
    ),
    "test.results.whom": ("対象", "Target"),
    "test.results.required": ("対象人数", "Required"),
    "test.results.taken": ("受けた人数", "Taken by"),
    "test.results.share": ("正答率（人数）", "Right answers (people)"),
    "test.results.all": ("全体", "All"),
    "test.results.percent": ("{share}%（{people}）", "{share}% ({people})"),
    "test.results.hidden": ("非表示", "not shown"),
    "test.results.nobody": ("―", "–"),
    "test.results.note": (
        "対象人数は、休職や産休・育休の職員を除いた人数です。{fewest}人未満の区分と、ほかの数値から{fewest}人未満の結果が分かる区分は表示しません。",
        "Staff on leave are not among the required. Nothing is shown of fewer than {fewest} people, nor what would let "
        "their figures be worked out.",
    ),
    "test.results.others": (
        "このほか、対象人数に含まれない{count}人が受け、正答率に含めています。",
        "{count} more took a test without being required to; their answers are in the shares.",
    ),
    "test.results.by_section": ("所属別", "By section"),
    "test.results.section": ("所属", "Section"),
    "test.results.people": ("人数", "People"),
    "test.results.right": ("正答率", "Right answers"),
    "test.results.rest": ("その他の所属", "Other sections"),
    "test.results.by_question": ("問題別（誤答の多い順）", "By question, most missed first"),
    "test.results.question": ("問題", "Question"),
    "test.results.missed": ("誤答率", "Missed"),
    "test.results.wrong": ("{share}%\n（{wrong}／{people}）", "{share}%\n({wrong} of {people})"),
    "test.results.answer": ("正解", "Right answer"),
    "test.results.why": ("解説", "Why"),
}
