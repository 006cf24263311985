/** A simulated lifter with two sensors, streamed like a radio. */
@NullMarked
package org.plumbline.server.wearable.simulated;

import org.jspecify.annotations.NullMarked;
