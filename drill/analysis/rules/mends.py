"""An example of the mend for each planning rule, as it stands in the chart."""

from __future__ import annotations

_DEPUTY = """\
posts:
  poc:
    deputies: [security_chief, clerk_in_the_annex]
"""
_CHANNEL = """\
persons:
  clerk:
    channels:
      - kind: desk
        medium: switchboard
        hours: office
      - kind: mobile
        medium: carrier
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
    reason: Moves to the annex in October
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
    kind: report   # at every level, as the contacts that follow from it
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
    "OC203": _CHANNEL,
    "OC204": _DEPUTY,
    "OC205": _CHANNEL,
    "OC206": """\
duties:
  meeting:
    quorum: 4   # of seven members
""",
    "OC301": _DEPUTY,
    "OC302": _DEPUTY,
    "OC303": _CHANNEL,
    "OC304": _DEPUTY,
    "OC305": _CHANNEL,
    "OC401": _CHANNEL,
    "OC402": _CHANNEL,
    "OC403": """\
contacts:
  - from: clerk   # takes half of the list
    to: branch_offices
    kind: liaise
""",
    "OC404": """\
contacts:
  - from: poc
    to: csirt_manager
    kind: report
    order: 1   # before the long list
    deadline_min: 10
""",
    "OC405": """\
contacts:
  - from: poc
    to: csirt_head
    kind: report   # past the CSIRT manager
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
  place: Red folder beside the PoC's desk
  asked: 2025-11-28
  known: 0.97
  known_first_year: 0.95
""",
    "OC508": """\
storage:
  place: Red folder beside the PoC's desk, and first page of the intranet
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
        address: line-clerk   # a name, no number
""",
    "OC702": "shareable: false\n",
    "OC801": _WAIVER,
    "OC802": _WAIVER,
    "OC803": _WAIVER,
}
