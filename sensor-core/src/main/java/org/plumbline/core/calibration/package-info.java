/** Standing still and bowing: how the sensors sit on the body, the neutral pose, the personal range, and how good all that is. */
@NullMarked
package org.plumbline.core.calibration;

import org.jspecify.annotations.NullMarked;
