// The letter's frame is as tall as the letter, and the print button prints the letter alone.
(() => {
  const frame = document.querySelector("[data-letter]");
  const fit = () => {
    frame.style.blockSize = `${frame.contentDocument.documentElement.scrollHeight + 2}px`;
  };
  frame.addEventListener("load", fit);
  if (frame.contentDocument?.readyState === "complete") fit();
  window.addEventListener("resize", fit);
  document.querySelector("[data-print-letter]")?.addEventListener("click", (event) => {
    event.preventDefault();
    frame.contentWindow.print();
  });
})();
