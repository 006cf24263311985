/** Radios: raw notifications of wearables, below any packet format. One sub-package for each kind, no vendor type outside it. */
@NullMarked
package org.plumbline.server.wearable.radio;

import org.jspecify.annotations.NullMarked;
