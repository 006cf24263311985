/** A BlueZ for tests, on a bus of its own: an adapter, devices that can misbehave, and simulated sensors on a simulated lifter. */
@NullMarked
package org.plumbline.server.wearable.peer;

import org.jspecify.annotations.NullMarked;
