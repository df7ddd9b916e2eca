// Filters for a list of actions, held in the address: see pages/finder.py.

const PART = ["audience", "priority", "lead"];
const QUIET = 300; // milliseconds, before words are looked for or numbers said

/** @type {Finding["start"]} */
export const startFinder = (form) => {
  const finder = { form, filters: readFilters(form), rows: readRows() };
  let last = "";
  let waiting = 0;

  /** @param {URLSearchParams} asked @param {number} quiet */
  const show = (asked, quiet) => {
    const { chosen, ignored } = understood(finder, asked);
    fill(finder, chosen);
    list(finder, chosen);
    nameFilters(finder, chosen, (left) => change(left, ""));
    clearTimeout(waiting);
    if (quiet) waiting = setTimeout(() => say(finder, chosen, ignored), quiet);
    else say(finder, chosen, ignored);
    return chosen;
  };
  /** @param {URLSearchParams} asked @param {string} name */
  const change = (asked, name) => {
    const query = String(new URLSearchParams([...show(asked, QUIET)]));
    if (query === location.search.slice(1)) return;
    const typing = name === "words" && last === name; // one step back, however many letters
    history[typing ? "replaceState" : "pushState"](null, "", location.pathname + (query && `?${query}`));
    last = name;
  };
  const asked = () =>
    new URLSearchParams(finder.filters.map(({ name, field }) => [name, field.value]));

  form.addEventListener("input", ({ target }) => {
    const name = finder.filters.find(({ field }) => field === target)?.name ?? "";
    clearTimeout(waiting);
    waiting = setTimeout(() => change(asked(), name), name === "words" ? QUIET : 0);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change(asked(), "words");
    show(asked(), 0);
    const part = form.querySelector("details");
    if (part && matchMedia("(max-width: 47.99em)").matches) part.open = false;
    document.getElementById("finder-status")?.focus();
  });
  addEventListener("popstate", () => {
    last = "";
    show(new URLSearchParams(location.search), QUIET);
  });
  show(new URLSearchParams(location.search), 0); // said at once: later the list below would jump
};

/** @type {Finding["readFilters"]} */
const readFilters = (form) => {
  return [...form.querySelectorAll(/** @type {"select"} */ ("select, input"))].map((field) => {
    const options = [...(field.options ?? [])].slice(1);
    const choices = options.map(({ value, text, dataset }) => ({ value, title: text, sector: dataset.sector }));
    return { name: field.name, title: field.labels[0]?.textContent ?? "", field, choices };
  });
};

/** @type {Finding["readRows"]} */
const readRows = () => {
  return [...each("[data-keys]")].map((one) => {
    const [id = "", ...keys] = (one.dataset.keys ?? "").split(" ");
    const parts = keys.filter((key) => key.startsWith("for:")).map((key) => key.split(":").slice(1));
    const item = one.closest("li") ?? one;
    const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
    for (const part of copy.querySelectorAll(".tk-blanks, button")) part.remove();
    /** @type {HTMLElement | null} */
    const lead = item.querySelector(".tk-leads");
    const text = plain(copy.textContent ?? "");
    return { item, id, keys, parts, text, lead, leads: lead?.textContent ?? "" };
  });
};

/** @type {Finding["plain"]} */
const plain = (words) => {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").toLowerCase();
};

/** @type {Finding["understood"]} */
const understood = (finder, asked) => {
  /** @type {Chosen} */
  const chosen = new Map();
  /** @type {string[]} */
  const ignored = [];
  for (const filter of finder.filters) {
    const { name, title, choices } = filter;
    asked.getAll(name).forEach((typed, index) => {
      const value = typed.trim().slice(0, 80);
      const known = !choices.length || offered(finder, filter, chosen).some((own) => own.value === value);
      if (!value) return;
      if (known && !index) chosen.set(name, value);
      else ignored.push(`${title} ${called(filter, value)}`);
    });
  }
  return { chosen, ignored };
};

/** @type {Finding["offered"]} */
const offered = ({ form }, filter, chosen) => {
  const sector = chosen.get("sector") ?? form.dataset.sector;
  return filter.choices.filter((choice) => !choice.sector || choice.sector === sector);
};

/** @type {Finding["called"]} */
const called = (filter, value) => {
  return filter.choices.find((choice) => choice.value === value)?.title ?? `"${value}"`;
};

/** @type {Finding["found"]} */
const found = (finder, wanted) => {
  const { chosen } = understood(finder, new URLSearchParams([...wanted]));
  const words = plain(chosen.get("words") ?? "").split(/\s+/);
  const keys = [...chosen].filter(([name]) => name !== "words" && !PART.includes(name));
  return finder.rows.filter(
    (row) =>
      words.every((word) => row.text.includes(word)) &&
      keys.every((key) => row.keys.includes(key.join(":"))) &&
      row.parts.some((part) => PART.every((name, at) => [undefined, part[at]].includes(chosen.get(name)))),
  );
};

/** @type {Finding["fill"]} */
const fill = (finder, chosen) => {
  for (const filter of finder.filters) {
    const { name, field } = filter;
    if (name === "audience") {
      const own = offered(finder, filter, chosen);
      const first = new Option(own.length ? "All kinds" : "Choose a sector first", "");
      field.replaceChildren(first, ...own.map(({ title, value }) => new Option(title, value)));
    }
    const value = chosen.get(name) ?? "";
    if (field.value.trim() !== value) field.value = value;
  }
};

