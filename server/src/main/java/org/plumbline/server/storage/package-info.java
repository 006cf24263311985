/** The disk of the embedded database: what it takes, what it refuses, and what the database says of it. */
@NullMarked
package org.plumbline.server.storage;

import org.jspecify.annotations.NullMarked;
