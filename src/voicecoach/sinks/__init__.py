"""Where blocks go: files, each of which appears under its name only when it is whole."""
