// What scripts add to the pages. Everything on them can be read, followed and printed without.
import { startColours } from "./colours.js";
import { disclosure, startMenu } from "./disclosure.js";

const { classList } = document.documentElement;
classList.replace("no-js", "js"); // where the page has not waited for this
classList.remove("tk-waiting");
startColours();
startMenu();

// What only some pages need is fetched by those pages, or when it is asked for.
const unfold = () => classList.remove("tk-shortening", "tk-folding");
if (document.querySelector(".tk-action details, .tk-used")) {
  void import("./folding.js").then((module) => module.startFolding(), unfold);
} else {
  if (classList.contains("tk-folding")) document.querySelector("#finder details")?.removeAttribute("open");
  unfold();
}
const button = document.getElementById("search-button");
const panel = document.getElementById("search");
const whole = button?.closest("header");
if (button && panel && whole) {
  const onOpen = () => {
    document.getElementById("search-input")?.focus();
    const failed = () => document.getElementById("search-status")?.append("Search could not be loaded.");
    void import("./search.js").then((module) => module.startSearch(), failed);
  };
  const shown = disclosure(button, panel, { whole, onOpen });
  document.getElementById("search-close")?.addEventListener("click", () => shown.close(true));
  button.hidden = false;
}
const plan = document.getElementById("plan");
if (plan) void import("./plan.js").then((module) => module.startPlan(plan), () => plan.classList.add("tk-failed"));
if (document.querySelector(".tk-add, .tk-checklist [data-action]")) void import("./plan-marks.js").then((module) => module.startMarks());

const finder = document.getElementById("finder");
if (finder instanceof HTMLFormElement) {
  import("./finder.js")
    .then(({ startFinder }) => startFinder(finder))
    .catch(() => {
      finder.hidden = true; // no filters, and the whole list
    })
    .finally(() => classList.remove("tk-finding"));
}

const address = document.getElementById("address");
if (address && !address.textContent) address.textContent = location.href.split("#")[0] ?? "";

// Every printed sheet says what it is part of, also when it is parted from the others.
const edition = document.querySelector(".tk-edition")?.textContent?.split(".")[0] ?? "";
const named = [document.querySelector("h1")?.textContent ?? "", edition].filter(Boolean).join(". ");
const head = new CSSStyleSheet();
head.replaceSync(`@page {
  @top-left { content: ${quoted(named)}; font: 9pt sans-serif; width: 60%; }
  @top-right { content: ${quoted(location.host + location.pathname)}; font: 9pt sans-serif; }
}`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, head];

/** @param {string} words */
function quoted(words) {
  return `"${words.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ").trim()}"`;
}
