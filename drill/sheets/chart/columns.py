"""What a column means, by its header: many spellings, Japanese and English, and who of the row it speaks of."""

# ruff: noqa: E501 (a pattern is easier to read on one line)

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import get_args

from drill.model.basics import ChannelKind, ContactKind
from drill.text.normal import key, number_in


@dataclass(frozen=True)
class Meaning:
    """What a column holds. `rank` 0 speaks of the post's holder, 1 of its first deputy; `hours` of a telephone."""

    field: str
    rank: int = 0
    hours: str = "always"
    kind: ContactKind | None = None
    role: str = ""
    """For a second person of the same row: the header that names their post, e.g. 担当者."""


UNKNOWN = Meaning("")
CHANNELS: dict[str, ChannelKind] = {kind: kind for kind in get_args(ChannelKind)}
REACH = {*CHANNELS, "number"}
"""Columns with numbers or addresses; of a `number` only its form tells the kind."""
NO_PLACE = {"fax", "kana", "note"}
"""Columns that are understood but have no place in a chart."""

_ANY = r"(?:番号|no\.?|アドレス|address|number|号)?"
_FIELDS: tuple[tuple[str, str], ...] = (
    ("count", r"no\.?|番号|項番|通番|連番|#|項|行|整理番号"),
    ("id", r"id|コード|職コード|職id|code|postid|識別子|管理番号|職番号"),
    ("kana", r"ふりがな|フリガナ|カナ|かな|よみ|よみがな|読み|kana"),
    ("site", r"座?席(位置)?"),
    ("role", r"役割名?|体制上の役割|csirt(での|の)?役割|任務|班|(対応)?チーム|role|csirt"),
    ("post", r"職|役職|役職名|職名|補職名?|職位|ポスト|position|post|title|jobtitle|官職|構成員|職等|役職等"),
    ("unit", r"(所属)?(部|課|係|局|室|部署|部局|部課|課係|課名|部名|係名|部署名|組織|組織名|部局名|課室|課室名|部課名)"),
    ("unit", r"(関係|外部|連絡先)?機関名?|(委託|取引|契約|保守)?(事業者|業者|会社|団体|委託先)名?|社名|名称|相手方名?|organi[sz]ation|company"),
    ("unit", r"所属(名|先|部署)?|所属・?部署|担当(課|部署|部|係)名?|department|dept\.?|section|division|unit|team|office"),
    (
        "name",
        r"((担当|責任|連絡|管理|対応|保有|当番|取扱)者?の?|職員)?(氏名|名前|お名前|姓名|ご?芳名)(等|\(?漢字\)?|ふりがな|フリガナ)?",
    ),
    ("name", r"職・?氏名|職名・?氏名|役職・?氏名|正|正担当者?|主担当者?|主任者|name|fullname|holder|person|contact(person|name)"),
    ("name", r"(情報セキュリティ|連絡|個人情報|安全|事務|システム|対応)?(担当|責任|管理|取扱|当番)者(名)?|担当職員|primary|incumbent|リーダー"),
    ("note", r"備考|摘要|注記?|メモ|特記事項|remarks?|notes?|comments?|その他"),
    ("fax", rf"fax{_ANY}|ファックス{_ANY}|ファクシミリ{_ANY}|ファクス{_ANY}"),
    ("mobile", rf"(公用|業務用?|貸与|個人|私用|私物|緊急)?(携帯|携帯電話|スマホ|スマートフォン|phs|mobile|cell)(電話|phone)?{_ANY}(公用?|個人|私用?|私物)?"),
    ("mobile", r"公用携帯等|携帯等"),
    ("home", rf"(自宅|自宅電話|自宅tel|home)(電話|tel|phone)?{_ANY}"),
    ("duty", rf"(当番|当直|宿直|守衛)(電話|携帯|直通)?{_ANY}|dutyphone|on-?callphone"),
    ("radio", rf"(防災|移動系|行政)?無線(機|電話)?{_ANY}|radio"),
    ("mail", r"(電子|e-?|pc|庁内|職場|携帯)?(メール|mail)(アドレス|address|宛先)?(庁内|pc)?|アドレス|メアド|mailaddress"),
    ("chat", r"チャット|chat|logoチャット|teams|slack|line|line(id|works)"),
    ("desk", r"電話(内線|直通|外線)"),
    ("mobile", r"電話(公用)?携帯"),
    ("desk", rf"(内線|直通|外線|代表|庁内|職場|勤務先|固定|執務室(?=電話|tel))(電話|tel)?{_ANY}(・?(直通|外線|内線))?|ext(ension)?\.?|(desk|office|direct)(phone|line)?"),
    ("number", rf"(緊急)?(連絡先)?(電話|tel\.?|℡|☎|telephone|phone|電話連絡先|連絡用電話|緊急電話){_ANY}|(夜間|休日)?連絡電話"),
    ("site", r"(執務|勤務|設置|所在)?(場所|地|室)|(執務)?(階|フロア)|庁舎|建物|棟|勤務地|所在地|location|site|room|floor|building|place"),
    ("caller", r"(連絡|報告|発信|伝達|通報|指示|協議|連携)(元|者)(職|名)?|発信|連絡する(人|職|側)|from|caller|source"),
    ("target", r"(報告|指示|協議|連携|伝達|通報|情報共有|発信|次の?連絡|連絡・?報告)先(職|名)?|宛先|受信(者|先)?|連絡相手|連絡を?受ける(人|職|側)|to|report(s|ed)?to|target|callee|contacts|calls"),
    ("contact", r"(緊急|緊急時)?連絡先(等|一覧)?"),
    ("order", r"(連絡|伝達|報告|発信|架電)?(順序|順番|順位|順)|連絡順(序|番|位)|order|sequence|seq\.?"),
    ("kind", r"(連絡|行為|連絡の)?(種別|種類|区分)|連絡区分|kind|type"),
    ("by", r"(連絡|伝達|通信)?(手段|方法)|by|channels?|means|method"),
    ("deadline", r"期限|制限時間|(目標|連絡)(時間|期限)|所要時間|何分以内|deadline|within|deadlinemin|分以内|期限分|目標分|期限min"),
    ("when", r"(連絡|発動|適用)?(条件|要件|基準)|場合|レベル|when|condition|level|どんな時"),
    ("verified", r"(最終)?(確認|更新|点検|照会|登録)(年月)?日(付)?|確認年月|verified|lastverified|checked|updated|lastchecked"),
    ("held_since", r"(着任|就任|発令|異動|配属)((年月)?日)?|在任開始日?|heldsince|since|appointed"),
    ("leave", r"(休暇|不在|休職|休業|育休|出張)(期間|予定|日|等)?|leave|absence|away"),
    ("scope", r"訓練(対象|参加)(者|有無)?|対象|inscope|drill"),
    ("external", r"外部(機関)?|庁外|内外|external"),
)  # fmt: skip
_DEPUTY = re.compile(
    r"(?:職務)?代[理行]者?(?:候補)?|副(?:担当者?|責任者|管理者|連絡者|リーダー)?(?!業|[区市町村]長)|サブ(?:担当者?)?|バックアップ|補助者"
    r"|第\d順位者?|第[一二三四五]順位者?|\d順位|\d位|(?:1st|2nd|3rd|first|second|third)?deput(?:y|ies)|backup|alternate|substitute|stand-?in|secondary"
)
_ORDINALS = {"first": 1, "secon": 2, "third": 3}
_RANK = re.compile(r"第?(?:\d+|[一二三四五六七八九])(?:順位者?|位|番目|候補)?|順位")
_HOURS = re.compile(
    r"(?P<night>夜間|休日|時間外|閉庁(?:時|日)?|after-?hours|night|weekend)|(?P<office>平日|昼間|日中|時間内|開庁(?:時|日)?|勤務時間内?)"
)
_KINDS: dict[str, ContactKind] = {"報告": "report", "通報": "report", "指示": "instruct", "協議": "consult", "連携": "liaise", "情報共有": "liaise", "report": "report"}  # fmt: skip
_SIGNS = re.compile(r"[()\[\]【】「」『』〔〕<>※*★☆:・、,。/|_]")


