// What a page does beside htmx. Without scripts everything works as well, a page at a time.
(() => {
  "use strict";
  const trouble = (shown) => {
    const told = document.getElementById("trouble");
    if (!told) return;
    told.hidden = !shown;
    told.textContent = shown ? told.dataset.text : "";
  };
  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, () => trouble(true));
  }
  document.addEventListener("htmx:beforeRequest", () => trouble(false));
  // A source that is folded away is unfolded by its marker: not every browser does so itself.
  document.addEventListener("click", (event) => {
    const marker = event.target.closest("a.marker");
    const folded = marker && document.querySelector(marker.hash)?.closest("details");
    if (folded) folded.open = true;
  });
  // Asked in place, the address has changed since the page was drawn: return to what is shown.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-language]");
    if (!link) return;
    const address = new URL(link.href);
    address.searchParams.set("back", location.pathname + location.search + location.hash);
    link.href = address.href;
  });
})();
