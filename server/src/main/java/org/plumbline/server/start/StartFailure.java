package org.plumbline.server.start;

import java.net.BindException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Says in plain words why the server did not start, where the reason is one a person can mend. */
public final class StartFailure {
    private StartFailure() {}

    /** What to tell the person, or empty where only a stack trace can tell. */
    public static Optional<String> explain(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refused) {
                return Optional.ofNullable(refused.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of("Port " + taken.getPort() + " is taken by another program. Stop that program, or"
                        + " start Plumbline on another port: --server.port=" + (taken.getPort() + 1));
            }
            if (cause instanceof BindException unbound) {
                return Optional.of("The address cannot be listened on (" + unbound.getMessage()
                        + "). Choose one of this machine with --server.address=<address>.");
            }
        }
        return Optional.empty();
    }
}
