// Shows findings in their places, and loads the page again when it would look different.
(() => {
  "use strict";

  const state = document.currentScript.dataset.state;
  const memory = `preview ${location.pathname}`;

  // ---- What changed since the page was last loaded ---------------------------

  const pieces = "main td[id], main th[id], main p, main li, main h1, main h2, main h3, main h4";
  const keys = () => Array.from(document.querySelectorAll(pieces),
    (piece) => [piece, `${piece.id}=${piece.textContent}`]);
  // Taken before anything is added to the page.
  const now = keys();

  function remember() {
    const regions = Array.from(document.querySelectorAll(".table-region"),
      (region) => [region.scrollLeft, region.scrollTop]);
    try {
      sessionStorage.setItem(memory, JSON.stringify({ keys: now.map(([, key]) => key), regions }));
    } catch {
      // A page too large to remember is loaded again without showing what changed.
    }
  }

  /** Whether the page was loaded again because of a change. */
  function showChanges() {
    const text = sessionStorage.getItem(memory);
    if (!text) return false;
    sessionStorage.removeItem(memory);
    const before = JSON.parse(text);
    const known = new Set(before.keys);
    for (const [piece, key] of now) if (!known.has(key)) piece.classList.add("preview-changed");
    document.querySelectorAll(".table-region").forEach((region, index) => {
      [region.scrollLeft, region.scrollTop] = before.regions[index] ?? [0, 0];
    });
    return true;
  }

  // ---- Findings in their places ----------------------------------------------

  const titles = { error: "错误", warning: "警告" };

  /** Wraps the first occurrence of words within an element; null if they are not there in one piece. */
  function wrap(element, words) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = words && walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.data.indexOf(words);
      if (start < 0) continue;
      const found = node.splitText(start);
      found.splitText(words.length);
      const mark = document.createElement("mark");
      found.replaceWith(mark);
      mark.append(found);
      return mark;
    }
    return null;
  }

  function describe(element, item) {
    const known = element.getAttribute("aria-describedby");
    element.setAttribute("aria-describedby", known ? `${known} ${item.id}` : item.id);
    element.classList.add("preview-marked", item.className);
  }

  /** A cell shows its messages by itself: text of its own would be sorted with the amounts. */
  function markCell(cell, item, message) {
    describe(cell, item);
    cell.tabIndex = 0;
    cell.dataset.finding = [cell.dataset.finding, message].filter(Boolean).join("\n");
  }

  function markWords(place, item, message) {
    const block = place.closest("p, li, h1, h2, h3, h4, blockquote") ?? place;
    const words = item.dataset.words;
    const marked = place.textContent ? place : wrap(block, words) ?? block;
    describe(marked, item);
    const note = document.createElement("div");
    note.className = `preview-note ${item.className}`;
    const link = document.createElement("a");
    link.href = `#${item.id}`;
    link.textContent = titles[item.className];
    note.append(link, ` ${message}`);
    if (block.tagName === "P") block.after(note);
    else block.insertBefore(note, block.querySelector(":scope > ul, :scope > ol"));
  }

  function showFindings() {
    const items = document.querySelectorAll(".preview-notice li[data-place]");
    for (const item of items) {
      const place = document.getElementById(item.dataset.place);
      if (!place) continue;
      const message = item.querySelector(".preview-message").textContent;
      if (place.matches("td, th")) markCell(place, item, `${titles[item.className]} ${message}`);
      else markWords(place, item, message);
    }
  }

  /** The place that the address names may have moved when messages were added above it. */
  function showTarget() {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView({ block: "center" });
  }

  // ---- Loading again -----------------------------------------------------------

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Resolves when the page is looked at: pages in the background need not be up to date. */
  const visible = () => new Promise((resolve) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      resolve();
    };
    document.addEventListener("visibilitychange", look);
    look();
  });

  async function hasChanged() {
    const page = encodeURIComponent(location.pathname);
    const answer = await fetch(`/~preview/state?page=${page}`, { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.statusText);
    return await answer.text() !== state;
  }

  async function watch() {
    const status = document.querySelector(".preview-lost");
    for (;;) {
      await pause(250);
      await visible();
      try {
        if (await hasChanged()) break;
        if (status) status.textContent = "";
      } catch {
        if (status) status.textContent = "与预览程序的连接断开了，这一页不再刷新。请看运行 sitegen serve 的窗口。";
        await pause(1000);
      }
    }
    remember();
    location.reload();
  }

  const isReturning = showChanges();
  showFindings();
  if (!isReturning) showTarget();
  addEventListener("hashchange", showTarget);
  watch();
})();