/** @type {Finding["list"]} */
const list = (finder, chosen) => {
  const { form, filters, rows } = finder;
  const shown = found(finder, chosen);
  const audience = chosen.get("audience") ?? "";
  const leads = filters.find(({ name }) => name === "lead");
  for (const row of rows) {
    const [, priority = "", lead] = row.parts.find(([own]) => own === audience) ?? [];
    row.item.hidden = !shown.includes(row);
    row.item.dataset.priority = priority; // the style sheet shows this one alone
    if (row.lead) row.lead.textContent = lead && leads ? called(leads, lead) : row.leads;
  }
  if (form.dataset.order !== audience) {
    form.dataset.order = audience;
    const rank = (/** @type {Row} */ { item, id }) => `${item.dataset.priority === "enhanced"}${id}`;
    const order = audience ? [...rows].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)) : rows;
    for (const { item } of order) item.parentElement?.append(item);
  }
  for (const part of each(".tk-part")) part.hidden = !part.querySelector("li:not([hidden])");
  for (const link of each(".tk-contents li")) {
    const [, id = ""] = link.querySelector("a")?.href.split("#") ?? [];
    link.hidden = Boolean(document.getElementById(id)?.closest("[hidden]"));
  }
};

/** @type {Finding["each"]} */
const each = (selector) => {
  return document.querySelectorAll(selector);
};

/** @type {Finding["nameFilters"]} */
const nameFilters = (finder, chosen, change) => {
  const on = filtersOn(finder, chosen);
  const off = on.map(({ words, left }) => ({ words: `Remove: ${words}`, left }));
  if (on.length > 1) off.push({ words: "Remove all filters", left: new Map() });
  const buttons = off.map(({ words, left }) => {
    const onclick = () => change(new URLSearchParams([...left]));
    const made = document.createElement("button");
    return Object.assign(made, { type: "button", className: "tk-tool", textContent: words, onclick });
  });
  const [group, number, paper] = ["chips", "on", "paper"].map((id) => document.getElementById(`finder-${id}`));
  if (!group || !number || !paper) return;
  const at = [...group.children].findIndex((one) => one === document.activeElement);
  group.replaceChildren(...buttons);
  group.hidden = paper.hidden = !on.length;
  number.textContent = on.length ? `: ${on.length} on` : "";
  const words = on.map(({ title, words }) => `${title}: ${words}`).join("; ");
  paper.textContent = `Part of the list, ${found(finder, chosen).length} of ${finder.rows.length} actions. ${words}.`;
  if (at >= 0) (buttons[Math.min(at, on.length - 1)] ?? finder.form.querySelector("summary"))?.focus();
};

/** @type {Finding["filtersOn"]} */
const filtersOn = ({ filters }, chosen) => {
  return filters.flatMap((filter) => {
    const value = chosen.get(filter.name);
    const left = new Map(chosen);
    left.delete(filter.name);
    return value ? [{ title: filter.title, words: called(filter, value), left }] : [];
  });
};

/** @type {Finding["say"]} */
const say = (finder, chosen, ignored) => {
  const { form, filters, rows } = finder;
  const shown = found(finder, chosen).length;
  const hidden = rows.length - shown;
  const lines = [chosen.size ? `${shown} of ${rows.length} actions.` : `All ${shown} actions.`];
  if (hidden) lines[0] += ` ${hidden} ${hidden === 1 ? "is" : "are"} hidden by the filters.`;
  if (ignored.length) lines.push(`Left out, because there is no such choice here: ${ignored.join("; ")}.`);
  if (!shown) lines.push(...advice(finder, chosen));
  const words = lines.map((line) => Object.assign(document.createElement("p"), { textContent: line }));
  const status = document.getElementById("finder-status");
  if (status?.textContent !== lines.join("")) status?.replaceChildren(...words);
  const address = document.getElementById("address"); // as paper shows it
  if (address) address.textContent = address.textContent?.split("?")[0] + location.search;
  const button = form.querySelector("[type=submit]");
  if (button) button.textContent = `Show ${shown} ${shown === 1 ? "action" : "actions"}`;
  for (const { name, field, choices } of filters) {
    for (const { value, title } of choices) {
      const option = field.querySelector(`[value="${value}"]`);
      const number = ` (${found(finder, new Map(chosen).set(name, value)).length})`;
      if (option) option.textContent = title + (chosen.get(name) === value ? "" : number);
    }
  }
};

/** @type {Finding["advice"]} */
const advice = (finder, chosen) => {
  const helps = filtersOn(finder, chosen).flatMap(({ words, left }) => {
    const number = found(finder, left).length;
    return number ? [`${words} (${number})`] : [];
  });
  const lines = helps.length
    ? [`Remove one filter to see actions: ${helps.join(" or ")}.`]
    : ["Remove two filters or more to see actions."];
  if (chosen.has("words")) {
    lines.push("Words are looked for in this list only. The search at the top looks through every page.");
  }
  return lines;
};
