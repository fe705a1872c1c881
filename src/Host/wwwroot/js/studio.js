// Puts one screen of Elsa Studio on the page and leads its own links back to our addresses.
// Everything stays inside a function: the scripts of the packages make short names of their own for the whole page.
(() => {
  const stage = document.getElementById("studio-stage");
  const { element, id, api, token, renew, antiforgery } = stage.dataset;
  const remote = location.origin + api;
  const go = (path) => location.assign(new URL(path, document.baseURI));
  const to = (what) => (key) => go(`${what}/${encodeURIComponent(key)}`);

  const make = (tag, attributes) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries({ "remote-endpoint": remote, ...attributes })) made.setAttribute(name, value);
    return made;
  };

  const screen = make(element, {
    "access-token": token,
    ...(element.endsWith("-editor") && { "definition-id": id }),
    ...(element.endsWith("-viewer") && { "instance-id": id }),
  });
  // What is assigned before Studio knows the element is lost.
  customElements.whenDefined(element).then(() => {
    screen.editWorkflowDefinition = to("definitions");
    screen.viewWorkflowInstance = to("instances");
  });
  new MutationObserver((_, watch) => {
    if (screen.childElementCount === 0) return;
    document.getElementById("studio-loading")?.remove();
    watch.disconnect();
  }).observe(screen, { childList: true });
  stage.append(screen);

  // Studio reads a token only when an element is made, so the next one comes with a new element that draws nothing.
  let provider;
  const renewToken = async () => {
    const answer = await fetch("token", { method: "POST", headers: { RequestVerificationToken: antiforgery } }).catch(() => null);
    document.getElementById("studio-signed-out").hidden = answer?.ok === true;
    if (answer?.ok !== true) return;
    const next = make("elsa-backend-provider", { "access-token": await answer.text() });
    stage.append(next);
    provider?.remove();
    provider = next;
  };
  setInterval(renewToken, renew * 1000);

  // Studio writes addresses as if it were the whole site: with our path, and by a whole new page.
  const own = /\/workflows\/(definitions|instances)\/([^/?#]+)\/(?:edit|view)/;
  const pushState = history.pushState;
  history.pushState = function (state, title, url) {
    const found = own.exec(String(url ?? ""));
    if (found) go(`${found[1]}/${found[2]}`);
    else pushState.call(this, state, title, url);
  };
  addEventListener(
    "click",
    (event) => {
      const found = own.exec(event.target.closest?.("a[href]")?.getAttribute("href") ?? "");
      if (!found) return;
      event.preventDefault();
      event.stopPropagation();
      go(`${found[1]}/${found[2]}`);
    },
    true,
  );

  // An answer may send the reader on to a page of ours, e.g. to say why a procedure is published; and what is refused is for the
  // reader to know, whatever Studio makes of it.
  const problem = document.getElementById("studio-problem");
  const say = (text) => {
    problem.querySelector("span").textContent = text;
    problem.hidden = false;
  };
  problem.querySelector("button").addEventListener("click", () => (problem.hidden = true));

  // Studio stops for good when one of these is refused. It has been said; here Studio hears that nothing was found to do. Of a case it
  // does not even bear that, and reads its list again.
  const soften = (answer, address, method) => {
    if (![403, 409, 501].includes(answer.status)) return answer;
    if (method === "DELETE") return new Response(null, { status: address.includes("/workflow-instances/") ? 204 : 404 });
    if (method === "POST" && /\/(cancel|bulk-actions|execute)\b/.test(address)) return Response.json({}, { headers: answer.headers });
    return answer;
  };
  // The code view goes on sending the document that it was opened with: what this page has saved since, it has seen as well.
  let saved = null;
  const tellSaved = (address, options) => {
    if (!saved || options?.method !== "POST" || !address.endsWith("/workflow-definitions")) return options;
    const headers = new Headers(options.headers);
    headers.set("X-CaseFlow-Saved", saved);
    return { ...options, headers };
  };
  const plainFetch = window.fetch;
  window.fetch = async (resource, options) => {
    const address = String(resource);
    const answer = await plainFetch(resource, tellSaved(address, options));
    saved = answer.headers.get("X-CaseFlow-Saved") ?? saved;
    const next = answer.headers.get("X-CaseFlow-Continue");
    const said = answer.headers.get("X-CaseFlow-Say");
    const isProblem = answer.headers.get("Content-Type")?.startsWith("application/problem+json");
    if (next) location.assign(next);
    else if (said) say(decodeURIComponent(said));
    else if (isProblem) say((await answer.clone().json()).detail);
    return soften(answer, address, options?.method ?? "GET");
  };
})();
