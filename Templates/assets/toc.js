// The contents list of a report: open where it has a column of its own, and marking
// the section being read. Without this script it opens and closes by hand.
(() => {
  "use strict";

  const toc = document.querySelector(".toc");
  if (!toc) return;

  const details = toc.querySelector("details");
  const wide = matchMedia("(min-width: 64rem)");
  const fit = () => { if (details) details.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();

  const links = new Map();
  for (const link of toc.querySelectorAll("a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const headings = [...links.keys()];

  /** The section being read is the last one whose heading has passed the upper third. */
  function mark() {
    const line = innerHeight / 3;
    const current = headings.filter((heading) => heading.getBoundingClientRect().top < line).pop();
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }

  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
})();
