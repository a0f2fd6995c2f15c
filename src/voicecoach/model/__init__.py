"""The nouns: frozen data with no behavior beyond their own invariants."""
