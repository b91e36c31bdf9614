"""Named tuples that cost little at the start: `NamedTuple` is that of `typing`, made fast.

`typing.NamedTuple` compiles an expression for each field and a function for each class as soon as a module is imported.
For the seventy classes on the way to a draft that took an eighth of the whole run. Here types are left unread, and the
function is made together with a class's first tuple; from then on there is no difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple
    from operator import itemgetter

    try:
        from _collections import _tuplegetter as _field  # what the standard library reads fields with, in C
    except ImportError:

        def _field(index, doc):
            return property(itemgetter(index), doc=doc)

    class _Making(type):
        """Makes of a class statement a plain subclass of `tuple`."""

        def __new__(cls, name, bases, namespace):
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            namespace.update({field: _field(at, field) for at, field in enumerate(fields)})
            namespace.update(
                __slots__=(),
                __match_args__=fields,
                _fields=fields,
                _field_defaults=defaults,
                __new__=_at_first(name, fields, defaults),
            )
            for method, function in _METHODS.items():
                namespace.setdefault(method, function)
            return type(name, (tuple,), namespace)

    def _at_first(name, fields, defaults):
        """A constructor that puts the one of the standard library in its place when it is first called."""

        def make(cls, *values, **named):
            made = namedtuple(name, fields, defaults=tuple(defaults.values())).__new__
            owner = next(base for base in cls.__mro__ if base.__dict__.get("_fields") is fields)
            owner.__new__ = staticmethod(made)
            return made(cls, *values, **named)

        return make

    def _make(cls, values):
        """A new tuple from a sequence or iterable."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes):
        """A new tuple with some fields changed."""
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self):
        """A dictionary of the fields by their names."""
        return dict(zip(self._fields, self, strict=True))

    def _shown(self):
        fields = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({fields})"

    def _plain(self):
        """What `pickle` makes a copy from."""
        return tuple(self)

    _METHODS = {
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": _shown,
        "__getnewargs__": _plain,
    }

    class NamedTuple(metaclass=_Making):
        """A tuple whose members have names; see `typing.NamedTuple`."""
