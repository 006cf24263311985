/** What a sensor says: a timed six-axis sample, where the sensor sits, and what is known to be wrong with the sample. */
@NullMarked
package org.plumbline.core.imu;

import org.jspecify.annotations.NullMarked;
