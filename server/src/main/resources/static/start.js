// What is said of one exercise is shown while that one is chosen. Without script all of it stands there, each with its exercise.
"use strict";

(() => {
  const choices = [...document.querySelectorAll("select[name=exercise]")];

  function show() {
    for (const choice of choices) {
      for (const note of choice.form.querySelectorAll("[data-of]")) {
        note.hidden = note.dataset.of !== choice.value;
      }
    }
    const chosen = choices.map((choice) => choice.value);
    const said = new Set();
    for (const note of document.querySelectorAll(".left-out")) {
      // one restriction may speak of both
      note.hidden = !chosen.includes(note.dataset.of) || said.has(note.textContent);
      if (!note.hidden) {
        said.add(note.textContent);
      }
    }
  }

  for (const choice of choices) {
    choice.addEventListener("change", show);
  }
  show();
})();
