/* Searches what search-index.js lists: {kinds, pages: [[address, title]], entries: [[kind, page,
   fragment, name, more]]}. Words match from their beginning, and with a typo where they are long
   enough. Nothing is written as HTML. */
(function () {
  "use strict";
  const index = coordSearch;
  const MOST = 50;
  const EXACT = 1000;
  const box = document.getElementById("_query");
  const list = document.getElementById("_found");
  const told = document.getElementById("_told");

  /* Upper case, as that of a sharp s is two letters. */
  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
  }

  function words(text) {
    return plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  /* PAY-3 is asked for as pay3, too. */
  function joined(text) {
    return plain(text).replace(/[^\p{L}\p{N}]+/gu, "");
  }

  /* What a name and each id in it are called without marks; a path is no id. */
  function ids(name) {
    return name.split(/\s+/).filter(function (id) { return !id.includes("/"); }).concat(name).map(joined).filter(Boolean);
  }

  /* Word -> [entry, weight of the place where it stands, ...] */
  const places = new Map();
  function note(found, entry, weight) {
    for (const word of new Set(found)) {
      const known = places.get(word);
      if (known) {
        known.push(entry, weight);
      } else {
        places.set(word, [entry, weight]);
      }
    }
  }
  /* A fragment holds ids that are not shown, such as a commit's whole one. */
  index.entries.forEach(function (entry, at) {
    note(words(entry[3]).concat(ids(entry[3]).slice(0, -1)), at, entry[2] ? 4 : 6);
    note(words(entry[2]), at, 1);
    note(words(entry[4]), at, 2);
    note(words(index.kinds[entry[0]] + " " + index.pages[entry[1]][1]), at, 1);
  });

  /* Whether the beginning of a word is reached by so many typos: letters that are wrong, missing,
     too many or exchanged. */
  function near(query, word, most) {
    const width = Math.min(word.length, query.length + most);
    let before = [];
    let row = Array.from({length: width + 1}, function (_, i) { return i; });
    for (let i = 1; i <= query.length; i++) {
      const next = [i];
      for (let j = 1; j <= width; j++) {
        const same = query[i - 1] === word[j - 1];
        let cost = Math.min(row[j - 1] + (same ? 0 : 1), row[j] + 1, next[j - 1] + 1);
        if (i > 1 && j > 1 && query[i - 1] === word[j - 2] && query[i - 2] === word[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        next.push(cost);
      }
      before = row;
      row = next;
      if (Math.min.apply(null, row) > most) {
        return false;
      }
    }
    return Math.min.apply(null, row) <= most;
  }

  function quality(query, word) {
    if (word === query) {
      return 8;
    }
    if (word.startsWith(query)) {
      return 5;
    }
    if (query.length > 2 && word.includes(query)) {
      return 2;
    }
    const most = query.length > 7 ? 2 : query.length > 3 ? 1 : 0;
    return most > 0 && near(query, word, most) ? 1 : 0;
  }

  /* Entries that every word of the query fits, with how well. */
  function find(query) {
    let all = null;
    for (const one of words(query)) {
      const scores = new Map();
      places.forEach(function (at, word) {
        const fit = quality(one, word);
        for (let i = 0; fit > 0 && i < at.length; i += 2) {
          const before = all === null ? 0 : all.get(at[i]);
          if (before !== undefined) {
            scores.set(at[i], Math.max(scores.get(at[i]) || 0, before + fit * at[i + 1]));
          }
        }
      });
      all = scores;
    }
    /* What is called exactly so comes first, whatever else has all of its words. */
    const whole = joined(query);
    (all || []).forEach(function (score, at) {
      if (ids(index.entries[at][3]).includes(whole)) {
        all.set(at, score + EXACT);
      }
    });
    return Array.from(all || []).sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function item(entry) {
    const page = index.pages[entry[1]];
    const link = element("a", entry[3]);
    link.href = page[0] + (entry[2] ? "#" + encodeURIComponent(entry[2]) : "");
    const line = document.createElement("li");
    line.append(link, " ");
    const about = index.kinds[entry[0]] + (entry[2] ? " · " + page[1] : "") + (entry[4] ? " · " + entry[4] : "");
    const note = element("span", about);
    note.className = "note";
    line.append(note);
    return line;
  }

  function show() {
    const found = find(box.value);
    list.replaceChildren.apply(list, found.slice(0, MOST).map(function (one) { return item(index.entries[one[0]]); }));
    told.textContent = !box.value.trim()
      ? index.entries.length + " entries can be searched."
      : found.length === 0
        ? "Nothing found."
        : found.length + " found" + (found.length > MOST ? ", the best " + MOST + " are shown." : ".");
  }

  /* What is asked stands in the address, so that it can be sent to somebody. */
  function ask() {
    show();
    location.replace("#" + (box.value ? "q=" + encodeURIComponent(box.value) : ""));
  }

  function fromAddress() {
    const asked = /^#q=(.*)$/.exec(location.hash);
    let query = "";
    try {
      query = asked ? decodeURIComponent(asked[1]) : "";
    } catch (e) {
      query = asked[1];
    }
    if (query !== box.value) {
      box.value = query;
    }
    show();
  }

  document.addEventListener("keydown", function (event) {
    const links = Array.from(list.querySelectorAll("a"));
    const at = links.indexOf(document.activeElement);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const inside = document.activeElement === box || at >= 0;
    if (step !== 0 && inside) {
      event.preventDefault();
      const next = at + step;
      (next < 0 ? box : links[Math.min(next, links.length - 1)] || box).focus();
    } else if (event.key === "Enter" && document.activeElement === box && links.length > 0) {
      event.preventDefault();
      links[0].click();
    } else if (event.key === "/" && document.activeElement !== box && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
    } else if (event.key === "Escape" && inside) {
      box.value = "";
      box.focus();
      ask();
    }
  });
  box.addEventListener("input", ask);
  window.addEventListener("hashchange", fromAddress);
  document.getElementById("_search").hidden = false;
  fromAddress();
  if (!location.hash) {
    box.focus();
  }
})();
