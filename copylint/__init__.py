"""copylint: the copy desk as a linter."""

__version__ = "0.1.0"
