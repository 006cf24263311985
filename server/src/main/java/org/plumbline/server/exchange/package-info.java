/** What goes in and out of Plumbline, in forms that other programs read. */
@NullMarked
package org.plumbline.server.exchange;

import org.jspecify.annotations.NullMarked;
