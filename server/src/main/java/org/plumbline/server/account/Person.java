package org.plumbline.server.account;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody this server knows.
 *
 * @param id identity
 * @param name the name shown
 * @param loadUnit the unit loads are shown and typed in
 * @param roles what they are here
 * @param sample whether they belong to the demo, and go with it
 */
public record Person(UUID id, String name, LoadUnit loadUnit, Set<Role> roles, boolean sample) {
    /** Whether this is one of their roles. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
