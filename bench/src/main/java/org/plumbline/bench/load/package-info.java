/** The load run: a full gym of simulated lifters against a started server, over the real gateway protocol. */
@NullMarked
package org.plumbline.bench.load;

import org.jspecify.annotations.NullMarked;
