/** Which radio a server uses, by its settings. */
@NullMarked
package org.plumbline.server.wearable.radio.choice;

import org.jspecify.annotations.NullMarked;
