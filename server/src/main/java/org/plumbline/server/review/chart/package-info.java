/** Every chart that is kept, printed or shared: what it says, how it looks, and its bytes. */
@NullMarked
package org.plumbline.server.review.chart;

import org.jspecify.annotations.NullMarked;
