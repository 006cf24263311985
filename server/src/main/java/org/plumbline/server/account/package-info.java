/** People: accounts, roles, sign-in, what they share with whom, and who has read what. */
@NullMarked
package org.plumbline.server.account;

import org.jspecify.annotations.NullMarked;
