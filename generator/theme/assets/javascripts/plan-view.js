// Draws the plan: how far, what next, and every action with what the reader has answered.
import { one, put } from "./plan.js";
import { current, today } from "./plan-store.js";
import { inWords, sums } from "./plan-sums.js";

/** @type {Page} */
let page;
/** @type {Sums} */
let now;
let drawn = "";
/** @type {Map<string, HTMLElement>} */
const cards = new Map();

/** Draws the plan as it stands: all of it where more than words changed. @param {Page} own */
export function draw(own) {
  page = own;
  now = sums(page.data, current(), today());
  const { plan, served } = now;
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  const states = Object.entries(plan.answers).map(([id, { who, when, notes, ...rest }]) => [id, rest]);
  const framework = one("[name=framework]").value;
  const key = JSON.stringify([plan.sector, plan.audience, states, page.earlier, framework]);
  if (key !== drawn) {
    drawn = key;
    one("[name=organisation]").value = plan.audience && `${plan.sector}/${plan.audience}`;
    lists();
    levels();
    themes();
    const rows = served(framework).map(([id, title, says = "", done = ""]) => stamp("served", { title: `${id}. ${title}`, says, done }));
    list("#plan-summary tbody", rows, plan.audience);
    if (focused.checkVisibility()) focused.focus();
    else one("[name=organisation]").focus();
  }
  for (const [id, card] of cards) fill(card, id);
}

/** A new part, as the page sets it out. @type {(name: string, words?: Record<string, string>) => any} */
function stamp(name, words = {}) {
  const made = one(`#t-${name}`).content.firstElementChild.cloneNode(true);
  put(made, words);
  return made;
}

/** Shows a list in its part, where there is anything to show. @type {(name: string, lines: Node[], shown?: unknown) => void} */
function list(name, lines, shown = lines.length) {
  one(name).replaceChildren(...lines);
  one(name).closest("[id]").hidden = !shown;
}

/** A line on an action, with a button that adds it where the plan has it not. @type {(id: string, note: string, label?: string) => any} */
function line(id, note, label = "Add to my plan") {
  const { title = now.plan.answers[id]?.title ?? id, address = "" } = now.action(id) ?? {};
  const made = stamp("line", { title, note, label });
  const button = one("button", made);
  button.ariaLabel = `${label}: ${title}`;
  button.dataset.id = id;
  button.hidden = now.answer(id);
  one("a", made).href = button.hidden ? `#card-${id}` : page.base + address;
  return made;
}

/** What to start with, what changed, what is due again, what comes next, what was taken out. */
function lists() {
  const { plan, all, chosen, answer, priority, due, round } = now;
  const { actions, themes: titles } = page.data;
  const missing = all.filter((id) => priority(id) === "foundational" && !answer(id)).length;
  one("#plan").className = `tk-plan tk-ready ${chosen.length ? "tk-started" : "tk-empty"} ${plan.audience && "tk-known"}`;
  put(one("#plan-start"), { many: missing ? `This adds ${missing} to your plan.` : "" });
  one("[data-do=start]").hidden = !missing;
  const changed = now.changed();
  const lines = changed.map(({ id, notes, instead }) => [line(id, notes.join(" ")), ...instead.map((other) => line(other, `In place of ${id}.`))]);
  list("#plan-changes ul", lines.flat());
  one("[data-do=seen]").hidden = !changed.some(({ id }) => actions[id]);
  list("#plan-again ul", chosen.filter((id) => due(id) && due(id) <= now.on).map((id) => line(id, round(id))));
  list("#plan-next ol", now.next().map((id) => line(id, `${titles[actions[id]?.theme ?? ""]}, ${priority(id)}`)));
  list("#plan-out ul", Object.keys(plan.answers).filter((id) => !answer(id)).map((id) => line(id, id, "Put back")));
}

/** How far each theme is, beside how far it was. */
function levels() {
  const { earlier, data } = page;
  const day = earlier?.saved || now.on;
  const then = earlier && sums(data, { ...now.plan, answers: earlier.plan.answers }, day).standings();
  const rows = now.standings().map(({ share, ...own }, at) => {
    const was = then?.[at];
    const made = stamp("level", { ...own, earlier: was ? `${was.level}: ${was.first}, ${was.more}` : "" });
    one("rect", made).setAttribute("width", Math.round(share * 100));
    return made;
  });
  list("#plan-levels tbody", rows, now.plan.audience);
  put(one("#plan-levels thead"), { earlier: earlier ? inWords(day) : "" });
  one("[data-do=alone]").hidden = !earlier;
}

/** The actions, theme by theme. */
function themes() {
  const { chosen, all, answer, action, priority } = now;
  const parts = [...Object.entries(page.data.themes), ["", "Not in this edition"]].map(([theme = "", title = ""]) => {
    const here = (/** @type {string} */ id) => (action(id)?.theme ?? "") === theme;
    const own = chosen.filter(here);
    const others = all.filter((id) => here(id) && !answer(id));
    const made = stamp("theme", { title, more: `${others.length} more: ${title.toLowerCase()}` });
    const more = one("details", made);
    made.hidden = !own.length && !(others.length && chosen.length);
    more.id = `more-${theme}`;
    more.hidden = !others.length;
    more.open = one(`#${more.id}`)?.open;
    one("ul", made).append(...others.map((id) => line(id, `${id}, ${priority(id)}`)));
    more.before(...own.map(card));
    return made;
  });
  for (const id of cards.keys()) if (!answer(id)) cards.delete(id);
  one("#plan-themes").replaceChildren(...parts);
}

/** What a card says of its action; one that is there already is used again. @type {(id: string) => HTMLElement} */
function card(id) {
  const { leads, repeats } = page.data;
  const own = now.action(id);
  const made = cards.get(id) ?? stamp("card");
  const title = own?.title ?? now.plan.answers[id]?.title ?? id;
  const priority = now.priority(id);
  const lead = leads[own?.for?.[now.plan.audience]?.[1] ?? ""];
  const often = repeats[own?.repeats ?? ""];
  const facts = `${priority && `Usually led by: ${lead}. `}${often ? `How often: ${often}.` : ""}`;
  put(made, { title, id, facts, done_when: own?.done_when ?? "", priority });
  one(".tk-mark", made).className = `tk-mark tk-mark--${priority}`;
  made.id = `card-${id}`;
  made.ariaLabel = title;
  if (own) one("a", made).href = page.base + own.address;
  const out = one("[data-do]", made);
  out.dataset.id = id;
  out.ariaLabel = `${out.textContent}: ${title}`;
  for (const label of made.querySelectorAll("label")) {
    const control = label.nextElementSibling;
    control.dataset.id = id;
    control.id = label.htmlFor = `${id}-${control.name}`;
  }
  cards.set(id, made);
  return made;
}

/** What the reader has answered; the field that is being typed in is left alone. @type {(card: HTMLElement, id: string) => void} */
function fill(card, id) {
  /** @type {Record<string, any>} */
  const own = { ...now.plan.answers[id] };
  for (const control of /** @type {NodeListOf<Control>} */ (card.querySelectorAll("[name]"))) {
    if (control !== document.activeElement && control.value !== own[control.name]) control.value = own[control.name];
  }
  one("textarea", card).rows = own.notes.length / 60 + own.notes.split("\n").length + 1;
  card.dataset.status = own.status;
  put(card, { again: now.round(id) });
}
