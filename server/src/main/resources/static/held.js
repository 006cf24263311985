// For how long something was held, as the pages say it (HoldWords on the server): a browser test holds the two to each other.
"use strict";

const Held = (() => {
  /** Begin and end are found to this together, s: so much less than a target is no less. */
  const FOUND_TO_S = 0.5;

  /** A length as it was planned: whole seconds, else a tenth. */
  const planned = (seconds) => (Number.isInteger(seconds) ? String(seconds) : (Math.round(seconds * 10) / 10).toFixed(1));

  /** Whether the target was held, as well as that is found; the target is null where there is none. */
  const reached = (heldS, targetS) => targetS !== null && heldS >= targetS - FOUND_TO_S;

  /** Whole seconds, and where the target was reached no less than it; null where there is none. */
  const said = (heldS, targetS) =>
    planned(reached(heldS, targetS) ? Math.max(targetS, Math.round(heldS)) : Math.round(heldS));

  return { planned, reached, said };
})();
