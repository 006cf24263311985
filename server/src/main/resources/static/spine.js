// The spine figure: two blocks joined by a curve, from the side, drawn from a pose in degrees.
"use strict";

const Spine = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const HIP = { x: 104, y: 232 };
  const SPINE_LENGTH = 84;
  const STEPS = 12;
  const radians = (degrees) => (degrees * Math.PI) / 180;

  function element(parent, name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    parent.appendChild(made);
    return made;
  }

  /** One figure: pelvis, spine, thorax. */
  function figure(svg, className) {
    const group = element(svg, "g", { class: className });
    const spine = element(group, "path", { class: "curve" });
    const pelvis = element(group, "rect", { class: "block", x: -25, y: -17, width: 50, height: 34, rx: 7 });
    const thorax = element(group, "rect", { class: "block", x: -24, y: -66, width: 48, height: 70, rx: 9 });
    return { group, spine, pelvis, thorax };
  }

  /** The flexion is spread evenly along the curve: the sensors see its ends, not its course. */
  function draw(parts, pelvisTilt, lumbarFlexion) {
    let angle = radians(pelvisTilt);
    let x = HIP.x + 17 * Math.sin(angle);
    let y = HIP.y - 17 * Math.cos(angle);
    let path = `M${x.toFixed(1)} ${y.toFixed(1)}`;
    for (let i = 0; i < STEPS; i++) {
      angle = radians(pelvisTilt + (lumbarFlexion * (i + 0.5)) / STEPS);
      x += (SPINE_LENGTH / STEPS) * Math.sin(angle);
      y -= (SPINE_LENGTH / STEPS) * Math.cos(angle);
      path += `L${x.toFixed(1)} ${y.toFixed(1)}`;
    }
    parts.spine.setAttribute("d", path);
    parts.pelvis.setAttribute("transform", `translate(${HIP.x} ${HIP.y}) rotate(${pelvisTilt.toFixed(1)})`);
    const lean = (pelvisTilt + lumbarFlexion).toFixed(1);
    parts.thorax.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${lean})`);
  }

  /** Prepares a side view: a plumb line, the ghost of the neutral pose, the ghost of the set-up, the pose. */
  function side(svg) {
    svg.replaceChildren();
    element(svg, "path", { class: "plumb", d: `M${HIP.x} 40V290` });
    const neutral = figure(svg, "ghost neutral");
    draw(neutral, 0, 0);
    const setUp = figure(svg, "ghost set-up");
    setUp.group.setAttribute("visibility", "hidden");
    const pose = figure(svg, "pose");
    pose.group.setAttribute("visibility", "hidden");
    return {
      pose(pelvisTilt, lumbarFlexion) {
        pose.group.removeAttribute("visibility");
        draw(pose, pelvisTilt, lumbarFlexion);
      },
      setUp(pelvisTilt, lumbarFlexion) {
        setUp.group.removeAttribute("visibility");
        draw(setUp, pelvisTilt, lumbarFlexion);
      },
      /** The pose is not known now. */
      blank() {
        pose.group.setAttribute("visibility", "hidden");
      },
      clear() {
        pose.group.setAttribute("visibility", "hidden");
        setUp.group.setAttribute("visibility", "hidden");
      },
    };
  }

  /** Prepares the view from above: the pelvis a thin bar, the thorax a thick one that turns against it. */
  function above(svg) {
    svg.replaceChildren();
    element(svg, "circle", { class: "plumb", cx: 48, cy: 48, r: 40 });
    element(svg, "path", { class: "hips", d: "M14 48H82" });
    const thorax = element(svg, "path", { class: "shoulders", d: "M18 48H78M48 48V34" });
    const label = element(svg, "text", { x: 48, y: 108, "text-anchor": "middle" });
    label.textContent = "twist";
    return {
      /** Null where it is not known now. */
      turn(rotation) {
        thorax.setAttribute("visibility", rotation === null ? "hidden" : "visible");
        if (rotation === null) {
          label.textContent = "twist";
          return;
        }
        // to the left is positive, and left is counter-clockwise from above
        thorax.setAttribute("transform", `rotate(${(-rotation).toFixed(1)} 48 48)`);
        label.textContent = `twist ${Math.abs(Math.round(rotation))}°`;
      },
    };
  }

  for (const still of document.querySelectorAll("svg.still")) {
    side(still).pose(Number(still.dataset.tilt), Number(still.dataset.flexion));
  }
  return { side, above };
})();
