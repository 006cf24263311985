package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** How people get in, and how they do not. */
class SignInIT {
    private static final Pattern LINK = Pattern.compile("id=\"link\">https?://[^/]+(/join/[^<]+)<");
    private static RunningServer server;
    private static String pageOfTheFirst;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        pageOfTheFirst = server.stranger()
                .postForm(
                        server.bean(FirstStart.class).link().orElseThrow(),
                        "name=You&email=you@example.org&password=three+short+planks&adult=true&house=both")
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theFirstLinkMakesOneAdministratorAndThenOpensNothing() {
        assertTrue(server.person().is(Role.ADMINISTRATOR));
        assertTrue(server.bean(FirstStart.class).link().isEmpty(), "there is an administrator");
    }

    @Test
    void whoSetsTheServerUpIsToldToTickWhatElseTheyDoThere() {
        assertTrue(pageOfTheFirst.endsWith("/administration?first"), pageOfTheFirst);
        String path = path(pageOfTheFirst);
        assertTrue(server.page(path).body().contains("tick Coach or Therapist at your name"));
        server.me().put("/api/administration/purpose", "{\"purpose\":\"clinic\"}");
        try {
            String page = server.page(path).body();
            assertTrue(page.contains("If you treat people yourself, tick Therapist at your name"), page);
        } finally {
            server.me().put("/api/administration/purpose", "{\"purpose\":\"both\"}");
        }
        assertFalse(server.page("/administration").body().contains("id=\"first\""), "said once");
    }

    @Test
    void anInvitationMakesOneAccountAndThenSaysThatItIsUsed() {
        server.me().postForm("/invite", "role=lifter");
        String link = link(server.me().page("/invite"));
        Visitor first = server.stranger().join(link, "Ada", "ada@example.org");
        assertEquals("Ada", first.json("/api/me").get("name").asString());
        HttpResponse<String> second = server.stranger().page(link);
        assertTrue(second.body().contains("This link does not open anything"), second.body());
    }

    @Test
    void whomAnAdministratorInvitesIsToldAtFirstSignInWhoSeesWhatAndWhereToChangeIt() {
        Visitor invited = server.stranger();
        server.me().postForm("/invite", "role=lifter");
        String link = link(server.me().page("/invite"));
        assertTrue(server.stranger().page(link).body().contains("nobody sees it until you share it"));
        String first = account(invited, link, "cleo@example.org");
        assertTrue(first.endsWith("/account?first#sharing"), first);
        invited.forgetToken();
        String page = invited.page("/account?first").body();
        assertTrue(page.contains("nobody else sees your sets, your pain log or your plan"), page);
        assertFalse(invited.page("/account").body().contains("id=\"first\""), "said once");

        Visitor coach = server.joined(Role.COACH);
        coach.postForm("/invite", "role=lifter");
        String asked = account(server.stranger(), link(coach.page("/invite")), "dora@example.org");
        assertFalse(asked.contains("account"), "a coach's form has asked already: " + asked);
    }

    private static String account(Visitor visitor, String link, String email) {
        return visitor.postForm(link, "name=Cleo&email=" + email + "&password=three+short+planks&adult=true")
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    @Test
    void aServerOfAGymAloneInvitesNoTherapistAndSaysWhatWouldMakeItDoSo() {
        String purpose = "/api/administration/purpose";
        String invitations = "/api/administration/invitations";
        server.me().put(purpose, "{\"purpose\":\"gym\"}");
        try {
            assertFalse(
                    server.page("/invite").body().contains("value=\"therapist\""), "a role that would find no page");
            assertTrue(
                    server.page("/administration").body().contains("id=\"therapists-off\""),
                    "it says what would make it do so");
            assertEquals(
                    409, server.post(invitations, "{\"roles\":[\"therapist\"]}").statusCode());
        } finally {
            server.me().put(purpose, "{\"purpose\":\"both\"}");
        }
        assertTrue(server.page("/invite").body().contains("value=\"therapist\""));
        assertFalse(server.page("/administration").body().contains("id=\"therapists-off\""), "that is done");
        assertEquals(
                200, server.post(invitations, "{\"roles\":[\"therapist\"]}").statusCode());
    }

    @Test
    void whatIsTypedWronglyIsSaidAndKeptAndTheLinkStillOpens() {
        server.me().postForm("/invite", "role=coach");
        String link = link(server.me().page("/invite"));
        Visitor visitor = server.stranger();
        HttpResponse<String> refused = visitor.postForm(link, "name=Bo&email=bo@example.org&password=short&adult=true");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("10 characters or more"), refused.body());
        assertTrue(refused.body().contains("value=\"bo@example.org\""), "what was typed is kept");
        HttpResponse<String> young = visitor.postForm(link, "name=Bo&email=bo@example.org&password=three+short+planks");
        assertTrue(young.body().contains("a parent or guardian has to agree"), young.body());
        visitor.join(link, "Bo", "bo@example.org");
        assertEquals("coach", visitor.json("/api/me").get("roles").get(0).asString());
    }

    @Test
    void aResetLinkChoosesANewPasswordOnceAndEndsTheSessionsUnderTheOldOne() {
        Visitor forgetful = server.joined(Role.LIFTER);
        Person person = server.personOf(forgetful);
        server.me().postForm("/administration/people/" + person.id() + "/reset", "");
        String link = link(server.me().page("/administration"));
        Visitor elsewhere = server.stranger();
        assertEquals(
                302, elsewhere.postForm(link, "password=a+whole+new+password").statusCode());
        elsewhere.forgetToken();
        assertEquals(person.id().toString(), elsewhere.json("/api/me").get("id").asString());
        assertEquals(401, forgetful.get("/api/me").statusCode(), "the old session has ended");
        assertTrue(server.stranger().page(link).body().contains("does not open anything"));
    }

