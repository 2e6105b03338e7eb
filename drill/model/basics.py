"""What charts and scenarios are both made of: frozen models, names in two languages, identifiers.

Annotations are values here and in `chart`, not text, which pydantic would have to compile field by field.
"""

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from drill.text.catalogue import LANGUAGES, Language, catalogue

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$")]
"""An identifier: letters, digits, `_`, `-`, `.`; at most 64."""

IncidentClass = Literal["failure", "misuse", "loss"]
"""障害 / 不正行為 / 紛失."""

ContactKind = Literal["report", "instruct", "consult", "liaise"]
"""報告 / 指示 / 協議 / 連携."""

ChannelKind = Literal["desk", "duty", "mobile", "home", "radio", "mail", "chat"]
"""Spoken channels are one call at a time; `mail` and `chat` are written and go to all at once."""

WRITTEN: frozenset[ChannelKind] = frozenset({"mail", "chat"})

MessageKind = Literal["notice", "restoration", "update", "convening", "count"]
"""第一報 / 復旧連絡 / 続報 / 招集 / 件数報告.

Contacts hold for notice, restoration and update unless they say otherwise.
"""

SPREADING: frozenset[MessageKind] = frozenset({"notice", "restoration", "update"})
"""Kinds that a contact without `when.message` passes on."""

Level = Annotated[int, Field(ge=0, le=3)]


def _written_as_day(value: Any) -> Any:
    """Refuse what pydantic would take for seconds since 1970, e.g. 20231116."""
    if isinstance(value, date) or (isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value)):
        return value
    raise PydanticCustomError("day", "a day is written 2023-11-16, a moment 2023-11-16T14:00")


def _without_zone(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        raise PydanticCustomError("zone", "local time without a zone, e.g. 2023-11-16T14:00")
    return moment


Day = Annotated[date, BeforeValidator(_written_as_day)]
Moment = Annotated[
    datetime,
    BeforeValidator(_written_as_day),
    AfterValidator(_without_zone),
    # JSON Schema's own `date-time` demands seconds and a zone.
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$"}),
]


class Frozen(BaseModel):
    """A part of a file: unchangeable, and a key it does not know is an error."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, coerce_numbers_to_str=True, allow_inf_nan=False
    )


class Text(Frozen):
    """A name or sentence in Japanese and English. A plain string is meant for both languages.

    One language may be missing: the other is then shown, and `drill check` says so.
    """

    ja: str | None = None
    en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        return {"ja": value, "en": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.ja and not self.en:
            raise PydanticCustomError("text_empty", "a text needs `ja` or `en`")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A mapping or, as `_plain` accepts, a plain string or number."""
        mapping = handler.resolve_ref_schema(handler(core))
        description = mapping.pop("description", "")
        return {"anyOf": [{"type": ["string", "number"]}, {**mapping, "minProperties": 1}], "description": description}

    @classmethod
    def said(cls, code: str, /, **params: object) -> "Text":
        """A sentence of the catalogue."""
        ja, en = (catalogue(language)(code, **params) for language in LANGUAGES)
        return cls.model_construct(ja=ja, en=en)

    def get(self, language: Language) -> str:
        """The text in `language`, or in the other one where it is missing."""
        first, second = (self.ja, self.en) if language == "ja" else (self.en, self.ja)
        return first or second or ""
