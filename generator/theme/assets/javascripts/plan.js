// The page of the plan: keeps what a reader types, and does what the buttons say.
import { MOST_BYTES, Refused, add, change, current, empty, isDay, listen, parse, setStatus, takeOut, today, trouble, written } from "./plan-store.js";

/** The one element that a selector names. @type {(name: string, from?: ParentNode) => any} */
export const one = (name, from = document) => from.querySelector(name);

/** Puts words into their places, as text; a place without words is not shown. @type {(from: ParentNode, words: Record<string, string>) => void} */
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
  } catch {
    place.className = "tk-plan tk-failed";
    return;
  }
  /** @type {Page} */
  const page = {
    data,
    base,
    async draw() {
      if (written(current()) !== written(empty())) (await import("./plan-view.js")).draw(page);
      place.classList.add("tk-ready");
    },
    say(words = "Saved on this device.", back) {
      put(place, { said: trouble() || words });
      page.back = back;
      const undo = one("[data-do=undo]");
      undo.hidden = !back;
      if (back) undo.focus();
    },
  };
  const does = acts(page);
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
  does.invite?.("");
  await page.draw();
}

/** Keeps what was typed or chosen. @type {(page: Page, control: Control) => void} */
function typed(page, { name, value, type, dataset: { id = "" } }) {
  if (name === "framework") return void page.draw();
  if (type === "date" && !isDay(value)) return;
  change((plan) => {
    const own = plan.answers[id];
    const [sector = "", audience = ""] = value.split("/");
    if (name === "organisation") Object.assign(plan, { sector, audience });
    else if (name === "status" && own) setStatus(own, value);
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

/** The acts by the names of their buttons. @type {(page: Page) => Record<string, (id: string) => void>} */
function acts(page) {
  const { data, base, say } = page;
  const files = () => import("./plan-files.js");
  const sums = async () => (await import("./plan-sums.js")).sums(data, current(), today());
  const framework = one("[name=framework]");
  const link = new URLSearchParams(location.search);
  const invited = (link.get("actions") ?? "").split(",").filter((id) => Object.hasOwn(data.actions, id));
  const [sector = "", audience = ""] = [link.get("sector") ?? "", link.get("audience") ?? ""];
  const known = data.sectors[sector]?.audiences[audience];

  /** Changes the plan; the way back leaves alone what has been changed since. @type {(words: string, act: (plan: Plan) => void, over?: boolean) => void} */
  const undoable = (words, act, over) => {
    const before = current();
    change(act, over);
    const after = current();
    say(words, () => {
      change(({ answers, ...plan }) => {
        for (const id in { ...before.answers, ...after.answers }) {
          if (JSON.stringify(answers[id]) !== JSON.stringify(after.answers[id])) continue;
          delete answers[id];
          Object.assign(answers, before.answers[id] && { [id]: before.answers[id] });
        }
        Object.assign(plan, { ...before, answers });
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
  const input = document.createElement("input");
  input.type = "file";
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    input.value = "";
    try {
      if (file.size > MOST_BYTES) throw new Refused("It is larger than any plan.");
      const found = parse(await file.text());
      const what = `${Object.keys(found.plan.answers).length} actions${found.saved && `, saved on ${found.saved}`}.`;
      put(one("#ask-open"), { found: `It holds ${what}` });
      const answer = Object.keys(current().answers).length ? await ask("open") : "replace";
      if (answer === "replace") undoable(`Opened: ${what}`, (plan) => Object.assign(plan, structuredClone(found.plan)));
      if (answer === "fill") undoable(`Added from: ${what}`, (plan) => fill(plan, found.plan));
      if (answer !== "compare") return;
      page.earlier = found;
      await page.draw();
      say(`Compared with: ${what}`);
    } catch (why) {
      say(`“${file.name}” was not opened. ${why instanceof Refused ? why.message : "It could not be read."} Your plan is as it was.`);
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
      put(one("#plan-link"), { whose, what: invited.map((id) => data.actions[id]?.title).join("; ") });
      one("#plan-link").hidden = !invited.length;
    },
    accept() {
      leave();
      undoable("Added. Saved on this device.", (plan) => {
        if (known && !plan.audience) Object.assign(plan, { sector, audience });
        addAll(plan, invited);
      });
    },
    async start() {
      const { all, priority } = await sums();
      undoable("Added. Saved on this device.", (plan) => addAll(plan, all.filter((id) => priority(id) === "foundational")));
    },
    async add(id) {
      change((plan) => addAll(plan, [id]));
      say("Added. Saved on this device.");
      await page.draw();
      one(`#card-${id} select`).focus();
    },
    out: (id) => undoable("Taken out. Saved on this device.", (plan) => takeOut(plan, id)),
    seen() {
      change(({ answers }) => {
        for (const [id, own] of Object.entries(answers)) {
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
      if (await ask("clear")) undoable("Your plan is cleared from this device.", (plan) => Object.assign(plan, empty()), true);
    },
    download: () => hand("json", written(current(), { about: `A plan for ${base}plan/`, saved: today() }, 2)),
    csv: async () => hand("csv", (await files()).csv((await files()).rows(data, await sums()))),
    summary: async () => hand("csv", (await files()).csv([["Item", "Title", "Answer", "Actions done"], ...(await sums()).served(framework.value)]), framework.value),
    async calendar() {
      const text = (await files()).calendar(data, await sums(), base);
      if (text) hand("ics", text);
      else say("No action has a day yet. Say by when, and it can go into a calendar.");
    },
    async copy() {
      const { rows, table } = await files();
      const made = table(rows(data, await sums()));
      one(".tk-copied").replaceChildren(made);
      /** @type {(type: string, text: string) => Record<string, Blob>} */
      const as = (type, text) => ({ [type]: new Blob([text], { type }) });
      try {
        const item = { ...as("text/html", new XMLSerializer().serializeToString(made)), ...as("text/plain", made.innerText) };
        await navigator.clipboard.write([new ClipboardItem(item)]);
        say("Copied as a table. Paste it into a document or an email.");
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
      const { plan, chosen } = await sums();
      const field = one("[name=link]");
      field.value = `${base}plan/?sector=${plan.sector}&audience=${plan.audience}&actions=${chosen.filter((id) => data.actions[id])}`;
      const answer = ask("link");
      field.select();
      if (await answer) await navigator.clipboard.writeText(field.value).then(() => say("The link is copied."));
    },
  };
}

/** Puts into a plan what it lacks: actions, and words for empty fields. @type {(own: Plan, other: Plan) => void} */
function fill(own, other) {
  if (!own.audience) Object.assign(own, { ...other, answers: own.answers });
  for (const [id, theirs] of Object.entries(other.answers)) {
    const mine = (own.answers[id] ??= structuredClone(theirs));
    mine.chosen ||= theirs.chosen;
    if (mine.status === "not-started") mine.status = theirs.status;
    for (const name of /** @type {const} */ (["who", "when", "notes", "done"])) mine[name] ||= theirs[name];
  }
}
