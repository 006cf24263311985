/** Repetitions to metrics, flags and cues, each with its limit and its confidence. */
@NullMarked
package org.plumbline.core.form;

import org.jspecify.annotations.NullMarked;
