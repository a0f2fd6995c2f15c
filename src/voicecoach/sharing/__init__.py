"""Sound files on their way to a phone: a page, a podcast, and nothing else, over the local network."""
