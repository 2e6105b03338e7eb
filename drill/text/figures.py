"""Figures as officials write them."""

from __future__ import annotations


def percent(part: int, whole: int) -> int:
    """Whole per cent, halves up (四捨五入); of nothing it is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0
