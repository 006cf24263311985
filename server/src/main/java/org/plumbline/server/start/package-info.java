/** Starting up: data directory, fonts, what to say when it cannot start, and the one line when it has. */
@NullMarked
package org.plumbline.server.start;

import org.jspecify.annotations.NullMarked;
