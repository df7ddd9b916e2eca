// The shapes that the scripts of the plan share. For the checker and for readers; no page asks for it.

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

/** What the parts of the page share: `say` tells how something went, with a way `back` where there
 * is one; `earlier` is a plan to compare with. */
interface Page {
  data: Data;
  base: string;
  draw: () => Promise<void>;
  say: (words?: string, back?: () => void) => void;
  back?: (() => void) | undefined;
  earlier?: Saved | undefined;
}

type Sums = ReturnType<typeof import("./plan-sums.js").sums>;
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
