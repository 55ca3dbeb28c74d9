// Writes what the page's table shows, for the script that operates it (table.js): the order of rows,
// sums, shares, the linked cell, and how the table fits its region.
const TableView = (() => {
  "use strict";

  const { headerGrid, cellText, textsOf, isLeaf, decimal, sumText, totalOf, shareText } = TableModel;

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  const button = (attributes, ...children) => make("button", { type: "button", ...attributes }, ...children);

  // ---- Writing the table ----------------------------------------------------
  // One pass that only writes: a browser lays the table out once, when it paints.

  /** Rows are moved only if the order is another one, and out of the page: one removal, not one a row. */
  function writeRows(body, list, order, shown) {
    if (order !== (list.written ?? list.entries)) {
      keepWidths(body.parentElement);
      const { parentElement, nextElementSibling } = body;
      body.remove();
      for (const { row } of order) body.append(row);
      parentElement.insertBefore(body, nextElementSibling);
      list.written = order;
    }
    const before = list.shown ?? list.entries.map(({ row }) => !row.hidden);
    for (const { row, index } of list.entries) {
      if (before[index] !== shown[index]) row.hidden = !shown[index];
    }
    list.shown = shown;
  }

  // A browser that is free to choose the widths of columns measures each cell before it places it.
  // While a sort moves the rows of a long table the widths can stay, which saves the measuring.
  const LONG = 1000;

  function keepWidths(table) {
    if (table.dataset.widths === "kept" || table.rows.length < LONG) return;
    const headers = headerGrid(table.tHead).at(-1), columns = table.querySelectorAll("col");
    const widthOf = (element) => `${element.getBoundingClientRect().width}px`;
    const widths = headers.map(widthOf), whole = widthOf(table);
    columns.forEach((column, at) => { column.style.width = widths[at]; });
    table.style.width = whole;
    table.dataset.widths = "kept";
  }

  /** Whatever brings new texts or another room sets the widths free again. */
  function freeWidths(table) {
    if (table.dataset.widths !== "kept") return;
    for (const element of [table, ...table.querySelectorAll("col")]) element.style.width = "";
    delete table.dataset.widths;
  }

  /** Cells change rows, side by side; a row with nothing left to show is hidden. */
  function writeSides(body, orders, shown) {
    const compact = orders.map((order, at) => [
      ...order.filter(({ index }) => shown[at][index]),
      ...order.filter(({ index }) => !shown[at][index]),
    ]);
    const counts = shown.map((flags) => flags.filter(Boolean).length);
    const rows = Array.from(body.rows);
    const fragment = document.createDocumentFragment();
    rows.forEach((row, at) => {
      row.replaceChildren(...compact.flatMap((order) => order[at].cells));
      row.hidden = counts.every((count) => at >= count);
      fragment.append(row);
    });
    compact.forEach((order, side) => {
      for (const { index, cells, blank } of order) {
        for (const cell of cells) cell.classList.toggle("is-off", !blank && !shown[side][index]);
      }
    });
    body.append(fragment);
  }

  /** Marks what a filter shows only to say where its matches belong. */
  function writeContext(list, kept) {
    for (const element of list.context ?? []) element.classList.remove("is-context");
    const above = kept ? list.entries.filter(({ index }) => kept.above[index] && !kept.within[index]) : [];
    list.context = above.flatMap(({ row, cells }) => cells ?? [row]);
    for (const element of list.context) element.classList.add("is-context");
  }

  // ---- Sums and shares --------------------------------------------------------

  /** What the sum of a filter's matches adds: the matches under no other, or the leaves that show. */
  const summands = (list, kept, leavesOnly) =>
    leavesOnly ? list.entries.filter((entry) => isLeaf(entry) && kept.within[entry.index]) : kept.tops;

  function sumCells(list, entries) {
    const labelled = list.columns.find(({ type }) => type === "label")
      ?? list.columns.find(({ type }) => type !== "amount");
    const cells = list.columns.map((column) => {
      if (column === labelled) {
        return make("th", { class: column.type, scope: "row" }, `筛选合计（${entries.length}项）`);
      }
      return make("td", { class: column.type }, column.type === "amount" ? sumText(list, column, entries) : "");
    });
    if (list.share) {
      const part = decimal(sumText(list, list.share, entries));
      cells.push(make("td", { class: "amount share" }, shareText(part, totalOf(list, list.share))));
    }
    return cells;
  }

  /** The sum stands above the table's own totals, which keep saying what all rows come to. */
  function writeSum(table, cells) {
    if (cells) freeWidths(table);
    table.querySelector("tfoot > .sum")?.remove();
    table.toggleAttribute("data-filtered", Boolean(cells));
    if (cells) (table.tFoot ?? table.createTFoot()).prepend(make("tr", { class: "sum" }, ...cells));
    else if (table.tFoot?.rows.length === 0) table.deleteTFoot();
  }

  /** Adds the column of shares behind a list's last column, or takes it away. */
  function writeShare(table, list, column, isSide) {
    freeWidths(table);
    list.shareCells?.forEach((cell) => cell.remove());
    if (list.share && isSide) for (const { cells } of list.entries) cells.pop();
    if (list.share) for (const group of list.shareGroups) group.colSpan--;
    Object.assign(list, { share: column, shareCells: [], shareGroups: [] });
    if (!column) return;

    const last = list.columns.at(-1), whole = totalOf(list, column);
    const cell = (text) => {
      const made = make("td", { class: "amount share" }, shareText(decimal(text), whole));
      list.shareCells.push(made);
      return made;
    };
    // Within its side, a column needs no more than the short name above it.
    const title = isSide ? cellText(column.header) : column.title;
    const head = make("th", { class: "amount share", scope: "col" }, `${title}占比`);
    const col = make("col", { class: "amount share" });
    list.shareCells.push(head, col);
    table.querySelectorAll("col[data-column]")[last.index].after(col);
    if (isSide) {
      // It belongs to its side, and to what heads the side.
      const grid = headerGrid(table.tHead), at = grid.at(-1).indexOf(last.header);
      list.shareGroups = [...new Set(grid.map((line) => line[at]))].filter((group) => group !== last.header);
      for (const group of list.shareGroups) group.colSpan++;
      head.rowSpan = last.header.rowSpan;
      last.header.after(head);
    } else {
      head.rowSpan = table.tHead.rows.length;
      table.tHead.rows[0].append(head);
    }
    const texts = textsOf(list, column), at = list.columns.indexOf(column);
    for (const { index, row, cells } of list.entries) {
      if (isSide) cells.push(cell(texts[index]));   // Placed with its side.
      else row.append(cell(texts[index]));
    }
    for (const cells of list.foot) cells.at(-1).after(cell(cellText(cells[at])));
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

  function scrollToTarget() {
    const cell = markTarget()?.closest("td, th");
    if (cell) scrollToCell(cell, "center");
  }

  function scrollToCell(cell, place) {
    cell.scrollIntoView({ block: place, inline: place, behavior: "instant" });
    // Near the table's end there is nothing left to centre by, and a pinned column may cover the cell.
    const first = cell.parentElement.cells[0], region = cell.closest(".table-region");
    if (first === cell || getComputedStyle(first).position !== "sticky") return;
    const covered = first.getBoundingClientRect().right - cell.getBoundingClientRect().left;
    if (covered > 0) region.scrollLeft -= covered;
  }

  // ---- Fitting the region -------------------------------------------------------

  /** The style sheet lets narrow tables stand free; one that does not fit scrolls after all. */
  function keepInRegion(table) {
    const region = table.parentElement;
    const observer = new ResizeObserver(() => {
      freeWidths(table);
      region.toggleAttribute("data-scrolls", table.offsetWidth > region.clientWidth);
    });
    observer.observe(region);
    if (table.tHead) observer.observe(table.tHead);   // Larger letters need more room, too.
  }

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
      region.style.setProperty("--head-height", `${table.tHead.offsetHeight}px`);
      headerGrid(table.tHead).forEach((line) => {
        line[0].dataset.pin = "first";
        if (line[1] === line[0]) return;
        if (pinned) line[1].dataset.pin = "second";
        else delete line[1].dataset.pin;
      });
    };
    update();
    new ResizeObserver(update).observe(region);
  }

  return {
    make, button, writeRows, writeSides, writeContext, summands, sumCells, writeSum, writeShare,
    target, markTarget, scrollToTarget, scrollToCell, keepInRegion, pinSecondColumn,
  };
})();
