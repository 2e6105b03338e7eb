"""Figures as officials write them."""

from __future__ import annotations


def percent(part: int, whole: int) -> int:
    """Whole per cent, halves up (四捨五入); of nothing it is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def clock(ms: int | None, never: str = "-") -> str:
    """A time of a drill, `MM:SS` or from an hour on `H:MM:SS`, without a sign."""
    if ms is None:
        return never
    minutes, seconds = divmod(abs(ms) // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
