/** In and out: recordings uploaded, sets downloaded. */
@NullMarked
package org.plumbline.server.exchange;

import org.jspecify.annotations.NullMarked;
