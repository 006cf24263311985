package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** Tests of range of motion, and the criteria a therapist signs with what speaks for them. */
class EvidenceIT extends PlanCase {
    @Test
    void aRangeOfMotionTestIsReadOfSlowBends() throws IOException {
        UUID first = upload(21);
        JsonNode test = made(therapist.post(api("/range-of-motion"), "{\"set\":\"" + first + "\"}"));
        JsonNode flexion = test.get("ranges").get(0);
        assertEquals("lumbarFlexionRangeDeg", flexion.get("metric").asString());
        assertEquals(15, flexion.get("medianDeg").asDouble(), 5, "how far the simulated lifter bends the lower back");
        assertEquals(9, flexion.get("detectableDeg").asDouble());
        assertEquals(
                422,
                therapist
                        .post(api("/range-of-motion"), "{\"set\":\"" + first + "\"}")
                        .statusCode(),
                "a set is read once");

        String set = lifter.page("/sets/" + first).body();
        assertTrue(set.contains("<h1>Range-of-motion test: 5 bends</h1>"), set);
        assertFalse(set.contains("No limits are set for this exercise yet"), set);
        assertTrue(lifter.page("/sets").body().contains("range-of-motion test"));
        String once = pdf(therapist, at("/report.pdf"));
        assertTrue(once.contains("The one test, ") && !once.contains("Last, "), once);

        UUID second = upload(22);
        String offered = therapist.page(at("/range-of-motion")).body();
        assertTrue(
                Pattern.compile("value=\"" + second + "\"[^>]*>[^<]* \\d\\d:\\d\\d")
                        .matcher(offered)
                        .find(),
                "two sets of a day are told apart: " + offered);
        assertEquals(
                302,
                therapist
                        .postForm(at("/range-of-motion"), "set=" + second + "&note=before+noon")
                        .statusCode());
        String page = therapist.page(at("/range-of-motion")).body();
        assertTrue(page.contains("no change that can be told apart"), "two alike tests differ by noise only");
        assertTrue(page.contains("before noon"));
        String twice = pdf(therapist, at("/report.pdf"));
        assertTrue(twice.contains("First, ") && twice.contains("Last, "), twice);
    }

    @Test
    void aCriterionIsSignedByAPersonWithWhatSpeaksForIt() {
        therapist.postForm(at("/checklist"), "criterion=Eight+reps+at+60+kg");
        String id = therapist.json(api("/checklist")).get(0).get("id").asString();
        HttpResponse<String> bare = therapist.postForm(at("/checklist/" + id + "/sign"), "");
        assertEquals(422, bare.statusCode(), "nothing speaks for it yet");

        therapist.postForm(at("/checklist/" + id + "/evidence"), "subject=note&note=Seen+on+Monday");
        assertEquals(
                302, therapist.postForm(at("/checklist/" + id + "/sign"), "").statusCode());
        String name = SERVER.personOf(therapist).name();
        assertTrue(therapist.page(at("/checklist")).body().contains("Signed by " + name));
        assertTrue(lifter.page("/plan").body().contains("Signed by " + name), "the person sees who signed");

        assertEquals(
                422,
                therapist
                        .postForm(at("/checklist/" + id + "/withdraw"), "reason=")
                        .statusCode());
        therapist.postForm(at("/checklist/" + id + "/withdraw"), "reason=Too+early");
        String page = therapist.page(at("/checklist")).body();
        assertTrue(page.contains("withdrawn by") && page.contains("Too early"), "what was signed stays to be read");
    }

    @Test
    void whatPointsAtNothingIsNotLinkedToASetWithoutAWord() {
        String id = made(therapist.post(api("/checklist"), "{\"criterion\":\"Carries the shopping\"}"))
                .get("id")
                .asString();
        String evidence = api("/checklist/" + id + "/evidence");
        for (String kind : List.of("note", "pain")) {
            HttpResponse<String> pointing = therapist.post(
                    evidence,
                    "{\"kind\":\"" + kind + "\",\"note\":\"Seen\",\"subject\":\"" + UUID.randomUUID() + "\"}");
            assertEquals(422, pointing.statusCode());
            assertTrue(pointing.body().contains("of the kind " + kind + " points at nothing"), pointing.body());
        }
        assertEquals(
                201,
                therapist
                        .post(evidence, "{\"kind\":\"note\",\"note\":\"Seen\"}")
                        .statusCode());
    }

    @Test
    void ofReasonsThatAreGivenAtTheSameMomentForWithdrawingOneStandsAndTheOthersHearOfIt() {
        String id = made(therapist.post(api("/checklist"), "{\"criterion\":\"Ten minutes of walking\"}"))
                .get("id")
                .asString();
        therapist.postForm(at("/checklist/" + id + "/evidence"), "subject=note&note=Seen+on+Tuesday");
        therapist.postForm(at("/checklist/" + id + "/sign"), "");
        List<CompletableFuture<Integer>> withdrawn = Stream.of("one", "two", "three")
                .map(reason -> CompletableFuture.supplyAsync(() -> therapist
                        .post(api("/checklist/" + id + "/withdraw"), "{\"reason\":\"" + reason + "\"}")
                        .statusCode()))
                .toList();

        List<Integer> answers =
                withdrawn.stream().map(CompletableFuture::join).sorted().toList();

        assertEquals(1, answers.stream().filter(answer -> answer == 200).count(), answers::toString);
    }

