package org.plumbline.server.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.account.People;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.ChildServer;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** A night's backup, a database file that breaks, and the way back, with the commands a person types. */
class BackupAndRestoreIT {
    private static final String NO_DEMO = "--plumbline.demo.enabled=false";

    @TempDir
    Path data;

    @Test
    void aBrokenDatabaseIsNamedWithItsBackupAndComesBackWithAllButThoseWhoWereErased() throws Exception {
        String set;
        UUID erased;
        Path backup;
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            set = upload(server);
            Visitor leaving = server.joined(Role.LIFTER);
            erased = server.personOf(leaving).id();

            CommandRun made = run("backup");
            assertEquals(0, made.exitCode(), made.err());
            backup = Path.of(made.out().strip().replaceFirst("Backup: ", ""));
            assertEquals(data.resolve("backups"), backup.getParent());
            twoAtOnceBothSucceed();
            twoToOneFileAreOneBackup();
            CommandRun nowhere =
                    run("backup", "--to", data.resolve("stick/x.zip").toString());
            assertEquals(2, nowhere.exitCode(), nowhere.out());
            assertTrue(nowhere.err().contains(data.resolve("stick") + " is not there"), nowhere.err());
            CommandRun refused = run("restore", backup.toString());
            assertEquals(2, refused.exitCode());
            assertTrue(refused.err().contains("Another Plumbline is running"), refused.err());
            assertTrue(refused.err().contains("choose another directory with --data-dir <directory>"), refused.err());
            CommandRun busy = run("reanalyze");
            assertTrue(busy.err().contains("Another Plumbline is running"), busy.err());

            server.bean(People.class).erase(erased);
        }
        byte[] broken = breakDatabase();

