// Keeps what is typed into a task's form as a draft, a moment after each pause. A button does the same without this.
(() => {
  const pause = 1200;

  const watch = () => {
    const form = document.querySelector("[data-task-form]:not([data-watched])");
    if (!form) return;
    form.dataset.watched = "true";
    const state = form.querySelector("[data-draft-state]");
    let timer = 0;
    let sending = false;

    const keep = async () => {
      const body = new FormData(form);
      // Files wait for the completion itself.
      for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
      try {
        const answer = await fetch(form.dataset.draft, { method: "POST", body, headers: { Accept: "application/json" } });
        if (!answer.ok) throw new Error(answer.statusText);
        state.textContent = state.dataset.kept;
      } catch {
        state.textContent = state.dataset.failed;
        if (!sending) timer = setTimeout(keep, pause * 4);
      }
    };

    form.addEventListener("input", () => {
      state.textContent = "";
      clearTimeout(timer);
      timer = setTimeout(keep, pause);
    });
    form.addEventListener("submit", () => {
      sending = true;
      clearTimeout(timer);
    });
  };

  watch();
  document.addEventListener("caseflow:task", watch);
})();
