// Answers for the emergency page and its style while there is no connection, and for nothing else. The scope is that page.
"use strict";

const KEPT = "emergency-1";
const PAGES = ["/emergency", "/plumbline.css", "/pain.css", "/mark.svg", "/emergency.js"];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll(PAGES.map((page) => new Request(page, { cache: "reload" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const others = (names) => names.filter((name) => name.startsWith("emergency-") && name !== KEPT);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(others(names).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== location.origin || !PAGES.includes(address.pathname)) {
    return;
  }
  // newest first: a server that answers may have a new number or new words
  event.respondWith(
    fetch(event.request)
      .then((answer) => {
        if (answer.ok) {
          const copy = answer.clone();
          event.waitUntil(caches.open(KEPT).then((cache) => cache.put(address.pathname, copy)));
        }
        return answer;
      })
      .catch(() => caches.match(address.pathname)),
  );
});
