/** Coming back from pain: what a person says of their body, and what a therapist prescribes. */
@NullMarked
package org.plumbline.server.rehab;

import org.jspecify.annotations.NullMarked;