def classify(header: str) -> Meaning | None:
    """The meaning of a header; None if it is not known by its whole text."""
    text = _SIGNS.sub("", key(header))
    if not text or len(text) > 30:
        return None
    if plain := _plain(text):
        return plain
    if rank := rank_in(text):
        rest = _RANK.sub("", _DEPUTY.sub("", text).removeprefix("者")).removeprefix("の")
        found = Meaning("name") if rest in ("", "者", "正") else _plain(rest)
        return replace(found, rank=rank) if found else None
    return None


def rank_in(header: str) -> int:
    """Which deputy a header speaks of, 0 if of none."""
    text = _SIGNS.sub("", key(header))
    words = _DEPUTY.findall(text)
    rest = _DEPUTY.sub("", text)
    return next((n for w in words if (n := _ORDINALS.get(w[:5]) or number_in(w))), number_in(rest) or 1) if words else 0


def _plain(text: str) -> Meaning | None:
    """A meaning without a rank; a heading such as 連絡先 or 担当者 above the real header may stand before it."""
    if text == "担当":
        return Meaning("post")
    hours = _HOURS.search(text)
    bare = (text[: hours.start()] + text[hours.end() :]) if hours else text
    bare = _HOURS.sub("", bare).removeprefix("の")
    for candidate in dict.fromkeys((text, bare, re.sub(r"^(緊急)?(連絡先|連絡手段|連絡方法)", "", bare))):
        for field, pattern in _FIELDS:
            if candidate and re.fullmatch(pattern, candidate):
                when = hours.lastgroup if hours and (field in REACH or field == "contact") else None
                kind = next((k for word, k in _KINDS.items() if candidate.startswith(word)), None)
                return Meaning(field, hours=when or "always", kind=kind if field in ("caller", "target") else None)
    if hours and bare in ("", "連絡", "先"):
        return Meaning("number", hours=hours.lastgroup or "always")
    split = re.fullmatch(r"(?P<role>(?:正|主)?(?:担当|責任|管理|連絡)者|リーダー|holder|primary)(?P<rest>.+)", text)
    if split and (found := _plain(split["rest"])):
        return found
    return None


MEANINGS = (*dict.fromkeys(field for field, _ in _FIELDS), "ignore")


def named_meaning(text: str) -> Meaning:
    """A meaning given by hand: a field (`mobile`), with `deputyN.` before it one of a deputy, `deputyN` alone a name.

    A header spelling (公用携帯) is understood too. ValueError for anything else.
    """
    plain = key(text)
    if found := re.fullmatch(r"deputy(\d*)(?:\.(\w+))?", plain):
        field = found[2] or "name"
        if field in MEANINGS:
            return Meaning(field, rank=int(found[1] or 1))
    if plain in MEANINGS:
        return Meaning(plain)
    if meaning := classify(text):
        return meaning
    raise ValueError(text)
