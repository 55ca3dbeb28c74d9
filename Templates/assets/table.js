// Operates the table of a page: sorts, filters, folds, adds up, and links to cells. What the table
// says is read by table-model.js, what it shows is written by table-view.js. The page is complete
// without them.
(() => {
  "use strict";

  const {
    readColumns, readLists, cellOf, cellText, levelNames, orderOf, filtered, foldable, visibility, sumText,
  } = TableModel;
  const {
    make, button, writeRows, writeSides, writeContext, summands, sumCells, writeSum, writeShare,
    target, markTarget, scrollToTarget, scrollToCell, keepInRegion, pinSecondColumn,
  } = TableView;

  /** Tables with fewer rows are read at a glance: they need neither filter nor folds. */
  const longTable = 12;

  // ---- Controls -------------------------------------------------------------

  /** A list can be operated if every row is a plain row of single cells. */
  function isList(table) {
    const rows = Array.from(table.tBodies[0]?.rows ?? []);
    const plain = (row) => Array.from(row.cells).every((cell) => cell.colSpan * cell.rowSpan === 1);
    return table.dataset.layout !== "form" && table.tBodies.length === 1
      && table.tHead !== null && rows.length > 1 && rows.every(plain);
  }

  function operate(table, tools, cells, announce) {
    const lists = readLists(table, readColumns(table));
    const body = table.tBodies[0], isStatement = lists.length > 1;
    const isLong = lists.some(({ entries }) => entries.filter(({ blank }) => !blank).length >= longTable);
    const depth = Math.max(...lists.map((list) => list.depth)), hasLevels = depth > 1;
    const allOpen = () => ({ depth, folded: new Set() });
    // A filter has folds of its own, so that clearing it brings back those from before.
    const view = { leavesOnly: false, filter: null, folds: allOpen() };
    const folds = () => view.filter?.folds ?? view.folds;

    // Sorting

    const restore = button({ class: "restore" }, "恢复原表顺序");
    const leafBox = make("input", { type: "checkbox", role: "switch" });

    /** First press ascending, second descending, third the order of the table. */
    function press(list, column) {
      const { sorted } = list;
      if (sorted?.column !== column) list.sorted = { column, descending: false };
      else if (!sorted.descending) list.sorted = { column, descending: true };
      else list.sorted = null;
      change(list.sorted ? describeSort(list) : "已恢复原表顺序。");
    }

    function describeSort({ sorted: { column, descending } }) {
      const [low, high] = column.type === "amount" ? ["从小到大", "从大到小"] : ["升序", "降序"];
      const within = hasLevels && !view.leavesOnly ? "，下级随上级" : "";
      const total = table.tFoot ? "，合计行不动" : "";
      return `已按“${column.title}”${descending ? high : low}排列${within}，空白在后${total}。`;
    }

    restore.addEventListener("click", () => {
      const last = lists.find((list) => list.sorted).sorted.column;
      for (const list of lists) list.sorted = null;
      last.header.querySelector("button").focus();   // The pressed button is about to hide.
      change("已恢复原表顺序。");
    });

    function setLeavesOnly(on) {
      view.leavesOnly = on;
      const count = visibilities().flat().filter(Boolean).length;
      change(on ? `只看末级，共${count}项。` : "已显示各级。");
    }
    leafBox.addEventListener("change", () => setLeavesOnly(leafBox.checked));

    for (const list of lists) {
      for (const column of list.columns) {
        if (column.header.colSpan > 1) continue;
        const sort = button({ class: "sort" }, ...column.header.childNodes);
        sort.addEventListener("click", () => press(list, column));
        column.header.classList.add("sortable");
        column.header.append(sort);
      }
    }

    // Filter

    const filterBox = make("input", {
      type: "search", placeholder: "名称或编码", autocomplete: "off", spellcheck: "false",
    });
    const filterCount = make("span", { class: "count", "aria-hidden": "true" });
    let announcing;

    function filterBy(text) {
      const kept = text && lists.map((list) => filtered(list, text));
      // What lies beneath a match stays folded unless it matches too.
      const folded = (list, at) => foldable(list, 1).filter(({ index }) => !kept[at].above[index]);
      view.filter = kept ? { text, kept, folds: { depth: null, folded: new Set(lists.flatMap(folded)) } } : null;
    }

    function describeFilter() {
      if (!view.filter) return "已显示全部行。";
      const { text, kept } = view.filter;
      const sums = lists.flatMap((list, at) => {
        const found = summands(list, kept[at], view.leavesOnly);
        const column = list.share ?? list.columns.find(({ type }) => type === "amount");
        const sum = column && sumText(list, column, found);
        return sum ? [`${column.title}共${sum}`] : [];
      });
      const count = countMatches();
      const above = kept.some(({ above, within }) => above.some((flag, i) => flag && !within[i]));
      return count === 0 ? `没有符合“${text}”的行。`
        : `符合“${text}”的有${count}项，${sums.join("，")}。${above && !view.leavesOnly ? "上级行只表示所属，不计入。" : ""}`;
    }

    const countMatches = () => lists.reduce((sum, list, at) =>
      sum + summands(list, view.filter.kept[at], view.leavesOnly).length, 0);

    /** Rows follow each letter; what is said, and the address, the pause after the last one. */
    function typed() {
      filterBy(filterBox.value.trim());
      show();
      clearTimeout(announcing);
      announcing = setTimeout(() => change(describeFilter()), 400);
    }
    filterBox.addEventListener("input", typed);
    filterBox.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !filterBox.value) return;
      event.preventDefault();
      filterBox.value = "";
      typed();
    });

    // Folds

    const levelButtons = [], folders = new Map();

    const foldedTo = (level) => new Set(lists.flatMap((list) => foldable(list, level)));

    function openTo(level) {
      Object.assign(folds(), { depth: level, folded: foldedTo(level) });
      change(level === depth ? "已全部展开。" : `已展开到${levelButtons[level - 1].textContent}。`);
    }

    function fold(entry) {
      const { folded } = folds();
      folds().depth = null;
      const closes = !folded.delete(entry);
      if (closes) folded.add(entry);
      change(`已${closes ? "收起" : "展开"}${entry.children.length}个下级。`);
    }

    /** A name with something beneath it becomes the button that folds it. */
    function addFolders() {
      for (const list of lists) {
        const column = list.columns.find(({ type }) => type === "label");
        for (const entry of column ? list.entries : []) {
          if (entry.children.length === 0) continue;
          const cell = cellOf(list, entry, column);
          if (cellText(cell) === "") continue;
          const folder = button({ class: "folder", "aria-expanded": "true" }, ...cell.childNodes);
          cell.append(folder);
          folders.set(folder, entry);
        }
      }
      body.addEventListener("click", ({ target }) => {
        const folder = target.closest(".folder");
        if (folder) fold(folders.get(folder));
      });
    }

    // Shares

    /** A statement has one amount on each side; a list offers a choice of columns. */
    const shareSets = isStatement
      ? [lists.map((list) => list.columns.find(({ type }) => type === "amount"))]
      : lists[0].columns.filter(({ type }) => type === "amount").map((column) => [column]);
    const offersShares = shareSets.length > 0 && shareSets.every((columns) => columns.every(Boolean));
    const shareBox = make("select", {}, make("option", { value: "" }, "不显示"),
      ...shareSets.map((columns, at) =>
        make("option", { value: at }, isStatement ? "占本侧总计" : columns[0].title)));

    function setShares(columns) {
      lists.forEach((list, at) => writeShare(table, list, columns?.[at] ?? null, isStatement));
    }
    shareBox.addEventListener("change", () => {
      const columns = shareSets[shareBox.value];
      setShares(columns);
      change(columns ? `已加占比列，以总计为100%，四舍五入到两位小数。` : "已去掉占比列。");
    });

    // All together

    function visibilities() {
      return lists.map((list, at) => visibility(list, {
        leavesOnly: view.leavesOnly, folded: folds().folded, kept: view.filter?.kept[at],
      }));
    }

    function show() {
      const shown = visibilities(), { filter, leavesOnly } = view;
      const orders = lists.map((list) => orderOf(list, leavesOnly));
      if (isStatement) writeSides(body, orders, shown);
      else writeRows(body, lists[0], orders[0], shown[0]);
      lists.forEach((list, at) => writeContext(list, leavesOnly ? null : filter?.kept[at]));
      writeSum(table, filter && lists.flatMap((list, at) =>
        sumCells(list, summands(list, filter.kept[at], leavesOnly))));
      for (const { columns, sorted } of lists) {
        for (const { header } of columns) header.removeAttribute("aria-sort");
        sorted?.column.header.setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
      }
      for (const [folder, entry] of folders) {
        const expanded = String(!folds().folded.has(entry));
        if (folder.getAttribute("aria-expanded") !== expanded) folder.setAttribute("aria-expanded", expanded);
      }
      levelButtons.forEach((levelButton, at) => {
        levelButton.setAttribute("aria-pressed", String(folds().depth === at + 1));
        levelButton.disabled = leavesOnly;
      });
      table.toggleAttribute("data-leaf", leavesOnly);
      leafBox.checked = leavesOnly;
      restore.hidden = !lists.some((list) => list.sorted);
      filterCount.textContent = filter ? `${countMatches()}项` : "";
      markTarget();
      cells.keepReachable();
    }

    function change(message) {
      clearTimeout(announcing);
      show();
      writeAddress(lists, view, depth);
      announce(message);
    }

    function addControls() {
      const filterLabel = make("label", { class: "filter" }, "筛选", filterBox, filterCount);
      const leafLabel = make("label", { class: "leaf-switch" }, leafBox, "只看末级");
      const shareLabel = make("label", { class: "shares" }, "占比", shareBox);
      if (!isLong) {
        tools.append(...(hasLevels ? [leafLabel] : []), ...(offersShares ? [shareLabel] : []), restore);
        return;
      }
      const options = make("div", { class: "table-options", id: "table-options" });
      const more = button({ class: "more", "aria-expanded": "false", "aria-controls": "table-options" }, "更多");
      more.addEventListener("click", () => {
        more.setAttribute("aria-expanded", String(options.classList.toggle("is-open")));
      });
      if (hasLevels) {
        addFolders();
        options.append(levelGroup());
      }
      if (offersShares) options.append(shareLabel);
      options.append(make("span", { class: "hint" }, "点列标题可排序，点单元格可复制它的链接"));
      tools.append(filterLabel, ...(hasLevels ? [leafLabel] : []), restore, more, options);
    }

    function levelGroup() {
      const group = make("div", { class: "levels", role: "group", "aria-label": "展开到" },
        make("span", { "aria-hidden": "true" }, "展开到"));
      levelNames(lists).forEach((name, at) => {
        const level = button({ "aria-pressed": "false" }, name);
        level.addEventListener("click", () => openTo(at + 1));
        levelButtons.push(level);
        group.append(level);
      });
      return group;
    }

    /** Brings back whatever hides a cell that a link leads to. */
    function revealTarget() {
      if (!target()?.closest("[hidden], .is-off")) return;
      Object.assign(view, { leavesOnly: false, filter: null, folds: allOpen() });
      filterBox.value = "";
      change("已显示全部行。");
    }

    addControls();
    const asked = readAddress(lists);
    view.leavesOnly = asked.leaf && hasLevels;
    if (levelButtons[asked.level - 1]) view.folds = { depth: asked.level, folded: foldedTo(asked.level) };
    if (isLong && asked.filter) {
      filterBox.value = asked.filter;
      filterBy(asked.filter);
    }
    const share = shareSets.findIndex((columns) => columns.some((column) => column?.id === asked.share));
    if (offersShares && share >= 0) {
      shareBox.value = String(share);
      setShares(shareSets[share]);
    }
    show();
    revealTarget();
    window.addEventListener("hashchange", revealTarget);
  }

  // ---- The state in the address ----------------------------------------------
  // ?sort=column&dir=desc&leaf=1&level=2&q=words&share=column; a statement repeats sort and dir for
  // its other side. Single folds are not in it: which rows a link shows should be plain.

  function readAddress(lists) {
    const query = new URLSearchParams(location.search);
    query.getAll("sort").forEach((id, at) => {
      for (const list of lists) {
        const column = list.columns.find((column) => column.id === id);
        if (column) list.sorted = { column, descending: query.getAll("dir")[at] === "desc" };
      }
    });
    return {
      leaf: query.get("leaf") === "1", level: Number(query.get("level")),
      filter: (query.get("q") ?? "").trim(), share: query.get("share"),
    };
  }

  function writeAddress(lists, { leavesOnly, filter, folds }, depth) {
    const query = new URLSearchParams(location.search);
    for (const name of ["sort", "dir", "leaf", "level", "q", "share"]) query.delete(name);
    for (const { sorted } of lists) {
      if (!sorted) continue;
      query.append("sort", sorted.column.id);
      query.append("dir", sorted.descending ? "desc" : "asc");
    }
    if (leavesOnly) query.append("leaf", "1");
    if (folds.depth && folds.depth !== depth) query.append("level", folds.depth);
    if (filter) query.append("q", filter.text);
    if (lists[0].share) query.append("share", lists[0].share.id);
    const search = String(query) && `?${query}`;
    replaceAddress(location.pathname + search + location.hash);
  }

  function replaceAddress(address) {
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers keep the address of a local file fixed; all goes on without it.
    }
  }

  // ---- Links to cells -----------------------------------------------------------
  // One cell at a time can be reached with the Tab key; arrow keys go on from there. The bar says
  // which cell it is, also where its row's name is out of sight, and copies the cell's address.

  function linkCells(table, announce) {
    const titles = new Map(Array.from(table.querySelectorAll("col[data-column]"),
      (col) => [col.dataset.column, col.dataset.title]));
    const isCell = (element) => element?.matches(":is(tbody, tfoot) > tr > [id]:not(.is-off)") ?? false;
    let current = table.querySelector(":is(tbody, tfoot) > tr > [id]");
    if (!current) return { keepReachable() {} };
    current.tabIndex = 0;

    const name = make("span", { class: "cell-name" }), value = make("strong", {});
    const copy = button({ class: "copy" }, "复制链接"), close = button({ class: "close", "aria-label": "关闭" }, "×");
    const bar = make("div", { class: "cell-bar", role: "group", "aria-label": "所选单元格" },
      make("p", {}, name, value), copy, close);
    bar.hidden = true;
    table.parentElement.after(bar);

    function nameOf(cell) {
      let head = cell;
      while (head && !head.matches("th[scope='row']")) head = head.previousElementSibling;
      head ??= cell.parentElement.querySelector("th");
      const title = titles.get(cell.id.slice(cell.id.lastIndexOf(".") + 1));
      return [head === cell ? "" : head && cellText(head), title].filter(Boolean).join(" · ");
    }

    function select(cell) {
      current.tabIndex = -1;
      current = cell;
      current.tabIndex = 0;
      name.textContent = nameOf(cell) + "：";
      value.textContent = cellText(cell) || "空白";
      copy.textContent = "复制链接";
      bar.hidden = false;
    }

    async function copyLink() {
      const address = new URL("#" + encodeURIComponent(current.id), location.href.replace(/[?#].*/, ""));
      replaceAddress(location.pathname + location.search + address.hash);
      markTarget();
      const copied = await copyText(address.href);
      copy.textContent = copied ? "已复制" : "请从地址栏复制";
      announce(copied ? `已复制“${name.textContent.slice(0, -1)}”的链接。` : "浏览器不许复制，链接已在地址栏里。");
    }

    function dismiss() {
      if (bar.contains(document.activeElement)) current.focus();
      bar.hidden = true;
    }

    const shownRow = (row) => row && !row.hidden;
    const beside = (element, forward, fits) => {
      let next = element;
      do next = forward ? next.nextElementSibling : next.previousElementSibling; while (next && !fits(next));
      return next;
    };

    /** The row above or below, also in the next part of the table. */
    function rowBeside(row, forward) {
      const next = beside(row, forward, shownRow);
      if (next) return next;
      const part = beside(row.parentElement, forward, (part) =>
        !part.matches("thead") && Array.from(part.rows ?? []).some(shownRow));
      const rows = Array.from(part?.rows ?? []).filter(shownRow);
      return forward ? rows[0] : rows.at(-1);
    }

    /** The cell above or below; where there is none, the one nearest to it, so that no row is passed over. */
    function cellBelow(cell, forward) {
      const distance = ({ cellIndex }) => Math.abs(cellIndex - cell.cellIndex);
      let row = cell.parentElement;
      while ((row = rowBeside(row, forward))) {
        const found = Array.from(row.cells).filter(isCell);
        if (found.length) return found.reduce((best, next) => (distance(next) < distance(best) ? next : best));
      }
      return null;
    }

    const steps = {
      ArrowRight: (cell) => beside(cell, true, isCell),
      ArrowLeft: (cell) => beside(cell, false, isCell),
      ArrowDown: (cell) => cellBelow(cell, true),
      ArrowUp: (cell) => cellBelow(cell, false),
      Home: (cell) => Array.from(cell.parentElement.cells).find(isCell),
      End: (cell) => Array.from(cell.parentElement.cells).filter(isCell).at(-1),
    };

    table.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !isCell(event.target)) return;
      if (event.key === "Enter") {
        event.preventDefault();
        select(event.target);
        copyLink();
      } else if (steps[event.key]) {
        event.preventDefault();
        const next = steps[event.key](event.target);
        if (!next) return;
        select(next);
        next.focus({ preventScroll: true });
        scrollToCell(next, "nearest");
      }
    });
    table.addEventListener("click", ({ target }) => {
      const cell = target.closest("td, th");
      if (!isCell(cell) || target.closest("a, button") || String(getSelection())) return;
      select(cell);
      cell.focus({ preventScroll: true });
    });
    for (const element of [table, bar]) {
      element.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !bar.hidden) dismiss();
      });
    }
    copy.addEventListener("click", copyLink);
    close.addEventListener("click", dismiss);

    /** A cell that was hidden gives its place in the order of the Tab key to the first that shows. */
    function keepReachable() {
      if (!current.closest("[hidden], .is-off")) return;
      const first = table.querySelector(":is(tbody, tfoot) > tr:not([hidden]) > [id]:not(.is-off)");
      if (!first) return;
      select(first);
      bar.hidden = true;
    }

    return { keepReachable };
  }

  /** Copies in browsers and at addresses (plain HTTP) that have no clipboard for pages, too. */
  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const before = document.activeElement;
      const field = make("textarea", { class: "visually-hidden", readonly: "" }, text);
      document.body.append(field);
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      before.focus();
      return copied;
    }
  }

  const table = document.querySelector(".table-region > table");
  if (table) {
    const tools = document.querySelector(".table-tools");
    const status = make("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
    tools.after(status);
    const announce = (message) => { status.textContent = message; };
    const cells = linkCells(table, announce);
    if (isList(table)) operate(table, tools, cells, announce);
    keepInRegion(table);
    if (table.tHead) pinSecondColumn(table);
    window.addEventListener("hashchange", scrollToTarget);
    // The browser scrolls to the fragment once the page has loaded; this comes after.
    if (location.hash) window.addEventListener("load", () => requestAnimationFrame(scrollToTarget));
  }
})();
