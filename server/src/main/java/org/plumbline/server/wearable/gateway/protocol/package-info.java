/** What a gateway and the server say to each other: docs/reference/gateway-protocol.md. */
@NullMarked
package org.plumbline.server.wearable.gateway.protocol;

import org.jspecify.annotations.NullMarked;
