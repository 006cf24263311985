// The board: asks for its tiles once a second while somebody looks. What is drawn is the server's.
"use strict";

(() => {
  const EVERY_MS = 1000;
  const tiles = document.getElementById("tiles");
  const age = document.getElementById("board-age");
  let drawn = tiles.innerHTML;
  let failures = 0;

  async function ask() {
    if (!document.hidden) {
      try {
        const answer = await fetch("/board/tiles", { headers: { Accept: "text/html" } });
        if (answer.redirected || answer.status === 401) {
          location.assign("/sign-in");
          return;
        }
        const html = await answer.text();
        if (answer.ok && html !== drawn) {
          // whoever walks the tiles by keyboard stays where they are
          const focused = document.activeElement?.closest?.(".tile a")?.getAttribute("href");
          drawn = html;
          tiles.innerHTML = html;
          if (focused) {
            tiles.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
          }
        }
        failures = answer.ok ? 0 : failures + 1;
      } catch (unreachable) {
        failures += 1;
      }
      age.hidden = failures < 2;
      age.textContent = failures < 2 ? "" : age.dataset.lost;
    }
    setTimeout(ask, EVERY_MS);
  }

  setTimeout(ask, EVERY_MS);
})();
