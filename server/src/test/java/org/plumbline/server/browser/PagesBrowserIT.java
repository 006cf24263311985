package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Role;
import org.plumbline.server.demo.SampleMonth;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.TrainingLog;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page, as each who opens it sees it, on a phone in light colours and at a desk in dark ones: no barrier to a screen
 * reader or a keyboard, nothing cut off there or on a tablet, nothing that jumps, nothing asked of another host, and all of
 * it there without scripts. Pictures of all of them stand in {@code target/screenshots/page-*.png}.
 */
@Tag("browser")
class PagesBrowserIT {
    private static RunningServer server;
    private static Browser browser;
    private static PageLook pageLook;
    private static Reader signed;
    private static final Map<Reader, Visitor> READERS = new EnumMap<>(Reader.class);

    /** Who opens pages. */
    private enum Reader {
        STRANGER,
        ADMINISTRATOR,
        LIFTER,
        COACH,
        THERAPIST
    }

    /**
     * A page.
     *
     * @param reader who opens it
     * @param route as the application registers it; its parts in braces are filled in
     * @param live whether it is made by a script while a set runs
     */
    private record Page(Reader reader, String route, boolean live) {
        static Page of(Reader reader, String route) {
            return new Page(reader, route, false);
        }

        String name() {
            String word = route.replaceAll("[/{}]+", "-").replaceAll("^-|-$", "");
            return (word.isEmpty() ? "home" : word) + "-" + reader.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final List<Page> PAGES = List.of(
            Page.of(Reader.STRANGER, "/"),
            Page.of(Reader.STRANGER, "/sign-in"),
            Page.of(Reader.STRANGER, "/join/{secret}"),
            Page.of(Reader.STRANGER, "/emergency"),
            Page.of(Reader.ADMINISTRATOR, "/administration"),
            Page.of(Reader.ADMINISTRATOR, "/invite"),
            Page.of(Reader.ADMINISTRATOR, "/account"),
            Page.of(Reader.ADMINISTRATOR, "/account/erase"),
            // a lifter's first day: nothing is there yet
            Page.of(Reader.ADMINISTRATOR, "/today"),
            Page.of(Reader.ADMINISTRATOR, "/sets"),
            Page.of(Reader.ADMINISTRATOR, "/progress"),
            Page.of(Reader.ADMINISTRATOR, "/pain"),
            Page.of(Reader.ADMINISTRATOR, "/log"),
            Page.of(Reader.ADMINISTRATOR, "/plan"),
            Page.of(Reader.LIFTER, "/today"),
            Page.of(Reader.LIFTER, "/start"),
            Page.of(Reader.LIFTER, "/place"),
            Page.of(Reader.LIFTER, "/sensors"),
            new Page(Reader.LIFTER, "/live", true),
            Page.of(Reader.LIFTER, "/sets"),
            Page.of(Reader.LIFTER, "/sets/{id}"),
            Page.of(Reader.LIFTER, "/sets/{id}/effort"),
            Page.of(Reader.LIFTER, "/sets/{id}/reps/{number}"),
            Page.of(Reader.LIFTER, "/progress"),
            Page.of(Reader.LIFTER, "/log"),
            Page.of(Reader.LIFTER, "/warm-up"),
            Page.of(Reader.LIFTER, "/check-in"),
            Page.of(Reader.LIFTER, "/pain"),
            Page.of(Reader.LIFTER, "/symptoms"),
            Page.of(Reader.LIFTER, "/symptoms/{id}"),
            Page.of(Reader.LIFTER, "/plan"),
            Page.of(Reader.LIFTER, "/account"),
            Page.of(Reader.LIFTER, "/account/reads"),
            new Page(Reader.COACH, "/board", true),
            Page.of(Reader.COACH, "/roster"),
            Page.of(Reader.COACH, "/queue"),
            Page.of(Reader.COACH, "/people/{id}"),
            Page.of(Reader.COACH, "/people/{id}/sets"),
            Page.of(Reader.COACH, "/people/{id}/progress"),
            Page.of(Reader.COACH, "/people/{id}/log"),
            Page.of(Reader.COACH, "/people/{id}/compare"),
            Page.of(Reader.COACH, "/people/{id}/limits"),
            Page.of(Reader.COACH, "/sets/{id}"),
            Page.of(Reader.COACH, "/sets/{id}/reps/{number}"),
            Page.of(Reader.THERAPIST, "/patients"),
            Page.of(Reader.THERAPIST, "/patients/{id}"),
            Page.of(Reader.THERAPIST, "/patients/{id}/prescriptions/new"),
            Page.of(Reader.THERAPIST, "/patients/{id}/prescriptions/{series}"),
            Page.of(Reader.THERAPIST, "/patients/{id}/restrictions"),
            Page.of(Reader.THERAPIST, "/patients/{id}/range-of-motion"),
            Page.of(Reader.THERAPIST, "/patients/{id}/checklist"),
            Page.of(Reader.THERAPIST, "/patients/{id}/adherence"),
            Page.of(Reader.THERAPIST, "/patients/{id}/report"),
            Page.of(Reader.THERAPIST, "/people/{id}/pain"));

    /** What is read by a GET and is no page: pictures, files, parts of pages. */
    private static final Set<String> NO_PAGES = Set.of(
            "/account/export",
            "/board/tiles",
            "/error",
            "/patients/{id}/pain-dose.svg",
            "/patients/{id}/report.pdf",
            "/people/{id}/charts/pain.{type}",
            "/people/{id}/charts/compare-{name}.{type}",
            "/people/{id}/charts/load-drift.{type}",
            "/people/{id}/charts/progress.{type}",
            "/queue/labels.csv",
            "/sets/{id}/chart.{type}",
            "/sets/{id}/charts/{name}.{type}",
            "/sets/{id}/reps/{number}/charts/{name}.{type}",
            "/sets/{id}/reps/{number}/samples.csv");

    @BeforeAll
    static void open() {
        if (Browser.missing().isPresent()) {
            return;
        }
        server = RunningServer.start("--plumbline.demo.month=true", "--plumbline.demo.rest=20s");
        READERS.put(Reader.STRANGER, server.stranger());
        READERS.put(Reader.ADMINISTRATOR, server.me());
        for (Reader reader : List.of(Reader.LIFTER, Reader.COACH, Reader.THERAPIST)) {
            Visitor guest = server.stranger();
            guest.postForm("/demo/enter", "as=" + reader.name().toLowerCase(java.util.Locale.ROOT));
            guest.forgetToken();
            READERS.put(reader, guest);
        }
        browser = Browser.open(false);
        pageLook = new PageLook(browser);
        SampleMonth month = server.bean(SampleMonth.class);
        Awaitility.await("the month of the sample people")
                .atMost(Duration.ofSeconds(120))
                .until(() -> month.progress().isComplete());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void needABrowser() {
        Installs.need(PagesBrowserIT.class, Browser.missing());
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsInOrder() {
        return PAGES.stream().map(page -> DynamicTest.dynamicTest(page.name(), () -> look(page)));
    }

    private static void look(Page page) throws IOException {
        Visitor reader = READERS.get(page.reader());
        String path = filled(page);
        sign(reader, page.reader());
        List<String> faults = faults(reader, path, page);
        // a set of the demo may have ended between the looks with and without scripts, and pushed a line off the page
        if (!faults.isEmpty()) {
            List<String> again = faults(reader, path, page);
            faults = faults.stream().filter(again::contains).toList();
        }
        assertEquals(List.of(), faults, path);
    }

    private static List<String> faults(Visitor reader, String path, Page page) throws IOException {
        return pageLook.faults(reader.address(path), page.name(), page.live());
    }

    private static void sign(Visitor reader, Reader who) {
        if (who == signed) {
            return;
        }
        signed = who;
        if (who == Reader.STRANGER) {
            browser.driver().get(reader.address("/emergency").toString());
            browser.driver().manage().deleteAllCookies();
        } else {
            browser.enter(reader, "/emergency");
        }
    }

    private static String filled(Page page) {
        UUID lifter = server.bean(People.class).samples(Role.LIFTER).get(0).id();
        String route = page.route();
        if (route.startsWith("/sets/")) {
            SetListing flagged = server.bean(TrainingLog.class).newest(lifter, 200, 0).stream()
                    .filter(listing -> !listing.set().demo() && listing.flaggedRepetitions() > 0)
                    .findFirst()
                    .orElseThrow();
            return route.replace("{id}", flagged.set().id().toString()).replace("{number}", "4");
        }
        return switch (route) {
            case "/join/{secret}" -> Rows.invitation(server);
            case "/symptoms/{id}" -> Rows.symptoms(READERS.get(Reader.LIFTER));
            case "/patients/{id}/prescriptions/{series}" ->
                Rows.prescription(server, READERS.get(Reader.THERAPIST), lifter);
            default -> route.replace("{id}", lifter.toString());
        };
    }

    @Test
    void noPageIsForgotten() {
        Set<String> registered = new TreeSet<>();
        server
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(route -> !route.startsWith("/api"))
                .forEach(registered::add);
        Set<String> known = new TreeSet<>(NO_PAGES);
        PAGES.forEach(page -> known.add(page.route()));
        assertEquals(known, registered);
    }
}
