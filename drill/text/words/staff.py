"""Staff lists: what is said about cells that do not get into the roster."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "sheets.staff.no_header": (
        "見出しの行が見つかりません。「職員番号」「所属」「職務」のような見出しを付けてください。",
        "no header row: head the columns with, for example, `staff number`, `section`, `duty`",
    )
}

PROBLEMS: dict[str, tuple[str, ...]] = {
    "XS080": (
        "職員番号がありません",
        "there is no staff number",
        "番号か仮名を入れてください",
        "give a number or a pseudonym",
    ),
    "XS081": (
        "番号「{text}」が二度あります",
        "the number {text} is there twice",
        "先の行は {first}",
        "first in {first}",
    ),
    "XS082": (
        "番号として使えません:「{text}」",
        "`{text}` cannot be a number",
        "文字か数字で始まる40字以内にしてください（数式は使えません）",
        "up to 40 characters, beginning with a letter or digit; no formula",
    ),
    "XS083": (
        "12桁の数字は個人番号の可能性があります",
        "twelve digits may be somebody's My Number",
        "個人番号は使わず、職員番号か仮名にしてください",
        "use a staff number or a pseudonym instead",
    ),
    "XS084": (
        "所属がありません",
        "there is no section",
        "所属の列に入れてください",
        "put it into the column of sections",
    ),
    "XS085": (
        "年間計画にない所属です:「{text}」",
        "the programme has no section `{text}`",
        "似た名: {near}。計画の also に表記を足せます",
        "alike: {near}; `also` in the programme takes other spellings",
    ),
    "XS086": (
        "休職・休業の期間として読めません:「{text}」",
        "`{text}` cannot be read as a leave",
        "R5.6.1～R6.3.31、令和5年9月1日～ のように書いてください",
        "write 2023-06-01 to 2024-03-31, or 2023-09-01 ~ without an end",
    ),
    "XS087": (
        "従事年数として読めません:「{text}」",
        "`{text}` cannot be read as years of service",
        "1年目 又は 2年目以上",
        "`first` or `later`, or a number of years",
    ),
    "XS088": (
        "採用日・着任日として読めないか、基準日より後です:「{text}」",
        "`{text}` is no day, or after the day of the list",
        "{day}以前の日にしてください",
        "give a day up to {day}",
    ),
    "XS090": (
        "職務「{text}」はどの訓練の対象でもありません（{count}人）",
        "no target asks for the duty `{text}` ({count:# person|# people})",
        "表記が年間計画と違うときは直してください",
        "mend it if the programme spells it otherwise",
    ),
    "XS091": (
        "個人情報の列は取り込みません:「{header}」",
        "a personal column is not taken over: `{header}`",
        "番号か仮名だけを保存します",
        "only numbers or pseudonyms are kept",
    ),
    "XS092": (
        "この列は使いません:「{header}」",
        "this column is not used: `{header}`",
        "必要なら見出しを変えてください",
        "give it another header if it is needed",
    ),
    "XS093": (
        "職務として使えません:「{text}」",
        "`{text}` cannot be a duty",
        "文字か数字で始めてください（数式は使えません）",
        "begin with a letter or digit; no formula",
    ),
    "XS094": (
        "職務の列がありません",
        "there is no column of duties",
        "職務で対象を決めている訓練には、誰も該当しません",
        "nobody will belong to a target that asks for a duty",
    ),
}
