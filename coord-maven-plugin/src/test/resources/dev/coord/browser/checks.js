// What can be wrong with a page that is open, whoever asks.
"use strict";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What another scheme of colours can break; what only asks for more contrast than AA is not judged.
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

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

async function accessibility(rules) {
  const results = await axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: false });
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `axe: ${rule.id}: ${node.html.slice(0, 120)}: ${node.failureSummary}`),
  );
}
