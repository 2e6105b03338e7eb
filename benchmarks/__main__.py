"""`python -m benchmarks [SEEDS]`: the proofs over many seeds (1,000 by default) and charts, then the measurements."""

from __future__ import annotations

import sys

from benchmarks import call_proof, cut_proof, cuts, engine, prove, repair, seats, sizes, start, year

if __name__ == "__main__":
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    failed = prove.main(seeds) + cut_proof.main(100 * seeds, 10 * seeds) + call_proof.main(10 * seeds)
    engine.main()
    seats.main()
    start.main()
    cuts.main()
    sizes.main()
    repair.main()
    year.main()
    raise SystemExit(failed)
