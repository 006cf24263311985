// A button that copies the text of an element. It shows only where the browser lets a page copy.
"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  const of = document.getElementById(button.dataset.copy);
  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(of);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    select();
    try {
      // only pages of https and of this machine may write to the clipboard by themselves
      await (navigator.clipboard ? navigator.clipboard.writeText(of.textContent) : Promise.reject(new Error("none")));
    } catch {
      if (!document.execCommand("copy")) {
        return;
      }
    }
    button.textContent = button.dataset.copied;
  });
}
