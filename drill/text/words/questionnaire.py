"""Questionnaires of a self-check: what is wrong with a file of them."""

WORDS = {
    "problem.YR301": (
        "設問 {name} がありません",
        "there is no question {name}",
    ),
    "problem.YR301.hint": (
        "questions に加えるか、名前を直してください（近い名前: {near}）",
        "add it under questions, or mend the name (alike: {near})",
    ),
    "problem.YR302": (
        "設問 {name} が同じ設問票に2回出てきます",
        "the questionnaire asks {name} twice",
    ),
    "problem.YR302.hint": (
        "一方を削ってください",
        "remove one of them",
    ),
    "problem.YR303": (
        "設問 {name} は、どの設問票にもありません",
        "no questionnaire asks {name}",
    ),
    "problem.YR303.hint": (
        "設問票に加えるか、削ってください",
        "add it to a questionnaire, or remove it",
    ),
    "problem.YR304": (
        "公表値の設問票 {name} がありません",
        "figures are published for a questionnaire {name} that is not here",
    ),
    "problem.YR304.hint": (
        "questionnaires にある名前に直してください（近い名前: {near}）",
        "use a name of questionnaires (alike: {near})",
    ),
    "problem.YR305": (
        "公表値の設問 {name} がありません",
        "figures are published for a question {name} that is not here",
    ),
    "problem.YR305.hint": (
        "questions にある名前に直してください（近い名前: {near}）",
        "use a name of questions (alike: {near})",
    ),
    "problem.YR306": (
        "公表された設問数は{published}問ですが、設問票は{has}問です",
        "the published figures are of {published:# question|# questions}, the questionnaire has {has}",
    ),
    "problem.YR306.hint": (
        "設問が異なると率を比べられません。設問票か公表値を確かめてください",
        "rates over other questions do not compare; check the questionnaire and the source of the figures",
    ),
}
