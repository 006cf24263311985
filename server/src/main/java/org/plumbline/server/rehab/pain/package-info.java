/** What a person says of their own body: check-in, pain, symptom questions. It sorts and repeats; it never explains. */
@NullMarked
package org.plumbline.server.rehab.pain;

import org.jspecify.annotations.NullMarked;
