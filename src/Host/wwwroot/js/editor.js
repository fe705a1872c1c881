// Comforts of the editors; without them each button answers with the page anew, and the preview comes when asked for.
(() => {
  const form = document.querySelector("form[data-editor]");
  if (!form) return;

  // Parts that the chosen kind has no use for step aside.
  const show = () => {
    for (const part of form.querySelectorAll("[data-when]")) {
      if (!part.dataset.when) continue;
      const deciding = form.elements[part.dataset.when];
      part.hidden = deciding ? !part.dataset.in.split(" ").includes(deciding.value) : false;
      part.querySelector(":scope > .part-condition")?.remove();
    }
  };

  const ask = async (button) => {
    const data = new FormData(form, button);
    const address = button.getAttribute("formaction") ?? form.getAttribute("action");
    const answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "text/html" } });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  // The buttons of lists change the sheet in place: what was open stays open, and the reader stays where they were.
  const opened = () => new Set([...form.querySelectorAll(".part-item > details[open] > summary")].map((s) => s.innerText));
  form.addEventListener("click", async (event) => {
    const button = event.target.closest("button[name='act']");
    if (!button || !/^(add|remove|up|down):/.test(button.value)) return;
    event.preventDefault();
    const before = opened();
    const path = button.value.replace(/\[\d+\]$/, "");
    try {
      const page = await ask(button);
      const fresh = page.querySelector("[data-editor-sheet]");
      if (!fresh) throw new Error("no sheet");
      form.querySelector("[data-editor-sheet]").replaceWith(fresh);
      for (const summary of fresh.querySelectorAll(".part-item > details > summary"))
        if (before.has(summary.innerText)) summary.parentElement.open = true;
      show();
      const touched = fresh.querySelector("[data-autofocus]");
      const verb = button.value.split(":")[0];
      const again = verb === "add" ? touched?.nextElementSibling?.querySelector("input, select, textarea") : null;
      (again ?? touched ?? fresh.querySelector(`button[value="add:${path}"]`))?.focus();
      preview();
    } catch {
      form.requestSubmit(button);
    }
  });

  // The frames follow what is typed.
  let waiting;
  const preview = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      for (const button of document.querySelectorAll("[data-preview]")) {
        const frame = document.getElementById(button.dataset.preview);
        const page = await ask(button).catch(() => null);
        const shown = frame.contentDocument;
        if (!page?.querySelector("main") || !shown?.body) continue;
        shown.body.replaceWith(shown.importNode(page.body, true));
        const script = page.querySelector("script[src*='conditions']");
        if (script) {
          const again = shown.createElement("script");
          again.src = script.src;
          shown.body.append(again);
        }
      }
    }, 500);
  };
  form.addEventListener("input", preview);
  form.addEventListener("change", show);
  // A form that was sent into a frame may be sent again.
  document.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget) delete event.target.dataset.sent;
  });
  show();
})();
