// The shapes of the finder, and what each of its functions does. For the checker and for readers;
// no page asks for it.

/** The filters that are on: their names and values. */
type Chosen = Map<string, string>;

/** One value of a filter; an audience is a choice of its sector alone. */
interface Choice {
  value: string;
  title: string;
  sector: string | undefined;
}

/** One thing to filter by; without choices where words are typed. */
interface Filter {
  name: string;
  title: string;
  field: HTMLSelectElement;
  choices: Choice[];
}

/** One action of the list. Its parts: each audience, its priority, its lead. */
interface Row {
  item: HTMLElement;
  id: string;
  keys: string[];
  parts: string[][];
  text: string;
  lead: HTMLElement | null;
  leads: string;
}

interface Finder {
  form: HTMLFormElement;
  filters: Filter[];
  rows: Row[];
}

/** finder.js. */
interface Finding {
  /** Brings the filters to life. */
  start: (form: HTMLFormElement) => void;
  readFilters: (form: HTMLFormElement) => Filter[];
  readRows: () => Row[];
  /** Words without capitals, accents and curly marks. */
  plain: (words: string) => string;
  /** What makes sense here, and what does not; a newsletter's own marks are passed over. */
  understood: (finder: Finder, asked: URLSearchParams) => { chosen: Chosen; ignored: string[] };
  /** The choices of a filter: audiences are those of one sector. */
  offered: (finder: Finder, filter: Filter, chosen: Chosen) => Choice[];
  /** A value as readers see it. */
  called: (filter: Filter, value: string) => string;
  /** The rows that every filter lets through. */
  found: (finder: Finder, wanted: Chosen) => Row[];
  /** Puts into the form what is chosen. */
  fill: (finder: Finder, chosen: Chosen) => void;
  /** Shows what is found: to an audience in its order, with its lead. */
  list: (finder: Finder, chosen: Chosen) => void;
  each: (selector: string) => NodeListOf<HTMLElement>;
  /** Names the filters that are on: on paper, and on buttons that take them off. */
  nameFilters: (finder: Finder, chosen: Chosen, change: (left: URLSearchParams) => void) => void;
  /** The filters that are on, and what is left without each. */
  filtersOn: (finder: Finder, chosen: Chosen) => { title: string; words: string; left: Chosen }[];
  /** Says how many are shown, and how many every choice would show. */
  say: (finder: Finder, chosen: Chosen, ignored: string[]) => void;
  /** What to try where nothing fits. */
  advice: (finder: Finder, chosen: Chosen) => string[];
}
