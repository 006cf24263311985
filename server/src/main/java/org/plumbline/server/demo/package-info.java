/** The demo: sample people whom everybody may be for a while, and what they have lifted. */
@NullMarked
package org.plumbline.server.demo;

import org.jspecify.annotations.NullMarked;
