/** A set that is running: one owner thread feeds the form monitor, everyone else sees snapshots. */
@NullMarked
package org.plumbline.server.live;

import org.jspecify.annotations.NullMarked;
