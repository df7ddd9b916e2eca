// What a plan comes to: what is due again or has changed, how far each theme is, what is next.

const FIRST = "foundational";
const LEVELS = ["Starting", "Building", "Established", "Leading"];

/** 31 March 2027, or March 2027. @param {string} day */
export const inWords = (day, whole = true) =>
  new Date(day).toLocaleDateString("en-GB", { day: whole ? "numeric" : undefined, month: "long", year: "numeric", timeZone: "UTC" });

/**
 * What can be said of a plan on a day. Counts are of the actions of the plan's audience, in the
 * plan or not, less those that are not relevant.
 *
 * @param {Data} data @param {Plan} plan @param {string} on
 */
export function sums(data, plan, on) {
  /** @type {(id: string) => Answer | undefined} */
  const answer = (id) => (plan.answers[id]?.chosen ? plan.answers[id] : undefined);
  /** @type {(id: string) => Action | undefined} */
  const action = (id) => data.actions[id] ?? data.retired[id];
  /** @type {(id: string) => string} */
  const priority = (id) =>
    (data.actions[id]?.sector === plan.sector && data.actions[id]?.for?.[plan.audience]?.[0]) || "";

  /** The day an action that repeats comes round again; empty where it does not. @type {(id: string) => string} */
  const due = (id) => {
    const own = answer(id);
    const months = data.actions[id]?.months;
    if (!months || own?.status !== "done" || !own.done) return "";
    const day = new Date(own.done);
    day.setUTCMonth(day.getUTCMonth() + months);
    if (day.getUTCDate() < Number(own.done.slice(8))) day.setUTCDate(0); // 31 January and a month
    return day.toISOString().slice(0, 10);
  };
  /** @type {(id: string) => string} */
  const round = (id) => due(id) && `Last done ${inWords(answer(id)?.done ?? "", false)}, due again ${inWords(due(id), false)}.`;
  /** @type {(id: string) => boolean} */
  const isDone = (id) => answer(id)?.status === "done" && !(due(id) && due(id) <= on);

  const themes = Object.keys(data.themes);
  /** @type {(id: string) => number} */
  const place = (id) => themes.indexOf(data.actions[id]?.theme ?? "") * 2 + Number(priority(id) !== FIRST);
  /** The audience's actions, theme by theme, foundational first. */
  const all = Object.keys(data.actions).filter(priority).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  const relevant = all.filter((id) => answer(id)?.status !== "not-relevant");
  /** The chosen actions in the same order, those of others after them. */
  const chosen = [...new Set([...all, ...Object.keys(data.actions), ...Object.keys(plan.answers)])].filter(answer);

  const standings = () =>
    themes.map((theme) => {
      const own = relevant.filter((id) => data.actions[id]?.theme === theme);
      const first = own.filter((id) => priority(id) === FIRST);
      const more = own.filter((id) => priority(id) !== FIRST);
      const [done, moreDone] = [first.filter(isDone).length, more.filter(isDone).length];
      let level = done ? 1 : 0;
      if (done === first.length && done + moreDone) level = moreDone * 2 > more.length ? 3 : 2;
      return {
        title: data.themes[theme] ?? theme, level: LEVELS[level] ?? "", share: (done + moreDone) / (own.length || 1),
        first: `${done} of ${first.length}`, more: `${moreDone} of ${more.length}`,
      };
    });

  /** What to do next: foundational first, in theme order, what it needs already done. */
  const next = (most = 3) => {
    const open = relevant.filter((id) => !isDone(id));
    const ready = open.filter((id) => !data.actions[id]?.needs?.some((need) => open.includes(need)));
    return [FIRST, "enhanced"].flatMap((own) => ready.filter((id) => priority(id) === own)).slice(0, most);
  };

  /** What changed since it was answered: in words, and what replaces it. */
  const changed = () =>
    chosen.flatMap((id) => {
      const { edition = "", title = "" } = answer(id) ?? {};
      const gone = data.retired[id];
      const now = data.actions[id] ?? gone;
      if (now && !gone && now.edition <= edition) return [];
      const notes = (now?.changes ?? []).filter(([day]) => day > edition).map(([day, , note]) => `${inWords(day)}: ${note}`);
      if (now && now.title !== title) notes.unshift(`It was called “${title}”.`);
      if (!now) notes.push("It is not in this edition.");
      if (gone) notes.unshift(`It is retired. ${gone.reason ?? ""}`);
      return [{ id, notes, instead: (gone?.replaced_by ?? []).filter((other) => data.actions[other]) }];
    });

  /** How a framework's items stand. @param {string} framework */
  const served = (framework) =>
    (data.frameworks[framework]?.items ?? []).map(({ id, title, outside }) => {
      const own = relevant.filter((action) => data.actions[action]?.frameworks?.[framework]?.includes(id));
      const done = own.filter(isDone).length;
      const begun = own.some((action) => /^(done|in-progress)$/.test(answer(action)?.status ?? ""));
      let says = outside ? "Outside these toolkits" : "No action for you serves it";
      if (own.length) says = begun ? "Partly" : "No";
      if (own.length && done === own.length) says = "Yes";
      return [id, title, says, own.length ? `${done} of ${own.length}` : ""];
    });

  return { plan, on, answer, action, priority, due, round, all, chosen, standings, next, changed, served };
}
