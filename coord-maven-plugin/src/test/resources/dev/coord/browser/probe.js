// Stands in the copy of a page, and says to the album what is wrong with that page, and in which ink it is written.
"use strict";

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

const JUDGES = { wholly: accessibility, "with-menu": shapes, shapes, briefly: async () => ({ found: [], names: [] }) };

addEventListener("load", async () => {
  const { scheme, width, how, known } = JSON.parse(window.name);
  let found;
  let names = [];
  try {
    if (how === "with-menu") {
      document.getElementById("_nav").showPopover();
    }
    found = [`ink: ${getComputedStyle(document.body).color}`, ...setUp(scheme, width), ...sideways(width)];
    const judgement = await JUDGES[how](known);
    found.push(...judgement.found);
    names = judgement.names;
  } catch (error) {
    found = [`set-up: ${error}`];
  }
  parent.postMessage({ found, names }, "*");
});
