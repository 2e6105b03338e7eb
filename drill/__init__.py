"""Tabletop incident drills: contact charts, timed injects, a scored contact chain."""

__version__ = "0.1.0"