        try (ChildServer failing = ChildServer.start("--server.port=0", "--plumbline.data-dir=" + data, NO_DEMO)) {
            assertEquals(1, failing.awaitExit());
            String said = String.join("\n", failing.said());
            assertTrue(said.contains("The database file " + data.resolve("plumbline.mv.db") + " cannot be read"), said);
            assertTrue(said.contains("The newest backup is " + backup), said);
        }
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(
                    List.of("plumbline.lock"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.contains("trace") || name.contains("lock") || name.contains("address"))
                            .toList(),
                    "a start that was refused leaves nothing behind but the empty file that is locked");
        }
        assertArrayEquals(broken, Files.readAllBytes(data.resolve("plumbline.mv.db")), "nothing was overwritten");

        CommandRun damaged = run("restore", damagedCopyOf(backup).toString());
        assertEquals(2, damaged.exitCode());
        assertTrue(damaged.err().contains("Nothing was changed"), damaged.err());
        assertArrayEquals(broken, Files.readAllBytes(data.resolve("plumbline.mv.db")));

        CommandRun restored = run("restore", backup.toString());
        assertEquals(0, restored.exitCode(), restored.err());
        assertTrue(
                restored.out().startsWith("Put back: 2 people, 1 sets. What stood before is kept as "), restored.out());
        try (Stream<Path> files = Files.list(data)) {
            Path kept = files.filter(file -> file.getFileName().toString().startsWith("plumbline-replaced-"))
                    .findFirst()
                    .orElseThrow();
            assertArrayEquals(broken, Files.readAllBytes(kept));
        }

        try (ChildServer alone = ChildServer.command("backup", "--data-dir", data.toString())) {
            assertEquals(0, alone.awaitExit(), () -> String.join("\n", alone.said()));
        }
        CommandRun again = run("reanalyze", "--all");
        assertEquals(0, again.exitCode(), again.err());
        assertTrue(again.out().startsWith("1 sets analysed again: 0 changed, 0 with another number"), again.out());
        CommandRun nobody = run("reanalyze", "--lifter", "nobody@example.org");
        assertTrue(nobody.err().contains("Nobody here is called nobody@example.org"), nobody.err());

        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            assertEquals(4, server.json("/api/sets/" + set).get("repetitions").size(), "what was measured is back");
            assertTrue(server.bean(People.class).find(erased).isEmpty(), "whoever was erased is not");
        }
    }

    @Test
    void nobodyIsLetInByALinkOrAKeyOfBeforeAndWhatCannotBeKnownIsSaid() throws Exception {
        String sharing;
        String key;
        String invitation;
        String resetting;
        Path backup;
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            Visitor lifter = server.joined(Role.LIFTER);
            Visitor coach = server.joined(Role.COACH);
            server.share(lifter, coach, RecordKind.FORM);
            sharing = server.personOf(lifter).name().replace(" ", "") + "@example.org";
            key = made(server, "/api/account/tokens", "{\"name\":\"watch\",\"scopes\":[\"read\"]}", "secret");
            invitation = made(server, "/api/administration/invitations", "{\"roles\":[\"lifter\"]}", "path");
            resetting = made(
                    server,
                    "/api/administration/people/" + server.personOf(lifter).id() + "/reset",
                    "{}",
                    "path");
            assertEquals(200, by(server, key));
            assertTrue(opens(server, invitation) && opens(server, resetting));
            CommandRun made = run("backup");
            backup = Path.of(made.out().strip().replaceFirst("Backup: ", ""));
            server.share(lifter, coach);
            assertFalse(lifter.page("/account").body().contains("put-back"));
        }

        CommandRun restored = run("restore", backup.toString());
        assertEquals(0, restored.exitCode(), restored.err());
        assertTrue(restored.out().contains("keys of programs (1)"), restored.out());
        assertFalse(restored.out().contains("No checksum"), restored.out());
        assertTrue(restored.out().contains("Shares revoked and accounts closed since 20"), restored.out());

        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            assertEquals(401, by(server, key), "a key of before reaches nothing");
            assertFalse(opens(server, invitation), "nor does an invitation open");
            assertFalse(opens(server, resetting), "nor a link for a new password");
            theOwnerIsAskedUntilTheyHaveLooked(server.stranger().signIn(sharing));
            assertFalse(server.me().page("/account").body().contains("put-back"), "who shares nothing is not told");
            String accounts = "Accounts closed and roles taken in between may be as they were then";
            assertTrue(server.me().page("/administration").body().contains(accounts));
            assertEquals(
                    302,
                    server.me().postForm("/administration/looked-through", "").statusCode());
            assertFalse(server.me().page("/administration").body().contains(accounts), "they were looked through");
            backup = Path.of(run("backup").out().strip().replaceFirst("Backup: ", ""));
        }

        Files.delete(backup.resolveSibling(backup.getFileName() + ".sha256"));
        CommandRun unchecked = run("restore", backup.toString());
        assertEquals(0, unchecked.exitCode(), unchecked.err());
        assertTrue(unchecked.out().contains("No checksum stands beside " + backup), unchecked.out());
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            assertTrue(
                    server.me().page("/administration").body().contains("put-back"),
                    "what was looked through was put back once more");
        }
    }

    private static void theOwnerIsAskedUntilTheyHaveLooked(Visitor lifter) {
        String may = "What you stopped sharing in between may be shared again";
        String page = lifter.page("/account").body();
        assertTrue(page.contains(may), page);
        Matcher share = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"").matcher(page);
        assertTrue(share.find(), page);
        String asShown = "shown=" + share.group(1) + "&kind=" + share.group(1);
        lifter.postForm("/account/shares", asShown);
        assertTrue(lifter.page("/account").body().contains(may), "who only saves has not said that they have looked");
        lifter.postForm("/account/shares", "looked=true");
        assertTrue(lifter.page("/account").body().contains(may), "nor have they of what was not ticked on their page");
        lifter.postForm("/account/shares", asShown + "&looked=true");
        String looked = lifter.page("/account").body();
        assertFalse(looked.contains(may), looked);
        assertTrue(looked.contains("value=\"" + share.group(1) + "\" checked"), "it stays shared: " + looked);
    }

    private static String made(RunningServer server, String path, String wish, String what) {
        return RunningServer.parse(server.post(path, wish).body()).get(what).asString();
    }

    private static int by(RunningServer server, String key) {
        return server.stranger()
                .sendPlain(
                        HttpRequest.newBuilder(server.address("/api/sets"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static boolean opens(RunningServer server, String link) {
        return !server.stranger().page(link).body().contains("This link does not open anything");
    }

    @Test
    void anEmptyDatabaseFileIsNotTakenForANewOne() throws IOException {
        Files.createFile(data.resolve("plumbline.mv.db"));
        Files.writeString(data.resolve("plumbline.lock"), "A database was made here.\n");
        RuntimeException refused = assertThrows(RuntimeException.class, () -> RunningServer.startIn(data, NO_DEMO));
        assertTrue(org.plumbline.server.start.StartFailure.explain(refused)
                .orElseThrow()
                .contains("cannot be read (it is empty)"));
        assertEquals(0, Files.size(data.resolve("plumbline.mv.db")));
    }

    @Test
    void aBackupThatCannotBePutBackMakesNoDataDirectory() throws IOException {
        Path broken = Files.writeString(data.resolve("broken.zip"), "no backup");
        Path wanted = data.resolve("new");
        CommandRun refused = CommandRun.of("restore", broken, "--data-dir", wanted);
        assertEquals(2, refused.exitCode(), refused.out());
        assertTrue(refused.err().contains("Nothing was changed"), refused.err());
        assertTrue(Files.notExists(wanted));
    }

    private CommandRun run(String... words) {
        List<Object> all = new java.util.ArrayList<>(List.of((Object[]) words));
        all.addAll(1, List.of("--data-dir", data.toString()));
        return CommandRun.of(all.toArray());
    }

    private static String upload(RunningServer server) {
        return RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 4, 5, 100.0))
                .toString();
    }

    /** Both headers and the middle, as a disk that dies does. */
    private byte[] breakDatabase() throws IOException {
        Path file = data.resolve("plumbline.mv.db");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[12_000]), 0);
        }
        return Files.readAllBytes(file);
    }

    private void twoToOneFileAreOneBackup() {
        List<Integer> codes = Stream.of(1, 2)
                .map(any -> CompletableFuture.supplyAsync(
                        () -> run("backup", "--to", data.resolve("same.zip").toString())))
                .toList()
                .stream()
                .map(one -> one.join().exitCode())
                .sorted()
                .toList();
        assertEquals(List.of(0, 2), codes, "the second does not write over the first");
    }

    private void twoAtOnceBothSucceed() throws IOException {
        List<Path> wanted = List.of(data.resolve("one.zip"), data.resolve("two.zip"));
        List<CompletableFuture<CommandRun>> both = wanted.stream()
                .map(file -> CompletableFuture.supplyAsync(() -> run("backup", "--to", file.toString())))
                .toList();
        both.forEach(one -> assertEquals(0, one.join().exitCode(), one.join().err()));
        for (Path file : wanted) {
            assertTrue(Files.size(file) > 0, file + " is there");
        }
        try (Stream<Path> files = Files.list(data)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")), "nothing is left lying about");
        }
    }

    private Path damagedCopyOf(Path backup) throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        return Files.write(data.resolve("damaged.zip"), bytes);
    }
}
