"""What a filter, a fold, a sum and a share must show, worked out from the published values alone."""

import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from expected_order import Entry, entries_of
from published import Table, amount, published_rows


def parents(entries: list[Entry]) -> dict[Entry, list[Entry]]:
    """Of each entry, those above it, the nearest last."""
    above: dict[Entry, list[Entry]] = {}
    path: list[Entry] = []
    for entry in entries:
        path = [one for one in path if one.level < entry.level]
        above[entry] = list(path)
        path.append(entry)
    return above


@cache
def plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def matches(table: Table, side: str, words: str) -> list[Entry]:
    """Codes begin with a word, names contain it; an entry has all of them."""
    types = [column.type for column in table.columns if column.side == side]

    def has(entry: Entry, word: str) -> bool:
        return any(
            plain(text).startswith(plain(word)) if kind == "code" else plain(word) in plain(text)
            for kind, text in zip(types, entry.texts) if kind != "amount")

    return [entry for entry in entries_of(table, side)
            if any(entry.texts) and all(has(entry, word) for word in words.split())]


def filtered(table: Table, side: str, words: str) -> list[Entry]:
    """Matches with all above them; what lies beneath a match only beside other matches."""
    entries = [entry for entry in entries_of(table, side) if any(entry.texts)]
    above, found = parents(entries), set(matches(table, side, words))
    leading = {one for entry in found for one in above[entry]}
    return [entry for entry in entries
            if (entry in found or entry in leading or found & set(above[entry]))
            and all(one in leading for one in above[entry])]


def summands(table: Table, side: str, words: str) -> list[Entry]:
    """The matches that stand under no other match."""
    found = matches(table, side, words)
    above = parents([entry for entry in entries_of(table, side) if any(entry.texts)])
    return [entry for entry in found if not set(found) & set(above[entry])]


def sum_text(values: list[str]) -> str:
    amounts = [amount(value) for value in values if amount(value) is not None]
    return f"{sum(amounts, Decimal(0)):,}" if amounts else ""


def total(table: Table, index: int) -> Decimal:
    """The last amount of the rows that close the table; without such rows, the sum of the top level."""
    if table.totals:
        closing = published_rows(table.page)[-len(table.totals):]
        return [amount(row[index]) for row in closing if amount(row[index]) is not None][-1]
    column = table.columns[index]
    place = [one.id for one in table.columns if one.side == column.side].index(column.id)
    top = [entry.values[place] for entry in entries_of(table, column.side) if entry.level == 1]
    return sum((amount(value) for value in top if amount(value) is not None), Decimal(0))


def share_text(value: str, whole: Decimal) -> str:
    part = amount(value)
    if part is None or whole == 0:
        return ""
    return f"{(part * 100 / whole).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"
