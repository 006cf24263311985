/** The report of a person's plan on one or two pages, as PDF. */
@NullMarked
package org.plumbline.server.rehab.report;

import org.jspecify.annotations.NullMarked;
