// Keeps the emergency page on this device, and says so once it is kept. Browsers allow it over https and on the device itself only; elsewhere the live screen
// holds the same text.
"use strict";

if ("serviceWorker" in navigator) {
  navigator.serviceWorker
    .register("/emergency-worker.js", { scope: "/emergency" })
    .then(() => navigator.serviceWorker.ready)
    .then(() => {
      document.getElementById("kept").hidden = false;
    })
    .catch(() => {});
}
