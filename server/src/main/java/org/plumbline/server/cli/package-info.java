/** The commands: {@code serve}, and the file commands that work without a server and load nothing of it. */
@NullMarked
package org.plumbline.server.cli;

import org.jspecify.annotations.NullMarked;
