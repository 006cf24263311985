package org.plumbline.server.account;

import java.util.UUID;

/**
 * What a sign-in is checked against.
 *
 * @param personId whose they are
 * @param passwordHash hash of the password, with the name of its algorithm
 * @param disabled whether the account was closed by an administrator
 */
record Credentials(UUID personId, String passwordHash, boolean disabled) {}
