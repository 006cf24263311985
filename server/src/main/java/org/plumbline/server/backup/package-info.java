/** Copies of the embedded database: made while the server runs, kept for a while, put back by a command. */
@NullMarked
package org.plumbline.server.backup;

import org.jspecify.annotations.NullMarked;
