package org.plumbline.server.account;

import java.util.UUID;

/**
 * A part of the server that keeps something of people which does not go with their row: tables that do not cascade, files,
 * something that runs.
 */
public interface PersonalData {
    /** Removes all that is kept of this person; called inside the transaction that removes them. */
    void erase(UUID personId);
}
