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

// What this page changed and is not surely kept, in order: what could not be saved, and for a second
// what was, because another page may just have written what it read before. It is done again on
// whatever the device holds by then.
/** @type {Change[]} */
let mine = [];
let failed = false;
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
  for (const act of mine) act(plan);
  return plan;
};

/** @type {Store["change"]} */
export const change = (act, over) => {
  mine.push(act);
  save(over);
};

/** @type {Store["save"]} */
const save = (over) => {
  const plan = current();
  try {
    if (!over) read();
    localStorage.setItem(KEY, written(plan));
    failed = false;
    if (over) mine = [];
    const saved = [...mine];
    setTimeout(() => (mine = mine.filter((own) => !saved.includes(own))), 1000);
  } catch {
    failed = true;
  }
  for (const hear of listeners) hear();
};

addEventListener("storage", () => mine.length && save());
// A page that comes back with "Back" does nothing again that was saved: its second is long over.
addEventListener("pagehide", () => failed || (mine = []));

/** @type {Store["trouble"]} */
export const trouble = () => {
  try {
    read();
  } catch (error) {
    return error instanceof Refused ? "unreadable" : "blocked";
  }
  return failed ? "full" : "";
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
