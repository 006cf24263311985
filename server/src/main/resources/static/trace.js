// The last 30 seconds of lower back and twist, drawn by uPlot once somebody opens the panel.
"use strict";

const Trace = (() => {
  const SECONDS = 30;
  const MOST = SECONDS * 40;
  const times = [];
  const flexions = [];
  const twists = [];
  const panel = document.getElementById("trace");
  const place = document.getElementById("trace-plot");
  let plot = null;
  let due = false;

  function load() {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/vendor/uplot/uPlot.min.css";
    const script = document.createElement("script");
    script.src = "/vendor/uplot/uPlot.iife.min.js";
    script.onload = build;
    document.head.append(style, script);
  }

  function build() {
    const ink = getComputedStyle(document.body).color;
    const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    const axis = { stroke: ink, grid: { stroke: "rgba(128,128,128,0.25)", width: 1 }, ticks: { show: false }, font: "12px system-ui" };
    plot = new uPlot(
      {
        width: place.clientWidth,
        height: 200,
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false, range: () => [-SECONDS, 0] } },
        axes: [{ ...axis }, { ...axis, size: 40 }],
        series: [{}, { stroke: ink, width: 2 }, { stroke: accent, width: 2, dash: [6, 4] }],
      },
      [[], [], []],
      place,
    );
    draw();
  }

  function draw() {
    due = false;
    if (!plot || !panel.open || times.length === 0) {
      return;
    }
    const now = times[times.length - 1];
    plot.setData([times.map((time) => time - now), flexions, twists]);
  }

  panel.addEventListener("toggle", () => {
    if (panel.open && !plot) {
      load();
    }
  });
  addEventListener("resize", () => plot?.setSize({ width: place.clientWidth, height: 200 }));

  return {
    add(timeS, flexion, twist) {
      if (times.length && timeS < times[times.length - 1]) {
        this.clear();
      }
      times.push(timeS);
      flexions.push(flexion);
      twists.push(twist);
      while (times.length > MOST || timeS - times[0] > SECONDS) {
        times.shift();
        flexions.shift();
        twists.shift();
      }
      if (panel.open && !due) {
        due = true;
        requestAnimationFrame(draw);
      }
    },
    clear() {
      times.length = flexions.length = twists.length = 0;
    },
  };
})();
