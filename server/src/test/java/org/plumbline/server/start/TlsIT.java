package org.plumbline.server.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.account.FirstStart;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** A server with a certificate of one's own, set up as the how-to says. */
class TlsIT {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void whoComesByTlsIsSignedInByACookieThatNeverLeavesIt() throws Exception {
        KeyStore keys = certificate();
        Path certificate = pem(
                "certificate.pem",
                "CERTIFICATE",
                keys.getCertificate("plumbline").getEncoded());
        Path key =
                pem("key.pem", "PRIVATE KEY", keys.getKey("plumbline", PASSWORD).getEncoded());
        try (RunningServer server = RunningServer.start(
                "--plumbline.demo.enabled=false",
                "--server.ssl.certificate=file:" + certificate,
                "--server.ssl.certificate-private-key=file:" + key)) {
            String origin = "https://localhost:" + server.port();
            assertEquals(origin, Files.readString(server.dataDirectory().resolve("plumbline.address")));

            String link = server.bean(FirstStart.class).link().orElseThrow();
            new Visitor(origin, knowing(keys.getCertificate("plumbline"))).join(link, "You", "you@example.org");
            Visitor you = new Visitor(origin, knowing(keys.getCertificate("plumbline"))).signIn("you@example.org");
            HttpResponse<String> page = you.page("/account");
            assertEquals(200, page.statusCode());
            assertTrue(you.session().getSecure(), "the cookie goes by TLS only");
            assertTrue(you.session().isHttpOnly());
            String strict =
                    page.headers().firstValue("Strict-Transport-Security").orElse("");
            assertTrue(strict.startsWith("max-age=31536000") && !strict.contains("includeSubDomains"), strict);

            assertEquals(
                    400,
                    new Visitor("http://localhost:" + server.port()).page("/").statusCode());
            assertThrows(
                    AssertionError.class, () -> new Visitor(origin).page("/"), "who does not know it goes no further");
        }
    }

    private KeyStore certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "plumbline",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertTrue(keytool.waitFor(60, TimeUnit.SECONDS) && keytool.exitValue() == 0);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private Path pem(String file, String what, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return Files.writeString(
                folder.resolve(file), "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    private static SSLContext knowing(Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("plumbline", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
