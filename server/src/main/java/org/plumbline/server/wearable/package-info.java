/** Finding sensors and streaming their samples: one small interface, one sub-package for each kind of link. */
@NullMarked
package org.plumbline.server.wearable;

import org.jspecify.annotations.NullMarked;
