/**
 * A lifter with two sensors and known truth: physically consistent, seeded, scriptable. For demos, tests and benches.
 */
@NullMarked
package org.plumbline.core.simulation;

import org.jspecify.annotations.NullMarked;
