// The letter editor: fields go in where the cursor is, and check and preview follow the typing. Without it the buttons do the same.
(() => {
  const form = document.querySelector("[data-letter-editor]");
  const texts = [...form.querySelectorAll("[data-letter-text]")];
  const state = form.querySelector("[data-letter-state]");
  if (!state) return;
  const regions = ["letter-fields", "letter-findings", "letter-previews"];
  const pause = 600;
  let last = texts.find((text) => text.tagName === "TEXTAREA" && text.name.startsWith("Body")) ?? texts[0];
  let timer = 0;
  let asking = null;
  let unsaved = false;

  // Inside Arabic each field and each tag stands isolated, else its brackets and its words change places. The marks belong to the page,
  // not to the text: they are never sent.
  const marks = /\u2066(?=\{[{%]|<)|(?<=[%}]\}|>)\u2069/g;
  const marked = (text) => text.replace(/\{\{.*?\}\}|\{%.*?%\}|<\/?[a-z][^<>]*>/gs, "\u2066$&\u2069");
  const unmarked = (text) => text.replace(marks, "");
  const isMarked = (text) => text.dir === "rtl" && !text.readOnly;
  const shownAt = (value, at) => [...value.matchAll(marks)].reduce((to, { index }) => to + (index <= to), at);
  const plainAt = (value, at) => at - [...value.matchAll(marks)].filter(({ index }) => index < at).length;
  const mark = (text, plain) => {
    const [before, whole] = [text.value, marked(plain)];
    if (whole === before) return;
    const [from, to] = [text.selectionStart, text.selectionEnd].map((at) => plainAt(before, at));
    text.value = whole;
    text.setSelectionRange(shownAt(whole, from), shownAt(whole, to));
  };
  texts.filter(isMarked).forEach((text) => {
    // Marks that its author wrote are his; what a browser restores has ours already.
    mark(text, text.value === text.defaultValue ? text.value : unmarked(text.value));
    text.addEventListener("change", () => mark(text, unmarked(text.value)));
  });
  form.addEventListener("formdata", ({ formData }) =>
    texts.filter(isMarked).forEach((text) => formData.set(text.name, unmarked(text.value))),
  );

  form.addEventListener("focusin", (event) => {
    if (texts.includes(event.target)) last = event.target;
  });

  form.addEventListener("click", (event) => {
    const field = event.target.closest("[data-insert]");
    const finding = event.target.closest("a[data-line]");
    if (field) insert(field.dataset.insert);
    else if (finding) lead(finding, event);
  });

  function insert(words) {
    last.focus();
    last.setRangeText(isMarked(last) ? marked(words) : words, last.selectionStart, last.selectionEnd, "end");
    last.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // From a finding to the very place it speaks of.
  function lead(link, event) {
    const target = document.getElementById(link.hash.slice(1));
    const properties = target.closest("details");
    if (properties) properties.open = true;
    if (target.tagName !== "TEXTAREA" && target.tagName !== "INPUT") return;
    event.preventDefault();
    const at = shownAt(target.value, place(unmarked(target.value), link.dataset.line, link.dataset.column));
    target.focus();
    target.setSelectionRange(at, at);
  }

  function place(text, line, column) {
    if (!(line > 0)) return 0;
    const before = text.split("\n").slice(0, line - 1);
    return before.join("\n").length + (before.length > 0 ? 1 : 0) + (column - 1);
  }

  form.addEventListener("input", () => {
    unsaved = true;
    state.textContent = state.dataset.unsaved;
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
  form.querySelector("[data-letter-preview]").addEventListener("click", (event) => {
    event.preventDefault();
    look();
  });
  form.addEventListener("submit", () => (unsaved = false));
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  async function look() {
    clearTimeout(timer);
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.preview, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        signal: asking.signal,
      });
      if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // Overtaken by the next keystroke, left behind with the page, or no connection: the next pause asks again.
    }
  }

  function take(page) {
    for (const id of regions) {
      const [now, then] = [document.getElementById(id), page.getElementById(id)];
      if (!then || now.innerHTML === then.innerHTML) continue;
      // Half a word is no letter yet: the last one that could be read stays, paler, until the next.
      if (id === "letter-previews" && then.dataset.empty && now.querySelector("iframe")) now.classList.add("stale");
      else if (id === "letter-previews" && matches(now, then)) show(now, then);
      else replace(now, then);
    }
  }

  function matches(now, then) {
    const count = (region) => region.querySelectorAll("iframe").length;
    return count(now) > 0 && count(now) === count(then) && now.children.length === then.children.length;
  }

  // Only what the frames show is changed, so that each stays where its reader has scrolled to.
  function show(now, then) {
    now.classList.remove("stale");
    const fresh = [...then.querySelectorAll("iframe, .letter-plain, .letter-preview-subject, summary")];
    [...now.querySelectorAll("iframe, .letter-plain, .letter-preview-subject, summary")].forEach((old, i) => {
      if (old.tagName !== "IFRAME") old.replaceChildren(...fresh[i].childNodes);
      else if (old.srcdoc !== fresh[i].srcdoc) keepPlace(old, fresh[i].srcdoc);
    });
  }

  function keepPlace(frame, srcdoc) {
    const top = frame.contentWindow.scrollY;
    frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
    frame.srcdoc = srcdoc;
  }

  function replace(now, then) {
    const scrolled = now.querySelector(".letter-fields-scroll")?.scrollTop ?? 0;
    const focused = now.contains(document.activeElement) ? document.activeElement.dataset.insert : null;
    now.replaceChildren(...then.childNodes);
    now.classList.remove("stale");
    const scroll = now.querySelector(".letter-fields-scroll");
    if (scroll) scroll.scrollTop = scrolled;
    if (focused) [...now.querySelectorAll("[data-insert]")].find((b) => b.dataset.insert === focused)?.focus();
  }
})();
