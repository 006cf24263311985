package org.plumbline.server.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One lifter with something of everything in their record, and everybody who might want to look at it. */
final class AccessWorld {
    private static final List<String> ALL = List.of(
            "anonymous", "self", "coach", "coach-pain", "therapist", "unlinked", "revoked", "lifter", "administrator");

    private final Map<String, Visitor> people = new LinkedHashMap<>();
    private final Map<String, String> identities = new LinkedHashMap<>();
    private final AccessParts parts;

    AccessWorld(RunningServer server) {
        Visitor self = server.joined(Role.LIFTER);
        Visitor coach = server.joined(Role.COACH);
        Visitor coachPain = server.joined(Role.COACH);
        Visitor therapist = server.joined(Role.THERAPIST);
        Visitor revoked = server.joined(Role.COACH, Role.THERAPIST);
        people.put("anonymous", server.stranger());
        people.put("self", self);
        people.put("coach", coach);
        people.put("coach-pain", coachPain);
        people.put("therapist", therapist);
        people.put("unlinked", server.joined(Role.COACH, Role.THERAPIST));
        people.put("revoked", revoked);
        people.put("lifter", server.joined(Role.LIFTER));
        // not who set the server up: everybody is signed out at the end, and other tests go on with them
        people.put("administrator", server.joined(Role.LIFTER, Role.ADMINISTRATOR));
        server.share(self, coach, RecordKind.FORM);
        server.share(self, coachPain, RecordKind.FORM, RecordKind.PAIN);
        server.share(self, therapist, RecordKind.values());
        server.share(self, revoked, RecordKind.values());
        server.share(self, revoked);
        identities.put("person", server.personOf(self).id().toString());
        identities.put("set", set(self));
        parts = new AccessParts(
                server.bean(JdbcClient.class),
                server.personOf(self).id(),
                server.personOf(coach).id(),
                server.personOf(therapist).id(),
                UUID.fromString(identities.get("set")));
    }

    private static String set(Visitor lifter) {
        String set = RunningServer.parse(lifter.post("/api/live", "{\"repetitions\":2,\"roundingRepetition\":2}")
                        .body())
                .get("set")
                .asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> lifter.json("/api/live").get("stage").asString().equals("ended"));
        return set;
    }

    Map<String, Visitor> people() {
        return people;
    }

    /** A path of the application with the lifter's own identities in it, and what it names of the record there. */
    String fill(String path) {
        String filled = parts.fill(path);
        if (path.startsWith("/api/sets/{id}") || path.startsWith("/sets/{id}") || path.contains("live/{id}")) {
            filled = filled.replace("{id}", identities.get("set"));
        }
        if (path.startsWith("/api/people/{id}")
                || path.startsWith("/people/{id}")
                || path.startsWith("/patients/{id}")) {
            filled = filled.replaceFirst("\\{id}", identities.get("person"));
        }
        for (Map.Entry<String, String> identity : identities.entrySet()) {
            filled = filled.replace("{" + identity.getKey() + "}", identity.getValue());
        }
        if (path.contains("/reps/{number}/charts")) {
            filled = filled.replace("{name}", "course");
        }
        filled = filled.replace("compare-{name}", "compare-courses").replace("{name}", "overlay");
        return filled.replace("{number}", "2")
                .replace("{n}", "2")
                .replace("{type}", "svg")
                .replace("{viewer}", identities.get("person"))
                .replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
    }

    /** People by one name of the table. */
    static Set<String> named(String word) {
        return switch (word) {
            case "everybody" -> Set.copyOf(ALL);
            case "signed-in" ->
                Set.of("self", "coach", "coach-pain", "therapist", "unlinked", "revoked", "lifter", "administrator");
            case "form" -> Set.of("self", "coach", "coach-pain", "therapist");
            case "pain" -> Set.of("self", "coach-pain", "therapist");
            case "rehab" -> Set.of("self", "therapist");
            case "watchers" -> Set.of("coach", "coach-pain", "therapist", "unlinked", "revoked");
            // the part of the record named is not there: nobody is told more than that
            case "nobody", "absent" -> Set.of();
            default -> {
                if (!ALL.contains(word)) {
                    throw new IllegalArgumentException("nobody is called " + word);
                }
                yield Set.of(word);
            }
        };
    }
}
