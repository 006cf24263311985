/** Device time to one common time: clock mapping, gaps, and the grid on which sensors meet. */
@NullMarked
package org.plumbline.core.clock;

import org.jspecify.annotations.NullMarked;
