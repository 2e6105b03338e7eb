"""``python -m drill`` is the same program as ``drill``."""

from drill.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
