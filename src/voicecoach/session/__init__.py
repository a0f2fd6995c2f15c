"""What is around a live workout: the machine kept awake, the place to go on at, and the log of what was done."""
