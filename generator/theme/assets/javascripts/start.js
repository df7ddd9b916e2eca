// Runs before the first paint: what the reader chose, what waits for a script and how long, and the
// rest of an old address.
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
  root.classList.add("tk-waiting", "tk-shortening");
  if (matchMedia("(max-width: 47.99em)").matches) root.classList.add("tk-folding");
  if (location.search) root.classList.add("tk-finding");
  // Nothing stays hidden for a script that does not come, as where a connection is lost.
  setTimeout(() => {
    root.classList.remove("tk-shortening", "tk-folding", "tk-finding");
    if (root.classList.contains("tk-waiting")) root.classList.replace("js", "no-js");
  }, 3000);
  // A page that has moved sends readers on by itself, but without the rest of what they asked for.
  const moved = document.querySelector('meta[http-equiv="refresh"]');
  const to = moved?.getAttribute("content")?.split("url=")[1];
  const rest = location.search + location.hash;
  if (to && rest) location.replace(to + rest);
})();
