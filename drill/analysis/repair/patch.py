"""A repair written into the text of a chart file: new entries at their places, everything else as it was.

The text is only trusted if, read again, it gives the repaired chart; otherwise the whole chart is written anew.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from drill.analysis.repair.changes import AddChannel, AddContact, AddDeputy
from drill.analysis.repair.plan import Repair
from drill.analysis.repair.spans import Inserter, Misfit
from drill.errors import UsageError
from drill.model.chart import Chart
from drill.model.decode import read_text
from drill.model.save import chart_yaml
from drill.model.yamltree import read_tree
from drill.whole import write_whole


def repaired_text(text: str, repair: Repair) -> str:
    """The text of a chart file with the repair in it; UsageError if it is not the text of the chart repaired."""
    if _chart_of(text) != repair.before.chart:
        raise UsageError("repair.other_chart")
    try:
        found = _inserted(text, repair)
    except Misfit:
        found = ""
    if not found or _chart_of(found) != repair.chart:
        found = chart_yaml(repair.chart)
        if "\r\n" in text:
            found = found.replace("\n", "\r\n")
    return found


def lost_comments(old: str, new: str) -> int:
    """How many comment lines of a file are gone, because it had to be written anew."""
    kept = set(new.splitlines())
    return sum(line.lstrip().startswith("#") and line not in kept for line in old.splitlines())


def repair_diff(path: Path | str, repair: Repair) -> list[str]:
    """The lines of a unified diff of the chart's file, without line ends; none if nothing changes."""
    old = _read(Path(path))
    new = repaired_text(old, repair)
    return list(unified_diff(old.splitlines(), new.splitlines(), str(path), str(path), lineterm=""))


def write_repair(path: Path | str, repair: Repair) -> str:
    """Write the repair into the chart's file and return its new text.

    The file as it was stays beside it, with `.bak` at the end of its name. At every moment one of the two is whole.
    """
    target = Path(os.path.realpath(path))
    old = _read(target)
    text = repaired_text(old, repair)
    if text == old:
        return text
    mark = b"\xef\xbb\xbf" if target.read_bytes().startswith(b"\xef\xbb\xbf") else b""
    try:
        write_whole(target.with_name(target.name + ".bak"), target.read_bytes(), target)
        write_whole(target, mark + text.encode(), target)
    except OSError as error:
        raise UsageError("repair.not_written", str(path), reason=error.strerror or "-") from error
    return text


def _read(path: Path) -> str:
    text = read_text(path)
    if not isinstance(text, str):
        raise UsageError("repair.other_chart", str(path))
    return text


def _chart_of(text: str) -> Chart | None:
    tree, problems = read_tree(text, "-")
    try:
        return None if tree is None or problems else Chart.model_validate(tree.data)
    except ValidationError:
        return None


def _inserted(text: str, repair: Repair) -> str:
    """The text with the new entries at their places; Misfit if there is no such place."""
    inserter = Inserter(text)
    for change in repair.changes:
        match change:
            case AddDeputy():
                for post in change.posts:
                    inserter.append(("posts", post, "deputies"), change.person, after="holder")
                inserter.add(("persons",), change.person, _plain(change.entry))
            case AddChannel():
                inserter.append(("persons", change.person, "channels"), _plain(change.channel), after="site")
            case AddContact():
                inserter.append(("contacts",), _plain(change.contact))
    return inserter.text()


def _plain(part: BaseModel) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
