"""A document as a Word file for A4, with real headings, header and footer, and no picture that needs a program."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from drill.report import blocks
from drill.report.writers.docx_parts import cards_part, plot_part, table_part
from drill.report.writers.docx_table import PER_MM
from drill.report.writers.layout import laid
from drill.report.writers.needed import needed
from drill.report.writers.plain import one_line, plain, running_head
from drill.report.writers.zipped import fixed
from drill.text.catalogue import catalogue

_FONTS = {"ascii": "Yu Gothic", "hAnsi": "Yu Gothic", "eastAsia": "游ゴシック", "cs": "Yu Gothic"}
_MARGIN_MM = {False: 20, True: 15}
_HEADINGS = {1: (15, 6, 10), 2: (12, 12, 4), 3: (10.5, 9, 3)}
"""Size, room above and below, in points, by depth."""


def write(document: blocks.Document) -> bytes:
    """The file, the same bytes for the same document; UsageError without python-docx."""
    docx: Any = needed("docx", "Word", "docs")
    file = docx.Document()
    _properties(file, document)
    _styles(file, document)
    _page(file, document)
    body = _Body(file, document)
    for block in document.blocks:
        body.add(block)
    out = BytesIO()
    file.save(out)
    return fixed(out.getvalue())


class _Body:
    """The blocks one after the other; a page break acts on what follows it."""

    def __init__(self, file: Any, document: blocks.Document) -> None:
        self.file, self.say = file, catalogue(document.language)
        self.breaks = False
        self.wide = round(((297 if document.landscape else 210) - 2 * _MARGIN_MM[document.landscape]) * PER_MM)

    def add(self, block: blocks.Block) -> None:
        """One block."""
        match block:
            case blocks.Heading():
                self._text(one_line(block.text), f"Heading {min(max(block.depth, 1), 3)}")
            case blocks.Paragraph():
                self._text(plain(block.text), {"plain": "Normal", "note": "Note", "right": "Right"}[block.kind])
            case blocks.Bullets():
                for mark, line in block.marked("・"):
                    self._text(f"{mark}\t{one_line(line)}", "Item")
            case blocks.Table() | blocks.Form() | blocks.Timeline():
                self._tables(block, (table_part(part, self.wide) for part in laid(block, self.say)))
            case blocks.Cards():
                self._tables(block, cards_part(block, self.wide))
            case blocks.Plot():
                self._tables(block, [plot_part(block, self.wide, self.say)])
            case blocks.PageBreak():
                self.breaks = True

    def _text(self, text: str, style: str) -> None:
        added = self.file.add_paragraph(text, style=style)
        if self.breaks:
            added.paragraph_format.page_break_before = True
            self.breaks = False

    def _tables(self, block: blocks.Block, tables: Iterable[str]) -> None:
        """Tables with what keeps them apart: without a paragraph between them they would be one."""
        from docx.oxml import parse_xml

        if caption := blocks.caption_of(block):
            self._text(plain(caption), "Caption")
        elif self.breaks:
            self._text("", "Between")
        for each in tables:
            self.file.element.body.insert_element_before(parse_xml(each), "w:sectPr")
            self._text("", "Between")


def _properties(file: Any, document: blocks.Document) -> None:
    """No name of anybody; the times are fixed when the file is packed."""
    core = file.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.title, core.language = one_line(document.title)[:255], document.language


def _styles(file: Any, document: blocks.Document) -> None:
    """Fonts for both scripts in every style, and the styles of our own."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    def style(name: str, size: float, above: float, below: float) -> Any:
        styles = file.styles
        found = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if name != "Normal":
            found.base_style = styles["Normal"]
        found.font.size, found.font.color.rgb = Pt(size), RGBColor(0x11, 0x11, 0x11)
        found.font.italic = False
        fonts = found.element.get_or_add_rPr().get_or_add_rFonts()
        for name_ in list(fonts.attrib):
            del fonts.attrib[name_]
        for script, font in _FONTS.items():
            fonts.set(qn(f"w:{script}"), font)
        found.paragraph_format.space_before, found.paragraph_format.space_after = Pt(above), Pt(below)
        found.paragraph_format.line_spacing = 1.15
        return found

    style("Normal", 10.5, 0, 5)
    style("Note", 9, 0, 4)
    style("Right", 10, 0, 2).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    style("Cell", 9, 0, 0).paragraph_format.line_spacing = 1.0
    between = style("Between", 4, 0, 2)
    between.paragraph_format.line_spacing = Pt(6)
    item = style("Item", 10.5, 0, 2).paragraph_format
    item.left_indent, item.first_line_indent = Mm(7), Mm(-7)
    item.tab_stops.add_tab_stop(Mm(7))
    caption = style("Caption", 10, 6, 2)
    caption.font.bold, caption.paragraph_format.keep_with_next = True, True
    for depth, (size, above, below) in _HEADINGS.items():
        heading = style(f"Heading {depth}", size, above, below)
        heading.font.bold = True
    file.styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    languages = file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if languages is None:
        languages = OxmlElement("w:lang")
        file.styles["Normal"].element.get_or_add_rPr().append(languages)
    languages.set(qn("w:val"), "en-GB" if document.language == "en" else "en-US")
    languages.set(qn("w:eastAsia"), "ja-JP")


def _page(file: Any, document: blocks.Document) -> None:
    """A4, the mark at the head of every page, its number at the foot."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    section, margin = file.sections[0], Mm(_MARGIN_MM[document.landscape])
    wide, high = (297, 210) if document.landscape else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = margin
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    top, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    top.text, top.alignment = running_head(document), WD_ALIGN_PARAGRAPH.RIGHT
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _counted(foot, "PAGE")
    foot.add_run(" / ")
    _counted(foot, "NUMPAGES")


def _counted(paragraph: Any, what: str) -> None:
    """A field that Word fills in."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {what} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
