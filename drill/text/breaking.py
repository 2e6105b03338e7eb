"""Breaking Japanese lines: 禁則処理, the rules for what may not begin or end a line (JIS X 4051, JLREQ).

Rich takes a run of Japanese for one word. Here a line may break between any two characters of which one is
Japanese, unless a rule forbids it; Latin words and numbers stay whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drill.text.clean import clean

NOT_AT_START = frozenset(
    "、。，．・：；？！‼⁇⁈⁉」』）】〕］｝〉》〙〗”’»｠〟"  # full stops, commas, closing brackets
    "ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"  # small kana
    "々〻ゝゞヽヾ゛゜‐–〜～゠％‰℃"  # repetition marks, hyphens, units
    "｡､｣･ｰｧｨｩｪｫｬｭｮｯﾞﾟ"
    ",.:;?!)]}%"
)
NOT_AT_END = frozenset("「『（【〔［｛〈《〘〖“‘«｟〝￥＄＃＠｢([{")
_INSEPARABLE = frozenset("…‥—―─")
_NO_BREAK_SPACES = frozenset("\u00a0\u2007\u202f")

Span = tuple[int, int, int]
"""Start, end and cells of one grapheme."""
Rule = Callable[[str, str], bool]
"""Whether a line may break between two neighbouring graphemes."""


def divide_line(text: str, width: int, fold: bool = True, hang: bool = True) -> list[int]:
    """Offsets at which `text` (one line) breaks to fit `width` cells; stands in for Rich's `divide_line`.

    `fold`: what is too long without a break is broken anywhere. `hang`: spaces at a line's end may stand out.
    """
    width = max(width, 1)
    if _cells(text) <= width:
        return []
    cuts: list[int] = []

    def place(spans: list[Span], used: int, rule: Rule, *weaker: Rule) -> int:
        """Lay out `spans` after `used` cells of a line; the cells used of the last line."""
        for chunk in _chunks(text, spans, rule):
            start, end = chunk[0][0], chunk[-1][1]
            whole = sum(cells for _, _, cells in chunk)
            solid = _cells(text[start:end].rstrip()) if hang else whole
            if used and used + solid > width:
                cuts.append(start)
                used = 0
            used = place(chunk, 0, *weaker) if weaker and solid > width else used + whole
        return used

    place(_graphemes(text), 0, *((_well, _allowed, _anywhere) if fold else (_well,)))
    return cuts


def wrap(text: str, width: int, fold: bool = True) -> list[str]:
    """The lines of `text`, broken at its newlines and to `width` cells, without spaces at their ends.

    Without `fold` no word is broken.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        cuts = divide_line(line, width, fold)
        lines += [line[a:b].rstrip() for a, b in zip([0, *cuts], [*cuts, len(line)], strict=True)]
    return lines


def wrap_where(text: str, width: int, fits: Callable[[str], bool]) -> list[str]:
    """As `wrap`, to as many of `width` cells as break it into lines that all fit."""
    lines: list[str] = []
    for cells in range(width, 0, -1):
        lines = wrap(text, cells)
        if all(map(fits, lines)):
            break
    return lines


def hang(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """`text` broken to `width` cells, its first line after `first`, the others after as much space (or `rest`)."""
    indent = " " * _cells(first) if rest is None else rest
    lines = wrap(clean(text, keep_newlines=True).rstrip("\n"), max(8, width - _cells(first)))
    return [(first if i == 0 else indent) + line for i, line in enumerate(lines)]


def _cells(text: str) -> int:
    """As Rich counts them; English needs neither counting nor Rich, which `--help` would wait for."""
    if _plain(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _graphemes(text: str) -> list[Span]:
    if _plain(text):
        return [(i, i + 1, 1) for i in range(len(text))]
    from rich.cells import split_graphemes

    return split_graphemes(text)[0]


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _chunks(text: str, spans: list[Span], rule: Rule) -> Iterator[list[Span]]:
    """`spans` cut wherever `rule` lets a line break."""
    first = 0
    for i in range(1, len(spans)):
        (a, b, _), (_, c, _) = spans[i - 1], spans[i]
        if rule(text[a:b], text[b:c]):
            yield spans[first:i]
            first = i
    if spans:
        yield spans[first:]


def _well(left: str, right: str) -> bool:
    """At spaces and between characters of which one is Japanese, as far as allowed."""
    return _allowed(left, right) and (_space(left) or _japanese(left) or _japanese(right))


def _allowed(left: str, right: str) -> bool:
    """Wherever no rule forbids it, even within a Latin word."""
    if _space(right) or (right[0] in NOT_AT_START and not (_space(left) and right.isascii())):
        return False
    return left[0] not in NOT_AT_END and not (left == right and left in _INSEPARABLE)


def _anywhere(_left: str, _right: str) -> bool:
    return True


def _space(grapheme: str) -> bool:
    return grapheme.isspace() and grapheme not in _NO_BREAK_SPACES


def _japanese(grapheme: str) -> bool:
    """Wide or half-width kana, but no full-width letter or figure: those make words, as in ＣＳＩＲＴ."""
    if _cells(grapheme) == 2:
        return not ("！" <= grapheme <= "｠" and grapheme.isalnum())
    return "｡" <= grapheme <= "ﾟ"
