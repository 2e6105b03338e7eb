"""Files that are whole at every moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from drill.whole import write_whole


def test_a_file_is_written_with_its_folder_and_the_permissions_of_another(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "folder" / "file"
    other.touch(mode=0o600)
    write_whole(path, b"new", other)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode == other.stat().st_mode
    assert [*path.parent.iterdir()] == [path]


def test_what_cannot_be_put_in_its_place_leaves_nothing_behind(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    (taken / "by a folder").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        write_whole(taken, b"new")
    assert [*tmp_path.iterdir()] == [taken]
