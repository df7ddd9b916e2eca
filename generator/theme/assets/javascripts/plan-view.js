// Draws the plan: how far, what next, and every action with what the reader has answered.
import { one, put } from "./plan.js";
import { current, today } from "./plan-store.js";
import { inWords, sums } from "./plan-sums.js";

let drawn = "";
/** @type {Map<string, HTMLElement>} */
const cards = new Map();

/** Draws the plan as it stands: all of it where more than words changed. @param {Page} page */
export function draw(page) {
  const plan = current();
  const now = sums(page.data, plan, today());
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  const states = Object.entries(plan.answers).map(([id, own]) => [id, own.chosen, own.status, own.done, own.edition]);
  const framework = one("[name=framework]").value;
  const key = JSON.stringify([plan.sector, plan.audience, states, page.earlier, framework]);
  if (key !== drawn) {
    drawn = key;
    organisation(page.data, plan);
    lists(page, now);
    levels(page, now);
    themes(page, now);
    list("#plan-summary tbody", now.served(framework).map(([id = "", title = "", says = "", done = ""]) =>
      stamp("served", { title: `${id}. ${title}`, says, done })), plan.audience);
    if (focused !== document.body && !focused.checkVisibility()) one("h2[tabindex]").focus();
    else focused.focus();
  }
  for (const [id, card] of cards) fill(card, now, id);
}

/** A new part, as the page sets it out. @type {(name: string, words: Words) => any} */
function stamp(name, words) {
  const made = one(`#t-${name}`).content.firstElementChild.cloneNode(true);
  put(made, words);
  return made;
}

/** Shows a list in its part, where there is anything to show. @type {(name: string, lines: Node[], shown?: unknown) => void} */
function list(name, lines, shown = lines.length) {
  const place = one(name);
  place.replaceChildren(...lines);
  place.closest("[id]").hidden = !shown;
}

/** @type {(data: Data, plan: Plan) => void} */
function organisation({ sectors }, plan) {
  const own = sectors[plan.sector]?.audiences ?? {};
  const audience = one("[name=audience]");
  one("[name=sector]").value = plan.sector;
  audience.replaceChildren(new Option("Choose", ""), ...Object.entries(own).map(([id, title]) => new Option(title, id)));
  audience.value = plan.audience;
}

/** A line on an action, with a button that adds it where the plan has it not. @type {(page: Page, now: Sums, id: string, note: string, label?: string) => any} */
function line({ data, base }, now, id, note, label = "Add to my plan") {
  const { title = now.plan.answers[id]?.title ?? id, address = "" } = data.actions[id] ?? data.retired[id] ?? {};
  const made = stamp("line", { title, note, label, of: `: ${title}` });
  const button = one("button", made);
  button.dataset.id = id;
  button.hidden = Boolean(now.answer(id));
  one("a", made).href = button.hidden ? `#card-${id}` : base + address;
  return made;
}

/** What to start with, what changed, what is due again, what comes next, what was taken out. @type {(page: Page, now: Sums) => void} */
function lists(page, now) {
  const { actions, themes: titles } = page.data;
  const { plan, chosen, priority, due } = now;
  const missing = now.all.filter((id) => priority(id) === "foundational" && !now.answer(id)).length;
  one("#plan").className = `tk-plan ${chosen.length ? "tk-started" : "tk-empty"} ${plan.audience && "tk-known"} tk-ready`;
  put(one("#plan-start"), { many: missing ? `This adds ${missing} to your plan.` : "" });
  one("[data-do=start]").hidden = !missing;
  const changed = now.changed();
  list("#plan-changes ul", changed.flatMap(({ id, notes, instead }) => [
    line(page, now, id, notes.join(" ")),
    ...instead.map((other) => line(page, now, other, `In place of ${id}.`)),
  ]));
  one("[data-do=seen]").hidden = !changed.some(({ id }) => actions[id]);
  list("#plan-again ul", chosen.filter((id) => due(id) && due(id) <= today()).map((id) => line(page, now, id, now.round(id))));
  list("#plan-next ol", now.next().map((id) => line(page, now, id, `${titles[actions[id]?.theme ?? ""]}, ${priority(id)}`)));
  list("#plan-out ul", Object.keys(plan.answers).filter((id) => !now.answer(id)).map((id) => line(page, now, id, id, "Put back")));
}

