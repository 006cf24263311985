package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.PlumblineApplication;
import org.plumbline.server.support.ChildServer;
import org.plumbline.server.support.RunningServer;

/** What a person reads when the server cannot start. */
class StartIT {
    @TempDir
    Path data;

    @Test
    void aTakenPortIsOneLineThatSaysWhatToDo() throws InterruptedException {
        int port = RunningServer.shared().port();
        try (ChildServer second = ChildServer.start("--server.port=" + port, "--plumbline.data-dir=" + data)) {
            assertEquals(1, second.awaitExit());
            assertEquals(
                    List.of("Plumbline did not start. Port " + port + " is taken by another program. Stop that program,"
                            + " or start Plumbline on another port: --server.port=" + (port + 1)),
                    second.said());
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsSentToTheFirst() {
        RunningServer first = RunningServer.shared();
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> PlumblineApplication.start("--server.port=0", "--plumbline.data-dir=" + first.dataDirectory()));
        String reason = StartFailure.explain(refused).orElseThrow();
        assertTrue(reason.contains("open http://localhost:" + first.port()), reason);
    }

    @Test
    void aSettingThatMeansNothingIsNamedWithWhatItCanBe() {
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> PlumblineApplication.start(
                        "--server.port=0", "--wearable.link=nonsense", "--plumbline.data-dir=" + data));
        String reason = StartFailure.explain(refused).orElseThrow();
        assertTrue(reason.contains("--wearable.link cannot be \"nonsense\". It can be auto, tinyb, dbus"), reason);
    }

    @Test
    void anAddressOfAnotherMachineIsSaidPlainly() {
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> PlumblineApplication.start(
                        "--server.port=0", "--server.address=192.0.2.1", "--plumbline.data-dir=" + data));
        assertTrue(StartFailure.explain(refused).orElseThrow().contains("--server.address"));
    }
}
