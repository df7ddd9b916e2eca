// Long parts of actions: folded on narrow screens, so that titles can be scanned; whole on paper.

/** Folds every action's long part, but the one the address points at, on narrow screens. */
export function startFolding() {
  const { classList } = document.documentElement; // the classes are gone where nobody waits any more
  /** @type {HTMLDetailsElement[]} */
  const parts = [...document.querySelectorAll("details")];
  for (const part of parts) {
    if (classList.contains(part.matches(".tk-used") ? "tk-shortening" : "tk-folding")) part.open = false;
  }
  openTarget();
  classList.remove("tk-shortening", "tk-folding");

  addEventListener("hashchange", openTarget);
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = parts.filter((part) => !part.open);
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
}

/** Opens the part that the address points at, or that belongs to the action it points at. */
function openTarget() {
  const target = pointedAt();
  if (!target) return;
  const inside = target.closest("details");
  const own = target.closest(".tk-action")?.querySelector("details");
  const part = inside ?? own;
  if (part && !part.open) {
    part.open = true;
    target.scrollIntoView();
  }
}

/** The part that the address points at; none where what follows its # is not well formed. */
function pointedAt() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}
