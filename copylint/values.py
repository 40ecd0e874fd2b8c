"""Immutable values: `typing.NamedTuple`, made in a sixth of the time.

`typing.NamedTuple` compiles each annotation and a constructor for each class, 0.2 ms for five fields. A run over one
page makes a hundred such classes, so that took a quarter of its time. Here annotations stay text, and classes with the
same number of fields share the code of their constructor, apart from the names. The classes and their values behave the
same.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    try:
        from _collections import _tuplegetter  # what `collections.namedtuple` itself is made of
    except ImportError:  # another Python than CPython
        from operator import itemgetter

        def _tuplegetter(index, doc):
            return property(itemgetter(index), doc=doc)

    _make = tuple.__new__
    _Function = type(lambda: None)  # as in `types`, which takes longer to import than five classes to make
    # Number of fields -> code. What most classes need stands here: to compile one takes 0.2 ms.
    _constructors = dict(enumerate(code.__code__ for code in (
        lambda _class: _make(_class, ()),
        lambda _class, a: _make(_class, (a,)),
        lambda _class, a, b: _make(_class, (a, b)),
        lambda _class, a, b, c: _make(_class, (a, b, c)),
        lambda _class, a, b, c, d: _make(_class, (a, b, c, d)),
        lambda _class, a, b, c, d, e: _make(_class, (a, b, c, d, e)),
        lambda _class, a, b, c, d, e, f: _make(_class, (a, b, c, d, e, f)),
        lambda _class, a, b, c, d, e, f, g: _make(_class, (a, b, c, d, e, f, g)),
        lambda _class, a, b, c, d, e, f, g, h: _make(_class, (a, b, c, d, e, f, g, h)),
        lambda _class, a, b, c, d, e, f, g, h, i: _make(_class, (a, b, c, d, e, f, g, h, i)),
        lambda _class, a, b, c, d, e, f, g, h, i, j: _make(_class, (a, b, c, d, e, f, g, h, i, j)),
        lambda _class, a, b, c, d, e, f, g, h, i, j, k: _make(_class, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _class, a, b, c, d, e, f, g, h, i, j, k, m: _make(_class, (a, b, c, d, e, f, g, h, i, j, k, m)),
    )))  # fmt: skip

    class _Made(type):
        """Makes the classes: plain subclasses of tuple, as `typing.NamedTuple` does."""

        def __new__(kind, name, bases, space):
            if bases == (tuple,):
                return super().__new__(kind, name, bases, space)  # NamedTuple itself
            if len(bases) > 1:
                raise TypeError("a NamedTuple has no other base")
            annotations = space.get("__annotations__", {})
            fields = tuple(annotations)
            defaults = {field: space.pop(field) for field in fields if field in space}
            if defaults and fields[-len(defaults) :] != tuple(defaults):
                late = next(field for field in reversed(fields) if field not in defaults)
                raise TypeError(f"field {late} without a default follows one that has one")
            if not _KEPT.isdisjoint(space):
                raise AttributeError(f"a NamedTuple makes {next(word for word in space if word in _KEPT)} itself")
            own = {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "__new__": _constructor(name, fields, tuple(defaults.values())),
                "_make": _from_iterable,
                "_replace": _replace,
                "_asdict": _asdict,
                "__repr__": _repr,
                "__getnewargs__": _newargs,
            }
            own.update(zip(fields, map(_tuplegetter, range(len(fields)), fields), strict=True))
            return type(name, (tuple,), {**own, **space})

    def _constructor(name, fields, defaults):
        code = _constructors.get(len(fields))
        if code is None:
            numbered = "".join(f", _{number}" for number in range(len(fields)))
            made = eval(f"lambda _class{numbered}: _make(_class, ({numbered[2:]}{',' if fields else ''}))")
            code = _constructors[len(fields)] = made.__code__
        code = code.replace(co_varnames=("_class", *fields), co_name="__new__", co_qualname=f"{name}.__new__")
        return _Function(code, _GLOBALS, "__new__", defaults or None)

    @classmethod
    def _from_iterable(kind, iterable):
        """The value with the fields of an iterable."""
        made = _make(kind, iterable)
        if len(made) != len(kind._fields):
            raise TypeError(f"{kind.__name__} has {len(kind._fields)} fields, not {len(made)}")
        return made

    def _replace(self, /, **changes):
        """The value with other fields."""
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"{type(self).__name__} has no field {', '.join(map(repr, changes))}")
        return made

    def _asdict(self):
        """The fields by name."""
        return dict(zip(self._fields, self, strict=True))

    def _repr(self):
        inside = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({inside})"

    def _newargs(self):
        return tuple(self)

    _GLOBALS = {"_make": _make, "__builtins__": {}, "__name__": __name__}
    _KEPT = frozenset(("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                       "_make", "_replace", "_asdict"))  # fmt: skip

    class NamedTuple(tuple, metaclass=_Made):
        __slots__ = ()
