/** Orientations of segments to trunk angles. */
@NullMarked
package org.plumbline.core.spine;

import org.jspecify.annotations.NullMarked;
