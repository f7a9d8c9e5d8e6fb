// Begins every page that a tab opens: what a reader of the page can come to notice.
"use strict";

const reader = { shift: 0, focused: new Set(), faint: [] };

function note(entries) {
  for (const entry of entries) {
    reader.shift += entry.value;
  }
}

const shifts = new PerformanceObserver((list) => note(list.getEntries()));
shifts.observe({ type: "layout-shift", buffered: true });

// How much has moved, as soon as all that was laid out has been shown.
async function shift() {
  for (let frames = 0; frames < 3; frames++) {
    await new Promise(requestAnimationFrame);
  }
  await new Promise((done) => setTimeout(done));
  note(shifts.takeRecords());
  return reader.shift;
}

function named(element) {
  return element.outerHTML.slice(0, 120);
}

// Whatever can be operated and is there to be seen.
function controls() {
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(
    (element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }),
  );
}

addEventListener("focusin", ({ target }) => {
  const style = getComputedStyle(target);
  const box = target.getBoundingClientRect();
  reader.focused.add(target);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1 || box.width === 0 || box.height === 0) {
    reader.faint.push(`focus: cannot be seen on ${named(target)}`);
  }
});

// After Tab was pressed often enough.
function keyboard() {
  return [
    ...controls()
      .filter((element) => !reader.focused.has(element))
      .map((element) => `keyboard: does not reach ${named(element)}`),
    ...reader.faint,
  ];
}

// On paper: nothing is folded, and nothing scrolls.
function paper(width) {
  const found = [];
  if (document.documentElement.scrollWidth > width) {
    found.push(`paper: needs ${document.documentElement.scrollWidth} of ${width} px`);
  }
  // What leads through a page has no use on paper.
  for (const fold of document.querySelectorAll("details:not(.contents)")) {
    for (const child of fold.children) {
      if (!child.checkVisibility({ contentVisibilityAuto: true }) || child.getBoundingClientRect().height === 0) {
        found.push(`paper: folds ${named(child)}`);
      }
    }
  }
  for (const element of document.body.querySelectorAll("main *")) {
    const cuts = getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
    if (cuts && element.clientWidth > 1) {
      found.push(`paper: cuts ${element.scrollWidth - element.clientWidth} px of ${named(element)}`);
    }
  }
  return found;
}
