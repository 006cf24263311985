/** How well the clocks of two sensors meet, over simulated links. */
@NullMarked
package org.plumbline.bench.clock;

import org.jspecify.annotations.NullMarked;
