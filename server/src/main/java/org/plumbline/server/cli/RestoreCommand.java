package org.plumbline.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plumbline.server.backup.Restore;
import org.plumbline.server.start.StartRefusedException;
import org.plumbline.server.start.StoppedServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup back. */
@Command(
        name = "restore",
        description = {
            "Put a backup of the embedded database back. The server must be stopped.",
            "The backup is checked before anything is touched, and the database it replaces is kept beside it."
                    + " For PostgreSQL use pg_restore."
        },
        footer = {"", "Example: java -jar server.jar restore ~/.plumbline/backups/plumbline-20261121-033000.zip"})
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    FileOptions options;

    @Mixin
    private DataDirectoryOption data;

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path backup;

    @Override
    public Integer call() throws IOException {
        boolean there = Files.exists(data.path());
        try (StoppedServer server = StoppedServer.open(data.path())) {
            Restore.Restored restored = restore(server, there);
            PrintWriter out = spec.commandLine().getOut();
            out.println("Put back: " + restored.people() + " people, " + restored.sets() + " sets."
                    + restored.replaced()
                            .map(file -> " What stood before is kept as " + file + " .")
                            .orElse(""));
            if (!restored.compared()) {
                out.println(
                        "No checksum stands beside " + backup + ": whether it is as it was made is not known. It was"
                                + " opened and read whole all the same.");
            }
            sayOldRights(restored, out);
            return 0;
        } catch (StartRefusedException running) {
            throw new BadInputException(String.valueOf(running.getMessage()));
        } catch (Restore.UnusableBackupException unusable) {
            throw new BadInputException(unusable.getMessage() + ". Nothing was changed");
        }
    }

    private Restore.Restored restore(StoppedServer server, boolean there)
            throws IOException, Restore.UnusableBackupException {
        try {
            return Restore.restore(backup, server.path(), StoppedServer.clock());
        } catch (Restore.UnusableBackupException unusable) {
            if (!there) {
                server.discard();
            }
            throw unusable;
        }
    }

    private static void sayOldRights(Restore.Restored restored, PrintWriter out) {
        out.println(
                "Nothing in a backup says which links and keys were used or deleted since. So all of them are ended:"
                        + " invitations, links for a new password, and keys of programs (" + restored.tokens()
                        + "). Make those anew"
                        + " that are needed. Everybody signs in anew.");
        out.println("Shares revoked and accounts closed since " + restored.madeAt()
                + " are back, and so are roles and passwords"
                + " of then and what people deleted since: look at Administration in the server, and ask everybody to look at"
                + " who may see their record, on the page Account.");
    }
}
