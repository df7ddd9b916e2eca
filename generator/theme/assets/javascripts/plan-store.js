// The reader's own plan: how it is read, kept on this device and changed.

const HEAD = { kind: "inclusive-employer-toolkits-plan", form: 1 };
const KEY = "toolkits-plan";
export const MOST_BYTES = 1_000_000;

/** Why a text is no plan, in a sentence for its reader. */
export class Refused extends Error {}

/** @type {(most: number, form?: RegExp) => (value: unknown) => boolean} */
const text = (most, form = /^/) => (value) => typeof value === "string" && value.length <= most && form.test(value);

/** Whether this is a day of the calendar, or empty. @type {(value: unknown) => boolean} */
export const isDay = (value) => value === "" || JSON.stringify(new Date(String(value))).startsWith(`"${value}T`);

const ANSWER = {
  title: text(200),
  edition: isDay,
  chosen: (/** @type {unknown} */ value) => typeof value === "boolean",
  status: text(12, /^(not-started|in-progress|done|not-relevant)$/),
  who: text(200),
  when: isDay,
  notes: text(5000),
  done: isDay,
};
const PLAN = {
  sector: text(60),
  audience: text(60),
  answers: (/** @type {any} */ value) =>
    value?.constructor === Object &&
    Object.entries(value).every(([id, own]) => /^[A-Z]{3}-[A-Z]{3}-\d{2,3}$/.test(id) && fits(own, ANSWER)),
};

/** Whether a value has these fields, each as it must be, and no others. @type {(value: any, fields: Record<string, (value: unknown) => boolean>) => boolean} */
const fits = (value, fields) =>
  value?.constructor === Object &&
  Object.keys({ ...value, ...fields }).every((name) => Object.hasOwn(value, name) && fields[name]?.(value[name]));

/** The plan that a text holds. Refuses anything else, down to a single field. @type {(whole: string) => Saved} */
export function parse(whole) {
  if (whole.length > MOST_BYTES) throw new Refused("It is larger than any plan.");
  let data;
  try {
    data = JSON.parse(whole);
  } catch {
    throw new Refused("It is damaged, or no plan at all.");
  }
  const { kind, form, about, saved = "", ...plan } = data ?? {};
  if (kind !== HEAD.kind) throw new Refused("It is not a plan made on this site.");
  if (form > HEAD.form) throw new Refused("It was saved by a newer version of this site.");
  if (form !== HEAD.form) throw new Refused("It was saved by a version that this site no longer reads.");
  if (!fits(plan, PLAN) || !isDay(saved)) throw new Refused("A part of it is not as this site saves plans.");
  return { plan, saved };
}

/** A plan as text, ready to be read again. @param {Plan} plan */
export const written = (plan, more = {}, indent = 0) => JSON.stringify({ ...HEAD, ...more, ...plan }, null, indent);

/** @type {() => Plan} */
export const empty = () => ({ sector: "", audience: "", answers: {} });

const read = () => {
  const kept = localStorage.getItem(KEY);
  return kept ? parse(kept).plan : empty();
};

// What could not be saved, in order: done again on whatever the device holds by then.
/** @type {((plan: Plan) => void)[]} */
let unsaved = [];
/** @type {(() => void)[]} */
const listeners = [];

/** The plan as it stands: what the device keeps, and what this page could not save. */
export function current() {
  let plan = empty();
  try {
    plan = read();
  } catch {
    // Blocked or unreadable: `trouble` says so.
  }
  for (const act of unsaved) act(plan);
  return plan;
}

/** Changes the plan as the device has it now: pages open at once lose nothing of each other's. @param {(plan: Plan) => void} act */
export function change(act, over = false) {
  const plan = current();
  act(plan);
  try {
    if (!over) read(); // what cannot be read is not written over
    localStorage.setItem(KEY, written(plan));
    unsaved = [];
  } catch {
    unsaved.push(act);
  }
  for (const hear of listeners) hear();
}

/** Why nothing is kept, in a sentence; nothing where all is. */
export function trouble() {
  let why = unsaved.length ? "its storage is full" : "";
  try {
    read();
  } catch (error) {
    why = error instanceof Refused ? "it holds a plan that this site cannot read" : "it keeps nothing for this site";
  }
  return why && `Not saved in this browser: ${why}. What you do lasts until you leave this page.`;
}

/** Calls `hear` after every change, made here or on another page. @param {() => void} hear */
export function listen(hear) {
  listeners.push(hear);
  addEventListener("storage", hear);
  addEventListener("pageshow", hear);
}

/** Puts an action into a plan, or brings it back. @type {(plan: Plan, id: string, action: { title: string, edition: string }) => Answer} */
export function add({ answers }, id, { title, edition }) {
  const own = (answers[id] ??= { title, edition, chosen: true, status: "not-started", who: "", when: "", notes: "", done: "" });
  own.chosen = true;
  return own;
}

/** Takes an action out; what was written stays. @type {(plan: Plan, id: string) => void} */
export function takeOut({ answers }, id) {
  const own = answers[id];
  if (!own) return;
  own.chosen = false;
  if (own.status === "not-started" && !(own.who + own.when + own.notes + own.done)) delete answers[id];
}

/** @type {(own: Answer, to: string) => void} */
export function setStatus(own, to) {
  if (to === "done" && own.status !== to) own.done = today();
  own.status = to;
}

/** Today where the reader is. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
