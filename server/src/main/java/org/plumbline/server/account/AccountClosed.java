package org.plumbline.server.account;

import java.util.UUID;

/**
 * Told when an account is closed, in the transaction that closes it: nobody can end any more what runs of this person, nor give back
 * what they hold.
 *
 * @param personId whose
 */
public record AccountClosed(UUID personId) {}
