"""An example of the mend for each planning rule, as it stands in the chart; comments are said by the catalogue."""

from __future__ import annotations

from string import Formatter

from drill.text.catalogue import Language, catalogue
from drill.text.choices import MEND

_DEPUTY = """\
posts:
  poc:
    deputies: [security_chief, clerk_in_the_annex]
"""
_CHANNELS = """\
persons:
  clerk:
    channels:
      - kind: desk
        medium: switchboard
      - kind: mobile
        medium: carrier
"""
_ELSEWHERE = f"""\
{_DEPUTY}persons:
  clerk_in_the_annex:
    site: annex
"""
_REPORT = """\
contacts:
  - from: hotline
    to: project_chief
    kind: report
"""
_VERIFIED = """\
persons:
  clerk:
    verified: 2026-04-06
"""
_WAIVER = """\
waivers:
  - code: OC204
    at: sites.west_6f
    reason: {reason}
    until: 2026-10-31
"""
_CRISIS = """\
contacts:
  - from: csirt_manager
    to: crisis_management
    kind: consult
    when:
      level: [2, 3]
"""

MENDS: dict[str, str] = {
    "OC141": """\
contacts:
  - from: poc
    to: csirt_manager
    kind: report   # {every_level}
""",
    "OC142": _REPORT,
    "OC143": """\
contacts:
  - from: csirt_manager
    to: police
    kind: report
    when:
      class: [misuse, loss]
""",
    "OC144": """\
contacts:
  - from: tax_section
    to: poc
    kind: report
""",
    "OC145": "origins: [poc]\n",
    "OC201": _DEPUTY,
    "OC202": _DEPUTY,
    "OC203": f"""\
{_CHANNELS}contacts:
  - from: poc
    to: clerk_post
    kind: liaise
    by: [desk, mobile]
""",
    "OC204": _ELSEWHERE,
    "OC205": """\
posts:
  poc:
    deputies:
      - security_chief
      - clerk_in_the_annex
      - network_chief   # {third}
""",
    "OC206": """\
duties:
  meeting:
    quorum: 4   # {of_seven}
""",
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
    "OC305": """\
media:
  radio:
    name: {radio}   # {no_needs}
persons:
  clerk:
    channels:
      - kind: radio
        medium: radio
""",
    "OC401": """\
persons:
  clerk:
    channels:
      - kind: desk
        medium: switchboard
        hours: office
      - kind: duty
        medium: carrier
        hours: always
""",
    "OC402": """\
hours:
  days_off: sat,sun,hol 08:30-17:15
persons:
  clerk:
    channels:
      - kind: duty
        medium: carrier
        hours: days_off
""",
    "OC403": """\
contacts:
  - from: clerk_post   # {half}
    to: branch_offices
    kind: liaise
""",
    "OC404": """\
contacts:
  - from: poc
    to: csirt_manager
    kind: report
    order: 1   # {first}
    deadline_min: 10
""",
    "OC405": """\
contacts:
  - from: poc
    to: csirt_head
    kind: report   # {past}
""",
    "OC501": _VERIFIED,
    "OC502": _VERIFIED,
    "OC503": _VERIFIED,
    "OC505": """\
posts:
  branch_office:
    in_scope: true
""",
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
    "OC601": _CRISIS,
    "OC602": """\
posts:
  crisis_chief:
    role: crisis_management
""",
    "OC603": """\
contacts:
  - from: csirt_manager
    to: public_relations
    kind: consult
    when:
      publishing: true
""",
    "OC604": """\
contacts:
  - from: csirt_manager
    to: csirt_head
    kind: report
""",
    "OC605": """\
contacts:
  - from: csirt_manager
    to: personnel_chief
    kind: consult
    when:
      level: [1, 2, 3]
""",
    "OC606": """\
duties:
  meeting:
    convener: csirt_head
""",
    "OC607": """\
posts:
  poc:
    holder: security_clerk
""",
    "OC701": """\
persons:
  clerk:
    channels:
      - kind: mobile
        address: line-clerk   # {no_number}
""",
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
