package org.plumbline.server.year;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.TableCounts;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.TrainingLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a server with a year of 200 lifters and says how long each page takes. The command is in docs/reference/speed.md; the
 * arguments are lifters, weeks, and weeks with repetitions.
 */
public final class YearOfPages {
    private static final double TARGET_MS = 300;
    private static final int PATIENTS = 40;

    private YearOfPages() {}

    public static void main(String[] arguments) {
        int lifters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int weeks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 52;
        int weeksWithRepetitions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        RunningServer server = RunningServer.start("--plumbline.demo.enabled=false");
        try (server) {
            Visitor lifter = server.joined(Role.LIFTER);
            Visitor coach = server.joined(Role.COACH);
            Visitor therapist = server.joined(Role.THERAPIST);
            long start = System.nanoTime();
            new YearOfData(server, weeks, weeksWithRepetitions)
                    .fill(
                            lifters,
                            server.personOf(lifter),
                            server.personOf(coach),
                            server.personOf(therapist),
                            PATIENTS);
            JdbcClient jdbc = server.bean(JdbcClient.class);
            jdbc.sql("analyze").update();
            System.out.println(
                    "filled in " + Math.round((System.nanoTime() - start) / 1e9) + " s: " + TableCounts.of(jdbc));
            List<String> missed = PageTimes.measure(routes(server, lifter, coach, therapist), TARGET_MS);
            missed.forEach(one -> System.out.println("MISSED: " + one));
        }
        System.exit(0);
    }

    private static List<PageTimes.Route> routes(
            RunningServer server, Visitor lifter, Visitor coach, Visitor therapist) {
        UUID id = server.personOf(lifter).id();
        UUID set = server.bean(TrainingLog.class).newest(id, 1, 0).get(0).set().id();
        List<PageTimes.Route> routes = new ArrayList<>();
        for (String path : List.of(
                "/today",
                "/sets",
                "/sets?offset=2000",
                "/sets/{set}",
                "/sets/{set}/chart.svg",
                "/sets/{set}/effort",
                "/sets/{set}/reps/1",
                "/progress",
                "/log",
                "/pain",
                "/plan",
                "/start",
                "/account",
                "/account/reads",
                "/api/sets?limit=200",
                "/api/sets/{set}")) {
            routes.add(route("lifter", lifter, path, id, set));
        }
        for (String path : List.of(
                "/board",
                "/roster",
                "/roster?days=56",
                "/queue",
                "/people/{id}",
                "/people/{id}/sets",
                "/people/{id}/progress",
                "/people/{id}/compare",
                "/people/{id}/limits",
                "/people/{id}/log",
                "/sets/{set}")) {
            routes.add(route("coach", coach, path, id, set));
        }
        for (String path : List.of(
                "/patients",
                "/patients/{id}",
                "/patients/{id}/adherence",
                "/patients/{id}/pain-dose.svg",
                "/patients/{id}/restrictions",
                "/patients/{id}/range-of-motion",
                "/patients/{id}/checklist",
                "/people/{id}/pain")) {
            routes.add(route("therapist", therapist, path, id, set));
        }
        routes.add(route("administrator", server.me(), "/administration", id, set));
        return routes;
    }

    private static PageTimes.Route route(String who, Visitor visitor, String path, UUID id, UUID set) {
        return new PageTimes.Route(
                path + " (" + who + ")",
                visitor,
                path.replace("{id}", id.toString()).replace("{set}", set.toString()));
    }
}
