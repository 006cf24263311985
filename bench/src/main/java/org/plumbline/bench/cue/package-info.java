/** How fast a live cue comes, and how often one comes for nothing. */
@NullMarked
package org.plumbline.bench.cue;

import org.jspecify.annotations.NullMarked;
