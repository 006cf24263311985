/** How accurate orientations are, and how honest about it: estimators, references, scores, damaged recordings. */
@NullMarked
package org.plumbline.bench.orientation;

import org.jspecify.annotations.NullMarked;
