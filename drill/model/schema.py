"""The JSON Schemas of all YAML files, by which editors complete and check. Run as a module to write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from drill.model.load import SCHEMAS, model_of

FOLDER = Path(__file__).parent.parent / "schemas"


def schemas() -> dict[str, str]:
    """File name → the schema as text, the same on every machine."""
    models = {schema.removeprefix("drill.").removesuffix("/1"): model_of(schema) for schema in SCHEMAS}
    return {f"{kind}.schema.json": _schema(kind, model) for kind, model in models.items()}


def write_schemas(folder: Path = FOLDER) -> None:
    """Write all schemas; to be done whenever a model changes."""
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _schema(kind: str, model: type[BaseModel]) -> str:
    head: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:drill:{kind}:1",
    }
    body = model.model_json_schema(by_alias=True)
    return json.dumps({**head, **body, "title": f"drill {kind}"}, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    write_schemas()
