// The reader's own plan: how it is read, kept on this device and changed.

const HEAD = { kind: "inclusive-employer-toolkits-plan", form: 1 };
const KEY = "toolkits-plan";
export const MOST_BYTES = 1_000_000;

/** Why a text is no plan, as the name of a sentence on the page. */
export class Refused extends Error {}

/** @type {Store["isDay"]} */
export const isDay = (text) => !text || (/^\d{4}-\d\d-\d\d$/.test(text) && Date.parse(text) >= 0);

const STATUS = ["not-started", "in-progress", "done", "not-relevant"];
const BLANK = { title: "", edition: "", chosen: true, status: "not-started", who: "", when: "", notes: "", done: "" };

/** @type {Store["alike"]} */
const alike = (value, like) =>
  value?.constructor === Object &&
  Object.keys(value).sort().join() === Object.keys(like).sort().join() &&
  Object.entries(like).every(([name, own]) => value[name]?.constructor === own.constructor);

/** @type {Store["isAnswer"]} */
const isAnswer = ([id, own]) =>
  /^[A-Z]{3}-[A-Z]{3}-\d{2,3}$/.test(id) && alike(own, BLANK) && STATUS.includes(own.status) &&
  [own.edition, own.when, own.done].every(isDay) && [own.title, own.who].every((text) => text.length <= 200) && own.notes.length <= 5000;

/** @type {Store["parse"]} */
export const parse = (text) => {
  if (text.length > MOST_BYTES) throw new Refused("huge");
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Refused("broken");
  }
  const { kind, form, about, saved = "", ...plan } = data ?? {};
  if (kind !== HEAD.kind) throw new Refused("foreign");
  if (form !== HEAD.form) throw new Refused(form > HEAD.form ? "newer" : "older");
  const good = alike({ ...plan, saved }, { ...empty(), saved: "" }) && isDay(saved) && Object.entries(plan.answers).every(isAnswer);
  if (!good) throw new Refused("wrong");
  return { plan, saved };
};

/** @type {Store["written"]} */
export const written = (plan, more = {}, indent = 0) => JSON.stringify({ ...HEAD, ...more, ...plan }, null, indent);

/** @type {Store["empty"]} */
export const empty = () => ({ sector: "", audience: "", answers: {} });

const read = () => {
  const kept = localStorage.getItem(KEY);
  return kept ? parse(kept).plan : empty();
};

// What could not be saved, in order: done again on whatever the device holds by then.
/** @type {Change[]} */
let unsaved = [];
// What was saved a moment ago, done again too: another page may just have written what it read before.
/** @type {Change[]} */
let fresh = [];
const again = () => {};
/** @type {(() => void)[]} */
const listeners = [];

/** @type {Store["current"]} */
export const current = () => {
  let plan = empty();
  try {
    plan = read();
  } catch {
    // Blocked or unreadable: `trouble` says so.
  }
  for (const act of [...fresh, ...unsaved]) act(plan);
  return plan;
};

/** @type {Store["change"]} */
export const change = (act, over) => {
  const plan = current();
  act(plan);
  try {
    if (!over) read();
    localStorage.setItem(KEY, written(plan));
    unsaved = [];
    if (over) fresh = [];
    else if (act !== again) {
      fresh.push(act);
      setTimeout(() => (fresh = fresh.filter((own) => own !== act)), 1000);
    }
  } catch {
    unsaved.push(act);
  }
  for (const hear of listeners) hear();
};

addEventListener("storage", () => fresh.length && change(again));

/** @type {Store["trouble"]} */
export const trouble = () => {
  try {
    read();
  } catch (error) {
    return error instanceof Refused ? "unreadable" : "blocked";
  }
  return unsaved.length ? "full" : "";
};

/** @type {Store["listen"]} */
export const listen = (hear) => {
  listeners.push(hear);
  addEventListener("storage", hear);
  addEventListener("pageshow", hear);
};

/** @type {Store["add"]} */
export const add = ({ answers }, id, { title, edition }) => {
  const own = (answers[id] ??= { ...BLANK, title, edition });
  own.chosen = true;
  return own;
};

/** @type {Store["takeOut"]} */
export const takeOut = ({ answers }, id) => {
  const own = answers[id];
  if (!own) return;
  own.chosen = false;
  if (own.status === BLANK.status && !(own.who + own.when + own.notes + own.done)) delete answers[id];
};

/** @type {Store["setStatus"]} */
export const setStatus = (own, to) => {
  if (to === "done" && own.status !== to) own.done = today();
  own.status = to;
};

/** @type {Store["today"]} */
export const today = () => new Date().toLocaleDateString("sv-SE");

/** @type {Store["inWords"]} */
export const inWords = (day, whole = true) =>
  new Date(day).toLocaleDateString("en-GB", { day: whole ? "numeric" : undefined, month: "long", year: "numeric", timeZone: "UTC" });
