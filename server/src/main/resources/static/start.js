// What is said of an exercise is shown while that one is chosen, and the load is the one of that exercise until somebody types
// another. Without script what is said stands there for all of them, and the page is asked for anew to fill in another load.
"use strict";

(() => {
  const choices = [...document.querySelectorAll("select[name=exercise]")];
  const measured = choices.find((choice) => choice.form.elements.source.value === "sensors");

  function isOf(note, exercise) {
    return note.dataset.of.split(" ").includes(exercise);
  }

  function show() {
    for (const choice of choices) {
      for (const note of choice.form.querySelectorAll("[data-of]")) {
        note.hidden = !isOf(note, choice.value);
      }
    }
    // what was lifted last is of what the sensors are about to measure; without them it stays as the page came
    if (measured) {
      for (const note of document.querySelectorAll(".last-time")) {
        note.hidden = !isOf(note, measured.value);
      }
    }
  }

  function filledIn(choice) {
    const known = choice.form.querySelector(`data[data-exercise="${choice.value}"]`);
    return known ? known.dataset.load : "";
  }

  for (const choice of choices) {
    const load = choice.form.elements.load;
    let typed = Number(load.value) !== Number(filledIn(choice));
    load.addEventListener("input", () => {
      typed = true;
    });
    choice.addEventListener("change", () => {
      if (!typed) {
        load.value = filledIn(choice);
      }
      show();
    });
  }
  show();
})();
