// The page of the plan: keeps what a reader types, and does what the buttons say.
import { MOST_BYTES, Refused, add, change, current, forget, isDay, listen, parse, setStatus, takeOut, today, trouble, written } from "./plan-store.js";

/** The one element that a selector names. @type {(name: string, from?: ParentNode) => any} */
export const one = (name, from = document) => from.querySelector(name);

/** Puts words into their places, as text; a place without words is not shown. @type {(from: ParentNode, words: Words) => void} */
export function put(from, words) {
  for (const [slot, text] of Object.entries(words)) {
    const place = one(`[data-slot="${slot}"]`, from);
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !text;
  }
}

/** Fills the page. @param {HTMLElement} place */
export async function startPlan(place) {
  const base = new URL(`${document.documentElement.dataset.base}/`, location.href).href;
  /** @type {Data} */
  let data;
  try {
    data = await (await fetch(`${base}data/plan.json`)).json();
    if (data.form !== 1) throw new Error("another form");
  } catch {
    place.className = "tk-plan tk-failed";
    return;
  }
  const undo = one("[data-do=undo]");
  /** @type {(() => void) | undefined} */
  let undone;
  /** @type {Page} */
  const page = {
    data,
    base,
    async draw() {
      const plan = current();
      if (plan.sector || Object.keys(plan.answers).length) (await import("./plan-view.js")).draw(page);
    },
    say(words = "Saved on this device.", back) {
      put(place, { said: trouble() || words });
      undo.hidden = !back;
      if (back) undo.focus();
      undone = back;
    },
  };
  const does = acts(page, () => undone?.());
  place.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const { do: name = "", id = "" } = button.dataset;
    if (name) does[name]?.(id);
    else button.closest("dialog")?.close(button.value);
  });
  place.addEventListener("input", ({ target }) => typed(page, /** @type {Control} */ (target)));
  listen(page.draw);
  page.say("");
  if (location.search) does.invite?.("");
  await page.draw();
  place.classList.add("tk-ready");
}

/** Keeps what was typed or chosen. @type {(page: Page, control: Control) => void} */
function typed(page, { name, value, type, dataset: { id = "" } }) {
  if (name === "framework") void page.draw();
  if (/framework|link/.test(name) || (type === "date" && !isDay(value))) return;
  change((plan) => {
    const own = plan.answers[id];
    if (name === "sector") Object.assign(plan, { sector: value, audience: "" });
    else if (name === "audience") plan.audience = value;
    else if (own && name === "status") setStatus(own, value);
    else if (own) Object.assign(own, { [name]: value });
  });
  page.say();
}

/** Asks in a dialog: the value of the button, nothing where the reader leaves it. @type {(name: string) => Promise<string>} */
function ask(name) {
  const dialog = one(`#ask-${name}`);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((answer) => dialog.addEventListener("close", () => answer(dialog.returnValue), { once: true }));
}

