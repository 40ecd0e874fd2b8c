"""Kinds of check that many rules share: one module each. A kind knows no rule, severity or format."""
