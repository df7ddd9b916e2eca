// The shapes that the scripts of the plan share, and what each of their functions does. For the
// checker and for readers; no page asks for it.

/** The answer to one action. `edition` and `title` are the action's when it was answered; days are
 * 2027-03-31 or empty. What is no longer chosen keeps its words, and comes back with them. */
interface Answer {
  title: string;
  edition: string;
  chosen: boolean;
  status: string;
  who: string;
  when: string;
  notes: string;
  done: string;
}

interface Plan {
  sector: string;
  audience: string;
  answers: Record<string, Answer>;
}

/** A plan, and the day it was saved on where a file says so. */
interface Saved {
  plan: Plan;
  saved: string;
}

/** An action of plan.json, or a retired one; what has nothing is left out there. */
interface Action {
  title: string;
  sector: string;
  theme: string;
  address: string;
  edition: string;
  changes?: [on: string, kind: string, note: string][];
  done_when?: string;
  repeats?: string;
  months?: number;
  for?: Record<string, [priority: string, lead: string]>;
  needs?: string[];
  frameworks?: Record<string, string[]>;
  reason?: string;
  replaced_by?: string[];
}

interface Data {
  form: number;
  themes: Record<string, string>;
  sectors: Record<string, { title: string; audiences: Record<string, string> }>;
  leads: Record<string, string>;
  repeats: Record<string, string>;
  frameworks: Record<string, { title: string; items: { id: string; title: string; outside?: string }[] }>;
  actions: Record<string, Action>;
  retired: Record<string, Action>;
}

/** May be done more than once, so it must come to the same: it sets, and never turns round. */
type Change = (plan: Plan) => void;
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** plan-store.js: the plan, read, kept on this device and changed. */
interface Store {
  /** Whether a text is a day, or empty. */
  isDay: (text: string) => boolean;
  /** Whether a value has the fields of another, of the same types, and no more. */
  alike: (value: any, like: object) => boolean;
  isAnswer: (entry: [id: string, own: Answer]) => boolean;
  /** The plan that a text holds. Throws Refused at anything else, down to a single field. */
  parse: (text: string) => Saved;
  /** A plan as text, ready to be read again. */
  written: (plan: Plan, more?: object, indent?: number) => string;
  empty: () => Plan;
  /** The plan as it stands: what the device keeps, and what this page could not save. */
  current: () => Plan;
  /** Changes the plan as the device has it now, so that pages open at once lose nothing of each
   * other's. What cannot be read is written `over` only where the reader clears it. */
  change: (act: Change, over?: boolean) => void;
  /** Writes the plan as it stands, tells all who listen, and for a second remembers what it wrote. */
  save: (over?: boolean) => void;
  /** Why nothing is kept, as the name of a sentence on the page; empty where all is. */
  trouble: () => string;
  /** Calls `hear` after every change, made here or on another page. */
  listen: (hear: () => void) => void;
  /** Puts an action into a plan, or brings it back. */
  add: (plan: Plan, id: string, action: { title: string; edition: string }) => Answer;
  /** Takes an action out; what was written stays. */
  takeOut: (plan: Plan, id: string) => void;
  /** Sets a status; what becomes done was done today. */
  setStatus: (own: Answer, to: string) => void;
  /** Today where the reader is. */
  today: () => string;
  /** 31 March 2027, or March 2027. */
  inWords: (day: string, whole?: boolean) => string;
}

/** plan-marks.js: makes a button or a box, and returns what shows an answer on it. */
type Mark<T> = (part: T, action: string, edition: string) => (own: Answer | undefined) => void;

/** What can be said of a plan on a day. Counts are of the actions of the plan's audience, in the
 * plan or not, less those that are not relevant. */
