package org.plumbline.server.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.start.StartRefusedException;
import org.plumbline.server.start.StoppedServer;
import org.plumbline.server.training.BulkReanalysis;
import org.plumbline.server.training.CorrectionRefusedException;
import org.plumbline.server.training.Reanalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Analyses stored sets again. */
@Command(
        name = "reanalyze",
        description = {
            "Analyse stored sets again with this software. The server must be stopped.",
            "Old results are kept. Sets that this software analysed already are left out, so that work that was broken off"
                    + " goes on where it was."
        },
        footer = {
            "",
            "User and password of a PostgreSQL database that are not in its address are read from the environment:"
                    + " SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD.",
            "Example: java -jar server.jar reanalyze --since 2026-01-01"
        })
final class ReanalyzeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FileOptions options;

    @Mixin
    private DataDirectoryOption data;

    @Option(
            names = "--database",
            paramLabel = "ADDRESS",
            description = "Address of its database where that is PostgreSQL: jdbc:postgresql://HOST/NAME.")
    private @Nullable String database;

    @Option(names = "--since", paramLabel = "DATE", description = "Only sets from this day on, such as 2026-01-31.")
    private @Nullable LocalDate since;

    @Option(names = "--lifter", paramLabel = "WHO", description = "Only sets of this person: e-mail address or name.")
    private @Nullable String lifter;

    @Option(names = "--all", description = "Also sets that this software analysed already.")
    private boolean all;

    @Override
    public Integer call() {
        // before the first line is logged: what libraries remark of themselves would stand amid the progress
        System.setProperty("logback.configurationFile", "gateway-logback.xml");
        try (StoppedServer server = StoppedServer.open(data.existing());
                BulkReanalysis sets = new BulkReanalysis(
                        database == null ? server.databaseUrl() : database,
                        System.getenv("SPRING_DATASOURCE_USERNAME"),
                        System.getenv("SPRING_DATASOURCE_PASSWORD"),
                        StoppedServer.clock())) {
            @Nullable String trouble = sets.trouble();
            if (trouble != null) {
                throw new BadInputException(trouble);
            }
            return run(sets);
        } catch (StartRefusedException running) {
            throw new BadInputException(String.valueOf(running.getMessage()));
        }
    }

    private int run(BulkReanalysis sets) {
        List<UUID> lifters = lifter == null ? List.of() : sets.people(lifter);
        if (lifter != null && lifters.isEmpty()) {
            throw new BadInputException("Nobody here is called " + lifter);
        }
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(ZoneId.systemDefault()).toInstant();
        List<UUID> wanted = sets.wanted(from, lifters, all);
        PrintWriter out = spec.commandLine().getOut();
        Counts counts = new Counts();
        try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), options.progress)) {
            for (UUID set : wanted) {
                progress.pieces("sets", counts.done, wanted.size());
                counts.add(set, sets, out);
            }
        }
        out.printf(
                Locale.ROOT,
                "%d sets analysed again: %d changed, %d with another number of repetitions (%d before, %d now);"
                        + " %d could not be analysed.%n",
                counts.done - counts.failed,
                counts.changed,
                counts.counted,
                counts.repetitionsBefore,
                counts.repetitionsNow,
                counts.failed);
        return counts.failed == 0 ? 0 : Failures.BAD_INPUT;
    }

    private static final class Counts {
        private int done;
        private int changed;
        private int counted;
        private int failed;
        private int repetitionsBefore;
        private int repetitionsNow;

        private void add(UUID set, BulkReanalysis sets, PrintWriter out) {
            done++;
            try {
                Reanalysis.Outcome outcome = sets.again(set);
                repetitionsBefore += outcome.before().repetitions();
                repetitionsNow += outcome.now().repetitions();
                changed += outcome.changed() ? 1 : 0;
                if (outcome.before().repetitions() != outcome.now().repetitions()) {
                    counted++;
                    out.printf(
                            Locale.ROOT,
                            "set %s: %d repetitions before, %d now%n",
                            set,
                            outcome.before().repetitions(),
                            outcome.now().repetitions());
                }
            } catch (CorrectionRefusedException refused) {
                failed++;
                out.printf(Locale.ROOT, "set %s: %s%n", set, refused.getMessage());
            } catch (RuntimeException broken) {
                // the sets after it have done nothing wrong
                failed++;
                out.printf(Locale.ROOT, "set %s: it could not be analysed (%s)%n", set, firstLine(broken));
            }
        }

        private static String firstLine(RuntimeException broken) {
            return broken.toString().lines().findFirst().orElse("");
        }
    }
}
