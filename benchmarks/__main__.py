"""`python -m benchmarks [SEEDS]`: the proof over many seeds (1,000 by default), then the measurements."""

from __future__ import annotations

import sys

from benchmarks import engine, prove, start

if __name__ == "__main__":
    failed = prove.main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    engine.main()
    start.main()
    raise SystemExit(failed)
