/** A year of a gym with 200 lifters, and how long the pages take with it: docs/reference/speed.md. */
package org.plumbline.server.year;
