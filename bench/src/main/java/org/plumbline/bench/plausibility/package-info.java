/** What the checks on a live stream find: faults injected into recordings of people, sensors swapped, sensors tapped. */
@NullMarked
package org.plumbline.bench.plausibility;

import org.jspecify.annotations.NullMarked;
