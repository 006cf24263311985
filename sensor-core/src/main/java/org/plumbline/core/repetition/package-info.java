/** Trunk angles to repetitions and their phases, live. */
@NullMarked
package org.plumbline.core.repetition;

import org.jspecify.annotations.NullMarked;
