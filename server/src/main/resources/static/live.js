// The live screen: hears /ws/live and shows the set as it stands. Nothing is counted here; the server counts.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const main = byId("main");
  // somebody else's set: looked at, and nothing to press
  const watching = main.hasAttribute("data-watch");
  // a sample person, for whom the next set begins by itself
  const demo = main.dataset.demo === "true";
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
  const sayings = Object.fromEntries(
    [...byId("words").content.querySelectorAll("[data-key]")].map((one) => [one.dataset.key, one.textContent]),
  );
  /** A text of the message files, filled in; where the set is of holds, their own. */
  const text = (key, ...values) => ((set?.holds && sayings[`${key}.hold`]) || sayings[key] || key).replace(/\{(\d)\}/g, (_, at) => values[at] ?? "");
  const levelWord = (level) => text(`level-${level}`);
  const csrf = () => document.querySelector('meta[name="csrf"]')?.content ?? "";

  /** Phases in which nobody lifts. */
  const RESTING = ["ready", "top"];

  let set = null;
  let pose = null;
  /** Time of the newest pose on the set's clock, s. */
  let poseS = null;
  /** The seconds of a hold that stand on the screen. */
  let heldShown = null;
  /** How far the posture that is held has sunk, and what of it stands on the screen. */
  let sagDeg = null;
  let sagShown = "";
  let holdHint = "";
  let drawing = false;
  let retryMs = 250;
  let connected = false;
  /** Whether this screen, or the way to it, does not keep up with the figure. */
  let slow = false;
  let lost = false;
  let signedOut = false;
  /** A STOP the server has not heard yet. */
  let stopWaits = null;
  /** The set that STOP was pressed in. */
  let stopped = null;
  /** A set stopped for sharp pain the server has not heard of yet. */
  let sharpWaits = null;

  // --- what the screen says ---

  function lastState() {
    // what runs, and what waits for a second one like it
    const flag = strongest(set.flags.filter((one) => one.repetition > set.repetitions.length && !one.logOnly));
    if (flag) {
      return { level: flag.level, repetition: flag.repetition };
    }
    // the sensors lost what came after the last one
    if (set.silence && set.silence.counted === set.repetitions.length) {
      return { level: "na", repetition: set.repetitions.length, lost: set.silence.sentence };
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

  function say(number, level, word, hint, unit = "") {
    main.dataset.level = level === null ? "none" : String(level);
    byId("number").textContent = number;
    byId("number").dataset.digits = String(number.length);
    byId("number").dataset.unit = unit;
    byId("word").textContent = word;
    byId("hint").textContent = hint;
    const shape = byId("shape");
    shape.innerHTML = SHAPES[level] ?? "";
    shape.toggleAttribute("hidden", !(level in SHAPES));
  }

  function showReading() {
    const count = String(set.repetitions.length);
    if (set.stage === "stand_still") {
      say("", null, text("stand-still"), text("stand-still.hint"));
    } else if (set.stage === "bow") {
      say("", null, text("bow"), text("bow.hint"));
    } else if (set.stage === "ended" && set.holds && set.repetitions.length === 1) {
      const only = set.repetitions[0];
      say(heldOf(only), null, text("held"), [targetOf(only), endHint()].filter(Boolean).join(". "), "s");
    } else if (set.stage === "ended") {
      say(count, null, text(set.repetitions.length === 1 ? "rep" : "reps"), endHint());
    } else {
      showLifting();
    }
  }

  // --- a hold: its seconds, by the clock of the samples, so that they stand still where none come ---

  const holding = () => Boolean(set.holds && set.hold && set.hold.heldS === null && set.stage === "lifting");
  const silent = () => set.sensors.some((one) => one.silent);
  const target = () => (set.holdTargetS === null ? "" : text("held-of", seconds(set.holdTargetS)));
  const targetReached = () => text("holding.reached", seconds(set.holdTargetS));
  /** What a hold that is over came to: no "22 of 12". */
  const targetOf = (one) => (one.heldS !== null && Held.reached(one.heldS, set.holdTargetS) ? targetReached() : target());
  const seconds = Held.planned;
  const heldOf = (one) => (one.heldS === null ? "–" : Held.said(one.heldS, set.holdTargetS));

  function heldSeconds() {
    if (poseS === null || silent()) {
      return heldShown ?? 0;
    }
    return Math.max(0, Math.floor(poseS - set.hold.sinceS));
  }

  function showHolding() {
    heldShown = heldSeconds();
    const flag = strongest(set.flags.filter((one) => one.repetition === set.hold.number && !one.logOnly));
    const quiet = !watching && Cues.isQuiet(set.hold.number);
    const level = quiet ? "quiet" : flag ? flag.level : null;
    const cue = set.cue && set.cue.repetition === set.hold.number ? set.cue.word : null;
    const reached = set.holdTargetS !== null && heldShown >= set.holdTargetS;
    const calm = silent() ? text("holding.silent") : reached ? targetReached() : text("holding");
    const word = level === 3 ? levelWord(3) : level === 2 ? cue || levelWord(2) : calm;
    // who is outside a limit is told as well that they may stop
    const hint = !reached ? target() : word === targetReached() ? "" : targetReached();
    say(String(heldShown), level, word, "", "s");
    holdHint = hint;
    showHoldHint();
  }

  function showHoldHint() {
    sagShown = sagOf(sagDeg);
    byId("hint").textContent = [holdHint, sagShown].filter(Boolean).join(" · ");
  }

  /** What a hold on the side is judged by; of other holds it is not what counts. */
  const sagOf = (degrees) => (set.onSide && Number.isFinite(degrees) ? text("sag", Math.round(degrees)) : "");

  /** A pose came: the words are said anew only where they change. */
  function countHold() {
    if (!holding()) {
      return;
    }
    if (heldShown !== null && sagOf(sagDeg) !== sagShown) {
      showHoldHint();
    }
    if (heldSeconds() === heldShown) {
      return;
    }
    if (heldShown === null || heldSeconds() === Math.ceil(set.holdTargetS ?? -1)) {
      showHolding();
      return;
    }
    heldShown = heldSeconds();
    byId("number").textContent = String(heldShown);
    byId("number").dataset.digits = String(String(heldShown).length);
  }

  function showLifting() {
    if (holding()) {
      showHolding();
      return;
    }
    heldShown = null;
    const state = lastState();
    if (set.hold && set.hold.number > set.repetitions.length) {
      // left, and not known yet whether it counts
      say(heldOf(set.hold), null, text("held"), targetOf(set.hold), "s");
      return;
    }
    if (!state && set.next > set.repetitions.length + 1) {
      say(String(set.next - 1), null, text("go-on"), text("go-on.hint"));
    } else if (!state && !RESTING.includes(set.phase)) {
      say("0", null, text("seen"), text("seen.hint"));
    } else if (!state) {
      say("0", null, text(set.demo ? "lift-demo" : "lift"), "");
    } else if (state.lost) {
      say(String(state.repetition), "na", levelWord("na"), state.lost);
    } else if (!watching && Cues.isQuiet(state.repetition)) {
      const silent = Cues.settings.mode === "silent";
      say(String(state.repetition), "quiet", text("quiet"), text(silent ? "quiet.silent" : "quiet.faded"));
    } else {
      const cue = set.cue && set.cue.repetition === state.repetition && state.level >= 2 ? set.cue.word : null;
      const word = state.level === 3 ? levelWord(3) : cue || levelWord(state.level);
      // a flag in mid-repetition speaks of the repetition that is running
      const hint = takenBack(state.repetition) || (state.level === "na" ? notAssessedBecause(state.repetition) : "");
      const done = set.repetitions.find((one) => one.number === state.repetition);
      if (set.holds && done) {
        say(heldOf(done), state.level, word, [targetOf(done), sagOf(done.sagDeg), text("nth", done.number), hint].filter(Boolean).join(" · "), "s");
      } else {
        const still = state.level === 3 ? "" : stopSuggested();
        say(String(state.repetition), state.level, word, [still, hint].filter(Boolean).join(" "));
      }
    }
  }

  /** A flag that came while the repetition ran and does not stand. */
  function takenBack(number) {
    const repetition = set.repetitions.find((one) => one.number === number);
    return repetition ? repetition.withdrawn.join(" ") : "";
  }

  function notAssessedBecause(number) {
    const repetition = set.repetitions.find((one) => one.number === number);
    return isSwapped() ? text("na.swapped") : repetition?.notJudgedBecause ?? "";
  }

  /** What was suggested stays in sight until the set is over, however good the repetitions after it are. */
  function stopSuggested() {
    const after = set.repetitions.filter((one) => one.level === 3).map((one) => one.number);
    return after.length === 0 ? "" : text("stop-suggested", after[0]);
  }

  function endHint() {
    const flagged = set.repetitions.filter((one) => one.level >= 2).map((one) => one.number);
    const what = flagged.length === 0 ? "" : text(flagged.length === 1 ? "flagged-one" : "flagged-more", flagged.join(", "));
    return [set.stopped, stopSuggested(), what, set.demo ? text("demo-next") : ""].filter(Boolean).join(" ");
  }

  const isSwapped = () => Boolean(set.calibration && set.calibration.swapped);

  function showBars() {
    const bars = byId("bars");
    const tall = (one) => (set.holds ? one.heldS : set.extension ? one.extensionDeg : one.peakFlexionDeg);
    const least = set.holds ? set.holdTargetS ?? 1 : set.extension ? 20 : 50;
    const tallest = Math.max(least, ...set.repetitions.map((one) => tall(one) || 0)) * 1.08;
    document.querySelector(".bars").setAttribute("aria-label", text(set.extension ? "bars-extension" : "bars"));
    const items = set.repetitions.map((one) => {
      const quiet = set.stage !== "ended" && !watching && Cues.isQuiet(one.number);
      const level = quiet ? "quiet" : one.judged || one.level > 0 ? one.level : "na";
      const item = document.createElement("li");
      const assessed = tall(one) !== null;
      item.className = `bar level-${level}`;
      const height = assessed ? Math.max(3, (100 * tall(one)) / tallest) : 40;
      const value = document.createElement("span");
      value.className = "value";
      value.textContent = !assessed ? "" : set.holds ? text("seconds", heldOf(one)) : `${Math.round(tall(one))}°`;
      const fill = document.createElement("span");
      fill.className = "fill";
      fill.style.height = `${height}%`;
      fill.append(value);
      const number = document.createElement("span");
      number.className = "rep";
      number.textContent = one.number;
      item.append(fill, number);
      const said = quiet ? text("quiet") : levelWord(level);
      item.setAttribute("aria-label", text("bar", one.number, `${assessed ? `${value.textContent}, ` : ""}${said}`));
      return item;
    });
    bars.replaceChildren(...items);
    showBand(tallest);
  }

  /** The first three reps and what cannot be told from them. */
  function showBand(tallest) {
    const first = set.repetitions.slice(0, 3).map((one) => one.peakFlexionDeg).filter((peak) => peak !== null);
    const band = byId("band");
    band.hidden = set.holds || set.extension || first.length < 3;
    if (!band.hidden) {
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
    title.append(` ${text("flag", flag.repetition, flag.found)}`);
    item.append(title);
    const detail = text("detail", flag.metric, flag.timeS.toFixed(1), flag.confidence, flag.detectable);
    if (flag.level < 2) {
      item.className += " brief";
      line(item, "quiet-text", flag.limit === null ? flag.action : `${text("noted", flag.limit)}. ${detail}`);
      return item;
    }
    line(item, "action", flag.action);
    line(item, "quiet-text", `${flag.title}, ${text("limit", flag.limit)}. ${detail}`);
    return item;
  }

  function showFlags() {
    const heard = set.stage === "ended" || watching ? set.flags : set.flags.filter((flag) => !Cues.isQuiet(flag.repetition));
    const newestFirst = [...heard].sort((a, b) => b.repetition - a.repetition || b.level - a.level);
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
    const tell = (className, said) => {
      health.className = className;
      health.textContent = said;
    };
    if (lost) {
      tell("health poor", text(signedOut ? "signed-out" : "lost"));
      if (signedOut) {
        health.append(" ", signInLink());
      }
    } else if (!connected && !set) {
      tell("health unknown", text(demo ? "no-sensor" : "connecting"));
    } else if (set && set.stage === "ended" && set.trouble) {
      tell("health poor", set.trouble);
    } else if (!set || set.stage === "ended") {
      tell("health unknown", text(set ? "over" : "no-sensor"));
    } else {
      const poor = set.sensors.some((one) => one.silent) || set.trouble;
      const said = [...set.sensors.map(sensorSays), set.trouble || text("recording"), ...(slow ? [text("slow")] : [])].join(" · ");
      tell(poor ? "health poor" : "health", poor ? text("trouble", said) : said);
    }
  }

  function sensorSays(one) {
    const place = text(`place.${one.placement}`);
    if (one.silent) {
      return text("no-signal", place);
    }
    if (one.rateHz === 0) {
      return text("listening", place);
    }
    const rate = text("rate", place, one.rateHz.toFixed(0));
    return one.gaps === 0 ? rate : text(one.gaps === 1 ? "gap-one" : "gap-more", rate, one.gaps);
  }

  /** Sensors that sit wrong are said on the whole field, and nothing is drawn from them. */
  function showCalibration() {
    const calibration = set.calibration;
    const swapped = isSwapped() && set.stage === "lifting";
    main.dataset.swapped = String(swapped);
    byId("swapped").hidden = !swapped;
    byId("change-over").hidden = set.source !== "sensors";
    byId("change-over").action = `/live/${set.set}/change-over`;
    const poor = calibration && !swapped && (calibration.quality === "poor" || calibration.quality === "none");
    byId("poor").hidden = !poor;
    byId("poor-why").replaceChildren();
    if (poor) {
      calibration.messages.forEach((message) => line(byId("poor-why"), "", message));
    }
  }

  function show() {
    main.dataset.stage = set.stage;
    const off = byId("off-plan");
    if (off) {
      off.hidden = off.dataset.set !== set.set;
    }
    // the figure stands upright and bends forward: lying on the side neither is so
    document.querySelector(".figure").style.visibility = set.onSide ? "hidden" : "";
    byId("exercise").textContent = set.title || set.exerciseName;
    byId("simulated").hidden = !set.simulated;
    const calibrating = set.stage === "stand_still" || set.stage === "bow";
    // a simulated lifter bows whatever one says
    byId("begin").hidden = !calibrating || set.simulated || watching;
    byId("begin").action = `/live/${set.set}/begin`;
    byId("stop").hidden = set.stage === "ended" || watching;
    byId("stop").action = `/live/${set.set}/stop`;
    byId("after").hidden = set.stage !== "ended" || watching;
    byId("open-set").href = `/sets/${set.set}`;
    byId("effort").href = `/sets/${set.set}/effort`;
    byId("effort").hidden = set.demo;
    showCalibration();
    showReading();
    showBars();
    showFlags();
    showHealth();
    showRest();
  }

  // --- rest after a set ---

  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  let restTimer = null;

  /** Counted from when this page heard that the set was over; a page that is opened later does not know. */
  function restKey() {
    return `rest-began-${set.set}`;
  }

  function beginRest() {
    if (!sessionStorage.getItem(restKey())) {
      sessionStorage.setItem(restKey(), String(Date.now()));
    }
  }

  /** What the lifter was told about further sets stands beside the clock, and nothing calls them to the next one. */
  function showTold() {
    const told = byId("told");
    told.hidden = watching || !told.children.length || (set !== null && set.stage !== "ended");
    // what they were told comes first; who goes on all the same finds the way through the menu
    byId("another").hidden = !told.hidden;
    return !told.hidden;
  }

  function showRest() {
    clearTimeout(restTimer);
    const told = showTold();
    const began = set && (set.stage === "ended" || set.set === stopped) && !set.demo ? Number(sessionStorage.getItem(restKey())) : 0;
    const rest = byId("rest");
    rest.hidden = !began;
    if (!began) {
      return;
    }
    const passed = Math.floor((Date.now() - began) / 1000);
    const wanted = Cues.settings.restS;
    rest.textContent = passed < wanted ? text("rest", clock(passed), clock(wanted)) : text("rested", clock(passed));
    const rung = `${restKey()}-rung`;
    if (passed >= wanted && !sessionStorage.getItem(rung)) {
      sessionStorage.setItem(rung, "yes");
      // a page that slept past the moment does not ring late
      if (passed < wanted + 5 && !told) {
        Cues.rested();
      }
    }
    restTimer = setTimeout(showRest, 1000);
  }

  // --- STOP: the set ends first, then it asks why ---

  async function stop(id) {
    stopWaits = id;
    stopped = id;
    // the rest begins as the lifter stops, whenever the server is done with the set
    beginRest();
    showRest();
    byId("stopped-waiting").hidden = true;
    byId("questions").href = `/symptoms?because=stop&set=${id}`;
    byId("stopped").showModal();
    await tellStop();
  }

  async function tellStop() {
    if (!stopWaits) {
      return;
    }
    try {
      const answer = await fetch(`/api/live/${stopWaits}/stop`, { method: "POST", headers: { "X-CSRF-TOKEN": csrf() } });
      // not found: it has ended by itself meanwhile
      if (answer.ok || answer.status === 404) {
        stopWaits = null;
      }
    } catch {
      // the socket tells when the server is back
    }
    byId("stopped-waiting").hidden = stopWaits === null;
  }

  /** Kept before any question is answered, and also where this page is closed right after the tap. */
  async function tellSharp() {
    if (!sharpWaits) {
      return;
    }
    const told = sharpWaits;
    try {
      const answer = await fetch("/symptoms/stopped", {
        method: "POST",
        keepalive: true,
        headers: { "X-CSRF-TOKEN": csrf(), "Content-Type": "application/x-www-form-urlencoded" },
        body: `set=${encodeURIComponent(told)}`,
      });
      // an answer that will not change is not asked for again
      if (sharpWaits === told && answer.status < 500) {
        sharpWaits = null;
      }
    } catch {
      // the socket tells when the server is back
    }
  }

  // this page stays, which could not be read again while the database is away
  byId("begin").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target;
    try {
      const answer = await fetch(`/api/live/${set.set}/begin`, { method: "POST", headers: { "X-CSRF-TOKEN": csrf() } });
      // it has begun meanwhile, or is over: the socket tells which
      if (!answer.ok && answer.status !== 409) {
        form.submit();
      }
    } catch {
      form.submit();
    }
  });
  byId("stop").addEventListener("submit", (event) => {
    event.preventDefault();
    stop(set.set);
  });
  byId("just").addEventListener("click", () => byId("stopped").close());
  byId("sharp").addEventListener("click", () => {
    byId("stopped").close();
    sharpWaits = stopped;
    const told = byId("told");
    // what stands there is as strong or stronger
    if (!told.children.length) {
      line(told, "", told.dataset.sharp);
    }
    showRest();
    tellSharp();
    if (stopWaits === null && connected && !lost) {
      location.assign(byId("questions").href);
    } else {
      // what must be heard at once stands in this page
      byId("emergency").showModal();
    }
  });
  for (const button of document.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => byId(button.dataset.close).close());
  }

  // --- cues ---

  const cueForm = byId("cue-form");

  function showCues() {
    const { mode, tone, vibration, endCue, silenced, restS } = Cues.settings;
    byId("mute").setAttribute("aria-pressed", String(silenced));
    cueForm.elements.mode.value = mode;
    cueForm.elements.tone.checked = tone;
    cueForm.elements.vibration.checked = vibration;
    cueForm.elements.vibration.disabled = !Cues.canVibrate;
    byId("no-vibration").hidden = Cues.canVibrate;
    cueForm.elements.endCue.checked = endCue;
    cueForm.elements.restS.value = restS;
    if (set) {
      show();
    }
  }

  Cues.whenChanged(showCues);
  byId("mute").addEventListener("click", () => Cues.choose(set?.set, { silenced: !Cues.settings.silenced }));
  byId("cues").addEventListener("click", () => byId("cue-dialog").showModal());
  byId("try").addEventListener("click", () => Cues.try());
  cueForm.addEventListener("submit", () => {
    const chosen = cueForm.elements;
    Cues.choose(set?.set, {
      mode: chosen.mode.value,
      tone: chosen.tone.checked,
      vibration: chosen.vibration.checked,
      endCue: chosen.endCue.checked,
      restS: Number(chosen.restS.value),
    });
  });

  // longer, and the last cue would be read as that of a set in which there was none for minutes
  const LATENCY_SHOWN_MS = 10000;
  let latencyShown = null;

  /** How long the cue took, as far as it can be known here. */
  function showLatency(cue, heardMs) {
    requestAnimationFrame(() => {
      const screenMs = Math.round(performance.now() - heardMs);
      const serverMs = Math.round(cue.serverMs);
      byId("latency").textContent = text("latency", serverMs + screenMs, serverMs, screenMs);
      clearTimeout(latencyShown);
      latencyShown = setTimeout(() => { byId("latency").textContent = ""; }, LATENCY_SHOWN_MS);
    });
  }

  function showIdle(event) {
    if (event.reload) {
      location.assign("/");
      return;
    }
    set = null;
    main.dataset.stage = "idle";
    main.dataset.swapped = "false";
    byId("swapped").hidden = byId("rest").hidden = true;
    showTold();
    say("", null, text("idle"), demo ? text("idle.demo") : "");
    byId("hint").append(demo ? "" : startLink());
    showHealth();
  }

  function linkTo(address, said) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = said;
    return link;
  }

  const startLink = () => linkTo("/start", text("idle.start"));
  const signInLink = () => linkTo("/", text("sign-in"));

  function drawPose() {
    drawing = false;
    if (!pose || !set) {
      return;
    }
    if (isSwapped() || set.onSide) {
      spine.blank();
      twist.turn(null);
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
      const another = !set || set.set !== event.snapshot.set;
      const wasLifting = !another && set.stage !== "ended";
      if (another) {
        pose = null;
        poseS = null;
        heldShown = null;
        spine.clear();
        Trace.clear();
        byId("latency").textContent = "";
        if (set) {
          byId("stopped").close();
        }
        Cues.load(event.snapshot.set);
      }
      set = event.snapshot;
      if (wasLifting && set.stage === "ended") {
        beginRest();
      }
      show();
    },
    pose(event) {
      pose = event.pose;
      poseS = event.timeS;
      sagDeg = event.sagDeg ?? null;
      if (set) {
        countHold();
      }
      Trace.add(event.timeS, isSwapped() ? null : pose[1], isSwapped() ? null : pose[3]);
      if (!drawing) {
        drawing = true;
        requestAnimationFrame(drawPose);
      }
    },
    repetition(event) {
      set.repetitions = set.repetitions.filter((one) => one.number !== event.repetition.number);
      set.repetitions.push(event.repetition);
      set.flags = set.flags.filter((one) => one.repetition !== event.repetition.number);
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
      if (!watching) {
        Cues.give(event.cue);
      }
      showReading();
      showLatency(event.cue, performance.now());
    },
    phase(event) {
      set.phase = event.phase;
      if (set.stage === "lifting" && set.repetitions.length === 0) {
        showReading();
      }
      if (event.phase === "concentric" && pose && pose[0] !== null && pose[1] !== null) {
        spine.setUp(pose[0], pose[1]);
      }
    },
    next(event) {
      set.next = event.repetition;
      showReading();
    },
    hold(event) {
      set.hold = event.hold;
      showReading();
    },
    message(event) {
      set.messages.push(event.message);
      showFlags();
    },
    health(event) {
      const wasSilent = silent();
      set.sensors = event.sensors;
      set.trouble = event.trouble;
      if (holding() && wasSilent !== silent()) {
        showReading();
      }
      showHealth();
    },
    slow(event) {
      slow = event.slow;
      if (set) {
        showHealth();
      }
    },
    idle: showIdle,
  };

  function addFlag(flag) {
    set.flags = set.flags.filter((one) => one.repetition !== flag.repetition || one.flag !== flag.flag);
    set.flags.push(flag);
  }

  /** The server closes the socket of whoever may not watch any more with this code. */
  const FORBIDDEN = 1008;

  // a form that ends the session is on its way: to reload the page before the answer comes would undo it
  const LEAVING_MS = 10000;
  let leavingUntil = 0;
  addEventListener("beforeunload", () => {
    leavingUntil = Date.now() + LEAVING_MS;
  });
  // back again
  addEventListener("pageshow", () => {
    leavingUntil = 0;
  });

  /** A server that was started anew knows nobody any more, and lets no socket in. */
  async function lookWhyLost() {
    try {
      signedOut = (await fetch("/api/me")).status === 401;
    } catch {
      signedOut = false;
    }
    if (signedOut) {
      // it would reach nobody
      byId("stop").hidden = true;
      byId("stopped-waiting").replaceChildren(text("signed-out"), " ", signInLink());
    }
    showHealth();
  }

  function listen() {
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/live${main.dataset.watch ? `?set=${main.dataset.watch}` : ""}`);
    socket.onopen = () => {
      slow = false;
      connected = true;
      lost = signedOut = false;
      retryMs = 250;
      tellStop();
      tellSharp();
      showHealth();
    };
    socket.onmessage = (message) => {
      const event = JSON.parse(message.data);
      // before the first snapshot there is nothing to add to
      if (event.set && (!set || set.set !== event.set)) {
        return;
      }
      HEARD[event.type]?.(event);
    };
    socket.onclose = (gone) => {
      if (gone.code === FORBIDDEN) {
        // the page says whether there is anything left to see
        setTimeout(() => location.reload(), Math.max(0, leavingUntil - Date.now()));
        return;
      }
      connected = false;
      lost = true;
      showHealth();
      lookWhyLost();
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
