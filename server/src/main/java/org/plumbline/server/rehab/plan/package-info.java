/** What a therapist plans with a person: prescriptions, restrictions, tests, adherence, and the way back to activity. */
@NullMarked
package org.plumbline.server.rehab.plan;

import org.jspecify.annotations.NullMarked;
