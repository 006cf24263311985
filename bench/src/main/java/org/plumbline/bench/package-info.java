/** How fast the signal core is: one JMH class for each station of the line. */
@NullMarked
package org.plumbline.bench;

import org.jspecify.annotations.NullMarked;
