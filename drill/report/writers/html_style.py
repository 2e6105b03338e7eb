"""How the HTML of a document looks on paper, in a window and on a narrow screen."""

from __future__ import annotations

FONTS = '"Noto Sans CJK JP","Noto Sans JP","Yu Gothic","YuGothic","Hiragino Sans","Meiryo",sans-serif'


def style(head: str, landscape: bool) -> str:
    """The style sheet; `head` stands on every printed page but the first, which has it as text."""
    margins, wide = ("14mm 14mm 15mm", "297mm") if landscape else ("18mm 18mm 18mm", "210mm")
    return (
        f"@page{{size:A4 {'landscape' if landscape else 'portrait'};margin:{margins};"
        f"@top-right{{content:{_string(head)};font:8.5pt {FONTS};color:#333}}"
        f'@bottom-center{{content:counter(page) " / " counter(pages);font:8.5pt {FONTS};color:#333}}}}'
        "@page:first{@top-right{content:none}}"
        f"html{{font-family:{FONTS};font-size:10pt;line-height:1.6;color:#111;"
        "line-break:strict;word-break:normal;overflow-wrap:anywhere;"
        "-webkit-print-color-adjust:exact;print-color-adjust:exact}"
        f"{_RULES}"
        f"@media screen{{html{{background:#e9edf1}}main{{box-sizing:border-box;max-width:{wide};margin:1.5rem auto;"
        "padding:16mm;background:#fff;box-shadow:0 1px 4px #0003}}"
        "@media screen and (max-width:48rem){main{margin:0;padding:1rem;box-shadow:none}"
        ".wide{overflow-x:auto}.wide>table,.wide>svg{min-width:38rem}"
        ".cards,.cards>tbody,.cards>tbody>tr,.cards>tbody>tr>td{display:block;width:auto!important}.card{margin-bottom:1rem}}"
    )


def _string(text: str) -> str:
    """A text as a string of CSS that neither ends early nor closes the element."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in text) + '"'


_RULES = (
    "body{margin:0}.running{margin:0;text-align:right;font-size:9pt}"
    "h1{font-size:15pt;text-align:center;margin:3mm 0 5mm;line-height:1.4}"
    "h2{font-size:11.5pt;margin:6mm 0 2.5mm;padding-bottom:.8mm;border-bottom:.3mm solid #16325c}"
    "h3{font-size:10.5pt;margin:4.5mm 0 1.5mm}h1,h2,h3,.caption{break-after:avoid;break-inside:avoid}"
    "p{margin:0 0 2.2mm;white-space:pre-line;orphans:2;widows:2}.note{font-size:8.8pt;color:#333;line-height:1.5}"
    ".right{text-align:right}.caption{font-weight:700;margin:4mm 0 1mm}"
    "ul,ol{margin:0 0 3mm;padding-left:1.7em}li{margin-bottom:.8mm;break-inside:avoid}"
    "table{border-collapse:collapse;width:calc(100% - .3mm);table-layout:fixed;margin:0 0 4mm}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
    "th,td{border:.2mm solid #6b7480;padding:1mm 1.4mm;vertical-align:top;text-align:left;white-space:pre-line;"
    "font-size:9.2pt;line-height:1.45;font-variant-numeric:tabular-nums}"
    "th{background:#e7ecf2;font-weight:700;text-align:center;vertical-align:middle}"
    "td.r{text-align:right}td.c{text-align:center}td.strong{font-weight:700;background:#f6f7f9}.above{border-top-style:none}.below{border-bottom-style:none}"
    ".blank>td{height:8mm}.form{break-inside:avoid}.form th,.rows th{text-align:left;width:30%}.form td{height:7mm}"
    ".line{height:7.5mm;border-bottom:.2mm dotted #777}.line:last-child{border-bottom:0}"
    ".cards{border-collapse:separate;border-spacing:0 4mm}.card{border:.3mm dashed #333;padding:3mm}"
    ".cards>tbody>tr>td:not([class]),.gap{border:0;padding:0;width:4mm}"
    ".card h3{margin:0;font-size:11.5pt}.card p{margin:.5mm 0}.rows{margin:1.5mm 0 0}"
    ".rows th,.rows td{font-size:8.8pt;padding:.7mm 1.1mm}"
    "figure{margin:0 0 3mm}svg{display:block;width:100%;break-inside:avoid}"
    "section+section{break-before:page}@media screen{section+section{border-top:.3mm dashed #889;margin-top:8mm}}"
)
