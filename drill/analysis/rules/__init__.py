"""The planning rules of a contact chart, a module for each group; `planning.py` runs them all."""
