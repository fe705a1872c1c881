// Small comforts; every page is complete without them.
(() => {
  // After a refused form the summary of its problems is what the reader needs to hear first.
  document.querySelector("[data-autofocus]")?.focus();

  // On an Arabic keyboard the same key bears another letter; where it lies is what counts.
  window.latinKey = (event) => {
    if (/^[ -~]$/.test(event.key)) return event.key;
    if (event.code === "Slash") return event.shiftKey ? "?" : "/";
    return /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key;
  };

  // "g i" leads to the inbox from wherever there is one.
  let leading = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const key = latinKey(event);
    if (leading && key === "i") document.querySelector("header a[href$='/inbox']")?.click();
    leading = key === "g";
  });

  // An open menu closes on Escape and on a click elsewhere.
  const openMenus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  });

  // A form sent twice by an impatient thumb is sent once.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    else if (!event.defaultPrevented && event.target.method === "post") event.target.dataset.sent = "true";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
})();
