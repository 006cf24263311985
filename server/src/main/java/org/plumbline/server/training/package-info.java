/** The training log: sessions, sets, repetitions and flags, with the raw samples beside them, written as they come. */
@NullMarked
package org.plumbline.server.training;

import org.jspecify.annotations.NullMarked;
