/** The people: for now the one lifter, the demo lifter, and the unit loads are shown in. */
@NullMarked
package org.plumbline.server.account;

import org.jspecify.annotations.NullMarked;
