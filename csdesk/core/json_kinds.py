"""Values to JSON and back, strictly: what is read is exactly what was written, or it is refused with the reason."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Generic, TypeVar

Json = Any
"""What the json module takes and gives; every kind below checks what it gets."""

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class NotOfKindError(ValueError):
    """A JSON value is not what stands there by right; the message says where and what."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How one kind of value is written and read. read raises NotOfKindError."""

    write: Callable[[T], Json]
    read: Callable[[Json], T]


def _plain(kind: type[T], name: str) -> Kind[T]:
    def read(value: Json) -> T:
        if type(value) is not kind:  # isinstance would let true pass for a number
            raise NotOfKindError(f"{name} is due, not {value!r:.40}")
        return value

    return Kind(lambda value: value, read)


text = _plain(str, "a text")
whole = _plain(int, "a whole number")
_list = _plain(list, "a list")
_object = _plain(dict, "an object")


def _parsed(name: str, write: Callable[[T], str], read: Callable[[str], T]) -> Kind[T]:
    def parse(value: Json) -> T:
        try:
            return read(text.read(value))
        except (ValueError, InvalidOperation) as error:
            raise NotOfKindError(f"{name} is due, not {value!r:.40}") from error

    return Kind(write, parse)


day = _parsed("a day", date.isoformat, date.fromisoformat)
decimal = _parsed("a decimal number", str, Decimal)


def parsed(kind: type[T], read: Callable[[str], T]) -> Kind[T]:
    """Return the kind of values that are written as str(value) and read by `read`, which raises ValueError."""
    return _parsed(f"a {kind.__name__}", str, read)


def one_of(members: type[E]) -> Kind[E]:
    """Return the kind of the members of an enumeration, written by their values."""
    return _parsed(f"one of {', '.join(members)}", lambda member: member.value, members)


def optional(kind: Kind[T]) -> Kind[T | None]:
    """Return `kind` or null for None."""
    return Kind(
        lambda value: None if value is None else kind.write(value),
        lambda value: None if value is None else kind.read(value),
    )


def many(kind: Kind[T]) -> Kind[tuple[T, ...]]:
    """Return the kind of a tuple of any length."""
    return Kind(
        lambda values: [kind.write(value) for value in values],
        lambda values: tuple(kind.read(value) for value in _list.read(values)),
    )


def mapping(key: Kind[T], value: Kind[Any]) -> Kind[Mapping[T, Any]]:
    """Return the kind of a mapping whose keys are written as texts."""
    return Kind(
        lambda pairs: {key.write(k): value.write(v) for k, v in pairs.items()},
        lambda pairs: {key.read(k): value.read(v) for k, v in _object.read(pairs).items()},
    )


def pair(first: Kind[Any], second: Kind[Any]) -> Kind[tuple[Any, Any]]:
    """Return the kind of a pair."""

    def read(value: Json) -> tuple[Any, Any]:
        if len(_list.read(value)) != 2:
            raise NotOfKindError("a pair is due")
        return first.read(value[0]), second.read(value[1])

    return Kind(lambda value: [first.write(value[0]), second.write(value[1])], read)


def record(cls: type[T], /, **fields: Kind[Any]) -> Kind[T]:
    """Return the kind of a dataclass or a named tuple, written as an object with exactly these fields."""

    def write(value: T) -> Json:
        return {name: kind.write(getattr(value, name)) for name, kind in fields.items()}

    def read(value: Json) -> T:
        row = _object.read(value)
        if row.keys() != fields.keys():
            odd = ", ".join(sorted(row.keys() ^ fields.keys()))
            raise NotOfKindError(f"{cls.__name__} lacks or has beside its own: {odd}")
        values = {}
        for name, kind in fields.items():
            try:
                values[name] = kind.read(row[name])
            except NotOfKindError as error:
                raise NotOfKindError(f"{cls.__name__}.{name}: {error}") from error
        return cls(**values)

    assert fields.keys() == set(_names_of(cls)), f"{cls.__name__} has other fields"
    return Kind(write, read)


def _names_of(cls: type) -> list[str]:
    named: tuple[str, ...] | None = getattr(cls, "_fields", None)
    return list(named) if named is not None else [one.name for one in dataclasses.fields(cls) if one.init]
