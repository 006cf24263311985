/** Which numbers of the core the figures hang on: every constant changed by a fifth, one at a time. */
@NullMarked
package org.plumbline.bench.sensitivity;

import org.jspecify.annotations.NullMarked;