interface Sums {
  plan: Plan;
  on: string;
  /** The audience's actions, theme by theme, foundational first. */
  all: string[];
  /** The chosen actions in the same order, those of other audiences after them. */
  chosen: string[];
  answer: (id: string) => Answer | undefined;
  /** An action, retired or not. */
  action: (id: string) => Action | undefined;
  /** The priority for the plan's audience; empty where the action is not for it. */
  priority: (id: string) => string;
  /** The day an action that repeats comes round again; empty where it does not. */
  due: (id: string) => string;
  /** The same in words. */
  round: (id: string) => string;
  isDone: (id: string) => boolean;
  /** How far each theme is. */
  standings: () => { title: string; level: string; share: number; first: string; more: string }[];
  /** What to do next: foundational first, in theme order, what it needs already done. */
  next: (most?: number) => string[];
  /** What changed since it was answered: in words, and what replaces it. */
  changed: () => { id: string; notes: string[]; instead: string[] }[];
  /** How a framework's items stand: id, title, yes, partly or no, and how many actions are done. */
  served: (framework: string) => string[][];
}

/** plan-sums.js: what a plan is taken away as. */
interface Files {
  /** The chosen actions as rows, below a row of names. */
  rows: (data: Data, now: Sums) => string[][];
  /** Rows as CSV. What a spreadsheet would run gets an apostrophe, as in the site's own tables. */
  csv: (table: string[][]) => string;
  /** Rows as a table of the page. */
  table: (cells: string[][]) => HTMLTableElement;
  /** What is planned and what comes due again, as events of a day each (RFC 5545); empty where
   * there is none. Notes stay out: calendars are shared. `base` is the address of the site. */
  calendar: (data: Data, now: Sums, base: string) => string;
  /** A text of a calendar, its signs escaped. */
  escaped: (text: string) => string;
  /** A line of a calendar, of at most 75 bytes and carried on below. */
  folded: (line: string) => string;
}

/** What the parts of the page share. */
interface Page {
  data: Data;
  base: string;
  draw: () => Promise<void>;
  /** Tells how something went: the name of a sentence on the page, what stands at its dots, and a
   * way back where there is one. Where nothing can be kept, it tells that. */
  say: (name: string, what?: string, back?: () => void) => void;
  back?: (() => void) | undefined;
  /** A plan to compare with. */
  earlier?: Saved | undefined;
}

/** plan.js: the page of the plan. */
interface OnPage {
  /** The one element that a selector names. */
  one: (name: string, from?: ParentNode) => any;
  /** Puts words into their places, as text; a place without words is not shown. */
  put: (from: ParentNode, words: Record<string, string>) => void;
  /** A sentence of the page, by its name. */
  text: (name: string) => string;
  /** How many actions, in words. */
  actions: (many: number) => string;
  start: (place: HTMLElement) => Promise<void>;
  /** Keeps what was typed or chosen. */
  typed: (page: Page, control: Control) => void;
  /** Asks in a dialog: the value of the button, nothing where the reader leaves it. */
  ask: (name: string) => Promise<string>;
  /** The acts by the names of their buttons. */
  acts: (page: Page) => Record<string, (id: string) => void>;
  /** Changes the plan; the way back leaves alone what has been changed since. */
  undoable: (name: string, what: string, act: Change, over?: boolean) => void;
  addAll: (plan: Plan, ids: string[]) => void;
  /** Hands a text to the reader as a file. */
  hand: (ending: string, text: string, name?: string) => void;
  /** Puts into a plan what it lacks: actions, and words for empty fields. */
  fill: (own: Plan, other: Plan) => void;
}

/** plan.js: draws the plan. */
interface View {
  /** Draws the plan as it stands: all of it where more than words changed. */
  draw: (page: Page) => Promise<void>;
  /** A new part, as the page sets it out. */
  stamp: (name: string, words?: Record<string, string>) => any;
  /** Shows a list in its part, where there is anything to show. */
  list: (name: string, lines: Node[], shown?: unknown) => void;
  /** A line on an action, with a button that adds it where the plan has it not. */
  line: (id: string, note: string, label?: string) => HTMLElement;
  /** What to start with, what changed, what is due again, what comes next, what was taken out. */
  lists: () => void;
  /** How far each theme is, beside how far it was. */
  levels: () => void;
  /** The actions, theme by theme. */
  themes: () => void;
  /** What a card says of its action; one that is there already is used again. */
  card: (id: string) => HTMLElement;
  /** What the reader has answered; the field that is being typed in is left alone. */
  show: (card: HTMLElement, id: string) => void;
}
