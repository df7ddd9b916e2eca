// What scripts add to the pages. Everything on them can be read, followed and printed without.
import { startColours } from "./colours.js";
import { startFolding } from "./folding.js";
import { startMenu } from "./menu.js";
import { startSearch } from "./search.js";

startColours();
startFolding();
startMenu();
startSearch();

const finder = document.getElementById("finder");
if (finder instanceof HTMLFormElement) {
  import("./finder.js")
    .then(({ startFinder }) => startFinder(finder))
    .catch(() => {
      finder.hidden = true; // no filters, and the whole list
    })
    .finally(() => document.documentElement.classList.remove("tk-finding"));
}

const address = document.getElementById("address");
if (address && !address.textContent) address.textContent = location.href.split("#")[0] ?? "";

// Every printed sheet says what it is part of, also when it is parted from the others.
const edition = document.querySelector(".tk-edition")?.textContent?.split(".")[0] ?? "";
const named = [document.querySelector("h1")?.textContent ?? "", edition].filter(Boolean).join(". ");
const head = new CSSStyleSheet();
head.replaceSync(`@page {
  @top-left { content: ${quoted(named)}; font: 9pt sans-serif; white-space: nowrap; }
  @top-right { content: ${quoted(location.host + location.pathname)}; font: 9pt sans-serif; }
}`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, head];

/** @param {string} words */
function quoted(words) {
  return `"${words.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ").trim()}"`;
}
