"""Files of music -> endless music, any stretch of which can be had by its position alone."""
