/** Looking at a set afterwards: the list, the set page and its charts. */
@NullMarked
package org.plumbline.server.review;

import org.jspecify.annotations.NullMarked;
