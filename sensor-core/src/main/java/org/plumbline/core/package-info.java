/** The front door: the whole line wired for one lifter and one set. */
@NullMarked
package org.plumbline.core;

import org.jspecify.annotations.NullMarked;
