package org.plumbline.server.account;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** The link by which the first administrator makes their account. */
@Service
public class FirstStart {
    private final Invitations invitations;

    FirstStart(Invitations invitations) {
        this.invitations = invitations;
    }

    /** Path of a fresh link; links of earlier starts open nothing any more. Empty once there is an administrator. */
    public Optional<String> link() {
        return invitations.firstStart().map(secret -> "/join/" + secret);
    }
}
