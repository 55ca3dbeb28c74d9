// Searches all reports, without a server and also from file://, where only <script> elements may
// read files. Every file of the index calls sitegenSearch(path, data), the one name that is global.
//
// The index says which parts of which reports may hold a query; the parts' own texts, loaded for
// the most promising first, decide what is a result. docs/search.md describes the files.
(() => {
  "use strict";

  const form = document.querySelector(".search-form");
  if (!form) return;
  const root = form.dataset.root;
  const PAGE = 50;              // Results shown at once,
  const BUDGET = 280_000;       // and bytes loaded for them.
  const SHARE = 12;             // Tokens looked up for a query; its texts are compared in full.

  // ---- Loading ---------------------------------------------------------------

  const arrivals = new Map();   // path → [promise, resolve]
  function arrival(path) {
    if (!arrivals.has(path)) {
      let resolve;
      const promise = new Promise((done) => { resolve = done; });
      arrivals.set(path, { promise, resolve, script: null });
    }
    return arrivals.get(path);
  }
  window.sitegenSearch = (path, data) => arrival(path).resolve(data);

  const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

  function load(path) {
    const file = arrival(path);
    if (!file.script && path !== "search/index.js") {
      file.script = document.createElement("script");
      file.script.src = root + encoded(path);
      file.failed = new Promise((_, reject) => {
        file.script.addEventListener("error", () => { arrivals.delete(path); reject(new Error(path)); });
      });
      file.failed.catch(() => {});
      document.head.append(file.script);
      file.script.addEventListener("load", () => file.script.remove());
    }
    return file.failed ? Promise.race([file.promise, file.failed]) : file.promise;
  }

  // ---- Folding: letters and digits only, as FoldedText does -------------------

  const KEPT_OUT = [[0, 0xbf], [0xd7, 0xd7], [0xf7, 0xf7], [0x2000, 0x2bff], [0x2e00, 0x2e7f],
    [0x3000, 0x3004], [0x3008, 0x3020], [0x3030, 0x3030], [0x303d, 0x303f], [0xd800, 0xf8ff],
    [0xfe00, 0xfe6f], [0xfeff, 0xffff], [0xe0000, 0x10ffff]];

  function foldedPoint(point) {
    if (point >= 0x4e00 && point <= 0x9fff) return point;
    if (point >= 0xff01 && point <= 0xff5e) point -= 0xfee0;
    if (point >= 0x41 && point <= 0x5a) return point + 32;
    if ((point >= 0x30 && point <= 0x39) || (point >= 0x61 && point <= 0x7a)) return point;
    return KEPT_OUT.some(([first, last]) => point >= first && point <= last) ? 0 : point;
  }

  const isDigit = (character) => character >= "0" && character <= "9";
  const digitAt = (text, index) => {
    const point = index < text.length ? foldedPoint(text.charCodeAt(index)) : 0;
    return point >= 0x30 && point <= 0x39;
  };

  /** The folded text, and for each of its units where it stands in the source. */
  function fold(source) {
    let text = "", hasPoint = false, isDivided = false;
    const places = [];
    for (let index = 0; index < source.length;) {
      const point = source.codePointAt(index), width = point > 0xffff ? 2 : 1;
      const kept = foldedPoint(point);
      const afterDigit = isDigit(text.at(-1) ?? "");
      if (!kept) {
        const isFirst = afterDigit && !isDivided && !hasPoint;
        if (isFirst && (point === 0x2e || point === 0xff0e) && digitAt(source, index + 1)) {
          text += "."; places.push(index); hasPoint = true;
        } else if (!(isFirst && (point === 0x2c || point === 0xff0c)
          && [1, 2, 3].every((step) => digitAt(source, index + step)) && !digitAt(source, index + 4))) {
          isDivided = true;
        }
      } else {
        const character = String.fromCodePoint(kept);
        if (!isDigit(character)) hasPoint = false;
        else if (isDivided && afterDigit) { text += " "; places.push(index); hasPoint = false; }
        isDivided = false;
        for (let unit = 0; unit < width; unit++) places.push(index + unit);
        text += character;
      }
      index += width;
    }
    return { text, places, source };
  }

  // ---- Queries ----------------------------------------------------------------

  const EXPONENTS = { "元": 0, "万": 4, "万元": 4, "亿": 8, "亿元": 8 };
  const SCALE = 20;
  /** An exact number in units of 10⁻²⁰. */
  const exact = (digits, exponent = 0) => {
    const [whole, rest = ""] = digits.split(".");
    return BigInt(whole + rest) * 10n ** BigInt(SCALE - rest.length + exponent);
  };
  const narrow = (text) => text.replace(/[０-９，．％－]/g,
    (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

  /** What one word of the query asks for; null for mere punctuation. */
  function readTerm(word) {
    const number = /^[¥￥]?[-−]?(\d[\d,]*(?:\.\d+)?)(元|万元|亿元|万|亿)?$/.exec(narrow(word));
    if (!number) {
      const { text } = fold(word);
      return text ? { text, endsExactly: /\d\.\d+$/.test(text) } : null;
    }
    const digits = number[1].replaceAll(",", ""), unit = number[2] ?? "";
    const [whole, rest = ""] = digits.split(".");
    const significant = (whole + rest).replace(/^0+/, "");
    const term = { text: digits + unit, endsExactly: !unit && rest !== "", digits, whole, unit, significant };
    if (significant) {
      const value = exact(digits, EXPONENTS[unit] ?? 0);
      term.value = value;
      if (unit && significant.length > 2) {
        // Any amount that rounds to the figure as printed.
        const half = exact("0." + "0".repeat(rest.length) + "5", EXPONENTS[unit]);
        term.low = value - half;
        term.high = value + half;
      }
    }
    return term;
  }

  const WIDTH = 12;
  const filled = (digits, filler) => digits.slice(0, WIDTH).padEnd(WIDTH, filler);

  /** The spans of the index of numbers that a number may stand in, as [first, last, isAmount]. */
  function spans(term) {
    const all = [];
    const { significant } = term;
    if (!significant) return all;
    all.push([filled(significant, "0"), filled(significant, "0"), true]);
    if (term.low !== undefined) {
      const low = String(BigInt(significant) * 10n - 5n), high = String(BigInt(significant) * 10n + 5n);
      if (low.length === high.length) all.push([filled(low, "0"), filled(high, "0"), true]);
      else all.push([filled(low, "0"), "9".repeat(WIDTH), true], [filled("1", "0"), filled(high, "0"), true]);
    } else if (!term.unit && !term.digits.includes(".") && term.whole.length > 4) {
      all.push([filled(significant, "0"), filled(significant, "9"), false]);
    }
    return all;
  }

  /** The tokens that every part with the text must have. */
  function tokens(text, most) {
    const found = [];
    const characters = [...text];
    for (let index = 0; index < characters.length; index++) {
      const character = characters[index], next = characters[index + 1] ?? "";
      if (character === " ") continue;
      if (!isDigit(character)) {
        if (next && next !== " " && !isDigit(next)) found.push(character + next);
        else if (found.at(-1)?.at(-1) !== character || index === 0) found.push(character);
        continue;
      }
      let digits = "";
      while (index < characters.length && isDigit(characters[index])) digits += characters[index++];
      while (index < characters.length && /[.\d]/.test(characters[index])) index++;
      // A number that may be money, or go on, is listed by its first four digits only.
      const isOpen = index >= characters.length || "元万亿".includes(characters[index]);
      found.push(digits.slice(0, isOpen ? 4 : 8));
      index--;
    }
    const all = [...new Set(found)];
    if (all.length <= most) return all;
    return Array.from({ length: most }, (_, step) =>
      all[Math.round(step * (all.length - 1) / (most - 1))]);
  }

  // ---- The index ----------------------------------------------------------------

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+-./:";
  const textSize = (text) => {
    let size = text.length;
    for (const character of text) if (character > "\u007f") size += 2;
    return size;
  };

  /** Calls `add` with every number of a set as UnitSet writes it. */
  function eachUnit(text, add) {
    let word = 0;
    for (const [, character, count] of text.matchAll(/(\D)(\d*)/g)) {
      const bits = ALPHABET.indexOf(character), times = Number(count || 1);
      for (let step = 0; bits && step < times; step++) {
        for (let bit = 0; bit < 6; bit++) if (bits >> bit & 1) add((word + step) * 6 + bit);
      }
      word += times;
    }
  }

  function hash(token) {
    let value = 2166136261;
    for (const character of token) value = Math.imul(value ^ character.codePointAt(0), 16777619);
    return (value ^ value >>> 15) >>> 0;
  }

  async function readIndex() {
    const index = await load("search/index.js");
    const first = [], reportOf = [];
    for (const [reports, files] of index.files) {
      for (let report = 0; report < reports; report++) {
        first.push(reportOf.length);
        for (let file = 0; file < files; file++) reportOf.push(first.length - 1);
      }
    }
    return { ...index, first, reportOf, count: reportOf.length };
  }

  /** Looks tokens up: for each the labels' and the other texts' parts, as two arrays of flags. */
  async function lookUp(index, token, spend) {
    const shard = await load(`search/t${(hash(token) & (index.tokens - 1)).toString(16)}.js`);
    spend(shard);
    const sets = [new Uint8Array(index.count), new Uint8Array(index.count)];
    const start = shard.indexOf(`\n${token} `);
    if (start < 0) return sets;
    const line = shard.slice(start + token.length + 2, shard.indexOf("\n", start + 1));
    line.split(" ").forEach((text, set) => eachUnit(text, (unit) => { sets[set][unit] = 1; }));
    return sets;
  }

  /** How promising each part is for a term: 0 not at all, 4 for a name or an amount as asked. */
  async function candidates(index, term, most, spend) {
    const classes = new Uint8Array(index.count);
    const raise = (unit, value) => { if (classes[unit] < value) classes[unit] = value; };
    const isNumber = term.digits !== undefined;
    const looked = [];
    if (isNumber) {
      const wanted = spans(term);
      const shards = index.numbers.filter((prefix) => wanted.some(([low, high]) =>
        filled(prefix, "0") <= high && filled(prefix, "9") >= low));
      looked.push(...shards.map(async (prefix) => {
        const shard = await load(`search/n${prefix}.js`);
        spend(shard);
        for (const line of shard.split("\n")) {
          const [digits, set] = line.split(" ");
          if (!set) continue;
          const place = filled(digits, "0");
          for (const [low, high, isAmount] of wanted) {
            if (place >= low && place <= high) eachUnit(set, (unit) => raise(unit, isAmount ? 4 : 1));
          }
        }
      }));
      const isText = !term.significant || !term.digits.includes(".");
      const length = term.unit || !term.significant ? 4 : 8;
      if (isText) {
        looked.push(lookUp(index, term.whole.slice(0, length), spend).then(([labels, others]) => {
          for (let unit = 0; unit < index.count; unit++) {
            if (labels[unit]) raise(unit, 3); else if (others[unit]) raise(unit, 1);
          }
        }));
      }
      await Promise.all(looked);
      return classes;
    }
    const characters = [...term.text];
    const edges = [`^${characters[0]}`, `${characters.at(-1)}$`];
    const [start, end, ...grams] = await Promise.all(
      [...edges, ...tokens(term.text, most - 2)].map((token) => lookUp(index, token, spend)));
    for (let unit = 0; unit < index.count; unit++) {
      if (!grams.every(([labels, others]) => labels[unit] || others[unit])) continue;
      const isLabel = grams.every(([labels]) => labels[unit]);
      classes[unit] = !isLabel ? 1 : !start[0][unit] ? 2 : end[0][unit] ? 4 : 3;
    }
    return classes;
  }

  /** The parts worth loading, the best report first and the newest among equals. */
  function ranked(index, classes) {
    const found = [];
    for (let report = 0; report < index.first.length; report++) {
      const begin = index.first[report], end = index.first[report + 1] ?? index.count;
      // A word of the report's title or department holds for all its parts.
      const whole = classes.map((term) => term[begin]);
      const units = [], best = classes.map(() => 0);
      for (let unit = begin; unit < end; unit++) {
        const own = classes.map((term) => term[unit]);
        if (!own.some(Boolean) || !own.every((value, term) => value || whole[term])) continue;
        own.forEach((value, term) => { best[term] = Math.max(best[term], value, whole[term]); });
        units.push(unit);
      }
      if (units.length) found.push({ report, units, rank: Math.min(...best) });
    }
    found.sort((a, b) => b.rank - a.rank || b.report - a.report);
    return found.flatMap(({ report, units }) => units.map((unit) => ({ report, unit })));
  }
