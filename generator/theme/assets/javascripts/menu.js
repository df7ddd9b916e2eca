// The menu on narrow screens: a button instead of the link to the menu below the page.
import { disclosure } from "./disclosure.js";

/** Turns the link to the menu into a button that shows it, where there is no room beside the page. */
export function startMenu() {
  const link = document.getElementById("menu-link");
  const button = document.getElementById("menu-button");
  const menu = document.getElementById("menu");
  if (!link || !button || !menu) return;
  link.hidden = true;
  const shown = disclosure(button, menu, {
    onOpen: () => menu.querySelector("a")?.focus(),
  });
  menu.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (shown.isOpen() && next instanceof Node && next !== button && !menu.contains(next)) shown.close();
  });
  const wide = matchMedia("(min-width: 60em)");
  const fit = () => {
    button.hidden = wide.matches;
    shown.close();
    menu.hidden = !wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();
  menu.dataset.ready = "";
}
