// The body map: touching a place ticks it in the list. Without this script the list is all there is.
"use strict";

for (const map of document.querySelectorAll(".body-map")) {
  const box = (place) => map.querySelector(`input[value="${place}"]`);
  const paint = () => {
    for (const spot of map.querySelectorAll("[data-place]")) {
      spot.classList.toggle("on", box(spot.dataset.place).checked);
    }
  };
  map.querySelector(".figures").hidden = false;
  map.querySelector("details").open = false;
  map.addEventListener("click", (event) => {
    const place = event.target.dataset && event.target.dataset.place;
    if (place) {
      box(place).checked = !box(place).checked;
      paint();
    }
  });
  map.addEventListener("change", paint);
  paint();
}
