// Beside actions a button that puts them into the plan; on checklists a tick, which is Done.
import { add, change, current, listen, setStatus, takeOut, trouble } from "./plan-store.js";

/** Brings buttons and boxes to life, and keeps them true to the plan. */
export function startMarks() {
  const said = document.createElement("p");
  said.className = "tk-said tk-screen";
  said.setAttribute("role", "status");
  document.querySelector("article")?.append(said);
  const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".tk-action[data-action], input[data-action]"));
  const shows = [...parts].map((part) => {
    const { action = "", edition = "" } = part.dataset;
    const own = part instanceof HTMLInputElement ? box(part, action, edition) : button(part, action, edition);
    return () => own(current().answers[action]);
  });
  const show = () => {
    for (const own of shows) own();
    said.textContent = trouble() && "Not saved: this browser does not keep it. It lasts until you leave this page. Print it, or let this site keep data.";
  };
  listen(show);
  show();
}

/** @type {Mark<HTMLElement>} */
const button = (part, action, edition) => {
  const title = part.querySelector("h2")?.textContent ?? "";
  const own = document.createElement("button");
  own.className = "tk-button";
  own.addEventListener("click", () => {
    // Decided once: a change may be done again, and must then come to the same.
    const out = current().answers[action]?.chosen;
    change((plan) => (out ? takeOut(plan, action) : add(plan, action, { title, edition })));
  });
  const place = part.querySelector(".tk-add");
  const link = place?.querySelector("a");
  place?.prepend(own);
  return (answer) => {
    const chosen = answer?.chosen ?? false;
    own.setAttribute("aria-pressed", String(chosen));
    own.textContent = chosen ? "In my plan" : "Add to my plan";
    own.ariaLabel = `${own.textContent}: ${title}`;
    if (link) link.hidden = !chosen;
  };
};

/** @type {Mark<HTMLInputElement>} */
const box = (part, action, edition) => {
  const title = part.labels?.[0]?.textContent?.replace(action, "").trim() ?? "";
  let byTick = false;
  part.addEventListener("change", () => {
    const { checked } = part; // as the reader left it: the change may be done again
    change((plan) => {
      const before = plan.answers[action];
      if (checked) {
        byTick ||= !before?.chosen;
        setStatus(add(plan, action, { title, edition }), "done");
      } else if (before) {
        setStatus(before, "not-started");
        if (!byTick) return;
        before.done = "";
        takeOut(plan, action);
      }
    });
  });
  return (answer) => {
    part.checked = Boolean(answer?.chosen && answer.status === "done");
  };
};
