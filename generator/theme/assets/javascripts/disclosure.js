// A part of the page that a button shows and hides, with the focus where a keyboard expects it;
// and the menu on narrow screens, which is one. Every page needs both, so they come in one request.

/**
 * @typedef {object} Disclosure
 * @property {() => void} open
 * @property {(back?: boolean) => void} close Closes; `back` returns the focus to the button.
 * @property {() => boolean} isOpen
 */

/**
 * Connects a button to the part it shows.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} part
 * @param {{ onOpen?: () => void, whole?: HTMLElement }} options `whole` holds button and part:
 *   leaving it with the keyboard closes the part, so that it never covers what has the focus.
 * @returns {Disclosure}
 */
export function disclosure(button, part, { onOpen, whole } = {}) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";

  const open = () => {
    button.setAttribute("aria-expanded", "true");
    part.hidden = false;
    onOpen?.();
  };

  const close = (back = false) => {
    button.setAttribute("aria-expanded", "false");
    part.hidden = true;
    if (back) button.focus();
  };

  button.addEventListener("click", () => (isOpen() ? close() : open()));
  for (const place of [button, part]) {
    place.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isOpen()) close(true);
    });
  }
  whole?.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (isOpen() && next instanceof Node && !whole.contains(next)) close();
  });
  return { open, close, isOpen };
}

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
