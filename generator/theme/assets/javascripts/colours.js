// Light or dark colours: the system's, until the reader chooses.

/** Brings the button for colours to life, and keeps the choice on this device. */
export function startColours() {
  const button = document.getElementById("scheme-button");
  if (!button) return;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.colours ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.colours = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("toolkits-colours", root.dataset.colours);
    } catch {
      // Storage is blocked: the choice lasts for this page.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
}
