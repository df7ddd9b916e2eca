// The page of the plan: draws it, keeps what a reader types, and does what the buttons say.
import { MOST_BYTES, Refused, add, change, current, empty, inWords, isDay, listen, parse, setStatus, takeOut, today, trouble, written } from "./plan-store.js";

/** @type {OnPage["one"]} */
const one = (name, from = document) => from.querySelector(name);

/** @type {OnPage["put"]} */
const put = (from, words) => {
  for (const [slot, text] of Object.entries(words)) {
    const place = one(`[data-slot="${slot}"]`, from);
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !text;
  }
};

/** @type {OnPage["text"]} */
const text = (name) => one(`[data-say=${name}]`).textContent;

/** @type {OnPage["actions"]} */
const actions = (many) => `${many} ${many === 1 ? "action" : "actions"}`;

/** @type {OnPage["start"]} */
export const startPlan = async (place) => {
  const base = new URL(`${document.documentElement.dataset.base}/`, location.href).href;
  /** @type {Data} */
  let data;
  try {
    data = await (await fetch(`${base}data/plan.json`)).json();
  } catch {
    place.className = "tk-plan tk-failed";
    return;
  }
  /** @type {Page} */
  const page = {
    data,
    base,
    async draw() {
      if (drawn || written(current()) !== written(empty())) await draw(page);
      place.classList.add("tk-ready");
    },
    say(name, what = "", back) {
      const why = trouble();
      const words = name && text(name).replace("…", what);
      put(place, { said: why ? `${words.replace(text("saved"), "")} ${text(why)}` : words });
      page.back = back;
      const undo = one("[data-do=undo]");
      undo.hidden = !back;
      if (back) undo.focus();
    },
  };
  const does = acts(page);
  place.addEventListener("click", ({ target }) => {
    const { dataset: { do: name = "", id = "" } = {}, value } = /** @type {any} */ (target).closest("button") ?? {};
    if (name) does[name]?.(id);
    else if (value !== undefined) one("dialog[open]").close(value);
  });
  place.addEventListener("input", ({ target }) => typed(page, /** @type {any} */ (target)));
  listen(page.draw);
  page.say(Object.keys(current().answers).length ? "saved" : "");
  does.invite?.("");
  await page.draw();
};

/** @type {OnPage["typed"]} */
const typed = (page, { name, value, type, dataset: { id = "" } }) => {
  if (name === "framework") return void page.draw();
  if (type === "date" && !isDay(value)) return;
  change((plan) => {
    const own = plan.answers[id];
    const [sector = "", audience = ""] = value.split("/");
    if (name === "organisation") Object.assign(plan, { sector, audience });
    else if (name === "status" && own) setStatus(own, value);
    else if (own) Object.assign(own, { [name]: value });
  });
  page.say("saved");
};

/** @type {OnPage["ask"]} */
const ask = (name) => {
  const dialog = one(`#ask-${name}`);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((answer) => dialog.addEventListener("close", () => answer(dialog.returnValue), { once: true }));
};

