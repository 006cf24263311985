/** How sensors of each family are set up and spoken to: what is written and read before their bytes can be decoded. */
@NullMarked
package org.plumbline.server.wearable.device;

import org.jspecify.annotations.NullMarked;
