// Search: the index and its engine are fetched when a reader first opens the search, not before.
/** @typedef {{ location: string, title: string, text: string, score?: number }} Entry */

const MOST = 20;
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

let started = false;

/** Brings the search to life when it is first opened, with what is typed by then. */
export function startSearch() {
  const input = document.getElementById("search-input");
  const form = document.getElementById("search-form");
  if (started || !(input instanceof HTMLInputElement) || !form) return;
  started = true;

  let ready = false;
  const engine = load();
  const find = async () => {
    const words = input.value.trim();
    if (!words) return show([], "");
    if (!ready) say("Loading the search.");
    try {
      const found = await (await engine).ask(words);
      if (input.value.trim() === words) show(found, words);
    } catch {
      say("Search could not be loaded. Look through every action instead.");
    }
  };
  engine.then(
    () => (ready = true),
    () => say("Search could not be loaded. Look through every action instead."),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", find);
  void find();
}

/** @typedef {{ ask: (words: string) => Promise<Entry[]> }} Engine */

/** @returns {Promise<Engine>} */
async function load() {
  const { search = "" } = document.documentElement.dataset;
  const answer = await fetch(`${root()}search/search_index.json`);
  if (!answer.ok) throw new Error(`the search index answered ${answer.status}`);
  /** @type {{ config: object, docs: Entry[] }} */
  const index = await answer.json();
  const byLocation = new Map(index.docs.map((entry) => [entry.location, entry]));
  const worker = new Worker(search);
  await reply(worker, { type: SETUP, data: { ...index, options: {} } }, READY);
  let last = Promise.resolve(/** @type {Entry[]} */ ([]));
  const ask = (/** @type {string} */ words) => {
    last = last.then(async () => {
      const { items } = await reply(worker, { type: QUERY, data: words }, RESULT);
      return merged(items.flat(), byLocation);
    });
    return last;
  };
  return { ask };
}

/** The way from this page to the home page, with a slash at its end. */
function root() {
  return `${(document.documentElement.dataset.base ?? ".").replace(/\/$/, "")}/`;
}

/**
 * Sends a message and waits for the reply of one kind.
 *
 * @param {Worker} worker
 * @param {object} message
 * @param {number} kind
 * @returns {Promise<{ items: Entry[][] }>}
 */
function reply(worker, message, kind) {
  return new Promise((resolve, reject) => {
    const hear = (/** @type {MessageEvent} */ event) => {
      if (event.data.type !== kind) return;
      worker.removeEventListener("message", hear);
      resolve(event.data.data);
    };
    worker.addEventListener("message", hear);
    worker.addEventListener("error", reject, { once: true });
    worker.postMessage(message);
  });
}

/**
 * Parts of one action become one result, which leads to the action.
 *
 * @param {Entry[]} found
 * @param {Map<string, Entry>} byLocation
 */
function merged(found, byLocation) {
  /** @type {Map<string, Entry>} */
  const kept = new Map();
  for (const entry of found.sort((a, b) => (b.score ?? 0) - (a.score ?? 0))) {
    const action = /^(.*#[a-z]{3}-[a-z]{3}-\d+)-/.exec(entry.location)?.[1];
    const whole = byLocation.get(action ?? entry.location) ?? entry;
    if ((entry.score ?? 0) > 0 && !kept.has(whole.location)) {
      const page = byLocation.get(whole.location.split("#")[0] ?? "");
      kept.set(whole.location, { ...whole, text: page && page !== whole ? page.title : "" });
    }
  }
  return [...kept.values()];
}

/** @param {string} words */
function say(words) {
  const status = document.getElementById("search-status");
  if (status) status.textContent = words;
}

/**
 * Shows results as a list of links: the title, and the sector and theme it belongs to.
 *
 * @param {Entry[]} found
 * @param {string} words
 */
function show(found, words) {
  const list = document.getElementById("search-results");
  if (!list) return;
  const base = root();
  list.replaceChildren(
    ...found.slice(0, MOST).map((entry) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${base}${entry.location}`;
      link.textContent = readable(entry.title);
      item.append(link);
      if (entry.text) {
        const where = document.createElement("span");
        where.className = "tk-note";
        where.textContent = readable(entry.text);
        item.append(where);
      }
      return item;
    }),
  );
  if (!words) say("");
  else if (found.length === 0) {
    say(`Nothing found for "${words}". Try fewer or shorter words, or a job such as chef or nurse.`);
  } else {
    const most = found.length > MOST ? `. The best ${MOST} are shown` : "";
    say(`${found.length} ${found.length === 1 ? "result" : "results"} for "${words}"${most}.`);
  }
}

/**
 * The words of a piece of the index, which is HTML; nothing in it is ever run or shown as HTML.
 *
 * @param {string} html
 */
function readable(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";
}