/** @type {OnPage["acts"]} */
const acts = (page) => {
  const { data, base, say } = page;
  const framework = one("[name=framework]");
  const link = new URLSearchParams(location.search);
  const invited = (link.get("actions") ?? "").split(",").filter((id) => Object.hasOwn(data.actions, id));
  const [sector = "", audience = ""] = [link.get("sector") ?? "", link.get("audience") ?? ""];
  const known = data.sectors[sector]?.audiences[audience];

  /** @type {OnPage["undoable"]} */
  const undoable = (name, what, act, over) => {
    const before = current();
    change(act, over);
    const after = current();
    say(name, what, () => {
      change((plan) => {
        const { answers } = plan;
        for (const id in { ...before.answers, ...after.answers }) {
          if (JSON.stringify(answers[id]) !== JSON.stringify(after.answers[id])) continue;
          delete answers[id];
          Object.assign(answers, before.answers[id] && { [id]: before.answers[id] });
        }
        Object.assign(plan, { ...before, answers });
      });
      say("undone");
    });
  };
  /** @type {OnPage["addAll"]} */
  const addAll = (plan, ids) => {
    for (const id of ids) {
      const own = data.actions[id] ?? plan.answers[id];
      if (own) add(plan, id, own);
    }
  };
  /** @type {OnPage["hand"]} */
  const hand = (end, text, name = "my-plan") => {
    const file = document.createElement("a");
    file.href = URL.createObjectURL(new Blob([text]));
    file.download = `${name}-${today()}.${end}`;
    file.click();
    say("downloaded", file.download);
  };
  const input = Object.assign(document.createElement("input"), { type: "file" });
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    input.value = "";
    try {
      if (file.size > MOST_BYTES) throw new Refused("huge");
      const found = parse(await file.text());
      const what = `${actions(Object.keys(found.plan.answers).length)}${found.saved && `, saved on ${inWords(found.saved)}`}`;
      put(one("#ask-open"), { what });
      const answer = Object.keys(current().answers).length ? await ask("open") : "replace";
      if (answer === "replace") undoable("opened", what, (plan) => Object.assign(plan, structuredClone(found.plan)));
      if (answer === "fill") undoable("opened", what, (plan) => fill(plan, found.plan));
      if (answer !== "compare") return;
      page.earlier = found;
      await page.draw();
      say("compared", what);
    } catch (why) {
      say("refused", `${file.name}: ${text(why instanceof Refused ? why.message : "broken")}`);
    }
  });
  const leave = () => {
    one("#plan-link").hidden = true;
    history.replaceState(null, "", location.pathname);
    one("[name=organisation]").focus();
  };

  return {
    leave,
    undo: () => page.back?.(),
    invite() {
      const whose = known ? `${data.sectors[sector]?.title}: ${known}` : "";
      put(one("#plan-link"), { whose });
      list("#plan-link ul", invited.map((id) => stamp("title", { title: data.actions[id]?.title ?? "" })));
    },
    accept() {
      leave();
      undoable("added", "", (plan) => {
        if (known && !plan.audience) Object.assign(plan, { sector, audience });
        addAll(plan, invited);
      });
    },
    start: () => undoable("added", "", (plan) => addAll(plan, now.all.filter((id) => now.priority(id) === "foundational"))),
    async add(id) {
      change((plan) => addAll(plan, [id]));
      say("added");
      await page.draw();
      one(`#card-${id} select`).focus();
    },
    out: (id) => undoable("out", "", (plan) => takeOut(plan, id)),
    seen() {
      change(({ answers }) => {
        for (const [id, own] of Object.entries(answers)) {
          const { edition, title } = data.actions[id] ?? own;
          Object.assign(own, { edition, title });
        }
      });
      say("saved");
    },
    alone() {
      page.earlier = undefined;
      void page.draw();
    },
    open: () => input.click(),
    async clear() {
      if (await ask("clear")) undoable("cleared", "", (plan) => Object.assign(plan, empty()), true);
    },
    download: () => hand("json", written(current(), { about: `A plan for ${base}plan/`, saved: today() }, 2)),
    csv: () => hand("csv", logic.csv(logic.rows(data, now))),
    summary: () => hand("csv", logic.csv([["Item", "Title", "Answer", "Actions done"], ...now.served(framework.value)]), framework.value),
    calendar() {
      const text = logic.calendar(data, now, base);
      if (text) hand("ics", text);
      else say("dateless");
    },
    async copy() {
      const cells = logic.rows(data, now);
      const made = logic.table(cells);
      one(".tk-copied").replaceChildren(made);
      const [html, plain] = ["text/html", "text/plain"];
      try {
        const item = { [html]: new Blob([new XMLSerializer().serializeToString(made)], { type: html }), [plain]: new Blob([cells.map((row) => row.join("\t").replace(/\n/g, " ")).join("\n")], { type: plain }) };
        await navigator.clipboard.write([new ClipboardItem(item)]);
        say("copied");
      } catch {
        void ask("copy");
        one(".tk-copied").focus();
        getSelection()?.selectAllChildren(made);
      }
    },
    print: () => print(),
    blank() {
      const { classList } = document.documentElement;
      classList.add("tk-blank-plan");
      addEventListener("afterprint", () => classList.remove("tk-blank-plan"), { once: true });
      print();
    },
    async link() {
      const { plan, chosen } = now;
      const field = one("[name=link]");
      field.value = `${base}plan/?sector=${plan.sector}&audience=${plan.audience}&actions=${chosen.filter((id) => data.actions[id])}`;
      const answer = ask("link");
      field.select();
      if (await answer) await navigator.clipboard.writeText(field.value).then(() => say("linked"));
    },
  };
};

/** @type {OnPage["fill"]} */
const fill = (own, other) => {
  if (!own.audience) Object.assign(own, { ...other, answers: own.answers });
  for (const [id, theirs] of Object.entries(other.answers)) {
    const mine = (own.answers[id] ??= structuredClone(theirs));
    mine.chosen ||= theirs.chosen;
    if (mine.status === "not-started") mine.status = theirs.status;
    for (const name of /** @type {const} */ (["who", "when", "notes", "done"])) mine[name] ||= theirs[name];
  }
};

/** @type {Page} */
let page;
/** @type {Sums} */
let now;
/** @type {typeof import("./plan-sums.js")} */
let logic;
let drawn = "";
/** @type {Map<string, HTMLElement>} */
const cards = new Map();

