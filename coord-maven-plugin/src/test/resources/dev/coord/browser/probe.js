// Stands in the copy of a page, and says to the album what is wrong with that page.
"use strict";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

function setUp(scheme, width) {
  const found = [];
  if (document.documentElement.clientWidth !== width || innerWidth !== width) {
    found.push(`set-up: is ${innerWidth} px wide`);
  }
  if (matchMedia("(prefers-color-scheme: dark)").matches !== (scheme === "dark")) {
    found.push(`set-up: is not ${scheme}`);
  }
  if (document.styleSheets.length === 0) {
    found.push("set-up: has no style");
  }
  return found;
}

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

async function accessibility() {
  const results = await axe.run(document, { runOnly: TAGS, resultTypes: ["violations"], preload: false });
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `axe: ${rule.id}: ${node.html.slice(0, 120)}: ${node.failureSummary}`),
  );
}

addEventListener("load", async () => {
  const [scheme, width, how] = window.name.split(" ");
  let found;
  try {
    if (how === "with-menu") {
      document.getElementById("_nav").showPopover();
    }
    found = [...setUp(scheme, Number(width)), ...sideways(Number(width))];
    if (how !== "briefly") {
      found.push(...(await accessibility()));
    }
  } catch (error) {
    found = [`set-up: ${error}`];
  }
  parent.postMessage(found, "*");
});
