// Hides the questions that another answer makes needless. Without this they stand there and say when they count.
(() => {
  const answer = (form, name) =>
    form.querySelector(`[name="${CSS.escape(name)}"]:checked`)?.value ??
    form.querySelector(`select[name="${CSS.escape(name)}"]`)?.value;
  for (const form of document.querySelectorAll("form[data-conditions]")) {
    const dependent = [...form.querySelectorAll("[data-when]")].filter((question) => question.dataset.when);
    const show = () => {
      for (const question of dependent) question.hidden = answer(form, question.dataset.when) !== question.dataset.is;
    };
    for (const question of dependent) question.querySelector(".field-condition")?.remove();
    form.addEventListener("change", show);
    show();
  }
})();
