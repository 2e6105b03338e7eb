"""Rules on privacy: numbers and addresses of people in a chart that is handed on."""

from __future__ import annotations

import re
import unicodedata

from drill.analysis.rules import naming
from drill.analysis.rules.chart_findings import ChartFindings
from drill.model.basics import Text
from drill.model.chart import Channel
from drill.text.choices import CHANNEL

_MAIL = re.compile(r"\S+@\S+\.\S+")
_PRIVATE_KINDS = frozenset({"mobile", "home"})


def _personal_numbers(found: ChartFindings) -> None:
    """Personal numbers: an error where the chart is to be handed out, a note where nobody has said whether it is."""
    chart = found.value
    outside = {p for name, post in chart.posts.items() if post.external for p in chart.candidates(name)}
    carriers = []
    for name, person in chart.persons.items():
        personal = [i for i, channel in enumerate(person.channels) if _personal(channel)]
        if not personal or name in outside:
            continue
        carriers.append(name)
        if chart.shareable:
            path = ("persons", name, "channels", personal[0], "address")
            kinds = naming.several([Text.said(CHANNEL[person.channels[i].kind]) for i in personal])
            found.add("OC701", path, person=naming.person(chart, name), kinds=kinds)
    if carriers and "shareable" not in chart.model_fields_set:
        found.add("OC702", ("persons",), key=True, count=len(carriers))


def _personal(channel: Channel) -> bool:
    """A real number of a mobile or home telephone, any mobile number, or a mail address; a line's name is none."""
    address = unicodedata.normalize("NFKC", channel.address or "")
    digits = "".join(filter(str.isdigit, address))
    number = len(digits) >= 9 and not re.search("[A-Za-z]", address)
    mobile = number and re.match("(?:81|0)[789]0", digits) is not None
    return mobile or (number and channel.kind in _PRIVATE_KINDS) or _MAIL.fullmatch(address) is not None


RULES = (_personal_numbers,)
