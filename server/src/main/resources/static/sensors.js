// The sensors page: asks /api/sensors once a second and shows what it says. What is pressed goes to the same address.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const POLL_MS = 1000;
  const sayings = Object.fromEntries(
    [...byId("words").content.querySelectorAll("[data-key]")].map((one) => [one.dataset.key, one.textContent]),
  );
  /** A text of the message files, filled in. */
  const word = (key, ...values) => (sayings[key] ?? key).replace(/\{(\d)\}/g, (_, at) => values[at] ?? "");
  const LEVELS = { off: "na", searching: 1, connecting: 1, configuring: 1, streaming: 0, lost: 2, refused: 2 };
  const SHAPES = {
    0: '<circle cx="8" cy="8" r="6"/>',
    1: '<circle class="ring" cx="8" cy="8" r="5"/>',
    2: '<path d="M8 1.5 15 14.5H1z"/>',
    na: '<circle class="dashed" cx="8" cy="8" r="6"/>',
  };
  const UNREACHABLE = word("unreachable");
  const CSRF = document.querySelector('meta[name="csrf"]')?.content ?? "";
  const LOW_BATTERY = 15;
  const MUCH_LOSS = 1;
  const SLOW = 0.95;

  let asking = null;
  let status = null;

  async function ask(method, path, body) {
    try {
      const answer = await fetch("/api/sensors" + path, {
        method,
        headers: { "X-CSRF-TOKEN": CSRF, ...(body ? { "Content-Type": "application/json" } : {}) },
        body: body ? JSON.stringify(body) : undefined,
      });
      const json = await answer.json();
      if (!answer.ok) {
        say("problem", json.detail || word("failed"));
        return;
      }
      if (method !== "GET" || byId("problem").textContent === UNREACHABLE) {
        say("problem", "");
      }
      status = json;
      show();
    } catch (unreachable) {
      say("problem", UNREACHABLE);
    }
  }

  function say(id, text) {
    const line = byId(id);
    if (line.textContent !== text) {
      line.textContent = text;
    }
    line.hidden = !text;
  }

  function set(node, text) {
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }

  function path(address) {
    return "/" + encodeURIComponent(address);
  }

  // --- one line for each thing, kept in place so that focus and open menus stay ---

  function keyed(list, items, template, fill) {
    const present = new Map([...list.children].map((node) => [node.dataset.key, node]));
    items.forEach((item, index) => {
      let node = present.get(item.address);
      present.delete(item.address);
      if (!node) {
        node = byId(template).content.firstElementChild.cloneNode(true);
        node.dataset.key = item.address;
      }
      if (list.children[index] !== node) {
        list.insertBefore(node, list.children[index] || null);
      }
      fill(node, item);
    });
    present.forEach((node) => node.remove());
  }

  function part(node, name) {
    return node.querySelector("[data-" + name + "]");
  }

  function fillSensor(node, sensor) {
    const signal = sensor.signal;
    const streaming = sensor.state === "streaming";
    const level = LEVELS[sensor.state];
    set(part(node, "name"), sensor.name);
    set(part(node, "family"), sensor.family + ", " + sensor.address);
    set(part(node, "state"), word("state." + sensor.state));
    const shape = node.querySelector(".shape");
    if (shape.dataset.level !== String(level)) {
      shape.dataset.level = String(level);
      shape.setAttribute("class", "shape level-" + level);
      shape.innerHTML = SHAPES[level];
    }
    node.dataset.state = sensor.state;
    set(part(node, "reason"), sensor.reason ? capital(sensor.reason) + "." : "");
    part(node, "reason").hidden = !sensor.reason;
    const placement = part(node, "placement");
    if (document.activeElement !== placement) {
      placement.value = sensor.placement || "";
    }
    placement.setAttribute("aria-label", word("sits", sensor.name));
    const flows = streaming && signal.rateHz > 0;
    const rate = () => sensor.rateHz === null
      ? signal.rateHz.toFixed(1) + " Hz"
      : word("rate", signal.rateHz.toFixed(1), sensor.rateHz.toFixed(0));
    mark(part(node, "rate"), flows ? rate() : "–", flows && signal.rateHz < SLOW * sensor.rateHz);
    const shed = signal.shed ? ", " + word("shed", signal.shed) : "";
    mark(part(node, "lost"), signal.samples ? signal.lostPercent.toFixed(1) + " %" + shed : "–", signal.lostPercent > MUCH_LOSS || signal.shed > 0);
    mark(part(node, "battery"), signal.batteryPercent === null ? word("no-battery") : signal.batteryPercent + " %",
      signal.batteryPercent !== null && signal.batteryPercent <= LOW_BATTERY);
    mark(part(node, "delay"), signal.delayMs === null ? "–" : "+" + signal.delayMs.toFixed(0) + " ms", false);
    mark(part(node, "clock"), signal.skewPartsPerMillion === null ? "–" : signal.skewPartsPerMillion.toFixed(0) + " ppm", false);
    const want = node.querySelector('[data-do="want"]');
    set(want, sensor.state === "off" || sensor.state === "refused" ? word("connect") : word("disconnect"));
    const tap = node.querySelector('[data-do="tap"]');
    tap.hidden = !status.simulated || status.replayed;
    tap.disabled = !streaming;
    part(node, "house").hidden = sensor.mine;
    set(node.querySelector('[data-do="claim"]'), sensor.mine ? word("give") : word("claim"));
    const blink = node.querySelector('[data-do="blink"]');
    blink.hidden = !sensor.canBlink;
    blink.disabled = !streaming;
    node.querySelectorAll("button").forEach((button) => button.setAttribute("aria-label", button.textContent + " " + sensor.name));
  }

  function mark(node, text, low) {
    set(node, low ? "▲ " + text : text);
    node.classList.toggle("low", low);
  }

  function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  function fillFound(node, device) {
    set(part(node, "name"), device.name || word("unnamed"));
    set(part(node, "family"), device.family);
    set(part(node, "reason"), device.reason);
    set(part(node, "near"), nearness(device.rssiDbm));
    const pair = node.querySelector("button");
    pair.disabled = !device.usable;
    set(pair, device.usable ? word("pair") : word("unusable"));
    pair.setAttribute("aria-label", word(device.usable ? "pair.what" : "unusable.what", device.name || device.address));
  }

  function nearness(rssiDbm) {
    return rssiDbm > -60 ? word("near") : rssiDbm > -80 ? word("room") : word("far");
  }

  function show() {
    byId("simulated").hidden = !status.simulated;
    byId("replayed").hidden = !status.replayed;
    set(byId("trouble"), status.reason);
    byId("starting").hidden = !status.starting;
    byId("trouble-box").hidden = status.working || status.starting || !status.reason;
    keyed(byId("sensors"), status.sensors, "sensor-template", fillSensor);
    byId("none").hidden = status.sensors.length > 0;
    byId("finding").hidden = !(status.finding && status.working) && status.found.length === 0;
    say("looking", status.finding && status.working
      ? word("looking")
      : status.found.length === 0 ? "" : word("looked"));
    keyed(byId("found"), status.found, "found-template", fillFound);
    set(byId("find"), status.finding && status.working ? word("find.stop") : word("find"));
    const streaming = status.sensors.filter((one) => one.state === "streaming");
    byId("place").hidden = streaming.length < 2;
    set(byId("place"), status.placing.waiting ? word("place.stop") : word("place"));
    say("placing", status.placing.message);
    byId("ready").hidden = !streaming.some((one) => one.placement);
  }

  async function poll() {
    if (!document.hidden && !asking) {
      asking = ask("GET", "");
      await asking;
      asking = null;
    }
    setTimeout(poll, POLL_MS);
  }

  byId("find").addEventListener("click", () => ask(status && status.finding && status.working ? "DELETE" : "POST", "/find"));
  byId("place").addEventListener("click", () => ask(status && status.placing.waiting ? "DELETE" : "POST", "/placing"));

  // there for administrators alone
  byId("simulate")?.addEventListener("click", async () => {
    await ask("POST", "/simulate");
    await ask("POST", "/find");
  });

  byId("found").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) {
      const next = [...byId("found").querySelectorAll("button:enabled")].find((one) => one !== button);
      ask("POST", path(button.closest("li").dataset.key)).then(() => (next || byId("find")).focus());
    }
  });

  byId("sensors").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) {
      return;
    }
    const address = button.closest("li").dataset.key;
    const sensor = status.sensors.find((one) => one.address === address);
    if (button.dataset.do === "blink" || button.dataset.do === "tap") {
      ask("POST", path(address) + "/" + button.dataset.do);
    } else if (button.dataset.do === "want") {
      ask("PUT", path(address), { wanted: sensor.state === "off" || sensor.state === "refused" });
    } else if (button.dataset.do === "claim") {
      ask("PUT", path(address), { mine: !sensor.mine });
    } else if (confirm(word("forget", sensor.name))) {
      ask("DELETE", path(address));
    }
  });

  byId("sensors").addEventListener("change", (event) => {
    ask("PUT", path(event.target.closest("li").dataset.key), { placement: event.target.value });
  });

  poll();
})();
