package org.plumbline.server.account;

import java.util.UUID;

/**
 * A person who lifts.
 *
 * @param id identity
 * @param name the name shown
 * @param loadUnit the unit loads are shown and typed in
 * @param demo whether this is the demo lifter, who lifts only in the simulator
 */
public record Lifter(UUID id, String name, LoadUnit loadUnit, boolean demo) {}
