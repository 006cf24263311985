/** A stored recording, streamed again as if the sensors were there. */
@NullMarked
package org.plumbline.server.wearable.replay;

import org.jspecify.annotations.NullMarked;
