// A part of the page that a button shows and hides, with the focus where a keyboard expects it.

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
