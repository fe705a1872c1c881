// The workbench's keys. Everything they do is a link or a button of the page as well.
(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const rows = () => [...document.querySelectorAll("[data-tasks] .task-row")];
  const form = (key) => document.querySelector(`form[data-key="${key}"]`);

  const move = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const here = all.findIndex((row) => row === document.activeElement || row.getAttribute("aria-current"));
    const next = all[Math.min(all.length - 1, Math.max(0, here + step))];
    next.focus();
    open(next);
  };

  // The third pane comes alone where the browser can; else the link is followed as always.
  let asked = 0;
  const open = async (row) => {
    const pane = document.querySelector("#pane-task");
    if (!row.dataset.task || !pane || window.matchMedia("(max-width: 61.99rem)").matches) return row.click();
    const mine = ++asked;
    try {
      const answer = await fetch(row.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("#pane-task");
      if (mine !== asked) return;
      pane.replaceWith(fresh);
      for (const other of rows()) other.removeAttribute("aria-current");
      row.setAttribute("aria-current", "true");
      history.replaceState(null, "", row.href);
      document.dispatchEvent(new CustomEvent("caseflow:task"));
    } catch {
      location.href = row.href;
    }
  };

  const finish = () => {
    const target = document.querySelector("a[data-key='e']");
    if (target) return target.click();
    const button = document.querySelector("button[data-key='e']");
    const first = document.querySelector(".task-fields :is(input:not([type=hidden]), textarea, select)");
    (first ?? button)?.focus();
  };

  const acts = {
    j: () => move(1),
    k: () => move(-1),
    c: () => form("c")?.requestSubmit(),
    r: () => form("r")?.requestSubmit(),
    e: finish,
    "/": () => document.querySelector("[data-search]")?.focus(),
    "?": () => document.querySelector("#keys")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    const act = acts[latinKey(event)];
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-tasks] .task-row[data-task]");
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (window.matchMedia("(max-width: 61.99rem)").matches) return;
    event.preventDefault();
    open(row);
  });
})();
