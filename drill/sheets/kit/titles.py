"""Names written together with titles: 甲野 太郎 課長, 課長 甲野太郎, 甲野太郎（課長）, 甲野課長."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drill.text.normal import line

_RANKS = re.findall(
    r"\S+",
    """区長 市長 町長 村長 知事 局長 部長 次長 課長 室長 所長 館長 園長 校長 院長 署長 係長 班長 事務長 支所長
    会長 社長 理事長 センター長 本部長 支部長 チーム長 グループ長 隊長 分団長 団長 消防長 教育長 危機管理監 政策監
    技監 士長""",
)
_OTHERS = re.findall(
    r"\S+",
    """主査 主任 主事 主幹 主席 首席 参事 副参事 理事 技師 専門員 専門官 管理官 企画官 審議官 書記 嘱託 再任用
    主監 係員 課員 室員 班員 主事補 主任主事 司令 司令補 会計管理者 顧問
    担当部長 担当課長 担当係長 担当主査 担当者 担当 責任者 副責任者 統括責任者 管理者 統括 職員
    リーダー マネージャー 取締役""",
)
_TITLES = sorted(
    {
        *_RANKS,
        *(f"副{rank}" for rank in _RANKS),
        *(f"{rank}{more}" for rank in _RANKS for more in ("補佐", "代理", "心得")),
        *_OTHERS,
    },
    key=len,
    reverse=True,
)
_TITLE = "|".join(map(re.escape, _TITLES))
_HONORIFIC = re.compile(r"^(?:mr|ms|mrs|dr)\.? +(?=\S)|\s*(?:様|殿|さん|氏)$", re.IGNORECASE)
_IN_PARENTHESES = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<inside>[^()]+)\)$")
_TITLE_FIRST = re.compile(r"^\((?P<inside>[^()]+)\)\s*(?P<name>[^()]+)$")
_IN_BRACKETS = re.compile(r"^(?P<name>[^【〔\[]+)(?P<inside>[【〔\[].+)$")
_COMPANY = re.compile(r"\((?:株|有|合|資|一社|一財|公社|公財|財|社|独|特非|医|福|学|地独)\)")
_PERSON = re.compile(r"[^\W\d_a-z]{2,5}(?: [^\W\d_a-z]{1,4})?", re.IGNORECASE)
_NO_NAME = re.compile(r"兼|任|中$|用$|時$|代行|不在|休|夜|昼|正|副|主$|取扱|充て")
"""What stands in parentheses behind a title without being the name of its holder."""
_OFFICE = re.compile(
    "[課部係室局庁署班所館]|総務|企画|財政|税務|情報|[市区町村住]民|福祉|危機|防災|広報|管理|会計|人事|契約|教育|環境|建設|都市|経理|保険|"
    "年金|健康|子育|議会|監査|戸籍|収納|生活|システム|デジタル|政策|秘書|窓口|担当|統括|当番|警備|守衛|[a-z]",
    re.IGNORECASE,
)
"""What stands before a title in the name of a post, but hardly in a surname."""


@dataclass(frozen=True)
class Named:
    """A person as written: the name alone (empty where only a title stands there), title, and what was beside it."""

    name: str
    title: str = ""
    remark: str = ""

    @property
    def called(self) -> str:
        """The name or, without one, the title."""
        return self.name or self.title

    @property
    def beside(self) -> str:
        """What stood beside the name."""
        return " ".join(filter(None, (self.title if self.name else "", self.remark)))


def read_name(text: str) -> Named:
    """The parts of a cell that names a person."""
    plain = _HONORIFIC.sub("", line(text))
    if _COMPANY.search(plain):
        return Named(plain)
    if beside := _IN_BRACKETS.match(plain):
        outer = read_name(beside["name"])
        return Named(outer.name, outer.title, " ".join(filter(None, (outer.remark, beside["inside"]))))
    if inside := _IN_PARENTHESES.match(plain):
        outer = read_name(inside["name"])
        if is_title(inside["inside"]) and not outer.title:
            return Named(outer.name, inside["inside"])
        if outer.title and not outer.name and _is_person(inside["inside"]):
            return Named(_HONORIFIC.sub("", inside["inside"]), outer.title)
        return Named(outer.name, outer.title, inside["inside"])
    if before := _TITLE_FIRST.match(plain):
        return Named(before["name"], before["inside"])
    words = plain.split(" ")
    for count in range(len(words) - 1, 0, -1):
        if is_title("".join(words[:count])):
            return Named(" ".join(words[count:]), " ".join(words[:count]))
        if is_title("".join(words[-count:])):
            return Named(" ".join(words[:-count]), " ".join(words[-count:]))
    if is_title(plain):
        return Named("", plain)
    return _joined(plain)


def _joined(plain: str) -> Named:
    """甲野課長, 甲野太郎課長, 課長甲野太郎: without a space between them."""
    for order in (r"{title}(?P<name>\S{{2,}}(?: \S+)?)", r"(?P<name>\S{{1,}}?(?: \S+?)?){title}"):
        if found := re.fullmatch(order.format(title=f"(?P<title>{_TITLE})"), plain):
            return Named(found["name"], found["title"])
    return Named(plain)


def is_bare_title(text: str) -> bool:
    """Whether a post is called by a rank alone, such as 課長, which says nothing without its section."""
    return re.fullmatch(_TITLE, line(text).replace(" ", "")) is not None


def is_title(text: str) -> bool:
    """Whether a text names a post rather than a person."""
    plain = line(text).replace(" ", "")
    if "兼" in plain:
        return all(each and is_title(each) for each in re.split("兼務?", plain))
    found = re.fullmatch(rf"(?P<before>.*?)(?:{_TITLE})(?:席)?", plain)
    return found is not None and (not found["before"] or _OFFICE.search(found["before"]) is not None)


def _is_person(text: str) -> bool:
    """Whether what stands behind a title in parentheses is its holder, as in 総務課長（甲野太郎）."""
    return bool(_PERSON.fullmatch(text)) and not (_NO_NAME.search(text) or _OFFICE.search(text) or is_title(text))
