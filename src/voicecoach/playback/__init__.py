"""A workout as it happens: the transport, the player, and the keys that steer them."""