    @Test
    void aSessionGetsANewIdentityWithTheSignIn() {
        server.joined(Role.LIFTER);
        Visitor visitor = server.stranger();
        visitor.page("/sign-in");
        String before = visitor.session().getValue();
        visitor.signIn("you@example.org");
        assertNotEquals(before, visitor.session().getValue());
        assertTrue(visitor.session().isHttpOnly());
    }

    @Test
    void anAccountNobodyHasAndAWrongPasswordAreAnsweredAlike() {
        server.me();
        HttpResponse<String> nobody =
                server.stranger().postForm("/sign-in", "email=nobody@example.org&password=whatever+it+is");
        HttpResponse<String> wrong =
                server.stranger().postForm("/sign-in", "email=you@example.org&password=whatever+it+is");
        assertEquals(
                nobody.headers().firstValue("Location").map(SignInIT::path),
                wrong.headers().firstValue("Location").map(SignInIT::path));
    }

    @Test
    void whoTriesManyPasswordsWaitsEvenWithTheRightOne() {
        Visitor visitor = server.joined(Role.LIFTER);
        String email = server.bean(PersonRepository.class)
                .email(server.personOf(visitor).id())
                .orElseThrow();
        Visitor thief = server.stranger();
        int tries = 0;
        // a try comes back every 37 s, and a busy machine takes long over passwords
        while (!isToWait(thief.postForm("/sign-in", "email=" + email + "&password=wrong+number+" + tries))) {
            tries++;
            assertTrue(tries <= 10, "eight, and one or two that came back: " + tries);
        }
        assertTrue(tries >= 8, "who mistypes has some tries: " + tries);
        HttpResponse<String> right =
                thief.postForm("/sign-in", "email=" + email + "&password=" + Visitor.PASSWORD.replace(' ', '+'));
        assertTrue(isToWait(right), "" + right.headers());
    }

    @Test
    void whoTriesManyLinksFromOneAddressWaitsBeforePasswordsToo() {
        try (RunningServer other = RunningServer.start("--plumbline.sign-in.tries-of-an-address=5")) {
            int tries = 0;
            while (!isToWait(other.stranger().page("/join/nobodys-" + tries))) {
                tries++;
                assertTrue(tries <= 7, "five, and one or two that came back: " + tries);
            }
            assertTrue(tries >= 5, "whoever mistypes has some tries: " + tries);
            HttpResponse<String> password =
                    other.stranger().postForm("/sign-in", "email=you@example.org&password=whatever+it+is");
            assertTrue(isToWait(password), "" + password.headers());
        }
    }

    private static boolean isToWait(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").endsWith("/sign-in?wait");
    }

    @Test
    void aClosedAccountIsOutAtOnceAndTheLastAdministratorCannotBeClosed() {
        Visitor visitor = server.joined(Role.COACH);
        Person person = server.personOf(visitor);
        server.me().postForm("/administration/people/" + person.id() + "/close", "");
        assertEquals(401, visitor.get("/api/me").statusCode());
        server.me().postForm("/administration/people/" + person.id() + "/open", "");
        server.me().postForm("/administration/people/" + server.person().id() + "/close", "");
        assertEquals(200, server.get("/api/me").statusCode());
    }

    @Test
    void aKeyReachesWhatItsScopesSayAndNoPage() {
        String reading = key("read");
        assertEquals(200, by(reading, "GET", "/api/sets"));
        assertEquals(403, by(reading, "POST", "/api/live"));
        assertEquals(403, by(reading, "GET", "/api/live"));
        assertEquals(403, by(reading, "GET", "/api/people/" + server.person().id() + "/pain"));
        assertEquals(403, by(reading, "GET", "/api/people/" + server.person().id() + "/pain-dose"));
        assertEquals(403, by(reading, "GET", "/api/people/" + server.person().id() + "/report.pdf"));
        assertEquals(
                403,
                by(key("health"), "GET", "/api/people/" + server.person().id() + "/pain"),
                "health goes with reading, and not instead");
        assertEquals(403, by(reading, "GET", "/sets"), "pages are for people");
        assertEquals(403, by(reading, "GET", "/api/account/tokens"), "a key makes no keys");
        assertEquals(200, by(key("live"), "GET", "/api/sensors"));
        assertEquals(401, by("plumb_nobodys", "GET", "/api/sets"));
    }

    @Test
    void pagesCarryTheHeadersThatKeepOthersOut() {
        HttpResponse<String> page = server.page("/account");
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"));
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
        assertFalse(page.headers().firstValue("Server").isPresent());
    }

    private static String key(String scope) {
        return RunningServer.parse(
                        server.post("/api/account/tokens", "{\"name\":\"test\",\"scopes\":[\"" + scope + "\"]}")
                                .body())
                .get("secret")
                .asString();
    }

    private static int by(String key, String method, String path) {
        return server.stranger()
                .sendPlain(
                        HttpRequest.newBuilder(server.address(path))
                                .header("Authorization", "Bearer " + key)
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        method.equals("GET")
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String link(HttpResponse<String> page) {
        Matcher link = LINK.matcher(page.body());
        assertTrue(link.find(), page.body());
        return link.group(1);
    }

    private static String path(String address) {
        return address.replaceAll("https?://[^/]+", "");
    }
}
