/** What the tests of the server share: a real server, a screen, a browser. */
@NullMarked
package org.plumbline.server.support;

import org.jspecify.annotations.NullMarked;
