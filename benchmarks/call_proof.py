"""The order of calls and a drill on random charts: who is told by whom must be the same to the millisecond."""

from __future__ import annotations

import time
from multiprocessing import Pool

from tests.planning.same_process import differences


def differs(seed: int) -> bool:
    """Whether the two tell something else."""
    return differences(seed) is not None


def main(charts: int = 10_000) -> int:
    """Compare them on so many charts; 1 if any differs."""
    begun = time.perf_counter()
    with Pool() as pool:
        found = [seed for seed, bad in enumerate(pool.imap(differs, range(charts), chunksize=50)) if bad]
    taken = time.perf_counter() - begun
    print(f"order of calls and drill on {charts} random charts in {taken:.0f} s: {len(found)} differ", *found[:20])
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main())
