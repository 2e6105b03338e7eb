"""What holds for all tests: a law is judged by what it finds, not by how long a busy machine takes to find it."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("drill", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("drill")
