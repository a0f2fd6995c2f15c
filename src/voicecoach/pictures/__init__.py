"""Pictures of a workout: a chart on a time axis, covers for its files."""
