/** What a person sees first. */
@NullMarked
package org.plumbline.server.today;

import org.jspecify.annotations.NullMarked;
