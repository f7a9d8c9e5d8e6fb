/* Sorts and filters the long tables of a page, which have data-all: the number of their rows on all
   parts of the page. What a cell is sorted by is taken from what it shows. Without this script the
   page reads as it is. Nothing is written as HTML. */
(function () {
  "use strict";
  const RANKS = ["bad", "unknown", "warning", "info", "neutral", "good"];
  const TIMES = new Map([["ns", 1e-6], ["us", .001], ["ms", 1], ["s", 1e3], ["min", 6e4], ["h", 36e5], ["d", 864e5], ["day", 864e5], ["days", 864e5]]);
  const SIZES = new Map([["B", 1], ["kB", 1e3], ["KB", 1e3], ["MB", 1e6], ["GB", 1e9], ["KiB", 1024], ["MiB", 1048576], ["GiB", 1073741824]]);
  const texts = new Intl.Collator("en", {numeric: true, sensitivity: "base"});

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function width(bars) {
    return Array.from(bars).reduce(function (sum, bar) { return sum + Number(bar.getAttribute("width")); }, 0);
  }

  /* A number, or NaN: a time, a share, how much of a bar is bad, how bad a status is, or the number
     at the beginning of the text or behind a sign of comparison. */
  function number(cell, text) {
    const time = cell.querySelector("time");
    const progress = cell.querySelector("progress");
    const badge = cell.firstElementChild;
    if (time) {
      return Date.parse(time.dateTime);
    }
    if (progress) {
      return progress.value / progress.max;
    }
    if (cell.querySelector(".shares") && !/^[\d.]+\s*%/.test(text)) {
      return width(cell.querySelectorAll(".fill.bad")) * 1e4 + width(cell.querySelectorAll(".fill.warning"));
    }
    if (cell.matches("td") && badge && badge.matches(".badge") && text.startsWith(badge.textContent)) {
      return RANKS.findIndex(function (rank) { return badge.classList.contains(rank); });
    }
    const begin = /^(?:[<>=!]=?|[\u2264\u2265\u2260])?\s*([+-]?\d+(?:\.\d+)?)/.exec(text);
    return begin ? Number(begin[1]) : NaN;
  }

  /* What "1 min 30 s" at the beginning of a text, behind a sign, is worth in the smallest of some
     units; NaN where it has others. */
  function worth(text, units) {
    const pair = /^\W*?(-?)(\d+(?:\.\d+)?)\s*(\p{L}+)\s*/u;
    let rest = text;
    let sum = NaN;
    let sign = 1;
    for (let found = pair.exec(rest); found && units.has(found[3]); found = pair.exec(rest)) {
      sign = found[1] ? -1 : sign;
      sum = (sum || 0) + Number(found[2]) * units.get(found[3]);
      rest = rest.slice(found[0].length);
      if (!/^\d/.test(rest)) {
        break;
      }
    }
    return sign * sum;
  }

  /* Numbers that all have units of one kind are compared by what they are worth. */
  function weigh(keys) {
    const numbers = keys.filter(function (one) { return !isNaN(one.number); });
    [TIMES, SIZES].forEach(function (units) {
      const sums = numbers.map(function (one) { return worth(one.text, units); });
      if (!sums.some(isNaN)) {
        numbers.forEach(function (one, i) { one.number = sums[i]; });
      }
    });
  }

  /* The heading of a row without its mark and the link to itself. */
  function key(cell) {
    const copy = cell.cloneNode(true);
    if (cell.matches("th")) {
      copy.querySelectorAll(":scope > .badge, .self").forEach(function (part) { part.remove(); });
    }
    const text = copy.textContent.trim().replace(/^[\u2013\u2014]$/, "");
    return {text: text, number: number(cell, text)};
  }

  /* What is empty comes last in both directions, numbers come before texts. */
  function compare(a, b, direction) {
    if (!a.text !== !b.text) {
      return a.text ? -1 : 1;
    }
    if (isNaN(a.number) !== isNaN(b.number)) {
      return isNaN(a.number) ? direction : -direction;
    }
    return direction * (a.number - b.number || texts.compare(a.text, b.text));
  }

  function enhance(table, at) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    const all = Number(table.dataset.all);
    const line = element("div", "filter", "");
    const label = element("label", "", "Filter these rows");
    const box = element("input", "", "");
    const told = element("span", "", "");
    box.type = "search";
    box.id = label.htmlFor = "_filter-" + at;
    box.autocomplete = "off";
    told.setAttribute("role", "status");
    told.setAttribute("aria-live", "polite");
    line.append(label, box, told);
    if (all > rows.length) {
      const part = element("span", "", "The filter is of this part of the table. ");
      if (table.dataset.elsewhere) {
        const link = element("a", "", "Search all rows");
        link.href = table.dataset.elsewhere;
        part.append(link);
      }
      line.append(part);
    }
    table.before(line);

    const words = rows.map(function (row) { return folded(row.textContent); });

    function filter() {
      const asked = folded(box.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach(function (row, i) {
        row.hidden = !asked.every(function (word) { return words[i].includes(word); });
        shown += row.hidden ? 0 : 1;
      });
      told.textContent = (asked.length ? shown + " of " : "") + rows.length + " rows" + (all > rows.length ? " here, " + all + " in all" : "");
    }
    box.addEventListener("input", filter);
    filter();

    /* A link to a row shows it, whatever is filtered. */
    function reveal() {
      const row = rows.find(function (one) { return one.matches(":target"); });
      if (row && row.hidden) {
        box.value = "";
        filter();
        row.scrollIntoView();
      }
    }
    window.addEventListener("hashchange", reveal);

    /* Ascending, descending, and as the page has it. */
    function sort(head, column) {
      const before = head.getAttribute("aria-sort");
      const direction = before === "ascending" ? -1 : before === "descending" ? 0 : 1;
      heads.forEach(function (one) { one.removeAttribute("aria-sort"); });
      if (direction !== 0) {
        head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      }
      const keys = new Map(rows.map(function (row) { return [row, key(row.cells[column])]; }));
      weigh(Array.from(keys.values()));
      const sorted = direction === 0
        ? rows
        : rows.slice().sort(function (a, b) { return compare(keys.get(a), keys.get(b), direction); });
      body.append.apply(body, sorted);
    }
    heads.forEach(function (head, column) {
      const button = element("button", "sort", head.textContent);
      button.type = "button";
      button.addEventListener("click", function () { sort(head, column); });
      head.replaceChildren(button);
    });
  }

  /* An address of something that stands on another part leads on to it. */
  function follow() {
    const moved = Array.from(document.querySelectorAll(".moved > a")).find(function (link) { return link.hash === location.hash; });
    if (moved) {
      location.replace(moved.href);
    }
  }
  window.addEventListener("hashchange", follow);
  follow();

  document.querySelectorAll("table[data-all]").forEach(enhance);
})();
