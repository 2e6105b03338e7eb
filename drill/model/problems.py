"""What can be wrong with a file: stable codes, where it is, and one line that says it.

`YM` file and YAML, `MD` shape (the schema), `OC` contact chart, `SC` scenario. In `OC10x` and `SC10x`
a name is unknown; these hold even when other parts of the file could not be read. `OC14x` and `OC2` to `OC8`
are planning rules: a drill can be held on such a chart, but an incident would find it wanting. `XS` cells of a sheet.
`YR` files of a drill year: `YR1` programmes; `YR4` evaluations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from drill.errors import UsageError
from drill.model.basics import Text
from drill.model.chart import Waiver
from drill.pairs import gathered
from drill.text.catalogue import Catalogue, Word
from drill.text.clean import clean

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""The worst first."""
Path = tuple[str | int, ...]
"""Keys and list indexes from the top of a file to a value."""

_CODES: dict[Severity, str] = {
    "error": """
    YM001 YM002 YM003 YM004 YM005 YM006 YM007 YM008 YM009 YM010 YM011 YM012 YM013 YM014 YM015 YM016
    YM020 YM021 YM022 YM023 YM024 YM025 YM026 YM027 YM028 YM029 YM030 YM031 YM032 YM033
    MD001 MD002 MD003 MD004 MD005 MD006 MD007 MD008 MD009 MD010 MD011 MD012 MD014 MD015 MD016 MD017 MD018 MD019
    MD020 MD021 MD022 MD023 MD024 MD025 MD026 MD027 MD028 MD099
    OC101 OC102 OC103 OC104 OC105 OC106 OC107 OC111 OC112 OC113 OC115 OC120 OC121 OC122 OC130 OC131
    SC100 SC101 SC102 SC103 SC104 SC105 SC106 SC107 SC108 SC109 SC110 SC111 SC112 SC113 SC114 SC115 SC116 SC117
    SC120 SC121 SC122 SC130 SC131 SC134
    OC502 OC701 OC803
    YR101 YR102 YR103 YR104 YR105 YR106 YR107 YR108 YR109 YR110 YR111 YR115 YR117 YR118 YR119
    YR201 YR203
    YR301 YR302 YR304 YR305
    YR401 YR402 YR407
    XS002 XS003 XS011 XS020 XS021 XS024 XS025 XS026 XS031 XS034 XS036 XS039 XS040 XS041 XS043 XS044 XS045 XS046 XS048
    XS049 XS050 XS060 XS062 XS064 XS066 XS071 XS073
    XS080 XS081 XS082 XS083 XS084 XS085 XS086 XS087 XS088 XS093
    XS100 XS101 XS102 XS103 XS104 XS105
    XS110 XS111 XS112 XS113 XS114
""",
    "warning": """
    MD050 MD051 MD052 OC114 OC116 OC123 OC124 SC118 SC119 SC123 SC124 SC125 SC126 SC127 SC128 SC132 SC133
    OC141 OC142 OC143 OC144 OC201 OC202 OC203 OC204 OC206 OC301 OC302 OC303 OC304 OC305 OC401 OC402 OC403 OC404 OC405
    OC501 OC506 OC508 OC601 OC603 OC604 OC605 OC606 OC607 OC801 OC802 OC804
    YR112 YR113 YR114
    YR202 YR204 YR205
    YR303 YR306
    YR403 YR404 YR405 YR406
    XS007 XS010 XS013 XS014 XS022 XS030 XS032 XS033 XS037 XS038 XS051 XS061 XS063 XS072 XS074 XS075 XS076 XS094
""",
    "note": """
    OC145 OC205 OC503 OC505 OC507 OC509 OC602 OC702
    XS001 XS004 XS005 XS006 XS008 XS012 XS023 XS035 XS042 XS047 XS052 XS056 XS057 XS065 XS067 XS068 XS070
    XS090 XS091 XS092
""",
}
SEVERITY = {code: severity for severity, codes in _CODES.items() for code in codes.split()}
"""Every code and how bad it is; its sentences are in the `PROBLEMS` of `drill/text/words`."""

