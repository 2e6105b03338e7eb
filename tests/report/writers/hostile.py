"""Documents of any blocks with any texts, hostile ones among them."""

from __future__ import annotations

from typing import TypeVar, get_args

from hypothesis import strategies as st

from drill.report.blocks import (
    Block,
    Bullets,
    Card,
    Cards,
    Document,
    Field,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Plot,
    Series,
    Sort,
    Table,
    Timeline,
    TimeMark,
    Track,
)
from drill.text.width import Align

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "]]><!-- & &amp; &#60;",
    '" onload="alert(1)',
    '=HYPERLINK("http://example.test","x")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "_x0041_ _x000D_",
    "\x00\x01\x0b\x1b[31mred\x1b[0m\x7f",
    "\u202eright to left\u2066",
    "\ufffe\uffff\ud800",
    "👩‍👩‍👧‍👦🇯🇵",
    "ＣＳＩＲＴ①㈱ｶﾞ",
    "```\n~~~\n# x\n- y",
    "| a | b |\n\n**c**",
    "",
    " ",
    "\n\n",
    "{0} %s &P &N",
)
texts = st.sampled_from(HOSTILE) | st.text(max_size=30)
T = TypeVar("T")
_ms = st.integers(0, 10**10)
_values = st.none() | st.floats(-1000, 1000)


def _tuples(of: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(of, max_size=most).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Also ones whose rows, widths and upper header do not fit the header."""
    count = draw(st.integers(0, 5))
    few = st.sampled_from(("a", "b", *HOSTILE))
    return Table(
        tuple(draw(st.lists(texts, min_size=count, max_size=count))),
        draw(_tuples(_tuples(few, 6), 5)),
        draw(_tuples(st.sampled_from(get_args(Align)), 5)),
        draw(_tuples(st.integers(0, 40), 5)),
        draw(_tuples(st.tuples(texts, st.integers(0, 4)))),
        draw(st.integers(0, 4)),
        frozenset(draw(st.sets(st.integers(0, 4)))),
        draw(texts),
    )


def _plots(x: tuple[str, ...]) -> st.SearchStrategy[Plot]:
    shares = st.lists(_values, min_size=len(x), max_size=len(x)).map(tuple)
    return st.builds(Plot, texts, st.just(x), _tuples(st.builds(Series, texts, shares)))


_sorts: st.SearchStrategy[Sort] = st.sampled_from(get_args(Sort))
_marks = st.builds(TimeMark, _ms, _sorts, texts, st.none() | _ms)
_cards = st.builds(Card, texts, texts, _tuples(st.tuples(texts, texts)), texts)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, texts, st.integers(1, 3)),
    st.builds(Paragraph, texts, st.sampled_from(("plain", "note", "right"))),
    st.builds(Bullets, _tuples(texts), st.booleans()),
    tables(),
    st.builds(Form, _tuples(st.builds(Field, texts, texts, st.integers(0, 4))), texts),
    st.builds(Cards, _tuples(_cards, 4), st.integers(1, 3)),
    st.builds(
        Timeline,
        texts,
        _tuples(st.builds(Track, texts, _tuples(_marks), st.none() | _ms)),
        _ms,
    ),
    _tuples(texts, 5).flatmap(_plots),
    st.builds(PageBreak, texts),
)
documents = st.builds(Document, texts, st.sampled_from(("ja", "en")), _tuples(blocks, 5), texts, st.booleans())


def all_texts(document: Document) -> list[str]:
    """Every text that a reader must find in the document, wherever it stands."""
    return [text for block in document.blocks for text in _texts(block)]


def _texts(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [block.text]
        case Bullets():
            return [*block.lines]
        case Table():
            return [block.caption, *block.header, *(text for row in block.rows for text in row)]
        case Form():
            return [block.caption, *(text for field in block.fields for text in (field.label, field.value))]
        case Cards():
            return [t for c in block.cards for t in (c.title, c.subtitle, c.note, *(x for row in c.rows for x in row))]
        case Timeline():
            marked = (track for track in block.tracks if track.marks)
            return [block.caption, *(t for track in marked for t in (track.label, *(m.text for m in track.marks)))]
        case Plot():
            return [block.caption, *(block.x if block.series else ()), *(s.name for s in block.series if block.x)]
        case PageBreak():
            return []