    @Test
    void painIsNoEvidenceForATherapistItIsNotSharedWith() {
        Visitor other = SERVER.joined(Role.LIFTER);
        Visitor withoutPain = SERVER.joined(Role.THERAPIST);
        SERVER.share(other, withoutPain, RecordKind.REHAB, RecordKind.FORM);
        SERVER.share(other, therapist, RecordKind.values());
        UUID id = SERVER.personOf(other).id();
        String api = "/api/people/" + id;
        String criterion = made(withoutPain.post(api + "/checklist", "{\"criterion\":\"A week without pain\"}"))
                .get("id")
                .asString();
        String evidence = "/checklist/" + criterion + "/evidence";
        for (HttpResponse<String> refused : List.of(
                withoutPain.post(api + evidence, "{\"kind\":\"pain\"}"),
                withoutPain.postForm("/patients/" + id + evidence, "subject=pain"))) {
            assertEquals(422, refused.statusCode());
            assertTrue(refused.body().contains("Pain and symptoms are not shared with you."), refused.body());
        }
        assertEquals(201, therapist.post(api + evidence, "{\"kind\":\"pain\"}").statusCode());
    }

    @Test
    void setsAreNoEvidenceForATherapistTheyAreNotSharedWith() {
        UUID set = upload(23);
        Visitor withoutSets = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, withoutSets, RecordKind.REHAB);
        String criterion = made(withoutSets.post(api("/checklist"), "{\"criterion\":\"Slow bends without pain\"}"))
                .get("id")
                .asString();
        String evidence = "/checklist/" + criterion + "/evidence";

        assertFalse(withoutSets.page(at("/checklist")).body().contains("set:" + set));
        assertFalse(withoutSets.page(at("/range-of-motion")).body().contains(set.toString()));
        assertEquals(
                422, withoutSets.postForm(at(evidence), "subject=set:" + set).statusCode());
        assertEquals(
                422,
                withoutSets
                        .post(api(evidence), "{\"kind\":\"set\",\"subject\":\"" + set + "\"}")
                        .statusCode());
        assertEquals(
                422,
                withoutSets
                        .post(api("/range-of-motion"), "{\"set\":\"" + set + "\"}")
                        .statusCode());
        assertTrue(therapist.page(at("/checklist")).body().contains("set:" + set));
        withoutSets.postForm(at("/checklist/" + criterion + "/remove"), "");
    }

    @Test
    void aSetOfWhichARangeOfMotionWasReadIsNotThereForWhomFormAloneIsShared() {
        Visitor patient = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(patient).id();
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(patient, therapist, RecordKind.values());
        SERVER.share(patient, coach, RecordKind.FORM);
        UUID bends =
                RecordedSets.upload(patient, SimulationScript.clean("good_morning", 5, 23), MotionTests.EXERCISE, null);
        assertEquals(200, coach.get("/sets/" + bends).statusCode(), "until then it is a set as any other");
        assertTrue(patient.page("/today").body().contains("last time"), "until then it may be done again");
        assertTrue(isTraining(id, bends) && isTrainingAmongMany(id, bends));
        JsonNode test = made(therapist.post("/api/people/" + id + "/range-of-motion", "{\"set\":\"" + bends + "\"}"));
        assertFalse(patient.page("/today").body().contains("last time"), "a test is not the next set");
        for (String address : List.of(
                "/sets/" + bends,
                "/sets/" + bends + "/reps/1",
                "/sets/" + bends + "/chart.svg",
                "/api/sets/" + bends,
                "/api/sets/" + bends + "/recording")) {
            assertEquals(404, coach.get(address).statusCode(), address);
            assertEquals(200, therapist.get(address).statusCode(), address);
            assertEquals(200, patient.get(address).statusCode(), address);
        }
        for (String list : List.of(
                "/people/" + id,
                "/people/" + id + "/sets",
                "/api/people/" + id + "/sets",
                "/people/" + id + "/progress")) {
            assertFalse(coach.get(list).body().contains(bends.toString()), list);
        }
        assertEquals(0, coach.json("/api/people/" + id + "/sets").get("total").asInt(), "nor is it counted");
        assertFalse(isTraining(id, bends));
        assertFalse(isTrainingAmongMany(id, bends), "the week of one person is the week of one of many");
        assertFalse(
                therapist.page("/patients/" + id + "/range-of-motion").body().contains("value=\"" + bends + "\""));
        assertTrue(therapist.page("/people/" + id + "/sets").body().contains(bends.toString()));
        assertTrue(patient.page("/sets").body().contains(bends.toString()));

        String removed =
                "/patients/" + id + "/range-of-motion/" + test.get("id").asString() + "/remove";
        assertEquals(302, therapist.postForm(removed, "").statusCode());
        assertEquals(200, coach.get("/sets/" + bends).statusCode(), "it is a set as any other again");
    }

    private static boolean isTraining(UUID person, UUID set) {
        return SERVER.bean(PatientSets.class).since(person, LocalDate.EPOCH).stream()
                .anyMatch(done -> done.id().equals(set));
    }

    private static boolean isTrainingAmongMany(UUID person, UUID set) {
        return SERVER
                .bean(PatientSets.class)
                .ofMany(List.of(person), LocalDate.EPOCH)
                .getOrDefault(person, List.of())
                .stream()
                .anyMatch(done -> done.id().equals(set));
    }
}
