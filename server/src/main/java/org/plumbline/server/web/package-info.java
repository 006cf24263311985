/** What every page shares: layout, errors, and who may call. */
@NullMarked
package org.plumbline.server.web;

import org.jspecify.annotations.NullMarked;
