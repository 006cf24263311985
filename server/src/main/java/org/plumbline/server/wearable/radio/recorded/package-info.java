/** Radios on file: what a radio heard, written down and played again. */
@NullMarked
package org.plumbline.server.wearable.radio.recorded;

import org.jspecify.annotations.NullMarked;