/** @type {View["draw"]} */
const draw = async (own) => {
  page = own;
  logic = await import("./plan-sums.js");
  now = logic.sums(page.data, current(), today());
  const { plan, served } = now;
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  const framework = one("[name=framework]").value;
  const key = JSON.stringify([plan, page.earlier, framework], (name, value) => (/^(who|when|notes)$/.test(name) ? 0 : value));
  if (key !== drawn) {
    drawn = key;
    one("[name=organisation]").value = plan.audience && `${plan.sector}/${plan.audience}`;
    lists();
    levels();
    themes();
    list("#plan-summary tbody", served(framework).map(([id, title, says = "", done = ""]) => stamp("served", { title: `${id}. ${title}`, says, done })), plan.audience);
    if (focused.checkVisibility()) focused.focus();
    else one("[name=organisation]").focus();
  }
  for (const [id, card] of cards) show(card, id);
};

/** @type {View["stamp"]} */
const stamp = (name, words = {}) => {
  const made = one(`#t-${name}`).content.firstElementChild.cloneNode(true);
  put(made, words);
  return made;
};

/** @type {View["list"]} */
const list = (name, lines, shown = lines.length) => {
  one(name).replaceChildren(...lines);
  one(name).closest("[id]").hidden = !shown;
};

/** @type {View["line"]} */
const line = (id, note, label = "Add to my plan") => {
  const { title = now.plan.answers[id]?.title ?? id, address = "" } = now.action(id) ?? {};
  const made = stamp("line", { title, note, label });
  const button = one("button", made);
  button.ariaLabel = `${label}: ${title}`;
  button.dataset.id = id;
  button.hidden = now.answer(id);
  one("a", made).href = button.hidden ? `#card-${id}` : page.base + address;
  return made;
};

const lists = () => {
  const { plan, all, chosen, answer, priority, due, round } = now;
  const { themes: titles } = page.data;
  const missing = all.filter((id) => priority(id) === "foundational" && !answer(id)).length;
  one("#plan").className = `tk-plan tk-ready ${chosen.length ? "tk-started" : "tk-empty"} ${plan.audience && "tk-known"}`;
  put(one("#plan-start"), { many: missing ? `This adds ${actions(missing)}.` : "" });
  one("[data-do=start]").hidden = !missing;
  const changed = now.changed();
  const lines = changed.map(({ id, notes, instead }) => [line(id, notes.join(" ")), ...instead.map((other) => line(other, `In place of ${id}.`))]);
  list("#plan-changes ul", lines.flat());
  put(one("#plan-changes"), { many: actions(changed.length) });
  one("[data-do=seen]").hidden = !changed.some(({ id }) => page.data.actions[id]);
  const again = chosen.filter((id) => due(id) && due(id) <= now.on);
  list("#plan-again ul", again.map((id) => line(id, round(id))));
  put(one("#plan-again"), { many: actions(again.length) });
  list("#plan-next ol", now.next().map((id) => line(id, `${titles[now.action(id)?.theme ?? ""]}, ${priority(id)}`)));
  list("#plan-out ul", Object.keys(plan.answers).filter((id) => !answer(id)).map((id) => line(id, id, "Put back")));
};

const levels = () => {
  const { earlier, data } = page;
  const day = earlier?.saved || now.on;
  const then = earlier && logic.sums(data, { ...now.plan, answers: earlier.plan.answers }, day).standings();
  const rows = now.standings().map(({ share, ...own }, at) => {
    const was = then?.[at];
    const made = stamp("level", { ...own, earlier: was ? `${was.level}: ${was.first} foundational, ${was.more} enhanced` : "" });
    one("rect", made).setAttribute("width", Math.round(share * 100));
    return made;
  });
  list("#plan-levels tbody", rows, now.plan.audience);
  put(one("#plan-levels thead"), { earlier: earlier ? inWords(day) : "" });
  one("[data-do=alone]").hidden = !earlier;
};

const themes = () => {
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
};

/** @type {View["card"]} */
const card = (id) => {
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
};

/** @type {View["show"]} */
const show = (card, id) => {
  const own = Object.entries({ ...now.plan.answers[id] });
  for (const [name, value] of own) {
    const control = one(`[name=${name}]`, card);
    control?.toggleAttribute("data-empty", !value);
    if (control && control !== document.activeElement && control.value !== value) control.value = value;
  }
  const notes = one("textarea", card);
  notes.rows = notes.value.length / 60 + notes.value.split("\n").length;
  card.dataset.status = one("select", card).value;
  put(card, { again: now.round(id) });
};
