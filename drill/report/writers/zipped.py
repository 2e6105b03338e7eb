"""Office files are ZIP archives with the time of saving in them: here every document gives the same bytes each time."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NEVER = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP archive knows."""
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def fixed(data: bytes) -> bytes:
    """The archive with the same parts and a fixed time in place of now."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _SAVED.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            info = ZipInfo(name, _NEVER)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, part)
    return out.getvalue()
