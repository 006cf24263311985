/** BlueZ by its D-Bus interface, on any processor. Nothing outside this package knows D-Bus. */
@NullMarked
package org.plumbline.server.wearable.radio.dbus;

import org.jspecify.annotations.NullMarked;
