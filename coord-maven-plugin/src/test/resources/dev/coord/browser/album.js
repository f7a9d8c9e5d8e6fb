// Opens pages one after the other, each in a frame, and writes down what each has to say.
"use strict";

// A page that says nothing within this time of its own has been silenced.
const PATIENCE_MILLIS = 2000;

function described(view) {
  return `${view.scheme} ${view.width} ${view.how}`;
}

// How often what was judged in each view: see checks.js.
const counts = new Map();

function known(view) {
  return Object.fromEntries(counts.get(described(view)) ?? []);
}

function remember(view, names) {
  const seen = counts.get(described(view)) ?? new Map();
  counts.set(described(view), seen);
  for (const name of names) {
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
}

function show(view) {
  return new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.style = `border: 0; height: 800px; width: ${view.width}px; color-scheme: ${view.scheme}`;
    frame.name = JSON.stringify({ ...view, known: known(view) });
    frame.src = view.page;
    const finish = (answer) => {
      removeEventListener("message", listen);
      clearTimeout(timer);
      frame.remove();
      // What is no probe tells nothing but what it found.
      done(Array.isArray(answer) ? { found: answer, names: [] } : answer);
    };
    const listen = (event) => {
      if (event.source === frame.contentWindow) {
        finish(event.data);
      }
    };
    let timer;
    addEventListener("message", listen);
    frame.addEventListener("load", () => {
      timer = setTimeout(() => finish(["silence"]), view.silent ? 100 : PATIENCE_MILLIS);
    });
    document.body.append(frame);
  });
}

async function showAll(views) {
  for (const view of views) {
    const { found, names } = await show(view);
    remember(view, names);
    const entry = document.createElement("section");
    entry.dataset.page = view.page;
    entry.dataset.view = described(view);
    for (const text of found) {
      entry.append(Object.assign(document.createElement("p"), { textContent: text }));
    }
    document.body.append(entry);
  }
}
