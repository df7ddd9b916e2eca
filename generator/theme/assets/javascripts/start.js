// Runs before the first paint: what the reader chose, and whether long parts start folded.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let chosen = null;
  try {
    chosen = localStorage.getItem("toolkits-colours");
  } catch {
    // Storage is blocked: the system's colours are used.
  }
  if (chosen === "dark" || chosen === "light") root.dataset.colours = chosen;
  if (matchMedia("(max-width: 47.99em)").matches) root.classList.add("tk-folding");
})();
