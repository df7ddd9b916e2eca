// What a plan comes to, and what it is taken away as.
import { inWords } from "./plan-store.js";

const FIRST = "foundational";
const LEVELS = ["Starting", "Building", "Established", "Leading"];

/** @type {(data: Data, plan: Plan, on: string) => Sums} */
export function sums(data, plan, on) {
  /** @type {Sums} */
  const own = {
    plan,
    on,
    all: [],
    chosen: [],
    answer: (id) => (plan.answers[id]?.chosen ? plan.answers[id] : undefined),
    action: (id) => data.actions[id] ?? data.retired[id],
    priority: (id) => (data.actions[id]?.sector === plan.sector && data.actions[id]?.for?.[plan.audience]?.[0]) || "",
    due(id) {
      const { status = "", done = "" } = answer(id) ?? {};
      const months = action(id)?.months;
      if (!months || !done || status !== "done") return "";
      const day = new Date(done);
      day.setUTCMonth(day.getUTCMonth() + months);
      if (day.getUTCDate() < Number(done.slice(8))) day.setUTCDate(0); // 31 January and a month
      return day.toISOString().slice(0, 10);
    },
    round: (id) => due(id) && `Last done ${inWords(answer(id)?.done ?? "", false)}, due again ${inWords(due(id), false)}.`,
    isDone: (id) => answer(id)?.status === "done" && !(due(id) && due(id) <= on),
    standings: () =>
      themes.map((theme) => {
        const here = relevant.filter((id) => action(id)?.theme === theme);
        const first = here.filter((id) => priority(id) === FIRST);
        const more = here.filter((id) => priority(id) !== FIRST);
        const [done, moreDone] = [first.filter(isDone).length, more.filter(isDone).length];
        let level = done ? 1 : 0;
        if (done === first.length && done + moreDone) level = moreDone * 2 > more.length ? 3 : 2;
        return {
          title: data.themes[theme] ?? "", level: LEVELS[level] ?? "", share: (done + moreDone) / (here.length || 1),
          first: `${done} of ${first.length}`, more: `${moreDone} of ${more.length}`,
        };
      }),
    next(most = 3) {
      const open = relevant.filter((id) => !isDone(id));
      const ready = open.filter((id) => !action(id)?.needs?.some((need) => open.includes(need)));
      return [FIRST, "enhanced"].flatMap((which) => ready.filter((id) => priority(id) === which)).slice(0, most);
    },
    changed: () =>
      own.chosen.flatMap((id) => {
        const { edition = "", title = "" } = answer(id) ?? {};
        const now = action(id);
        const gone = data.retired[id];
        if (now && !gone && now.edition <= edition) return [];
        const notes = (now?.changes ?? []).filter(([day]) => day > edition).map(([day, , note]) => `${inWords(day)}: ${note}`);
        if (now && now.title !== title) notes.unshift(`It was called “${title}”.`);
        if (!now) notes.push("It is not in this edition.");
        if (gone) notes.unshift(`It is retired. ${gone.reason ?? ""}`);
        return [{ id, notes, instead: (gone?.replaced_by ?? []).filter((other) => data.actions[other]) }];
      }),
    served: (framework) =>
      (data.frameworks[framework]?.items ?? []).map(({ id, title, outside }) => {
        const serving = relevant.filter((other) => action(other)?.frameworks?.[framework]?.includes(id));
        const done = serving.filter(isDone).length;
        let says = serving.some((other) => /^(done|in-p)/.test(answer(other)?.status ?? "")) ? "Partly" : "No";
        if (done === serving.length) says = "Yes";
        if (!done && !serving.length) says = outside ? "Outside these toolkits" : "No action for you serves it";
        return [id, title, says, serving.length ? `${done} of ${serving.length}` : ""];
      }),
  };
  const { answer, action, priority, due, isDone } = own;
  const themes = Object.keys(data.themes);
  const place = (/** @type {string} */ id) => themes.indexOf(action(id)?.theme ?? "") * 2 + Number(priority(id) !== FIRST);
  own.all = Object.keys(data.actions).filter(priority).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  own.chosen = [...new Set([...own.all, ...Object.keys({ ...data.actions, ...plan.answers })])].filter(answer);
  const relevant = own.all.filter((id) => answer(id)?.status !== "not-relevant");
  return own;
}

/** @type {Files["rows"]} */
export const rows = (data, { plan, chosen, action, due }) => {
  const head = ["Id", "Theme", "Action", "Done when", "Status", "Who", "By when", "Notes", "Last done", "Due again"];
  return [head, ...chosen.map((id) => {
    const own = plan.answers[id];
    const { theme = "", title = own?.title, done_when = "" } = action(id) ?? {};
    const status = own?.status.replace("-", " ") ?? "";
    return [id, data.themes[theme], title, done_when, status.replace(/^./, (first) => first.toUpperCase()),
      own?.who, own?.when, own?.notes, own?.done, due(id)].map(String);
  })];
};

/** @type {Files["csv"]} */
export const csv = (table) =>
  `\ufeff${table.map((row) => `${row.map((cell) => `"${(wouldRun(cell) ? "'" : "") + cell.replaceAll('"', '""')}"`).join(",")}\r\n`).join("")}`;

/** @param {string} cell */
const wouldRun = (cell) => {
  const [unseen = ""] = /^['\p{Cc}\p{Cf}\p{Mn}\p{Z}]*/u.exec(cell) ?? [];
  return /[\t\r\n]/.test(unseen) || /^[=+\-@]/.test(cell.slice(unseen.length).normalize("NFKC"));
};

/** @type {Files["table"]} */
export const table = (cells) => {
  const made = document.createElement("table");
  made.border = "1"; // seen where it is pasted
  for (const row of cells) {
    const line = made.insertRow();
    const kind = line.rowIndex ? "td" : "th";
    line.append(...row.map((textContent) => Object.assign(document.createElement(kind), { textContent })));
  }
  return made;
};

/** @type {Files["calendar"]} */
export const calendar = (data, { plan, on, chosen, due }, base) => {
  const events = chosen.flatMap((id) => {
    const { status = "", when = "", who = "", title: then = "" } = plan.answers[id] ?? {};
    const { title = then, done_when = "", address = "" } = data.actions[id] ?? {};
    const again = due(id);
    const day = /^(not-started|in-progress)$/.test(status) ? when : again;
    if (!day) return [];
    const after = new Date(Date.parse(day) + 86_400_000).toISOString();
    return [
      "BEGIN:VEVENT",
      `UID:${id.toLowerCase()}${again && "-again"}@inclusive-employer-toolkits`,
      `DTSTAMP:${on.replaceAll("-", "")}T000000Z`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${after.slice(0, 10).replaceAll("-", "")}`,
      `SUMMARY:${escaped((again && "Due again: ") + title)}`,
      `DESCRIPTION:${escaped(`${who && `Who: ${who}\n`}Done when: ${done_when}`)}`,
      `URL:${base}${address}`,
      "END:VEVENT",
    ];
  });
  const whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Inclusive employer toolkits//Plan//EN", ...events, "END:VCALENDAR"];
  return events.length ? whole.map(folded).join("") : "";
};

/** @type {Files["escaped"]} */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** @type {Files["folded"]} */
const folded = (line) => {
  let [out, size] = ["", 0];
  for (const char of line) {
    const more = new TextEncoder().encode(char).length;
    if (size + more > 75) [out, size] = [`${out}\r\n `, 1];
    out += char;
    size += more;
  }
  return `${out}\r\n`;
};
