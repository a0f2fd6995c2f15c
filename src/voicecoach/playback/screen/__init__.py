"""The screen: a live workout on a whole terminal. It shows and passes keys on; nothing that sounds depends on it."""
