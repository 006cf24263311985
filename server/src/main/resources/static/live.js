// The live screen: hears /ws/live and shows the set as it stands. Nothing is counted here; the server counts.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const main = byId("main");
  const spine = Spine.side(byId("spine"));
  const twist = Spine.above(byId("twist"));
  const detectable = Number(byId("bars").dataset.detectable);
  const SHAPES = {
    0: '<circle cx="8" cy="8" r="6"/>',
    1: '<circle class="ring" cx="8" cy="8" r="5"/>',
    2: '<path d="M8 1.5 15 14.5H1z"/>',
    3: '<path d="M2 2h12v12H2z"/>',
    na: '<circle class="dashed" cx="8" cy="8" r="6"/>',
  };
  const WORDS = { 0: "on target", 1: "note", 2: "caution", 3: "end the set", na: "not assessed" };

  let set = null;
  let pose = null;
  let drawing = false;
  let retryMs = 250;
  let connected = false;
  let lost = false;

  // --- what the screen says ---

  function lastState() {
    // what runs, and what waits for a second one like it
    const flag = strongest(set.flags.filter((one) => one.repetition > set.repetitions.length && !one.logOnly));
    if (flag) {
      return { level: flag.level, repetition: flag.repetition };
    }
    const last = set.repetitions[set.repetitions.length - 1];
    if (!last) {
      return null;
    }
    if (last.level === 0 && !last.judged) {
      return { level: "na", repetition: last.number };
    }
    return { level: last.level, repetition: last.number };
  }

  function strongest(flags) {
    return flags.reduce((best, flag) => (!best || flag.level > best.level ? flag : best), null);
  }

  function say(number, level, word, hint) {
    main.dataset.level = level === null ? "none" : String(level);
    byId("number").textContent = number;
    byId("word").textContent = word;
    byId("hint").textContent = hint;
    const shape = byId("shape");
    shape.innerHTML = level === null ? "" : SHAPES[level];
    shape.toggleAttribute("hidden", level === null);
  }

  function showReading() {
    const count = String(set.repetitions.length);
    if (set.stage === "stand_still") {
      say("", null, "Stand still", "Arms hanging, for three seconds.");
    } else if (set.stage === "bow") {
      say("", null, "Bow slowly three times", "As far as is comfortable, then stand still again.");
    } else if (set.stage === "ended") {
      say(count, null, set.repetitions.length === 1 ? "rep" : "reps", endHint());
    } else {
      const state = lastState();
      const waiting = set.next > set.repetitions.length + 1;
      if (!state && waiting) {
        say(String(set.next - 1), null, "go on", "A set begins with two reps alike.");
        return;
      }
      if (!state) {
        say("0", null, "lift when ready", "");
        return;
      }
      const cue = set.cue && set.cue.repetition === state.repetition && state.level >= 2 ? set.cue.word : null;
      const word = state.level === 3 ? WORDS[3] : cue || WORDS[state.level];
      // a flag in mid-repetition speaks of the repetition that is running
      say(String(state.repetition), state.level, word, state.level === "na" ? notAssessedBecause() : "");
    }
  }

  function notAssessedBecause() {
    return set.twoSensors ? "No limits are set for this exercise yet." : "Lumbar flexion takes two sensors on the trunk.";
  }

  function endHint() {
    const flagged = set.repetitions.filter((one) => one.level >= 2).map((one) => one.number);
    const what = flagged.length === 0 ? "" : flagged.length === 1 ? `Rep ${flagged[0]} was flagged. ` : `Reps ${flagged.join(", ")} were flagged. `;
    return set.demo ? what + "The next simulated set begins soon." : what;
  }

  function showBars() {
    const bars = byId("bars");
    const tallest = Math.max(50, ...set.repetitions.map((one) => one.peakFlexionDeg || 0)) * 1.08;
    const items = set.repetitions.map((one) => {
      const level = one.judged || one.level > 0 ? one.level : "na";
      const item = document.createElement("li");
      const assessed = one.peakFlexionDeg !== null;
      item.className = `bar level-${level}`;
      const height = assessed ? Math.max(3, (100 * one.peakFlexionDeg) / tallest) : 40;
      const value = document.createElement("span");
      value.className = "value";
      value.textContent = assessed ? `${Math.round(one.peakFlexionDeg)}°` : "";
      const fill = document.createElement("span");
      fill.className = "fill";
      fill.style.height = `${height}%`;
      fill.append(value);
      const number = document.createElement("span");
      number.className = "rep";
      number.textContent = one.number;
      item.append(fill, number);
      item.setAttribute("aria-label", `Rep ${one.number}: ${assessed ? value.textContent + ", " : ""}${WORDS[level]}`);
      return item;
    });
    bars.replaceChildren(...items);
    showBand(tallest);
  }

  /** The first three reps and what cannot be told from them. */
  function showBand(tallest) {
    const first = set.repetitions.slice(0, 3).map((one) => one.peakFlexionDeg).filter((peak) => peak !== null);
    const band = byId("band");
    band.hidden = first.length < 3;
    if (first.length === 3) {
      const usual = first.sort((a, b) => a - b)[1];
      const from = Math.max(0, usual - detectable);
      band.style.setProperty("--from", String(from / tallest));
      band.style.setProperty("--size", String(Math.min(usual + detectable - from, tallest - from) / tallest));
    }
  }

  function line(parent, className, text) {
    const made = document.createElement("p");
    made.className = className;
    made.textContent = text;
    parent.append(made);
    return made;
  }

  function card(flag) {
    const item = document.createElement("li");
    item.className = `card level-${flag.level}`;
    const title = document.createElement("h3");
    title.innerHTML = `<svg class="shape level-${Number(flag.level)}" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[flag.level]}</svg>`;
    title.append(` Rep ${flag.repetition}: ${flag.title.toLowerCase()}`);
    item.append(title);
    if (flag.level < 2) {
      item.className += " brief";
      const brief = line(item, "value", "");
      brief.append(Object.assign(document.createElement("strong"), { textContent: flag.value }));
      return item;
    }
    const value = line(item, "value", "");
    const strong = document.createElement("strong");
    strong.textContent = flag.value;
    const limit = document.createElement("span");
    limit.textContent = `limit ${flag.limit}`;
    value.append(strong, " ", limit);
    line(item, "action", flag.action);
    line(item, "quiet-text", `${flag.metric}, at ${flag.timeS.toFixed(1)} s. Confidence ${flag.confidence}; ${flag.detectable}.`);
    return item;
  }

  function showFlags() {
    const newestFirst = [...set.flags].sort((a, b) => b.repetition - a.repetition || b.level - a.level);
    byId("flags").replaceChildren(...newestFirst.map(card));
    byId("no-flags").hidden = newestFirst.length > 0;
    const story = byId("story");
    story.replaceChildren();
    for (const sentence of set.story) {
      line(story, "", sentence);
    }
    story.hidden = set.story.length === 0;
    const messages = byId("messages");
    messages.replaceChildren();
    for (const message of set.messages) {
      line(messages, "quiet-text", message);
    }
  }

  function showHealth() {
    const health = byId("health");
    if (!connected && !lost) {
      health.className = "health";
      health.textContent = "Connecting";
      return;
    }
    if (lost) {
      health.className = "health poor";
      health.textContent = "Connection to the server lost. Trying again; the set goes on.";
      return;
    }
    if (!set || set.stage === "ended") {
      health.className = "health";
      health.textContent = set ? "The set is over and kept." : "No sensor is streaming.";
      return;
    }
    const silent = set.sensors.some((one) => one.silent);
    health.className = silent || set.trouble ? "health poor" : "health";
    const sensors = set.sensors.map((one) => {
      const placement = one.placement.replace("_", " ");
      const gaps = one.gaps === 1 ? ", 1 gap" : one.gaps > 1 ? `, ${one.gaps} gaps` : "";
      if (!one.silent && one.rateHz === 0) {
        return `${placement}: listening`;
      }
      return one.silent ? `${placement}: no signal` : `${placement} ${one.rateHz.toFixed(0)} Hz${gaps}`;
    });
    health.textContent = [...sensors, set.trouble || "recording"].join(" · ");
  }

  function show() {
    main.dataset.stage = set.stage;
    byId("exercise").textContent = set.title || set.exerciseName;
    byId("simulated").hidden = !set.simulated;
    const calibrating = set.stage === "stand_still" || set.stage === "bow";
    // a simulated lifter bows whatever one says
    byId("begin").hidden = !calibrating || set.simulated;
    byId("begin").action = `/live/${set.set}/begin`;
    byId("stop").hidden = set.stage === "ended";
    byId("stop").action = `/live/${set.set}/stop`;
    byId("after").hidden = set.stage !== "ended";
    byId("open-set").href = `/sets/${set.set}`;
    showReading();
    showBars();
    showFlags();
    showHealth();
  }

  function showIdle(event) {
    if (event.reload) {
      location.assign("/");
      return;
    }
    set = null;
    main.dataset.stage = "idle";
    say("", null, "No set is running", main.dataset.demo === "on" ? "The simulated set begins in a moment." : "");
    byId("hint").append(main.dataset.demo === "on" ? "" : startLink());
    showHealth();
  }

  function startLink() {
    const link = document.createElement("a");
    link.href = "/start";
    link.textContent = "Start a set";
    return link;
  }

  function drawPose() {
    drawing = false;
    if (!pose) {
      return;
    }
    const [tilt, flexion, , rotation, lean] = pose;
    if (tilt !== null && flexion !== null) {
      spine.pose(tilt, flexion);
    } else if (lean !== null) {
      // one sensor sees the trunk as one piece
      spine.pose(lean, 0);
    } else {
      // what a lost sensor last showed is not what is
      spine.blank();
    }
    twist.turn(rotation);
  }

  // --- what the server says ---

  const HEARD = {
    snapshot(event) {
      if (!set || set.set !== event.snapshot.set) {
        pose = null;
        spine.clear();
      }
      set = event.snapshot;
      show();
    },
    pose(event) {
      pose = event.pose;
      if (!drawing) {
        drawing = true;
        requestAnimationFrame(drawPose);
      }
    },
    repetition(event) {
      set.repetitions = set.repetitions.filter((one) => one.number !== event.repetition.number);
      set.repetitions.push(event.repetition);
      event.flags.forEach(addFlag);
      set.story = event.story;
      showReading();
      showBars();
      showFlags();
    },
    flag(event) {
      addFlag(event.flag);
      showReading();
      showFlags();
    },
    cue(event) {
      set.cue = event.cue;
      showReading();
    },
    phase(event) {
      set.phase = event.phase;
      if (event.phase === "concentric" && pose && pose[0] !== null && pose[1] !== null) {
        spine.setUp(pose[0], pose[1]);
      }
    },
    next(event) {
      set.next = event.repetition;
      showReading();
    },
    message(event) {
      set.messages.push(event.message);
      showFlags();
    },
    health(event) {
      set.sensors = event.sensors;
      set.trouble = event.trouble;
      showHealth();
    },
    idle: showIdle,
  };

  function addFlag(flag) {
    set.flags = set.flags.filter((one) => one.repetition !== flag.repetition || one.flag !== flag.flag);
    set.flags.push(flag);
  }

  function listen() {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/live`);
    socket.onopen = () => {
      connected = true;
      lost = false;
      retryMs = 250;
    };
    socket.onmessage = (message) => {
      const event = JSON.parse(message.data);
      if (event.set && (!set || set.set !== event.set)) {
        return;
      }
      HEARD[event.type]?.(event);
    };
    socket.onclose = () => {
      connected = false;
      lost = true;
      showHealth();
      setTimeout(listen, retryMs);
      retryMs = Math.min(retryMs * 2, 5000);
    };
  }

  if (main.dataset.snapshot) {
    // the state the page was made with: shown until the socket answers
    HEARD.snapshot(JSON.parse(main.dataset.snapshot));
  }
  listen();
})();
