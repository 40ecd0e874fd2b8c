"""The annotations of options are what their values are held against, wherever their names were imported."""

from __future__ import annotations

import pytest

from copylint.options import with_options
from copylint.packs import options_for
from copylint.plugins import registry
from copylint.rule import OptionError, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from nowhere import Unknown  # type: ignore[import-not-found]


class Options(NamedTuple):
    prefer: Mapping[str, str] = {}
    other: Unknown = ()
    most: int = 3


def test_a_name_that_only_a_type_checker_imports_leaves_the_other_fields_strict() -> None:
    assert with_options(Options(), {"prefer": {"a": "b"}, "other": "anything"}).prefer == {"a": "b"}
    with pytest.raises(OptionError, match="must be a table"):
        with_options(Options(), {"prefer": "b"})
    with pytest.raises(OptionError, match="must be a whole number"):
        with_options(Options(), {"most": "three"})


@pytest.mark.parametrize("rule", registry().rules.values(), ids=lambda rule: rule.id)
def test_no_option_of_a_rule_takes_a_value_of_any_type(rule: Rule) -> None:
    for field in rule.whole().options._fields:
        with pytest.raises(OptionError):
            options_for(rule, registry().kinds, {field: {"no": ["such", {"value": 0}]}})
