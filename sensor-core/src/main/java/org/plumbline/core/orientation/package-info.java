/** Samples of one sensor to its orientation in an earth frame with z up. */
@NullMarked
package org.plumbline.core.orientation;

import org.jspecify.annotations.NullMarked;
