"""Draw the floors of the program from its imports: python -m scripts.house writes docs/pictures/house.svg.

A floor stands where `pyproject.toml` lets it: what lies above may import what lies below. An arrow is drawn for each
import between floors that does not follow from two others.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from xml.sax.saxutils import escape

import grimp

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "pictures" / "house.svg"
WIDTH, FLOOR, BOX, LEFT, SIDE = 760, 64, 44, 20, 130
"""Pixels: the picture, from floor to floor, a box's height, the margin, and the room for long arrows on the right."""
HEAD = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} %d" font-family="sans-serif" font-size="13">
<style>rect {{ fill: #eef3f8; stroke: #345; }} path {{ fill: none; stroke: #567; marker-end: url(#tip); }}
.small {{ font-size: 10.5px; fill: #345; }}</style>
<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
<polygon points="0,0 8,4 0,8" fill="#567"/></marker>
<rect x="0" y="0" width="{WIDTH}" height="%d" style="fill: #fff; stroke: none"/>"""


def floors() -> list[list[str]]:
    """The rooms of each floor, from the top, as the import contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each["name"].startswith("The floors"))
    return [[room.strip() for room in layer.split("|")] for layer in layers]


def arrows(rooms: list[str]) -> list[tuple[str, str]]:
    """Room → room below that it imports, without those that two other arrows imply."""
    graph = grimp.build_graph("drill")
    near: dict[str, set[str]] = {room: set() for room in rooms}
    for one in graph.modules:
        for other in graph.find_modules_directly_imported_by(one):
            a, b = (next((r for r in rooms if m == r or m.startswith(f"{r}.")), None) for m in (one, other))
            if a and b and a != b:
                near[a].add(b)
    far: dict[str, set[str]] = {}
    for room in reversed(rooms):
        far[room] = near[room].union(*(far[below] for below in near[room]))
    return [(a, b) for a in rooms for b in sorted(near[a]) if not any(b in far[c] for c in near[a] - {b})]


def inside(room: str) -> str:
    """The rooms within a room."""
    return "   ".join(sorted(each.parent.name for each in ROOT.joinpath(*room.split(".")).glob("*/__init__.py")))


def draw() -> str:
    """The picture as SVG."""
    places: dict[str, tuple[float, int, float]] = {}
    rows = floors()
    for row, rooms in enumerate(rows):
        width = (WIDTH - SIDE - LEFT) / len(rooms)
        for i, room in enumerate(rooms):
            places[room] = (LEFT + i * width, LEFT + row * FLOOR, width - 12)
    height = LEFT + len(rows) * FLOOR
    parts = [HEAD % (height, height)]
    for room, (x, y, width) in places.items():
        name = room.removeprefix("drill.")
        parts.append(f'<rect x="{x:.0f}" y="{y}" width="{width:.0f}" height="{BOX}" rx="4"/>')
        parts.append(f'<text x="{x + 8:.0f}" y="{y + 18}" font-weight="bold">{escape(name)}</text>')
        parts.append(f'<text x="{x + 8:.0f}" y="{y + 35}" class="small">{escape(inside(room))}</text>')
    row_of = {room: row for row, rooms in enumerate(rows) for room in rooms}
    long = 0
    for a, b in arrows([room for rooms in rows for room in rooms]):
        (ax, ay, aw), (bx, by, bw) = places[a], places[b]
        if row_of[b] == row_of[a] + 1:
            low, high = max(ax, bx), min(ax + aw, bx + bw)
            middle = (low + high) / 2 if high > low else bx + bw / 2
            parts.append(f'<path d="M{min(max(middle, ax + 9), ax + aw - 9):.0f},{ay + BOX} L{middle:.0f},{by - 1}"/>')
        else:
            long += 1
            out = WIDTH - SIDE + 12 + (long * 13) % (SIDE - 24)
            end = bx + bw - 10 * (long % 4 + 1)
            parts.append(f'<path d="M{ax + aw:.0f},{ay + 30} H{out} V{by - 8 - long % 3 * 3} H{end:.0f} V{by - 1}"/>')
    return "\n".join((*parts, "</svg>")) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
