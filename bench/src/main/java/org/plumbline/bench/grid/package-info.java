/** Simulated sets over a grid of sensors, bodies, tempos and faults, whose every angle is known. */
@NullMarked
package org.plumbline.bench.grid;

import org.jspecify.annotations.NullMarked;
