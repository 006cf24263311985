/** The server's side of the gateway: the process that holds the radio, seen as one more radio. */
@NullMarked
package org.plumbline.server.wearable.gateway;

import org.jspecify.annotations.NullMarked;
