/** What the form metrics tell of real people: good sets from bad ones, and leaning squats from others. */
@NullMarked
package org.plumbline.bench.form;

import org.jspecify.annotations.NullMarked;
