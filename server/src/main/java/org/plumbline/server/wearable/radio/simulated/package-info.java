/** Simulated devices as they are through the air, and a radio in memory that finds them. */
@NullMarked
package org.plumbline.server.wearable.radio.simulated;

import org.jspecify.annotations.NullMarked;
