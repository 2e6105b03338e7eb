"""Questionnaires of a self-check: what is wrong with a file of them."""

PROBLEMS: dict[str, tuple[str, ...]] = {
    "YR301": (
        "設問 {name} がありません",
        "there is no question {name}",
        "questions に加えるか、名前を直してください（近い名前: {near}）",
        "add it under questions, or mend the name (alike: {near})",
    ),
    "YR302": (
        "設問 {name} が同じ設問票に2回出てきます",
        "the questionnaire asks {name} twice",
        "一方を削ってください",
        "remove one of them",
    ),
    "YR303": (
        "設問 {name} は、どの設問票にもありません",
        "no questionnaire asks {name}",
        "設問票に加えるか、削ってください",
        "add it to a questionnaire, or remove it",
    ),
    "YR304": (
        "公表値の設問票 {name} がありません",
        "figures are published for a questionnaire {name} that is not here",
        "questionnaires にある名前に直してください（近い名前: {near}）",
        "use a name of questionnaires (alike: {near})",
    ),
    "YR305": (
        "公表値の設問 {name} がありません",
        "figures are published for a question {name} that is not here",
        "questions にある名前に直してください（近い名前: {near}）",
        "use a name of questions (alike: {near})",
    ),
    "YR306": (
        "公表された設問数は{published}問ですが、設問票は{has}問です",
        "the published figures are of {published:# question|# questions}, the questionnaire has {has}",
        "設問が異なると率を比べられません。設問票か公表値を確かめてください",
        "rates over other questions do not compare; check the questionnaire and the source of the figures",
    ),
}
