"""The built-in voices, one module each; a module is imported only when its engine is chosen."""