/** The acts by the names of their buttons. @type {(page: Page, undo: () => void) => Record<string, (id: string) => void>} */
function acts(page, undo) {
  const { data, base, say } = page;
  const files = () => import("./plan-files.js");
  const all = async () => (await import("./plan-sums.js")).sums(data, current(), today());
  const framework = one("[name=framework]");
  const link = new URLSearchParams(location.search);
  const known = (link.get("actions") ?? "").split(",").filter((id) => Object.hasOwn(data.actions, id));

  /** Changes the plan; the way back leaves alone what has been changed since. @type {(words: string, act: (plan: Plan) => void) => void} */
  const undoable = (words, act) => {
    const before = current();
    change(act);
    const { answers } = current();
    say(words, () => {
      change((plan) => {
        const own = { ...answers, ...before.answers };
        for (const id of Object.keys(own)) {
          if (JSON.stringify(plan.answers[id]) !== JSON.stringify(answers[id])) continue;
          delete plan.answers[id];
          if (before.answers[id]) plan.answers[id] = before.answers[id];
        }
        Object.assign(plan, { sector: before.sector, audience: before.audience });
      });
      say("Undone. Saved on this device.");
    });
  };
  /** @type {(plan: Plan, ids: string[]) => void} */
  const addAll = (plan, ids) => {
    for (const id of ids) {
      const own = data.actions[id] ?? plan.answers[id];
      if (own) add(plan, id, own);
    }
  };
  /** Hands a text to the reader as a file. @type {(end: string, text: string, name?: string) => void} */
  const hand = (end, text, name = "my-plan") => {
    const file = document.createElement("a");
    file.href = URL.createObjectURL(new Blob([text]));
    file.download = `${name}-${today()}.${end}`;
    file.click();
    say(`Downloaded: ${file.download}`);
  };
  /** @type {(opened: Saved) => Promise<void>} */
  const take = async ({ plan: other, saved }) => {
    const what = `${Object.keys(other.answers).length} actions${saved && `, saved on ${saved}`}`;
    put(one("#ask-open"), { found: `It holds ${what}.` });
    const answer = Object.keys(current().answers).length ? await ask("open") : "replace";
    if (answer === "replace") undoable(`Opened: ${what}.`, (plan) => Object.assign(plan, structuredClone(other)));
    if (answer === "fill") undoable(`Added from: ${what}.`, (plan) => fill(plan, other));
    if (answer === "compare") {
      page.earlier = { plan: other, saved };
      await page.draw();
      say(`Compared with: ${what}.`);
    }
  };
  const input = document.createElement("input");
  input.type = "file";
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      if (file.size > MOST_BYTES) throw new Refused("It is larger than any plan.");
      await take(parse(await file.text()));
    } catch (why) {
      say(`“${file.name}” was not opened. ${why instanceof Refused ? why.message : "It could not be read."} Your plan is as it was.`);
    }
    input.value = "";
  });
  const leave = () => {
    one("#plan-link").hidden = true;
    history.replaceState(null, "", location.pathname);
    one("h2[tabindex]").focus();
  };

  return {
    undo,
    leave,
    invite() {
      const sector = data.sectors[link.get("sector") ?? ""];
      put(one("#plan-link"), { whose: [sector?.title, sector?.audiences[link.get("audience") ?? ""]].filter(Boolean).join(", ") });
      one("#plan-link ul").append(...known.map((id) => Object.assign(document.createElement("li"), { textContent: data.actions[id]?.title })));
      one("#plan-link").hidden = !known.length;
    },
    accept() {
      leave();
      undoable("Added. Saved on this device.", (plan) => {
        const [sector = "", audience = ""] = [link.get("sector") ?? "", link.get("audience") ?? ""];
        if (data.sectors[sector]) plan.sector ||= sector;
        if (data.sectors[sector]?.audiences[audience] && plan.sector === sector) plan.audience ||= audience;
        addAll(plan, known);
      });
    },
    async start() {
      const { all: ids, priority } = await all();
      undoable("Added. Saved on this device.", (plan) => addAll(plan, ids.filter((id) => priority(id) === "foundational")));
    },
    async add(id) {
      change((plan) => addAll(plan, [id]));
      say("Added. Saved on this device.");
      await page.draw();
      one(`#card-${id} select`).focus();
    },
    out: (id) => undoable("Taken out. Saved on this device.", (plan) => takeOut(plan, id)),
    seen() {
      change((plan) => {
        for (const [id, own] of Object.entries(plan.answers)) {
          const { edition, title } = data.actions[id] ?? own;
          Object.assign(own, { edition, title });
        }
      });
      say();
    },
    alone() {
      page.earlier = undefined;
      void page.draw();
    },
    open: () => input.click(),
    async clear() {
      if ((await ask("clear")) === "yes") undoable("Your plan is cleared from this device.", forget);
    },
    download: () => hand("json", written(current(), { about: `A plan for ${base}plan/`, saved: today() }, 2)),
    csv: async () => hand("csv", (await files()).csv((await files()).rows(data, await all()))),
    summary: async () => hand("csv", (await files()).csv([["Item", "Title", "Answer", "Actions done"], ...(await all()).served(framework.value)]), framework.value),
    async calendar() {
      const text = (await files()).calendar(data, await all(), base);
      if (text) hand("ics", text);
      else say("No action has a day yet. Say by when, and it can go into a calendar.");
    },
    async copy() {
      const { rows, table } = await files();
      const made = table(rows(data, await all()));
      try {
        const kinds = { "text/html": new XMLSerializer().serializeToString(made), "text/plain": made.innerText };
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })])))]);
        say("Copied as a table. Paste it into a document or an email.");
      } catch {
        one(".tk-copied").replaceChildren(made);
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
      const { plan, chosen } = await all();
      const field = one("[name=link]");
      field.value = `${base}plan/?sector=${plan.sector}&audience=${plan.audience}&actions=${chosen.filter((id) => data.actions[id])}`;
      const answer = ask("link");
      field.select();
      if ((await answer) === "copy") await navigator.clipboard?.writeText(field.value).then(() => say("The link is copied."));
    },
  };
}

/** Puts into a plan what it lacks: actions, and words for empty fields. @type {(own: Plan, other: Plan) => void} */
function fill(own, other) {
  if (!own.sector) Object.assign(own, { ...other, answers: own.answers });
  for (const [id, theirs] of Object.entries(other.answers)) {
    const mine = (own.answers[id] ??= structuredClone(theirs));
    mine.chosen ||= theirs.chosen;
    if (mine.status === "not-started") mine.status = theirs.status;
    for (const name of /** @type {const} */ (["who", "when", "notes", "done"])) mine[name] ||= theirs[name];
  }
}
