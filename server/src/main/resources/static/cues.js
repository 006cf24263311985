// Cues a lifter hears and feels. Soft, one kind, never sudden: the tone swells over a tenth of a second and stays quiet. One press
// silences all of it. How it is to be is kept with the person on the server.
"use strict";

const Cues = (() => {
  const CAUTION_HZ = 440;
  const END_HZ = 330;
  const LOUDEST = 0.12;
  const SWELL_S = 0.1;
  const TONE_S = 0.4;
  let settings = { mode: "bandwidth", tone: true, vibration: true, endCue: false, silenced: false, restS: 120, share: 1 };
  let audio = null;
  let changed = () => {};

  const canVibrate = typeof navigator.vibrate === "function";
  const csrf = () => document.querySelector('meta[name="csrf"]')?.content ?? "";

  /** Browsers let a page sound only after it was touched. */
  function wake() {
    if (!audio && window.AudioContext) {
      audio = new AudioContext();
    }
    audio?.resume();
  }
  addEventListener("pointerdown", wake);
  addEventListener("keydown", wake);

  function tone(hertz, afterS) {
    if (!audio || audio.state !== "running") {
      return;
    }
    const begin = audio.currentTime + afterS;
    const source = audio.createOscillator();
    const gain = audio.createGain();
    source.frequency.value = hertz;
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDEST, begin + SWELL_S);
    gain.gain.setValueAtTime(LOUDEST, begin + TONE_S - SWELL_S);
    gain.gain.linearRampToValueAtTime(0, begin + TONE_S);
    source.connect(gain).connect(audio.destination);
    source.start(begin);
    source.stop(begin + TONE_S);
  }

  function give(level) {
    const times = level >= 3 ? 2 : 1;
    if (settings.tone) {
      for (let i = 0; i < times; i++) {
        tone(level >= 3 ? END_HZ : CAUTION_HZ, i * TONE_S * 1.5);
      }
    }
    if (settings.vibration && canVibrate && navigator.userActivation?.hasBeenActive !== false) {
      navigator.vibrate(times === 2 ? [200, 200, 200] : [200]);
    }
  }

  async function ask(set, method, body) {
    const answer = await fetch(`/api/live/cues${set ? `?set=${set}` : ""}`, {
      method,
      headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": csrf() },
      body: body && JSON.stringify(body),
    });
    if (answer.ok) {
      settings = await answer.json();
      changed();
    }
  }

  return {
    canVibrate,
    get settings() {
      return settings;
    },
    whenChanged(listener) {
      changed = listener;
    },
    /** Asks anew for every set: fading depends on which of the day it is. Without an answer what is known holds. */
    load: (set) => ask(set, "GET").catch(() => {}),
    async choose(set, change) {
      // at once here, whatever the network does
      settings = { ...settings, ...change };
      changed();
      await ask(set, "PUT", change).catch(() => {});
    },
    /** Whether the colour and word of a repetition are held back until the set is over. */
    isQuiet(repetition) {
      return settings.share === 0 || (settings.share < 1 && repetition % 2 === 0);
    },
    /** A cue of the set: sounds and vibrates as chosen. */
    give(cue) {
      const asked = cue.level < 3 || settings.endCue;
      if (!settings.silenced && asked && !this.isQuiet(cue.repetition)) {
        give(cue.level);
      }
    },
    /** The end of a rest: a soft tone, where anything is said at all. */
    rested() {
      if (!settings.silenced && settings.mode !== "silent") {
        give(2);
      }
    },
    try: () => give(2),
  };
})();
