"""Measurements and long proofs; none of them is part of the tests. `python -m benchmarks` runs them all."""
