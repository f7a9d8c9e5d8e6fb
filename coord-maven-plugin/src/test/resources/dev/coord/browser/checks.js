// What can be wrong with a page that is open, whoever asks.
"use strict";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What differs between views; what only asks for more contrast than AA is not judged. Of all that such a rule could
// judge it takes what is marked.
const COLOURS = { "color-contrast": "[data-judged]", "link-in-text-block": "a[data-judged]" };
const SIZES = { "target-size": "[data-judged]" };
const DRAWN = { ...COLOURS, ...SIZES };
const WRITTEN = {
  runOnly: TAGS,
  rules: Object.fromEntries(Object.keys(DRAWN).map((rule) => [rule, { enabled: false }])),
};

axe.configure({ rules: Object.entries(DRAWN).map(([id, selector]) => ({ id, selector })) });

// How often what looks alike is judged in a view: a first one may have a style of its own, the next one stands
// for all, on whatever page.
const ENOUGH = 2;

// What decides how well a text can be read, and what of those around it does.
const INK = ["color", "fill", "fontSize", "fontWeight", "textDecorationLine", "textShadow"];
const GROUND = ["color", "backgroundColor", "backgroundImage", "opacity", "filter", "position", "float"];

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

// A short name of a text, the same on every page: FNV-1a in two halves.
function hash(text) {
  let low = 0x811c9dc5;
  let high = 0xc9dc5118;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ (text.charCodeAt(i) + i), 0x01000193);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}

// How an element is written, whatever it says.
function own(element) {
  const attributes = [...element.attributes]
    .filter(({ name }) => !["id", "href", "title", "aria-label", "aria-labelledby"].includes(name))
    .map(({ name, value }) => ` ${name}=${/^(class|style|aria-.*|hidden|open|type|role|scope|tabindex|lang)$/.test(name) ? value : ""}`)
    .sort();
  return hash(element.tagName + attributes.join("") + getComputedStyle(element).display);
}

const says = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";

// Counts how often each name was judged, on other pages as "known" tells, and says whether once more is worth it.
function counter(known) {
  const counts = new Map(Object.entries(known));
  const names = [];
  return {
    names,
    wants(name) {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      if (count < ENOUGH) {
        names.push(name);
      }
      return count < ENOUGH;
    },
  };
}

// The elements that are new at their place of the page with all that is in them, of these the largest with
// nothing else in them, and the largest that are not new.
function newShapes(counter) {
  const owns = new Map();
  const shapes = new Map();
  const shape = (element) => {
    owns.set(element, own(element));
    const inner = [...element.childNodes].map((node) => (node instanceof Element ? shape(node) : says(node) ? "#" : ""));
    shapes.set(element, hash(`${owns.get(element)}{${inner}}`));
    return shapes.get(element);
  };
  shape(document.body);
  const elements = [];
  const familiar = [];
  const visit = (element, path) => {
    let whole = true;
    const inner = [];
    for (const child of element.children) {
      if (counter.wants(hash(`${path}/${shapes.get(child)}`))) {
        elements.push(child);
        const below = visit(child, hash(`${path}>${owns.get(child)}`));
        whole &&= below.whole;
        inner.push(...(below.whole ? [child] : below.inner));
      } else {
        familiar.push(child);
        whole = false;
      }
    }
    return { whole, inner };
  };
  return { whole: visit(document.body, owns.get(document.body)).inner, elements, familiar };
}

// The elements whose text is new by how it looks on what is behind it.
function newInks(counter) {
  const elements = [];
  const visit = (element, behind) => {
    const style = getComputedStyle(element);
    const look = (properties) => properties.map((property) => style[property]).join("|");
    const ground = hash(behind + look(GROUND));
    if ([...element.childNodes].some(says) && counter.wants(hash(`${ground}/${element.tagName}${look(INK)}`))) {
      elements.push(element);
    }
    for (const child of element.children) {
      visit(child, ground);
    }
  };
  visit(document.body, "");
  return elements;
}

async function judged(options, context) {
  const results = await axe.run(context, { ...options, resultTypes: ["violations"], preload: false });
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `axe: ${rule.id}: ${node.html.slice(0, 120)}: ${node.failureSummary}`),
  );
}

async function drawn(rules, elements) {
  if (elements.length === 0) {
    return [];
  }
  elements.forEach((element) => (element.dataset.judged = ""));
  const found = await judged({ runOnly: { type: "rule", values: Object.keys(rules) } }, document);
  elements.forEach((element) => delete element.dataset.judged);
  return found;
}

// Each of these tells what it found, and the names of what it has looked at for that.

// The page as a whole, what is written in each shape, and how it looks. The addresses and names that a shape may
// have of its own are for the validator and for the tests of links.
async function accessibility(known) {
  const looks = counter(known);
  const { elements, familiar } = newShapes(looks);
  const written = await judged(WRITTEN, { include: [document], exclude: familiar });
  const sizes = await drawn(SIZES, elements);
  const colours = await drawn(COLOURS, newInks(looks));
  return { found: [...written, ...sizes, ...colours], names: looks.names };
}

// Each shape, when all that is written was judged at another width.
async function shapes(known) {
  const looks = counter(known);
  const { elements, whole } = newShapes(looks);
  const written = whole.length === 0 ? [] : await judged(WRITTEN, { include: whole });
  const sizes = await drawn(SIZES, elements);
  const colours = await drawn(COLOURS, newInks(looks));
  return { found: [...written, ...sizes, ...colours], names: looks.names };
}

// Colours, when shapes were judged at this width in another scheme.
async function colours(known) {
  const looks = counter(known);
  return { found: await drawn(COLOURS, newInks(looks)), names: looks.names };
}
