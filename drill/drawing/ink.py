"""The SVG elements of a diagram: boxes, lines with their arrow heads, labels, the key. Millimetres.

Names are data: escaped, without control characters. A black-and-white print says the same: kinds of contact differ in
dashes and arrow heads as well as in colour, and single points of failure have a thick frame and a hatched side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from drill.drawing.boxes import HATCH_MM, SMALL_MM
from drill.drawing.layout import Label, Point, Shape, Stroke
from drill.drawing.lettering import width
from drill.drawing.picture import Box, Picture
from drill.drawing.tracks import filled
from drill.drawing.wording import contact, ends
from drill.model.basics import ContactKind, Text
from drill.text.catalogue import Catalogue
from drill.text.choices import DRAWING_LEGEND, KIND
from drill.text.clean import clean

_LINES: dict[ContactKind, tuple[str, str]] = {
    "report": ("#16325c", "none"),
    "instruct": ("#9a1b1b", "2.2 1.1"),
    "consult": ("#1b5e20", "0.5 0.9"),
    "liaise": ("#5b2a86", "3.4 0.9 0.5 0.9"),
}
"""The colour and the dashes of each kind of contact."""
STYLE = (
    "text{font-family:'Noto Sans CJK JP','Yu Gothic','Hiragino Sans',sans-serif;fill:#000}"
    ".name,.weak{font-weight:700}.weak{fill:#9a1b1b}"
    ".box{fill:#fff;stroke:#222;stroke-width:.35}.outside{stroke-dasharray:1.6 1}.external{fill:#f0f0f0}"
    ".again{stroke:#777;stroke-width:.25;stroke-dasharray:.7 .7}.failing{stroke:#9a1b1b;stroke-width:.9}"
    ".strip{fill:#e4e8ee}.inner{fill:none;stroke:#222;stroke-width:.2}.line{fill:none;stroke-width:.45}"
    + "".join(
        f".{kind}{{stroke:{colour};stroke-dasharray:{dashes}}}"
        f".tip-{kind}{{stroke:{colour};stroke-width:.4;fill:{colour}}}"
        for kind, (colour, dashes) in _LINES.items()
    )
    + ".tip-consult{fill:#fff}.tip-liaise{fill:none}"
)
HATCH = (
    '<pattern id="hatch" width="1.2" height="1.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="1.2" height="1.2" fill="#fff"/><rect width=".55" height="1.2" fill="#9a1b1b"/></pattern>'
)
_ROUND = 2.4
_NOT_XML = re.compile("[\ufffe\uffff]")


def data(text: str) -> str:
    """A text as data in SVG."""
    return escape(_NOT_XML.sub("", clean(text)), {'"': "&quot;"})


def text(said: str, x: float, y: float, size: float, style: str = "remark", anchor: str = "start") -> str:
    """One line of text, its base line beginning, ending or centred at a point."""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:.2f}" class="{style}"{place}>{data(said)}</text>'


def shape(drawn: Shape, box: Box, again: bool) -> Iterator[str]:
    """A box with its text."""
    failing = not again and any(each.weak is not None for each in (box, *box.members))
    yield frame(drawn.x, drawn.y, drawn.width, drawn.height, box, failing=failing, again=again)
    if drawn.text.strip:
        yield (
            f'<rect x="{drawn.x + 0.4:.2f}" y="{drawn.y + 0.4:.2f}" width="{drawn.width - 0.8:.2f}"'
            f' height="{drawn.text.strip - 0.4:.2f}" rx="{_ROUND - 0.4 if box.external else 0}" class="strip"/>'
        )
    if failing:
        yield hatch(drawn.x, drawn.y, drawn.height)
    for line in drawn.text.lines:
        yield text(line.text, drawn.x + line.x, drawn.y + line.y, line.size, line.style)


def frame(x: float, y: float, wide: float, high: float, box: Box, *, failing: bool = False, again: bool = False) -> str:
    """The outline: round for outside bodies, double for groups, dashed outside the drill, thick for weak points."""
    look = {"again": again, "external": box.external, "outside": not box.in_scope, "failing": failing}
    classes = " ".join(["box", *(each for each, holds in look.items() if holds)])
    size = f'x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{high:.2f}"'
    outline = f'<rect {size} rx="{_ROUND if box.external else 0}" class="{classes}"/>'
    if not box.members or again:
        return outline
    inner = f'x="{x + 0.7:.2f}" y="{y + 0.7:.2f}" width="{wide - 1.4:.2f}" height="{high - 1.4:.2f}"'
    return f'{outline}<rect {inner} class="inner"/>'


def hatch(x: float, y: float, high: float) -> str:
    """The hatched left side of a single point of failure."""
    return (
        f'<rect x="{x + 0.4:.2f}" y="{y + 0.4:.2f}" width="{HATCH_MM - 0.4}" height="{high - 0.8:.2f}"'
        ' fill="url(#hatch)"/>'
    )


def stroke(drawn: Stroke, found: Picture, say: Catalogue) -> Iterator[str]:
    """The lines of a contact with their arrow heads; a tooltip says whose it is."""
    link = drawn.link
    said = f"{ends(found, link, say)}: {contact(link, say)}" if link else say(KIND[drawn.kind])
    yield f"<g><title>{data(said)}</title>"
    path = "".join("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) for points in drawn.paths)
    yield f'<path d="{path}" class="line {drawn.kind}"/>'
    for at, source in drawn.heads:
        yield arrow_head(drawn.kind, at, source)
    yield "</g>"


def arrow_head(kind: str, at: Point, source: Point) -> str:
    """An arrow head at `at` that comes from `source`, along an axis."""
    (x, y), (dx, dy) = at, (at[0] - source[0], at[1] - source[1])
    length = max(abs(dx), abs(dy), 0.01)
    ux, uy = dx / length, dy / length
    back, side = 2.4, 0.95
    left = (x - back * ux + side * uy, y - back * uy - side * ux)
    right = (x - back * ux - side * uy, y - back * uy + side * ux)
    points = " ".join(f"{px:.2f},{py:.2f}" for px, py in (left, at, right))
    return f'<{"polyline" if kind == "liaise" else "polygon"} points="{points}" class="tip-{kind}"/>'


def label(drawn: Label) -> Iterator[str]:
    """A condition on white ground, over its line."""
    yield (
        f'<rect x="{drawn.x - drawn.width / 2:.2f}" y="{drawn.y - 1.7:.2f}" width="{drawn.width:.2f}" height="3.4"'
        ' fill="#fff"/>'
    )
    yield text(drawn.text, drawn.x, drawn.y + 0.95, SMALL_MM, "remark", "middle")


_KEY_MM, _SAMPLE_MM, KEY_LINE_MM = 2.9, 11.0, 5.4
_NAME = Text(ja="-", en="-")
_SAMPLES = {
    "external": Box("", _NAME, external=True),
    "group": Box("", _NAME, members=(Box("", _NAME),)),
    "out": Box("", _NAME, in_scope=False),
    "weak": Box("", _NAME),
    "again": Box("", _NAME),
}
_WORDS = KIND | DRAWING_LEGEND


def key_rows(say: Catalogue, kinds: list[str], room: float) -> list[list[str]]:
    """The entries of the key dealt out to lines `room` wide; `kinds`: contacts, and looks of boxes that occur."""
    return filled(kinds, lambda kind: _key_width(kind, say), room)


def key(rows: list[list[str]], say: Catalogue, left: float, top: float) -> Iterator[str]:
    """The lines of the key."""
    for number, row in enumerate(rows):
        x, y = left, top + number * KEY_LINE_MM
        for kind in row:
            yield from _entry(kind, say, x, y)
            x += _key_width(kind, say)


def _key_width(kind: str, say: Catalogue) -> float:
    return _SAMPLE_MM + 2 + width(say(_WORDS[kind])) * _KEY_MM + 5


def _entry(kind: str, say: Catalogue, x: float, y: float) -> Iterator[str]:
    if kind in _SAMPLES:
        yield frame(x, y - 1.9, _SAMPLE_MM, 3.8, _SAMPLES[kind], failing=kind == "weak", again=kind == "again")
    else:
        yield f'<path d="M{x:.2f} {y:.2f}H{x + _SAMPLE_MM:.2f}" class="line {kind}"/>'
        yield arrow_head(kind, (x + _SAMPLE_MM, y), (x, y))
    if kind == "weak":
        yield hatch(x, y - 1.9, 3.8)
    yield text(say(_WORDS[kind]), x + _SAMPLE_MM + 2, y + 1.05, _KEY_MM)


def looks(found: Picture) -> list[str]:
    """The looks of boxes that occur in a picture and need explaining."""
    boxes = list(found.boxes.values())
    marked = [each for box in boxes for each in (box, *box.members)]
    occur = {
        "external": any(box.external for box in boxes),
        "group": any(box.members for box in boxes),
        "out": any(not box.in_scope for box in boxes),
        "weak": any(box.weak is not None for box in marked),
    }
    return [kind for kind, does in occur.items() if does]
