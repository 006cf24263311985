/** The gateway process: one local radio and a connection to the server. Nothing of Spring. */
@NullMarked
package org.plumbline.server.wearable.gateway.process;

import org.jspecify.annotations.NullMarked;
