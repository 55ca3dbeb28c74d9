"""The order a sort must give, worked out from the published values alone.

An entry is a row of a list, or one side of a row of a statement. Values come from
the CSV, levels and ids from the page's raw HTML.
"""

from dataclasses import dataclass

from published import Column, Table, amount, published_rows


@dataclass(frozen=True)
class Entry:
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    values: tuple[str, ...]
    level: int

    @property
    def shown(self):
        return self.ids, self.texts


def entries_of(table: Table, side: str) -> list[Entry]:
    """In the table's order. Rows of the page and of the CSV must pair up."""
    places = [column.index for column in table.columns if column.side == side]
    values = [row for row in published_rows(table.page) if any(row)]
    entries = []
    written = iter(values)
    for row in table.rows:
        line = next(written) if any(cell.text for cell in row.cells) else [""] * len(row.cells)
        level = next((row.cells[i].level for i in places if row.cells[i].level), row.level)
        entries.append(Entry(
            tuple(row.cells[i].id for i in places),
            tuple(row.cells[i].text for i in places),
            tuple(line[i] for i in places),
            level,
        ))
    return entries


def key_of(value: str, column_type: str):
    return amount(value) if column_type == "amount" else value.encode("gb18030")


def sort_flat(entries: list[Entry], place: int, column: Column, descending: bool) -> list[Entry]:
    filled = [entry for entry in entries if entry.values[place]]
    blank = [entry for entry in entries if not entry.values[place]]
    filled.sort(key=lambda entry: key_of(entry.values[place], column.type), reverse=descending)
    return filled + blank


def blocks_of(entries: list[Entry]) -> list[list[Entry]]:
    """Each entry of the top level with everything beneath it."""
    blocks: list[list[Entry]] = []
    for entry in entries:
        if not blocks or entry.level <= blocks[-1][0].level:
            blocks.append([entry])
        else:
            blocks[-1].append(entry)
    return blocks


def sort_tree(entries, place, column, descending) -> list[Entry]:
    blocks = {block[0]: block[1:] for block in blocks_of(entries)}
    ordered = []
    for parent in sort_flat(list(blocks), place, column, descending):
        ordered.append(parent)
        ordered += sort_tree(blocks[parent], place, column, descending)
    return ordered


def leaves_of(entries: list[Entry]) -> list[Entry]:
    following = entries[1:] + [None]
    return [entry for entry, after in zip(entries, following)
            if after is None or after.level <= entry.level]


def is_blank(table: Table, entry: Entry) -> bool:
    """A statement pads its shorter side; a list has no padding."""
    return len(table.sides) > 1 and not any(entry.texts)


def expected(table: Table, side: str, column: Column, descending: bool, leaves=False) -> list[Entry]:
    place = [c.id for c in table.columns if c.side == side].index(column.id)
    entries = entries_of(table, side)
    padding = [entry for entry in entries if is_blank(table, entry)]
    filled = [entry for entry in entries if not is_blank(table, entry)]
    if leaves:
        return sort_flat(leaves_of(filled), place, column, descending)
    return sort_tree(filled, place, column, descending) + padding
