// What a plan is taken away as: rows for a table, and dates for a calendar.

/** The chosen actions as rows, below a row of names. @type {(data: Data, now: Sums) => string[][]} */
export function rows(data, { plan, chosen, action, due }) {
  const head = ["Id", "Theme", "Action", "Done when", "Status", "Who", "By when", "Notes", "Last done", "Due again"];
  return [head, ...chosen.map((id) => {
    const own = plan.answers[id];
    const { theme = "", title = own?.title, done_when = "" } = action(id) ?? {};
    const status = own?.status.replace("-", " ") ?? "";
    return [id, data.themes[theme], title, done_when, status.replace(/^./, (first) => first.toUpperCase()),
      own?.who, own?.when, own?.notes, own?.done, due(id)].map(String);
  })];
}

/** Rows as CSV. What a spreadsheet would run gets an apostrophe, as in the site's own tables. @param {string[][]} table */
export const csv = (table) =>
  `\ufeff${table.map((row) => `${row.map((cell) => `"${(wouldRun(cell) ? "'" : "") + cell.replaceAll('"', '""')}"`).join(",")}\r\n`).join("")}`;

/** @param {string} cell */
function wouldRun(cell) {
  const [unseen = ""] = /^['\p{Cc}\p{Cf}\p{Mn}\p{Z}]*/u.exec(cell) ?? [];
  return /[\t\r\n]/.test(unseen) || /^[=+\-@]/.test(cell.slice(unseen.length).normalize("NFKC"));
}

/** Rows as a table. @param {string[][]} cells */
export function table(cells) {
  const made = document.createElement("table");
  for (const row of cells) {
    const line = made.insertRow();
    for (const cell of row) line.insertCell().textContent = cell;
  }
  return made;
}

/**
 * What is planned and what comes due again, as events of a day each (RFC 5545); empty where there
 * is none. Notes stay out: calendars are shared. `base` is the address of the site.
 *
 * @type {(data: Data, now: Sums, base: string) => string}
 */
export function calendar(data, { plan, on, chosen, due }, base) {
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
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** A line of at most 75 bytes, carried on below. @param {string} line */
function folded(line) {
  let [out, size] = ["", 0];
  for (const char of line) {
    const more = new TextEncoder().encode(char).length;
    if (size + more > 75) [out, size] = [`${out}\r\n `, 1];
    out += char;
    size += more;
  }
  return `${out}\r\n`;
}
