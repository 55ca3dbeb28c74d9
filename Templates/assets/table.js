// Sorts the table of a page. The page is complete without it.
//
// A budget table is a hierarchy with totals, so a sort orders siblings and keeps
// children under their parents; tfoot is never touched. A two-sided statement is
// two lists sharing rows, each sorted by itself. "只看末级" shows only the rows
// without children, as one flat ranking.
(() => {
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

  /** The digits of "-1,234.50" as ["-", "1234", "50"], or null if it is no number. */
  function decimalParts(text) {
    const match = /^([-−－]?)(\d+)(?:\.(\d+))?%?$/.exec(text.replace(/[,，\s]/g, ""));
    return match && [match[1] && "-", match[2], match[3] ?? ""];
  }

  /** Integers in the column's smallest unit: no amount ever becomes a binary fraction. */
  function amountKeys(texts) {
    const parts = texts.map(decimalParts);
    const scale = Math.max(0, ...new Set(parts.map((part) => part?.[2].length ?? 0)));
    return parts.map((part) =>
      part && BigInt(part[0] + part[1] + part[2].padEnd(scale, "0")));
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

  /** Lists that are sorted by themselves: one, or one for each side of a statement. */
  function readLists(table, columns) {
    const sides = [...new Set(columns.map((column) => column.side))];
    return sides.map((side) => {
      const own = columns.filter((column) => column.side === side);
      const entries = Array.from(table.tBodies[0].rows, (row, index) => {
        const cells = own.map((column) => row.cells[column.index]);
        const labelled = cells.find((cell) => cell.dataset.level);
        return {
          index, row, cells, children: [],
          level: Number(row.dataset.level ?? labelled?.dataset.level ?? 1),
          blank: sides.length > 1 && cells.every((cell) => cellText(cell) === ""),
        };
      });
      return { columns: own, entries, roots: linkChildren(entries), sorted: null };
    });
  }

  /** Puts every entry into its parent's children; gives back the top ones. */
  function linkChildren(entries) {
    const top = { level: -Infinity, children: [] };
    const path = [top];
    for (const entry of entries) {
      if (entry.blank) continue;
      while (path.at(-1).level >= entry.level) path.pop();
      path.at(-1).children.push(entry);
      path.push(entry);
    }
    return top.children;
  }

  // ---- Order ----------------------------------------------------------------

  /** One key per entry; null where the cell is blank. Read once per column. */
  function columnKeys(list, column) {
    if (!column.keys) {
      const at = list.columns.indexOf(column);
      const texts = list.entries.map((entry) => cellText(entry.cells[at]));
      column.keys = column.type === "amount"
        ? amountKeys(texts)
        : texts.map((text) => (text === "" ? null : textKey(text)));
    }
    return column.keys;
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

  /** The entries in the order to show, then those not shown. */
  function arrange(list, leavesOnly) {
    const { entries, roots, sorted } = list;
    const compare = sorted && comparison(columnKeys(list, sorted.column), sorted.descending);
    const isLeaf = (entry) => !entry.blank && entry.children.length === 0;
    if (leavesOnly) {
      const shown = entries.filter(isLeaf);
      if (compare) shown.sort(compare);
      return { shown, rest: entries.filter((entry) => !isLeaf(entry)) };
    }
    if (!compare) return { shown: entries, rest: [] };
    const shown = [];
    const visit = (siblings) => {
      for (const entry of siblings.slice().sort(compare)) {
        shown.push(entry);
        visit(entry.children);
      }
    };
    visit(roots);
    return { shown, rest: entries.filter((entry) => entry.blank) };
  }

  // ---- Writing the table ----------------------------------------------------

  function writeRows(body, { shown, rest }, leavesOnly) {
    const fragment = document.createDocumentFragment();
    for (const entry of shown) entry.row.hidden = false;
    for (const entry of rest) entry.row.hidden = leavesOnly;
    fragment.append(...shown.map((entry) => entry.row), ...rest.map((entry) => entry.row));
    body.append(fragment);
  }

  /** Cells change rows, side by side; a row with nothing left to show is hidden. */
  function writeSides(body, arrangements, leavesOnly) {
    const orders = arrangements.map(({ shown, rest }) => [...shown, ...rest]);
    const fragment = document.createDocumentFragment();
    const rows = Array.from(body.rows);
    fragment.append(...rows);
    rows.forEach((row, at) => {
      row.replaceChildren(...orders.flatMap((order) => order[at].cells));
      row.hidden = leavesOnly && arrangements.every(({ shown }) => at >= shown.length);
    });
    for (const { shown, rest } of arrangements) {
      for (const entry of shown) toggle(entry.cells, "is-off", false);
      for (const entry of rest) toggle(entry.cells, "is-off", leavesOnly && !entry.blank);
    }
    body.append(fragment);
  }

  function toggle(elements, name, on) {
    for (const element of elements) element.classList.toggle(name, on);
  }

  // ---- Controls -------------------------------------------------------------

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** A list can be sorted if every row is a plain row of single cells. */
  function isSortable(table) {
    const rows = Array.from(table.tBodies[0]?.rows ?? []);
    const plain = (row) => Array.from(row.cells).every((cell) => cell.colSpan * cell.rowSpan === 1);
    return table.dataset.layout !== "form" && table.tBodies.length === 1
      && table.tHead !== null && rows.length > 1 && rows.every(plain);
  }

  function makeSortable(table) {
    const columns = readColumns(table);
    const lists = readLists(table, columns);
    const hasLevels = lists.some((list) => list.entries.some((entry) => entry.children.length > 0));
    let leavesOnly = false;

    const status = make("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
    const restore = make("button", { type: "button", class: "restore" }, "恢复原表顺序");
    const leafBox = make("input", { type: "checkbox", role: "switch" });
    const tools = document.querySelector(".table-tools");
    tools.append(make("span", { class: "hint" }, "点列标题可排序"), restore);
    if (hasLevels) tools.append(make("label", { class: "leaf-switch" }, leafBox, "只看末级"));
    tools.after(status);

    function show() {
      const arrangements = lists.map((list) => arrange(list, leavesOnly));
      const body = table.tBodies[0];
      if (lists.length === 1) writeRows(body, arrangements[0], leavesOnly);
      else writeSides(body, arrangements, leavesOnly);
      for (const { columns, sorted } of lists) {
        for (const { header } of columns) header.removeAttribute("aria-sort");
        sorted?.column.header.setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
      }
      table.toggleAttribute("data-leaf", leavesOnly);
      leafBox.checked = leavesOnly;
      restore.hidden = !lists.some((list) => list.sorted);
      markTarget();
    }

    /** First press ascending, second descending, third the order of the table. */
    function press(list, column) {
      const { sorted } = list;
      if (sorted?.column !== column) list.sorted = { column, descending: false };
      else if (!sorted.descending) list.sorted = { column, descending: true };
      else list.sorted = null;
      change(list.sorted ? describe(list) : "已恢复原表顺序。");
    }

    function describe({ sorted: { column, descending } }) {
      const [low, high] = column.type === "amount" ? ["从小到大", "从大到小"] : ["升序", "降序"];
      const within = hasLevels && !leavesOnly ? "，下级随上级" : "";
      const total = table.tFoot ? "，合计行不动" : "";
      return `已按“${column.title}”${descending ? high : low}排列${within}，空白在后${total}。`;
    }

    function change(message) {
      show();
      writeAddress(lists, leavesOnly);
      status.textContent = message;
    }

    restore.addEventListener("click", () => {
      const last = lists.find((list) => list.sorted).sorted.column;
      for (const list of lists) list.sorted = null;
      last.header.querySelector("button").focus();   // The pressed button is about to hide.
      change("已恢复原表顺序。");
    });

    function setLeavesOnly(on) {
      leavesOnly = on;
      const count = lists.map((list) => arrange(list, on).shown.length).reduce((a, b) => a + b);
      change(on ? `只看末级，共${count}项。` : "已显示各级。");
    }
    leafBox.addEventListener("change", () => setLeavesOnly(leafBox.checked));

    for (const list of lists) {
      for (const column of list.columns) {
        if (column.header.colSpan > 1) continue;
        const button = make("button", { type: "button", class: "sort" }, ...column.header.childNodes);
        button.addEventListener("click", () => press(list, column));
        column.header.append(button);
      }
    }

    leavesOnly = readAddress(lists) && hasLevels;
    show();
    window.addEventListener("hashchange", () => {
      if (target()?.closest("[hidden], .is-off")) setLeavesOnly(false);
    });
  }

  // ---- The state in the address ----------------------------------------------
  // ?sort=column&dir=desc&leaf=1; a statement repeats sort and dir for its other side.

  function readAddress(lists) {
    const query = new URLSearchParams(location.search);
    query.getAll("sort").forEach((id, at) => {
      for (const list of lists) {
        const column = list.columns.find((column) => column.id === id);
        if (column) list.sorted = { column, descending: query.getAll("dir")[at] === "desc" };
      }
    });
    return query.get("leaf") === "1";
  }

  function writeAddress(lists, leavesOnly) {
    const query = new URLSearchParams(location.search);
    for (const name of ["sort", "dir", "leaf"]) query.delete(name);
    for (const { sorted } of lists) {
      if (!sorted) continue;
      query.append("sort", sorted.column.id);
      query.append("dir", sorted.descending ? "desc" : "asc");
    }
    if (leavesOnly) query.append("leaf", "1");
    const search = String(query) && `?${query}`;
    try {
      history.replaceState(history.state, "", location.pathname + search + location.hash);
    } catch {
      // Some browsers keep the address of a local file fixed; sorting goes on without it.
    }
  }

  // ---- The linked cell --------------------------------------------------------

  function target() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;   // A malformed address names no cell.
    }
  }

  /** Moving a cell makes browsers forget that it is the :target. */
  function markTarget() {
    for (const cell of document.querySelectorAll(".is-target")) cell.classList.remove("is-target");
    const cell = target();
    if (cell?.closest("td, th")) cell.classList.add("is-target");
    return cell;
  }

  function revealTarget() {
    markTarget()?.closest("td, th")?.scrollIntoView({ block: "center", inline: "center" });
  }

  // ---- Pinned columns -----------------------------------------------------------

  /** Pins the name beside the code, if that leaves room for the amounts. */
  function pinSecondColumn(table) {
    const [code, label] = table.querySelectorAll("col");
    if (table.dataset.layout !== "list" || code?.className !== "code" || label?.className !== "label") return;
    const region = table.parentElement;
    const [first, second] = headerGrid(table.tHead).at(-1);
    const update = () => {
      const width = first.offsetWidth, both = width + second.offsetWidth;
      const pinned = both < region.clientWidth * 0.6;
      table.toggleAttribute("data-pinned", pinned);
      table.style.setProperty("--first", `${width}px`);
      region.style.setProperty("--pinned", `${pinned ? both : width}px`);
      headerGrid(table.tHead).forEach((line) => {
        line[0].dataset.pin = "first";
        if (line[1] === line[0]) return;
        if (pinned) line[1].dataset.pin = "second";
        else delete line[1].dataset.pin;
      });
    };
    new ResizeObserver(update).observe(region);
  }

  const table = document.querySelector(".table-region > table");
  if (table) {
    if (isSortable(table)) makeSortable(table);
    if (table.tHead) pinSecondColumn(table);
    window.addEventListener("hashchange", revealTarget);
    if (location.hash) revealTarget();
  }
})();