/** How far each theme is, beside how far it was. @type {(page: Page, now: Sums) => void} */
function levels({ data, earlier }, { plan, standings }) {
  const day = earlier?.saved || today();
  const then = earlier && sums(data, { ...plan, answers: earlier.plan.answers }, day).standings();
  const rows = standings().map(({ share, ...own }, at) => {
    const was = then?.[at];
    const made = stamp("level", { ...own, earlier: was ? `${was.level}: ${was.first}, ${was.more}` : "" });
    one("rect", made).setAttribute("width", Math.round(share * 100));
    return made;
  });
  list("#plan-levels tbody", rows, plan.audience);
  put(one("#plan-levels thead"), { earlier: earlier ? inWords(day) : "" });
  one("[data-do=alone]").hidden = !earlier;
}

/** The actions, theme by theme. @type {(page: Page, now: Sums) => void} */
function themes(page, now) {
  const { data } = page;
  const open = [...document.querySelectorAll("#plan-themes details[open]")].map((own) => own.id);
  const before = new Map(cards);
  cards.clear();
  const themeOf = (/** @type {string} */ id) => (data.actions[id] ?? data.retired[id])?.theme ?? "";
  const parts = [...Object.entries(data.themes), ["", "Not in this edition"]].map(([theme = "", title = ""]) => {
    const own = now.chosen.filter((id) => themeOf(id) === theme);
    const others = now.all.filter((id) => themeOf(id) === theme && !now.answer(id));
    const made = stamp("theme", { title, more: `${others.length} more: ${title.toLowerCase()}` });
    const more = one("details", made);
    made.hidden = !own.length && !(others.length && now.chosen.length);
    more.id = `more-${theme}`;
    more.hidden = !others.length;
    more.open = open.includes(more.id);
    one("ul", made).append(...others.map((id) => line(page, now, id, `${id}, ${now.priority(id)}`)));
    for (const id of own) {
      const card = before.get(id) ?? stamp("card", {});
      cards.set(id, card);
      facts(page, now, card, id);
      more.before(card);
    }
    return made;
  });
  one("#plan-themes").replaceChildren(...parts);
}

/** What a card says of its action. @type {(page: Page, now: Sums, card: HTMLElement, id: string) => void} */
function facts({ data, base }, { plan, priority }, card, id) {
  const own = data.actions[id] ?? data.retired[id];
  const title = own?.title ?? plan.answers[id]?.title ?? id;
  const lead = data.leads[own?.for?.[plan.audience]?.[1] ?? ""];
  const often = data.repeats[own?.repeats ?? ""];
  const words = [priority(id) && lead && `Usually led by: ${lead}.`, often && `How often: ${often}.`].filter(Boolean).join(" ");
  put(card, { title, id, of: `: ${title}`, facts: words, done_when: own?.done_when ?? "", priority: priority(id) });
  one(".tk-mark", card).className = `tk-mark tk-mark--${priority(id)}`;
  card.id = `card-${id}`;
  card.setAttribute("aria-label", title);
  if (own) one("a", card).href = base + own.address;
  one("[data-do]", card).dataset.id = id;
  for (const control of /** @type {NodeListOf<Control>} */ (card.querySelectorAll("[name]"))) {
    control.dataset.id = id;
    control.id = `${id}-${control.name}`;
    one("label", /** @type {Element} */ (control.parentElement)).htmlFor = control.id;
  }
}

/** What the reader has answered; the field that is being typed in is left alone. @type {(card: HTMLElement, now: Sums, id: string) => void} */
function fill(card, { plan, round }, id) {
  /** @type {Record<string, any>} */
  const own = { ...plan.answers[id] };
  for (const control of /** @type {NodeListOf<Control>} */ (card.querySelectorAll("[name]"))) {
    const value = own[control.name];
    if (control.value !== value && control !== document.activeElement) control.value = value;
    const day = control.type === "date" && value && inWords(value);
    const shown = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.text : value;
    /** @type {HTMLElement} */ (control.parentElement).dataset.words = day || shown;
  }
  card.dataset.status = own.status;
  put(card, { again: round(id) });
}
