/** The sensors a server knows: found, connected, set up, watched, placed on the body, and their samples brought to a set. */
@NullMarked
package org.plumbline.server.wearable.station;

import org.jspecify.annotations.NullMarked;
