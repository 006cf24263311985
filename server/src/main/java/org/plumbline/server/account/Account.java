package org.plumbline.server.account;

/**
 * A person as the administrator sees them: nothing of their record.
 *
 * @param person who
 * @param email what they sign in with
 * @param disabled whether the account is closed
 */
record Account(Person person, String email, boolean disabled) {}
