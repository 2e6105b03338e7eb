"""The meeting-style exercise: a room round one screen convenes, confirms roles and decides stage by stage."""
