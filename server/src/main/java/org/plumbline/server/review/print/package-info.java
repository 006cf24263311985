/** What is printed: pages of headings, text, tables and charts, as PDF. What stands in them is for whoever asks. */
@NullMarked
package org.plumbline.server.review.print;

import org.jspecify.annotations.NullMarked;
