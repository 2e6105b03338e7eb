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
}
