/** How fast and how accurate the signal core is: JMH classes for what costs most, and comparisons with a known truth. */
@NullMarked
package org.plumbline.bench;

import org.jspecify.annotations.NullMarked;
