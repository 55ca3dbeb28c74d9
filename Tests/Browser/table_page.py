"""What a reader sees of a table page, and how it is operated."""

from published import Table

READ = """(places) => [...document.querySelectorAll("tbody tr")]
  .filter((row) => !row.hidden)
  .map((row) => places.map((place) => row.cells[place])
    .map((cell) => getComputedStyle(cell).visibility === "hidden" ? null
      : [cell.id, cell.textContent.replace(/\\s+/g, " ").trim()]))
  .filter((cells) => cells[0] !== null)"""


class TablePage:
    def __init__(self, page, table: Table):
        self.page = page
        self.table = table

    def rows(self, side=""):
        places = [column.index for column in self.table.columns if column.side == side]
        return [(tuple(id for id, _ in row), tuple(text for _, text in row))
                for row in self.page.evaluate(READ, places)]

    def totals(self):
        return self.page.evaluate(
            "[...document.querySelectorAll('tfoot tr:not(.sum)')].map((tr) => [...tr.cells].map((c) => c.textContent.trim()))")

    def button(self, column):
        """The buttons follow the header's cells; ids may be absent, so the grid finds it."""
        return self.page.locator("thead button.sort").nth(self.button_places().index(column.index))

    def button_places(self):
        return self.page.evaluate("""() => {
          const rows = [...document.querySelectorAll("thead tr")];
          const taken = rows.map(() => []);
          const places = new Map();
          rows.forEach((row, y) => {
            let x = 0;
            for (const cell of row.cells) {
              while (taken[y][x]) x++;
              for (let i = y; i < y + cell.rowSpan; i++)
                for (let j = x; j < x + cell.colSpan; j++) taken[i][j] = true;
              places.set(cell, x);
              x += cell.colSpan;
            }
          });
          return [...document.querySelectorAll("thead button.sort")].map((b) => places.get(b.closest("th")));
        }""")

    def sorted_headers(self):
        return self.page.evaluate("""[...document.querySelectorAll("[aria-sort]")]
          .map((th) => [th.textContent.trim(), th.getAttribute("aria-sort")])""")

    def announcement(self):
        return self.page.locator("[role='status']").text_content()

    @property
    def restore(self):
        return self.page.get_by_role("button", name="恢复原表顺序")

    @property
    def leaf_switch(self):
        return self.page.get_by_role("switch", name="只看末级")

    @property
    def filter_box(self):
        return self.page.get_by_label("筛选")

    @property
    def share_box(self):
        return self.page.get_by_label("占比")

    def filter(self, words):
        """Types the words, and waits for what is said after the last letter."""
        self.page.evaluate("document.querySelector('[role=status]').textContent = ''")
        self.filter_box.fill(words)
        self.page.wait_for_function("() => document.querySelector('[role=status]').textContent !== ''")

    def sum_row(self):
        return [text.strip() for text in self.page.locator("tfoot .sum > *").all_text_contents()]

    def folders(self):
        return self.page.locator("tbody tr:not([hidden]) button.folder")

    def level(self, name):
        return self.page.get_by_role("group", name="展开到").get_by_role("button", name=name)

    @property
    def bar(self):
        return self.page.get_by_role("group", name="所选单元格")