GROUPS = {
    "wiring": "OC1",
    "single": "OC2",
    "cause": "OC3",
    "time": "OC4",
    "upkeep": "OC5",
    "duties": "OC6",
    "privacy": "OC7",
    "waivers": "OC8",
}
"""Groups of rules for charts, by what their codes begin with."""


PLAYABLE = frozenset({"OC115"})
"""Errors of a chart that a drill can be held on all the same: a ring of deputies only shows in it."""


@dataclass(frozen=True)
class Problem:
    """One finding. `line` and `column` count from 1 (characters); 0 where the file has no such place."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    path: Path = ()
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    waiver: Waiver | None = None
    """The office has decided to live with it."""

    @property
    def group(self) -> str | None:
        """The group of rules that found it; None if it is none of a chart's."""
        return group_of(self.code)


def problem(code: str, file: str, place: tuple[int, int], path: Path = (), **params: object) -> Problem:
    """A problem with the severity of its code; long values are cut, they only have to be recognised."""
    short = {
        name: value if isinstance(value, (int, Text, Word)) else clip(str(value)) for name, value in params.items()
    }
    return Problem(code, SEVERITY[code], file, *place, path, short)


def group_of(code: str) -> str | None:
    """The group of a rule; None if it is none of a chart's."""
    return next((name for name, start in GROUPS.items() if code.startswith(start)), None)


def clip(text: str, length: int = 100) -> str:
    """`text`, cut to `length` characters."""
    return text if len(text) <= length else text[: length - 1] + "…"


def nearest(name: object, known: Iterable[str], most: int = 5) -> str:
    """Known names for a hint, the most similar first, whatever their case; `-` if there are none."""
    from difflib import get_close_matches

    names, wanted = sorted(known), str(name)[:64]
    # Comparing thousands of mistakes with thousands of names would take minutes.
    alike = names if len(names) < 100 else [each for each in names if abs(len(each) - len(wanted)) < 3][:300]
    by_key = gathered((each.casefold(), each) for each in alike)
    near = [each for key in get_close_matches(wanted.casefold(), by_key, n=most, cutoff=0.5) for each in by_key[key]]
    rest = [other for other in names if other not in near] if len(near) < most else []
    shown = [clip(each, 40) for each in [*near, *rest][:most]]
    return ", ".join(shown + ["…"] * (len(names) > len(shown))) or "-"


def no_such(what: str, name: object, known: Iterable[str], place: str = "", listed: str = "") -> UsageError:
    """The refusal of a name that nothing of the kind `what` (a code) has; `listed` is the command that shows all."""
    code = "no_such.listed" if listed else "no_such"
    return UsageError(code, place, what=Word(what), name=str(name), near=nearest(name, known), verb=listed)


def format_problem(found: Problem, say: Catalogue) -> str:
    """One line: `E OC102 orgcharts/x.yaml:41:5 sentence (hint)`."""
    return clean(f"{found.severity[0].upper()} {found.code} {whole_place(found)} {with_hint(found, say)}")


def whole_place(found: Problem) -> str:
    """The file, and the place in it where there is one."""
    return f"{found.file}:{place_in_file(found)}" if found.line else found.file


def with_hint(found: Problem, say: Catalogue) -> str:
    """What is wrong and what to do about it."""
    sentence, hint = say(found.code, **found.params), say.hint(found.code, **found.params)
    return say("noted", text=sentence, note=hint)


def place_in_file(found: Problem) -> str:
    """`41:5`, or in a sheet, where rows and columns are known by other names, `C12`."""
    if not found.code.startswith("XS"):
        return f"{found.line}:{found.column}"
    return f"{letters(found.column)}{found.line}"


def letters(column: int) -> str:
    """The letters of a sheet's column: 1 is A, 27 is AA."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Errors, then warnings, then notes, each in the order they came in."""
    return sorted(problems, key=lambda each: SEVERITIES.index(each.severity))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted as a reader goes through the files, the same problem once."""
    found = {(p.file, p.line, p.column, p.code, repr(p.path), str(p.params)): p for p in problems}
    return [found[key] for key in sorted(found)]
