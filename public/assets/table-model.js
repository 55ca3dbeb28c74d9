// What a table says, for the script that operates it (table.js): its columns, its rows and their
// hierarchy, exact amounts, and which rows a sort, a filter or a fold puts where. Nothing here
// changes the page.
//
// A budget table is a hierarchy with totals. Children stay under their parents, tfoot is never
// touched, and a two-sided statement is two lists that share rows, each treated by itself.
const TableModel = (() => {
  "use strict";

  // ---- Text order: GB18030 bytes -------------------------------------------
  // Browsers disagree about Chinese collation; the byte order of GB18030 is fixed,
  // and its first level (GB 2312) is in pinyin order. The whole table comes from
  // the browser's own decoder, so a page carries no data for it.

  /** Ranks of all UTF-16 units outside ASCII, as four-byte numbers. */
  function gb18030Ranks() {
    const ranks = new Uint32Array(0x10000);
    const decoder = new TextDecoder("gb18030");
    const learn = (width, codes) => {
      const bytes = new Uint8Array(codes.length * (width + 1));   // A line feed ends each.
      codes.forEach((code, i) => {
        for (let k = 0; k < width; k++) bytes[i * (width + 1) + k] = code >>> (24 - 8 * k);
        bytes[i * (width + 1) + width] = 0x0a;
      });
      decoder.decode(bytes).split("\n").forEach((text, i) => {
        if (text.length === 1 && text !== "\ufffd") ranks[text.charCodeAt(0)] = codes[i];
      });
    };
    const double = [], quadruple = [];
    for (let a = 0x81; a <= 0xfe; a++) {
      for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) double.push(((a << 24) | (b << 16)) >>> 0);
    }
    for (let i = 0; i < 39420; i++) quadruple.push(quadrupleCode(i));
    learn(4, quadruple);
    learn(2, double);
    return ranks;
  }

  /** The four-byte code with a linear index counted from 81 30 81 30. */
  function quadrupleCode(index) {
    const d = index % 10, c = Math.floor(index / 10) % 126;
    const b = Math.floor(index / 1260) % 10, a = Math.floor(index / 12600);
    return (((a + 0x81) << 24) | ((b + 0x30) << 16) | ((c + 0x81) << 8) | (d + 0x30)) >>> 0;
  }

  let ranks;

  /** A string whose order by UTF-16 units is the text's order by GB18030 bytes. */
  function textKey(text) {
    let key = "";
    for (const character of text) {
      const point = character.codePointAt(0);
      let rank;
      if (point < 0x80) rank = (point << 24) >>> 0;
      else if (point > 0xffff) rank = quadrupleCode(189000 + point - 0x10000);
      else rank = (ranks ??= gb18030Ranks())[point];
      key += String.fromCharCode(rank >>> 16, rank & 0xffff);
    }
    return key;
  }

  // ---- Amounts: exact decimals ----------------------------------------------
  // An amount is an integer in units of ten to the power of minus its scale: nothing here ever
  // becomes a binary fraction.

  /** "-1,234.50" as { value: -123450n, scale: 2 }; null if it is no amount. */
  function decimal(text) {
    const match = /^([-−－]?)(\d+)(?:\.(\d+))?$/.exec(text.replace(/[,，\s]/g, ""));
    if (!match) return null;
    const [, sign, whole, fraction = ""] = match;
    return { value: BigInt((sign && "-") + whole + fraction), scale: fraction.length };
  }

  const rescaled = ({ value, scale }, to) => value * 10n ** BigInt(to - scale);

  /** The amounts of a column in its smallest unit; null where a cell has none. */
  function amountsOf(texts) {
    const decimals = texts.map((text) => decimal(text.replace(/%$/, "")));
    const scale = decimals.reduce((most, one) => Math.max(most, one?.scale ?? 0), 0);
    // Percentages can be put in order, but a sum of them says nothing.
    const additive = !texts.some((text) => text.endsWith("%"));
    return { scale, additive, values: decimals.map((one) => one && rescaled(one, scale)) };
  }

  /** An amount as the tables print it: thousands separators, all decimals. */
  function amountText(value, scale) {
    const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
    const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, ",");
    return (value < 0n ? "-" : "") + whole + (scale ? "." + digits.slice(-scale) : "");
  }

  /** A part in its whole as a percentage with two decimals, halves rounded away from zero. */
  function shareText(part, whole) {
    if (!part || !whole || whole.value === 0n) return "";
    const scale = Math.max(part.scale, whole.scale);
    const [x, y] = [rescaled(part, scale), rescaled(whole, scale)];
    const magnitude = (n) => (n < 0n ? -n : n);
    const rounded = (magnitude(x) * 20000n + magnitude(y)) / (2n * magnitude(y));
    return amountText((x < 0n) === (y < 0n) ? rounded : -rounded, 2) + "%";
  }

  // ---- Reading the table ----------------------------------------------------

  /** Rows of header cells by column, with rowspan and colspan resolved. */
  function headerGrid(thead) {
    const grid = Array.from(thead.rows, () => []);
    Array.from(thead.rows).forEach((row, y) => {
      let x = 0;
      for (const cell of row.cells) {
        while (grid[y][x]) x++;
        for (const line of grid.slice(y, y + cell.rowSpan)) {
          for (let i = x; i < x + cell.colSpan; i++) line[i] = cell;
        }
        x += cell.colSpan;
      }
    });
    return grid;
  }

  /** The columns, each with the one header cell that stands directly above it. */
  function readColumns(table) {
    const leaves = headerGrid(table.tHead).at(-1);
    return Array.from(table.querySelectorAll("col"), (col, index) => ({
      index,
      id: col.dataset.column,
      title: col.dataset.title,
      type: col.className,
      side: col.dataset.side ?? "",
      header: leaves[index],
    }));
  }

  const cellText = (cell) => cell.textContent.replace(/\s+/g, " ").trim();

  /**
   * The lists of a table that are operated by themselves: one, or one for each side of a statement,
   * whose entries carry their own cells because these change rows.
   */
  function readLists(table, columns) {
    const sides = [...new Set(columns.map((column) => column.side))];
    return sides.map((side) => {
      const own = columns.filter((column) => column.side === side);
      const entries = Array.from(table.tBodies[0].rows, (row, index) => {
        const entry = { index, row, parent: null, children: [], depth: 1, blank: false };
        let level = row.dataset.level;
        if (sides.length > 1) {
          entry.cells = own.map((column) => row.cells[column.index]);
          entry.blank = entry.cells.every((cell) => cellText(cell) === "");
          level ??= entry.cells.find((cell) => cell.dataset.level)?.dataset.level;
        }
        entry.level = Number(level ?? 1);
        return entry;
      });
      const roots = linkChildren(entries);
      const depth = entries.reduce((most, entry) => Math.max(most, entry.depth), 1);
      const foot = Array.from(table.tFoot?.rows ?? [], (row) => own.map((column) => row.cells[column.index]));
      return { columns: own, entries, roots, depth, foot, sorted: null, share: null };
    });
  }

  /** Puts every entry under its parent; gives back the top ones. */
  function linkChildren(entries) {
    const roots = [], path = [];
    for (const entry of entries) {
      if (entry.blank) continue;
      while (path.length && path.at(-1).level >= entry.level) path.pop();
      entry.parent = path.at(-1) ?? null;
      entry.depth = path.length + 1;
      (entry.parent?.children ?? roots).push(entry);
      path.push(entry);
    }
    return roots;
  }

  function cellOf(list, entry, column) {
    return entry.cells ? entry.cells[list.columns.indexOf(column)] : entry.row.cells[column.index];
  }

  /** The texts of a column by entry. Read once: nothing the script does changes a cell's words. */
  function textsOf(list, column) {
    return column.texts ??= list.entries.map((entry) => cellText(cellOf(list, entry, column)));
  }

  const columnAmounts = (list, column) => column.amounts ??= amountsOf(textsOf(list, column));

  /** 类、款、项 where the codes are those of the government's classifications; else 一级, 二级 and so on. */
  function levelNames(lists) {
    const depth = Math.max(...lists.map((list) => list.depth));
    const classified = depth <= 3 && lists.every((list) => list.columns.some((column) =>
      column.type === "code" && textsOf(list, column).every((text, i) =>
        text === "" || text.length === 1 + 2 * list.entries[i].depth)));
    return Array.from({ length: depth }, (_, i) => (classified ? "类款项"[i] : ("一二三四五六七八九"[i] ?? i + 1) + "级"));
  }

  // ---- Order ----------------------------------------------------------------

  /** One key per entry; null where the cell is blank. */
  function columnKeys(list, column) {
    return column.keys ??= column.type === "amount"
      ? columnAmounts(list, column).values
      : textsOf(list, column).map((text) => (text === "" ? null : textKey(text)));
  }

  /** Blank comes last in both directions; equals keep the order of the table. */
  function comparison(keys, descending) {
    const before = descending ? 1 : -1;
    return (a, b) => {
      const x = keys[a.index], y = keys[b.index];
      if (x === y) return a.index - b.index;
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y ? before : -before;
    };
  }

  const isLeaf = (entry) => !entry.blank && entry.children.length === 0;

  /** All entries in the order of the list's sort, whether shown or not. */
  function orderOf(list, leavesOnly) {
    const { sorted, order } = list;
    if (!sorted) return list.entries;
    if (order?.sorted === sorted && order.leavesOnly === leavesOnly) return order.entries;
    list.order = { sorted, leavesOnly, entries: sortedEntries(list, leavesOnly) };
    return list.order.entries;
  }

  function sortedEntries(list, leavesOnly) {
    const { entries, roots, sorted } = list;
    const compare = comparison(columnKeys(list, sorted.column), sorted.descending);
    if (leavesOnly) {
      return [...entries.filter(isLeaf).sort(compare), ...entries.filter((entry) => !isLeaf(entry))];
    }
    const order = [];
    const visit = (siblings) => {
      for (const entry of siblings.slice().sort(compare)) {
        order.push(entry);
        visit(entry.children);
      }
    };
    visit(roots);
    return [...order, ...entries.filter((entry) => entry.blank)];
  }

  // ---- Filter and folds -------------------------------------------------------

  const plainText = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

  /** The entries whose codes begin with, or whose names contain, every one of the words. */
  function matchesOf(list, words) {
    const columns = list.columns.filter((column) => column.type !== "amount");
    const texts = columns.map((column) => column.plain ??= textsOf(list, column).map(plainText));
    return list.entries.map((entry) => !entry.blank && words.every((word) =>
      texts.some((column, i) => columns[i].type === "code"
        ? column[entry.index].startsWith(word) : column[entry.index].includes(word))));
  }

  /**
   * What a filter keeps of a list, by entry: `within` is a match or stands under one; `above` has a
   * match beneath it. What is only above is shown to say where the others belong. `tops` are the
   * matches that stand under no other, so that adding them counts nothing twice.
   */
  function filtered(list, text) {
    const matches = matchesOf(list, text.split(/\s+/).map(plainText).filter(Boolean));
    const within = matches.slice(), above = matches.map(() => false), tops = [];
    for (const { index, parent } of list.entries) {
      if (parent && within[parent.index]) within[index] = true;
      else if (within[index]) tops.push(list.entries[index]);
    }
    for (let at = list.entries.length - 1; at >= 0; at--) {
      const { parent } = list.entries[at];
      if (parent && (matches[at] || above[at])) above[parent.index] = true;
    }
    return { within, above, tops };
  }

  /** The entries with children at or below a depth: folded, they leave the depths above it. */
  const foldable = ({ entries }, depth) =>
    entries.filter((entry) => entry.children.length > 0 && entry.depth >= depth);

  /** Which entries show, by entry. `kept` is what a filter keeps, if there is one. */
  function visibility(list, { leavesOnly, folded, kept }) {
    const shown = [];
    for (const entry of list.entries) {
      const { index, parent } = entry;
      const stays = !kept || kept.within[index] || kept.above[index];
      shown.push(leavesOnly
        ? isLeaf(entry) && (!kept || kept.within[index])
        : stays && (entry.blank ? !kept : !parent || (shown[parent.index] && !folded.has(parent))));
    }
    return shown;
  }

  // ---- Sums and shares ----------------------------------------------------------

  /** The sum of some entries in a column, as text; blank if all are blank. */
  function sumText(list, column, entries) {
    const { values, scale, additive } = columnAmounts(list, column);
    const own = entries.map((entry) => values[entry.index]).filter((value) => value !== null);
    return additive && own.length ? amountText(own.reduce((a, b) => a + b, 0n), scale) : "";
  }

  /** The column's total: its last one in the foot, or else the sum of the top entries. */
  function totalOf(list, column) {
    const at = list.columns.indexOf(column);
    const closing = list.foot.map((cells) => decimal(cellText(cells[at]))).filter(Boolean);
    return closing.at(-1) ?? decimal(sumText(list, column, list.roots));
  }

  return {
    headerGrid, readColumns, readLists, cellOf, cellText, textsOf, levelNames,
    orderOf, filtered, foldable, visibility, isLeaf, decimal, sumText, totalOf, shareText,
  };
})();
