// What can be wrong with a page that is open, whoever asks.
"use strict";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What is drawn, and so is the same wherever the same shape stands; what only asks for more contrast
// than AA is not judged.
const DRAWN = ["color-contrast", "link-in-text-block"];

const ALL = { runOnly: TAGS };
const WRITTEN = { runOnly: TAGS, rules: Object.fromEntries(DRAWN.map((rule) => [rule, { enabled: false }])) };
const COLOURS = { runOnly: { type: "rule", values: DRAWN } };

// How often a shape is judged: a first one may have a style of its own, the next one stands for all.
const ENOUGH = 2;

function sideways(width) {
  const found = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > width) {
    const culprit = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width)
      .pop();
    found.push(`width: scrolls to ${wide} px, see ${culprit ? culprit.outerHTML.slice(0, 120) : "body"}`);
  }
  for (const table of document.querySelectorAll(".table > table")) {
    const room = table.parentElement.clientWidth;
    if (table.offsetWidth > room) {
      found.push(`width: ${table.id} has ${room} px, and needs ${table.offsetWidth} px`);
    }
  }
  return found;
}

// Elements that look like ENOUGH others before them at the same place of the page, with all that is in them.
function repeated() {
  const ids = new Map();
  const id = (text) => ids.get(text) ?? ids.set(text, ids.size).get(text);
  const own = (element) =>
    element.tagName +
    [...element.attributes]
      .filter(({ name }) => !["id", "href", "title", "aria-label", "aria-labelledby"].includes(name))
      .map(({ name, value }) => ` ${name}=${/^(class|style|aria-.*|hidden|open|type)$/.test(name) ? value : ""}`)
      .sort()
      .join("");
  const shapes = new Map();
  const shape = (element) => {
    const inner = [...element.childNodes].map((node) =>
      node.nodeType === Node.ELEMENT_NODE ? shape(node) : node.nodeType === Node.TEXT_NODE && node.data.trim() ? "#" : "",
    );
    shapes.set(element, id(own(element) + "{" + inner.join(",") + "}"));
    return shapes.get(element);
  };
  shape(document.body);
  const counts = new Map();
  const found = [];
  const visit = (element, path) => {
    for (const child of element.children) {
      const key = `${path}/${shapes.get(child)}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > ENOUGH) {
        found.push(child);
      } else {
        visit(child, id(`${path}>${own(child)}`));
      }
    }
  };
  visit(document.body, 0);
  return found;
}

async function judged(options, exclude) {
  const results = await axe.run(exclude.length === 0 ? document : { exclude }, {
    ...options,
    resultTypes: ["violations"],
    preload: false,
  });
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `axe: ${rule.id}: ${node.html.slice(0, 120)}: ${node.failureSummary}`),
  );
}

// Whatever is written, and each shape.
async function accessibility() {
  return [...(await judged(WRITTEN, [])), ...(await judged(COLOURS, repeated()))];
}

// Each shape, when what is written was judged at another width.
function shapes() {
  return judged(ALL, repeated());
}

// Colours, when shapes were judged at this width in another scheme.
function colours() {
  return judged(COLOURS, repeated());
}
