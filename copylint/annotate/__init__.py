"""Readings of a document that rules share: each a pure function of the document, computed once and only when asked."""
