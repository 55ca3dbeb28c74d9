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
  const GROUP = 8;              // of these from one report, its others folded away,
  const BUDGET = 270_000;       // and bytes loaded for them,
  const LOOKUP = 120_000;       // of these so many, before the last, for looking words up.
  const PART = 24_000;          // What a part takes at most, by rule of thumb.
  const SHARE = 10;             // Tokens looked up for a query; its texts are compared in full.
  const LONGEST = 200;          // Characters of a query; what is behind them is left out.

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

  /** How many bytes a file's data took, nearly. */
  const size = (data) => new TextEncoder().encode(typeof data === "string" ? data : JSON.stringify(data)).length;

  const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

  function load(path) {
    const file = arrival(path);
    if (!file.script) {
      file.script = document.createElement("script");
      file.script.src = root + encoded(path);
      file.failed = new Promise((_, reject) => {
        file.script.addEventListener("error", () => { arrivals.delete(path); reject(new Error(path)); });
      });
      file.failed.catch(() => {});
      document.head.append(file.script);
      file.script.addEventListener("load", () => file.script.remove());
    }
    return Promise.race([file.promise, file.failed]);
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
        if (afterDigit && !isDivided && (point === 0x25 || point === 0xff05)) {
          text += "%"; places.push(index); hasPoint = false;
        } else if (isFirst && (point === 0x2e || point === 0xff0e) && digitAt(source, index + 1)) {
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

  /** The numbers of a folded text: digits, decimals, and the unit that makes them a figure. */
  const NUMBERS = /(?<![\d.])(\d+)(\.\d+)?(千元|万元|亿元|元|%)?/g;

  // ---- Queries ----------------------------------------------------------------

  const EXPONENTS = { "": 0, "元": 0, "%": 0, "千": 3, "千元": 3, "万": 4, "万元": 4, "亿": 8, "亿元": 8 };
  const SCALE = 20;
  /** An exact number in units of 10⁻²⁰. */
  const exact = (digits, exponent = 0) => {
    const [whole, rest = ""] = digits.split(".");
    return BigInt(whole + rest) * 10n ** BigInt(SCALE - rest.length + exponent);
  };
  const narrow = (text) => text.replace(/[！-～]/g,
    (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));

  /** What the query asks for: words and numbers, all of which must hold; a number in words may be either. */
  function readQuery(query) {
    return query.slice(0, LONGEST).split(/\s+/).flatMap((word) => {
      const number = /^[¥￥]?[-−]?(\d[\d,]*(?:\.\d+)?)(元|千元|万元|亿元|千|万|亿|%)?$/.exec(narrow(word));
      if (number && number[1].length < 28) return readNumber(number[1].replaceAll(",", ""), number[2] ?? "");
      const { text } = fold(word);
      if (!text) return [];
      const inWords = readWords(text);
      if (inWords) return { ...readNumber(...inWords), words: text };
      // Numbers that mere punctuation divides: a date, a range.
      if (/^[\d. %]+$/.test(text)) {
        return [...text.matchAll(/(\d{1,24}(?:\.\d{1,12})?)(%?)/g)].map(([, digits, unit]) => readNumber(digits, unit));
      }
      return { text };
    });
  }

  // What stands before 亿, 万 and 元. Behind 万 and 亿 a digit alone may be one of thousands (三万五).
  const BELOW = "(?:D千)?(?:零?D百)?(?:零?D?十D?|零D)?|(?<![万亿])(?:D|\\d{1,4})|(?<=[万亿])\\d{4}"
    .replaceAll("D", "[1-9一二三四五六七八九]");
  const IN_WORDS = new RegExp(`^(?:(?=[^亿])(${BELOW})亿)?(?:(?=[^万])(${BELOW})万)?(${BELOW})元$`);
  const FORMAL = { "〇": "零", "两": "二", "拾": "十", "佰": "百", "仟": "千",
    ...Object.fromEntries([..."壹贰叁肆伍陆柒捌玖"].map((digit, index) => [digit, "一二三四五六七八九"[index]])) };

  /** The number and the unit of an amount in words: 三千二百万元 is 3200 and 万元; null for other words. */
  function readWords(text) {
    const [, ...parts] = IN_WORDS.exec([...text].map((word) => FORMAL[word] ?? word).join("")) ?? [];
    const [large, middle, small] = parts.map(valueOfWords);
    if (small) return [String((large * 1e4 + middle) * 1e4 + small), "元"];
    if (middle) return [String(large * 1e4 + middle), "万元"];
    return large ? [String(large), "亿元"] : null;
  }

  /** What words below 万 say; a 十 without a digit is one. */
  function valueOfWords(words = "") {
    let sum = 0, digit = 0;
    for (const word of words) {
      const place = "十百千".indexOf(word);
      if (place < 0) digit = isDigit(word) ? digit * 10 + Number(word) : "零一二三四五六七八九".indexOf(word);
      else { sum += (digit || 1) * 10 ** (place + 1); digit = 0; }
    }
    return sum + digit;
  }

  function readNumber(digits, unit) {
    const [whole, rest = ""] = digits.split(".");
    if (rest.length > 12) return { text: digits };
    const significant = (whole + rest).replace(/^0+/, "");
    const term = { digits, unit, whole, significant };
    // Without unit and decimals it may be the beginning of a longer number.
    term.isOpen = !unit && !rest;
    if (significant) {
      term.value = exact(digits, EXPONENTS[unit]);
      if (unit && unit !== "%" && significant.length > 2) {
        // Any amount that rounds to the figure as printed.
        const half = exact("0." + "0".repeat(rest.length) + "5", EXPONENTS[unit]);
        term.low = term.value - half;
        term.high = term.value + half;
      }
    }
    return term;
  }

  const WIDTH = 18;
  const filled = (digits, filler) => digits.slice(0, WIDTH).padEnd(WIDTH, filler);

  /** The spans of the index of amounts that a number may stand in, as [first, last, isAmount]. */
  function spans(term) {
    const all = [];
    const { significant } = term;
    if (!significant) return all;
    all.push([filled(significant, "0"), filled(significant, "0"), true]);
    if (term.low !== undefined) {
      const low = String(BigInt(significant) * 10n - 5n), high = String(BigInt(significant) * 10n + 5n);
      if (low.length === high.length) all.push([filled(low, "0"), filled(high, "0"), true]);
      else all.push([filled(low, "0"), "9".repeat(WIDTH), true], [filled("1", "0"), filled(high, "0"), true]);
    } else if (term.isOpen && term.whole.length > 4) {
      all.push([filled(significant, "0"), filled(significant, "9"), false]);
    }
    return all;
  }

  const LETTER = (character) => character !== undefined && !/[\d.% ]/.test(character);

  /** The tokens that every part with the text must have. */
  function tokens(text, most) {
    const found = [];
    // A number that may be a figure's, or go on, is no token; texts are compared with all of it.
    for (const [, digits] of text.matchAll(/(?<![\d.])(\d+)(?=[^\d.% 元千万亿])/gu)) found.push(digits.slice(0, 6));
    const characters = [...text];
    characters.forEach((character, index) => {
      if (!LETTER(character)) return;
      if (LETTER(characters[index + 1])) found.push(plane(character) + plane(characters[index + 1]));
      else if (!LETTER(characters[index - 1])) found.push(plane(character));
    });
    const all = [...new Set(found)];
    if (all.length <= most) return all;
    // Spread over the whole text, the first and the last among them; `most` is two or more.
    return Array.from({ length: most }, (_, step) =>
      all[Math.round(step * (all.length - 1) / (most - 1))]);
  }

  /** Characters beyond the first plane share private ones in the index. */
  const plane = (character) => {
    const point = character.codePointAt(0);
    return point < 0x10000 ? character : String.fromCodePoint(0xe000 + point % 0x1800);
  };

  // ---- The index ----------------------------------------------------------------

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+-./:";
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

  /** The segments of the index, each with its reports' first parts and their years. */
  async function readIndex(spend) {
    const segments = await load("search/index.js");
    spend("search/index.js", segments);
    return segments.map((segment, number) => {
      const first = [], year = [], reportOf = new Uint32Array(segment.parts);
      eachUnit(segment.starts, (part) => first.push(part));
      first.forEach((part, report) => reportOf.fill(report, part));
      for (const [name, set] of Object.entries(segment.years)) {
        eachUnit(set, (report) => { year[report] = Number(name); });
      }
      return { ...segment, folder: `search/${number}/`, number, first, year, reportOf };
    });
  }

  /** Looks a token up: the parts of which a label has it, and the other parts, as two arrays of flags. */
  async function lookUp(segment, token, spend) {
    const path = `${segment.folder}w${(hash(token) & (segment.words - 1)).toString(16)}.js`;
    const words = await load(path);
    spend(path, words);
    const sets = [new Uint8Array(segment.parts), new Uint8Array(segment.parts)];
    const start = words.indexOf(`\n${token} `);
    if (start < 0) return sets;
    const line = words.slice(start + token.length + 2, words.indexOf("\n", start + 1));
    line.split(" ").forEach((text, set) => eachUnit(text, (unit) => { sets[set][unit] = 1; }));
    return sets;
  }

  /** The names of the files of amounts that hold some of the spans. */
  function amountFiles({ digits }, wanted) {
    if (!digits) return wanted.length ? ["n"] : [];
    const names = new Set();
    for (const [low, high] of wanted) {
      const last = Number(high.slice(0, digits));
      for (let prefix = Number(low.slice(0, digits)); prefix <= last; prefix++) names.add(`n${prefix}`);
    }
    return [...names];
  }

  /** How promising each part is for a term: 0 not at all, 3 for an amount as asked, 2 for a name. */
  async function candidates(segment, term, most, spend) {
    const classes = new Uint8Array(segment.parts);
    const raise = (unit, value) => { if (classes[unit] < value) classes[unit] = value; };
    if (term.words) {
      const both = await Promise.all([{ ...term, words: "" }, { text: term.words }]
        .map((reading) => candidates(segment, reading, most, spend)));
      return both[0].map((value, unit) => Math.max(value, both[1][unit]));
    }
    if (term.text) {
      const grams = await Promise.all(tokens(term.text, most).map((token) => lookUp(segment, token, spend)));
      for (let unit = 0; unit < segment.parts; unit++) {
        if (!grams.every(([labels, others]) => labels[unit] || others[unit])) continue;
        classes[unit] = grams.every(([labels]) => labels[unit]) ? 2 : 1;
      }
      return classes;
    }
    const wanted = spans(term);
    const looked = amountFiles(segment, wanted).map(async (name) => {
      const path = `${segment.folder}${name}.js`;
      const amounts = await load(path);
      spend(path, amounts);
      for (const line of amounts.split("\n")) {
        const [number, set] = line.split(" ");
        if (!set) continue;
        const place = filled(number.replace(".", "").replace(/^0+/, ""), "0");
        for (const [low, high, isAmount] of wanted) {
          if (place >= low && place <= high) eachUnit(set, (unit) => raise(unit, isAmount ? 3 : 1));
        }
      }
    });
    if (term.isOpen) {
      looked.push(lookUp(segment, term.whole.slice(0, 6), spend).then(([labels, others]) => {
        for (let unit = 0; unit < segment.parts; unit++) {
          if (labels[unit]) raise(unit, 2); else if (others[unit]) raise(unit, 1);
        }
      }));
    }
    await Promise.all(looked);
    return classes;
  }

  /** The parts of a segment worth loading, those of each report together. */
  function promising(segment, classes) {
    const found = [];
    segment.first.forEach((begin, report) => {
      const end = segment.first[report + 1] ?? segment.parts;
      // A word of the report's title or department holds for all its parts; these are labels of
      // the first part.
      const whole = classes.map((term) => (term[begin] === 2 ? 2 : 0));
      const units = [], best = classes.map(() => 0);
      for (let unit = begin; unit < end; unit++) {
        const own = classes.map((term) => term[unit]);
        if (!own.some(Boolean) || !own.every((value, term) => value || whole[term])) continue;
        own.forEach((value, term) => { best[term] = Math.max(best[term], value, whole[term]); });
        units.push({ unit, best: Math.max(...own) });
      }
      if (!units.length) return;
      units.sort((a, b) => b.best - a.best);
      found.push({ segment, report, begin, units: units.map(({ unit }) => unit),
        rank: Math.min(...best), year: segment.year[report] });
    });
    return found;
  }

  // ---- Results --------------------------------------------------------------------

  /** Whether a term that is a number means the figure: as printed, in yuan, or rounded. */
  function means(term, digits, unit) {
    if (!term.value) return false;
    const printed = digits.replace("-", "");
    const value = exact(printed, EXPONENTS[unit]);
    if ((term.unit === "%") !== (unit === "%") && term.unit) return false;
    if (term.low !== undefined ? value >= term.low && value < term.high : value === term.value) return true;
    if (!term.unit && exact(printed) === term.value) return true;
    return term.isOpen && term.whole.length > 4 && printed.startsWith(term.whole);
  }

  /** Where a term stands in a folded text. A number is found from its first digit on. */
  function places({ text }, term) {
    const found = term.words ? places({ text }, { text: term.words }) : [];
    if (term.text) {
      for (let at = text.indexOf(term.text); at >= 0; at = text.indexOf(term.text, at + 1)) {
        if (isDigit(term.text[0]) && (isDigit(text[at - 1] ?? "") || text[at - 1] === ".")) continue;
        found.push([at, at + term.text.length]);
      }
      return found;
    }
    for (const { 0: figure, 1: whole, 2: rest, 3: unit, index } of text.matchAll(NUMBERS)) {
      const isFigure = rest !== undefined || unit !== undefined;
      if (isFigure ? means(term, whole + (rest ?? ""), unit ?? "")
        : term.isOpen && whole.startsWith(term.whole)) found.push([index, index + figure.length]);
    }
    return found;
  }

  /** The ranges of a text's source that a term matches, and how well it does. */
  function match({ folded, isLabel }, term) {
    const found = places(folded, term);
    let score = 0;
    if (found.length) {
      score = !isLabel ? 1 : found[0][0] > 0 ? 2 : found[0][1] < folded.text.length ? 3 : 4;
    }
    const ranges = found.map(([start, end]) => {
      const last = folded.places[end - 1];
      return [folded.places[start], last + (folded.source.codePointAt(last) > 0xffff ? 2 : 1)];
    });
    return { score, ranges };
  }

  const textField = (text, isLabel = false) => ({ text, isLabel, folded: fold(text) });

  const NARRATIVE = "情况说明";

  /** The documents of a part, each with its fields and what it stands under. */
  function* documents(part, isFirst) {
    const names = [part.name, part.title, part.department].map((text) => textField(text, true));
    if (isFirst) {
      yield { kind: "report", page: "index.html", fields: names, amounts: [], context: [] };
    }
    let heading = null, table = null;
    for (const [kind, ...line] of part.lines) {
      if (kind === 0 || kind === 5) {
        heading = { anchor: line[0], field: textField(line[1], true) };
        if (kind === 0) {
          yield { kind: "heading", page: "index.html", id: line[0], fields: [heading.field],
            amounts: [], under: NARRATIVE, context: names };
        }
      } else if (kind === 1) {
        yield { kind: "text", page: "index.html", id: heading?.anchor, fields: [textField(line[0])],
          amounts: [], under: heading ? `${NARRATIVE} › ${heading.field.text}` : NARRATIVE, context: heading ? [...names, heading.field] : names };
      } else if (kind === 2 || kind === 6) {
        const [id, number, title, unit, layout, columns, titles, kinds] = line;
        table = { page: `${id}.html`, unit, layout, columns, titles, kinds,
          title: `${number} ${title}`, fields: [textField(number, true), textField(title, true)] };
        if (kind === 2) {
          yield { kind: "table", page: table.page, fields: table.fields, amounts: [], context: names };
        }
      } else if (kind === 4) {
        yield { kind: "text", page: table.page, fields: [textField(line[0])], amounts: [],
          under: table.title, context: [...names, ...table.fields] };
      } else {
        yield row(table, names, line);
      }
    }
  }

  function row(table, names, [key, from, ...cells]) {
    const fields = [], amounts = [];
    cells.forEach((cell, offset) => {
      const column = from + offset;
      if (Array.isArray(cell)) amounts.push({ column, digits: cell[0] });
      else if (cell) fields.push({ ...textField(cell, "cl".includes(table.kinds[column])), column });
    });
    return { kind: "row", page: table.page, table, fields, amounts, under: table.title,
      key: typeof key === "number" ? cells[key - from] : key,
      context: [...names, ...table.fields] };
  }

  /** What makes a document a result: every word in it or in what it stands under, one in itself. */
  function judge(document, terms) {
    let score = 0;
    document.marks = new Map();
    document.hits = [];
    for (const term of terms) {
      let best = 0;
      for (const field of document.fields) {
        const found = match(field, term);
        if (!found.score) continue;
        best = Math.max(best, found.score);
        document.marks.set(field, [...(document.marks.get(field) ?? []), ...found.ranges]);
      }
      for (const amount of document.amounts) {
        if (!term.digits || !means(term, amount.digits, document.table.unit)) continue;
        best = 4;
        if (!document.hits.includes(amount)) document.hits.push(amount);
      }
      if (!best && !document.context.some((field) => match(field, term).score)) return 0;
      score += best;
    }
    return score;
  }

  function results(part, isFirst, terms) {
    const found = [];
    for (const document of documents(part, isFirst)) {
      document.score = judge(document, terms);
      if (document.score) found.push(document);
    }
    return found;
  }

  // ---- The page ---------------------------------------------------------------------

  const input = form.querySelector("input");
  const status = document.querySelector(".search-status");
  const list = document.querySelector(".search-results");
  const more = document.querySelector(".search-more");

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** The text with its marked ranges; of a long text only what surrounds the first. */
  function marked(text, ranges = [], isShortened = false) {
    const nodes = [];
    const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
    const begin = isShortened && sorted.length && sorted[0][0] > 40 ? sorted[0][0] - 30 : 0;
    const end = isShortened ? Math.min(text.length, begin + 120) : text.length;
    let at = begin;
    for (const [from, to] of sorted) {
      if (to <= at || from >= end) continue;
      nodes.push(text.slice(at, Math.max(at, from)));
      at = Math.max(at, from);
      nodes.push(element("mark", "", text.slice(at, to)));
      at = to;
    }
    nodes.push(text.slice(at, Math.max(at, end)));
    if (begin > 0) nodes.unshift("…");
    if (end < text.length) nodes.push("…");
    return nodes;
  }

  const grouped = (digits) => digits.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

  /** The sentence of the first hit, which browsers mark on arrival; empty if it is long. */
  function sentenceOf(field, marks) {
    const at = Math.min(...(marks.get(field) ?? [[0]]).map(([start]) => start));
    const before = field.text.slice(0, at).split(/[。；！？\n]/).at(-1);
    const sentence = field.text.slice(at - before.length).split(/[。；！？\n]/, 1)[0].trim();
    return sentence.length <= 100 ? sentence : "";
  }

  function address(path, { page, kind, key, id, table, fields, hits, marks }) {
    let fragment = id;
    if (kind === "row") {
      const column = table.layout === "form" ? table.columns.length - 1
        : hits[0]?.column ?? (fields.find((field) => field.isLabel) ?? fields[0])?.column ?? 0;
      fragment = `${key}.${table.columns[column]}`;
    }
    const sentence = kind === "text" && "fragmentDirective" in document && sentenceOf(fields[0], marks);
    return root + encoded(path) + "/" + page
      + (fragment || sentence ? "#" : "") + (fragment ? encodeURIComponent(fragment) : "")
      + (sentence ? `:~:text=${encodeURIComponent(sentence).replaceAll("-", "%2D")}` : "");
  }

  function item(path, result) {
    const link = element("a", "");
    link.href = address(path, result);
    const labels = result.kind === "report" ? result.fields.slice(0, 1)
      : result.kind === "row" ? result.fields.filter((field) => field.isLabel) : result.fields;
    const isText = result.kind === "text";
    for (const field of labels.length ? labels : result.fields) {
      link.append(...marked(field.text, result.marks.get(field), isText), " ");
    }
    const made = element("li", "", link);
    if (result.kind === "row") {
      const words = element("p", "");
      for (const field of labels.length ? result.fields.filter((field) => !field.isLabel) : []) {
        words.append(...marked(field.text, result.marks.get(field), true), "　");
      }
      const shown = [...result.hits, ...result.amounts.filter((amount) => !result.hits.includes(amount))];
      for (const amount of shown.slice(0, Math.max(3, result.hits.length))) {
        const text = grouped(amount.digits) + result.table.unit;
        words.append(`${result.table.titles[amount.column]} `,
          result.hits.includes(amount) ? element("mark", "", text) : text, "　");
      }
      if (words.childNodes.length) made.append(words);
    }
    if (result.under) made.append(element("p", "search-under", result.under));
    return made;
  }

  /** A report's place in the list. Gives a function that adds an item, and says if it is seen. */
  function group(path, part) {
    const title = element("a", "", part.title);
    title.href = root + encoded(path) + "/index.html";
    const items = element("ol", "");
    const section = element("section", "",
      element("h2", "", title, " ", element("span", "", part.department)), items);
    list.append(section);
    let rest = null;
    return (made) => {
      if (items.children.length < GROUP) return items.append(made), true;
      if (!rest) {
        rest = { count: element("summary", ""), items: element("ol", "") };
        section.append(element("details", "", rest.count, rest.items));
      }
      rest.items.append(made);
      rest.count.textContent = `本报告其余 ${rest.items.children.length} 条`;
      return false;
    };
  }

  let current = 0;

  /** The searching of one query, which goes on when more is asked for. */
  async function search(query) {
    const run = ++current;
    const terms = readQuery(query);
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    list.ariaBusy = String(terms.length > 0);
    if (!terms.length) return;
    let spent = new Map();
    const spend = (path, data) => {
      if (!spent.has(path)) spent.set(path, size(data));
    };
    const total = () => [...spent.values()].reduce((sum, bytes) => sum + bytes, 0);
    try {
      const segments = await readIndex(spend);
      // The queue has what is still to be loaded, of the segments that were looked up.
      let queue = [];
      const waiting = [], groups = new Map(), seen = new Set(), hits = new Set();
      let count = 0;

      /** Looks the words up in the next segment. */
      const lookFurther = async () => {
        const segment = segments.pop();
        const most = Math.max(2, Math.floor(SHARE / terms.length));
        const classes = [];
        const before = total();
        for (const term of terms) {
          // A long query's last words are not looked up: the texts are compared with all of them.
          classes.push(total() - before < LOOKUP / 2 ? await candidates(segment, term, most, spend)
            : new Uint8Array(segment.parts).fill(1));
        }
        queue.push(...promising(segment, classes));
        queue.sort((a, b) => b.rank - a.rank || b.year - a.year
          || b.segment.number - a.segment.number || b.report - a.report);
      };

      const pathOf = async ({ segment, report }) => {
        const path = `${segment.folder}r${Math.floor(report / segment.paths)}.js`;
        const paths = await load(path);
        spend(path, paths);
        return paths[report % segment.paths];
      };

      /** Loads the next parts, as many as the budget allows and at least one. */
      const advance = async () => {
        const before = waiting.length;
        while (run === current) {
          while (segments.length && total() < (queue.length ? LOOKUP : BUDGET - LOOKUP / 2)) await lookFurther();
          const room = Math.floor((BUDGET - total()) / PART);
          if (!queue.length || (room < 1 && seen.size) || waiting.length - before >= PAGE) return;
          const batch = [];
          for (let left = Math.max(1, Math.min(room, 6)); left > 0 && queue.length; left--) {
            const entry = queue[0], unit = entry.units.shift();
            if (!entry.units.length) queue.shift();
            const path = await pathOf(entry), name = `${path}/search-${unit - entry.begin}.js`;
            batch.push(load(name).then((part) => {
              spend(name, part);
              return { id: `${entry.segment.number}.${entry.report}`, path, part, isFirst: unit === entry.begin };
            }));
          }
          const found = new Map();
          for (const { id, path, part, isFirst } of await Promise.all(batch)) {
            seen.add(id);
            if (!found.has(id)) found.set(id, []);
            for (const result of results(part, isFirst, terms)) found.get(id).push({ id, path, part, result });
          }
          for (const [id, entries] of found) {
            if (entries.length) hits.add(id);
            count += entries.length;
            waiting.push(...entries.sort((a, b) => b.result.score - a.result.score));
          }
        }
      };

      const announce = () => {
        const found = count ? `${count} 条结果，出自 ${hits.size} 份报告` : "";
        if (!queue.length && !segments.length) {
          status.textContent = found ? `共 ${found}。` : "没有找到。请换个词，或少用几个字。";
          return;
        }
        const left = new Set(queue.map(({ segment, report }) => `${segment.number}.${report}`)
          .filter((id) => !seen.has(id))).size;
        status.textContent = (found ? `已找到 ${found}` : `查过 ${seen.size} 份报告，还没有找到`)
          + (left && !segments.length ? `；另有 ${left} 份报告可能含有，请按“显示更多”。`
            : "；还有部分内容没有查，请按“显示更多”。");
      };

      const show = async () => {
        more.hidden = true;
        list.ariaBusy = "true";
        if (!waiting.length) await advance();
        if (run !== current) return null;
        let first = null;
        for (let shown = 0; waiting.length && shown < PAGE;) {
          const { id, path, part, result } = waiting.shift();
          if (!groups.has(id)) groups.set(id, group(path, part));
          const made = item(path, result);
          if (groups.get(id)(made)) shown += 1;
          first ??= made;
        }
        list.ariaBusy = "false";
        more.hidden = !waiting.length && !queue.length && !segments.length;
        announce();
        return first?.closest("details:not([open])")?.firstElementChild ?? first?.querySelector("a");
      };
      await show();
      more.firstElementChild.onclick = async () => {
        spent = new Map();
        (await show() ?? more.firstElementChild).focus();
      };
    } catch (error) {
      if (run !== current) return;
      list.ariaBusy = "false";
      status.textContent = "索引没有读到，请稍后再试。";
      throw error;
    }
  }

  let typed, asked = null;
  function submit() {
    clearTimeout(typed);
    const query = input.value.trim();
    if (query === asked) return;
    asked = query;
    try {
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    } catch { /* Some browsers forbid it for local files; the search works all the same. */ }
    search(query);
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  // An input method's unfinished letters are no query.
  const wait = (event) => {
    clearTimeout(typed);
    if (!event.isComposing) typed = setTimeout(submit, 400);
  };
  input.addEventListener("input", wait);
  input.addEventListener("compositionend", wait);
  input.addEventListener("compositionstart", () => clearTimeout(typed));

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) submit(); else input.focus();
})();
