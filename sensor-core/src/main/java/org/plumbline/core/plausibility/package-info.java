/** Whether the samples of a sensor can be those of a sensor on a person: units, signs, axes, range, rate; and which was tapped. */
@NullMarked
package org.plumbline.core.plausibility;

import org.jspecify.annotations.NullMarked;
