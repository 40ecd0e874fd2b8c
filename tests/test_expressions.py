"""Tests of copylint.expressions."""

import re

import pytest

from copylint.expressions import expression


def test_an_expression_does_what_a_compiled_pattern_does() -> None:
    lazy, compiled = expression(r"(?P<word>\w+)-\1", re.IGNORECASE), re.compile(r"(?P<word>\w+)-\1", re.IGNORECASE)
    text = "So-so, and bye-bye."
    assert lazy.findall(text) == compiled.findall(text)
    assert [match.span() for match in lazy.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert lazy.sub("-", text) == compiled.sub("-", text)
    assert lazy.split(text) == compiled.split(text)
    assert (lazy.pattern, lazy.groups, lazy.groupindex) == (compiled.pattern, compiled.groups, compiled.groupindex)


def test_an_expression_is_compiled_when_it_is_first_used() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("")
