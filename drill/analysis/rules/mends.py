"""An example of the mend for each planning rule, as it stands in the chart; comments are said by the catalogue."""

from __future__ import annotations

from string import Formatter

from drill.text.catalogue import Language, catalogue
from drill.text.choices import MEND


def _entry(section: str, name: str, *lines: str) -> str:
    """An entry of a section, with these lines in it."""
    return f"{section}:\n  {name}:\n" + "".join(f"    {line}\n" for line in lines)


def _item(section: str, first: str, *lines: str) -> str:
    """An item of a section that is a list."""
    return f"{section}:\n  - {first}\n" + "".join(f"    {line}\n" for line in lines)


def _contact(caller: str, target: str, kind: str, *lines: str) -> str:
    return _item("contacts", f"from: {caller}", f"to: {target}", f"kind: {kind}", *lines)


def _channel(kind: str, *lines: str) -> tuple[str, ...]:
    return f"  - kind: {kind}", *(f"    {line}" for line in lines)


_DEPUTY = _entry("posts", "poc", "deputies: [security_chief, clerk_in_the_annex]")
_DESK, _MOBILE = _channel("desk", "medium: switchboard"), _channel("mobile", "medium: carrier")
_CHANNELS = _entry("persons", "clerk", "channels:", *_DESK, *_MOBILE)
_ELSEWHERE = _DEPUTY + _entry("persons", "clerk_in_the_annex", "site: annex")
_VERIFIED = _entry("persons", "clerk", "verified: 2026-04-06")
_WAIVER = _item("waivers", "code: OC204", "at: sites.west_6f", "reason: {reason}", "until: 2026-10-31")

MENDS: dict[str, str] = {
    "OC141": _contact("poc", "csirt_manager", "report   # {every_level}"),
    "OC142": _contact("hotline", "project_chief", "report"),
    "OC143": _contact("csirt_manager", "police", "report", "when:", "  class: [misuse, loss]"),
    "OC144": _contact("tax_section", "poc", "report"),
    "OC145": "origins: [poc]\n",
    "OC201": _DEPUTY,
    "OC202": _DEPUTY,
    "OC203": _CHANNELS + _contact("poc", "clerk_post", "liaise", "by: [desk, mobile]"),
    "OC204": _ELSEWHERE,
    "OC205": _entry(
        "posts", "poc", "deputies:", "  - security_chief", "  - clerk_in_the_annex", "  - network_chief   # {third}"
    ),
    "OC206": _entry("duties", "meeting", "quorum: 4   # {of_seven}"),
    "OC301": _ELSEWHERE,
    "OC302": _DEPUTY,
    "OC303": _CHANNELS,
    "OC304": """\
posts:
  csirt_manager:
    deputies: [security_chief]
  csirt_head:
    deputies: [policy_director]   # {other}
""",
    "OC305": _entry("media", "radio", "name: {radio}   # {no_needs}")
    + _entry("persons", "clerk", "channels:", *_channel("radio", "medium: radio")),
    "OC401": _entry(
        "persons",
        "clerk",
        "channels:",
        *_channel("desk", "medium: switchboard", "hours: office"),
        *_channel("duty", "medium: carrier", "hours: always"),
    ),
    "OC402": "hours:\n  days_off: sat,sun,hol 08:30-17:15\n"
    + _entry("persons", "clerk", "channels:", *_channel("duty", "medium: carrier", "hours: days_off")),
    "OC403": _contact("clerk_post   # {half}", "branch_offices", "liaise"),
    "OC404": _contact("poc", "csirt_manager", "report", "order: 1   # {first}", "deadline_min: 10"),
    "OC405": _contact("poc", "csirt_head", "report   # {past}"),
    "OC501": _VERIFIED,
    "OC502": _VERIFIED,
    "OC503": _VERIFIED,
    "OC505": _entry("posts", "branch_office", "in_scope: true"),
    "OC506": "last_drill: 2026-05-20\n",
    "OC507": """\
storage:
  place: {place}
  asked: 2025-11-28
  known: 0.97
  known_first_year: 0.95
""",
    "OC508": """\
storage:
  place: {places}
  asked: 2026-06-01
  known: 0.98
  known_first_year: 0.96
""",
    "OC509": "as_of: 2026-04-01\n",
    "OC601": _contact("csirt_manager", "crisis_management", "consult", "when:", "  level: [2, 3]"),
    "OC602": _entry("posts", "crisis_chief", "role: crisis_management"),
    "OC603": _contact("csirt_manager", "public_relations", "consult", "when:", "  publishing: true"),
    "OC604": _contact("csirt_manager", "csirt_head", "report"),
    "OC605": _contact("csirt_manager", "personnel_chief", "consult", "when:", "  level: [1, 2, 3]"),
    "OC606": _entry("duties", "meeting", "convener: csirt_head"),
    "OC607": _entry("posts", "poc", "holder: security_clerk"),
    "OC701": _entry("persons", "clerk", "channels:", *_channel("mobile", "address: line-clerk   # {no_number}")),
    "OC702": "shareable: false\n",
    "OC801": _WAIVER,
    "OC802": _WAIVER,
    "OC803": _WAIVER,
    "OC804": _WAIVER,
}


def mend(code: str, language: Language) -> str:
    """The example for a rule, with its comments and texts in this language."""
    say = catalogue(language)
    names = {name for _, name, _, _ in Formatter().parse(MENDS[code]) if name}
    return MENDS[code].format_map({name: say(MEND[name]) for name in names})
