package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Visitor;

/** The first pages a therapist opens: what is pressing comes first, and notes are their author's. */
class PatientPagesIT extends PlanCase {
    @Test
    void aSharpStopAndAnAnswerForADoctorAreTheFirstThingATherapistReads() throws IOException {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        Visitor planOnly = SERVER.joined(Role.THERAPIST);
        SERVER.share(other, therapist, RecordKind.values());
        SERVER.share(other, planOnly, RecordKind.REHAB);
        String moment = PlanWords.day(LocalDate.now(ZoneId.systemDefault())) + " \\d\\d:\\d\\d";
        other.postForm("/symptoms/stopped", "");
        String open = ": stopped a set for sharp pain; the symptom questions are not answered yet.";
        String first = therapist.page("/patients").body();
        assertTrue(Pattern.compile(moment + open).matcher(first).find(), first);

        other.postForm("/symptoms", "because=stop&none=emergency&yes=fever_or_unwell");
        String told = ": the answers to the symptom questions led to “Speak with a doctor";
        String stopped = ": stopped a set for sharp pain.";
        String list = therapist.page("/patients").body();
        assertTrue(list.contains(told) && list.contains(stopped), list);
        String summary = therapist.page("/patients/" + id).body();
        assertTrue(summary.indexOf(told) > 0 && summary.indexOf(told) < summary.indexOf("Prescribed"), summary);
        String report = pdf(therapist, "/patients/" + id + "/report.pdf");
        assertTrue(report.contains(told) && report.contains(stopped), report);
        assertTrue(report.indexOf(told) < report.indexOf("Prescribed"), "before all else");

        assertFalse(planOnly.page("/patients").body().contains(told), "pain is shared on its own");
        assertFalse(planOnly.page("/patients/" + id).body().contains(told));
        assertFalse(pdf(planOnly, "/patients/" + id + "/report.pdf").contains(told));
    }

    @Test
    void anEmergencyIsReadBeforeAllElseWithWhatWasTickedAndWhen() throws IOException {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        SERVER.share(other, therapist, RecordKind.values());
        other.postForm("/symptoms", "because=own&yes=urine_leaks&yes=saddle_numbness");
        other.postForm("/symptoms/stopped", "");
        other.postForm("/symptoms", "because=stop&none=emergency&yes=fever_or_unwell");
        String set = "source=simulated&exercise=squat&repetitions=1&load=20";
        HttpResponse<String> asked = other.postForm("/start", set);
        assertTrue(redirectOf(other.postForm("/start", set + answers(asked))).endsWith("/live"));
        endSet(other);

        String emergency = "led to “Get medical help now”. Ticked, in the words of the questions: Numbness or pins and"
                + " needles between the inner thighs, at the genitals, the back passage or the buttocks; Urine leaks.";
        List<String> inOrder = List.of(
                emergency, "stopped a set for sharp pain", "led to “Speak with a doctor", "Simulated, nobody lifted");
        for (String page : List.of("/patients", "/patients/" + id)) {
            String all = therapist.page(page).body();
            String seen = page.equals("/patients") ? all.substring(all.indexOf("/patients/" + id)) : all;
            for (int i = 0; i < inOrder.size(); i++) {
                assertTrue(seen.contains(inOrder.get(i)), inOrder.get(i) + " on " + page + ": " + seen);
                assertTrue(i == 0 || seen.indexOf(inOrder.get(i - 1)) < seen.indexOf(inOrder.get(i)), page + seen);
            }
        }
        String report = pdf(therapist, "/patients/" + id + "/report.pdf").replaceAll("\\s+", " ");
        assertTrue(report.contains("Urine leaks"), report);
        assertTrue(report.indexOf("Get medical help now") < report.indexOf("stopped a set for sharp"), report);
        assertEquals(1, report.split("begun all the same", -1).length - 1, report);
    }

    @Test
    void emptyListsSayWhatToDoNext() {
        Visitor fresh = SERVER.joined(Role.THERAPIST);
        String patients = fresh.page("/patients").body();
        assertTrue(patients.contains("Nobody shares their plan with you yet"), patients);
        assertTrue(patients.contains("href=\"/invite\""), patients);
        assertTrue(fresh.page("/invite").body().contains("No invitation is open"));
        fresh.postForm("/invite", "role=lifter");
        assertFalse(fresh.page("/invite").body().contains("No invitation is open"));
    }

    @Test
    void whatIsSecondaryOnThePageOfAPatientIsFolded() {
        String page = therapist.page(at("")).body();
        for (String part : List.of("checklist", "notes")) {
            assertTrue(
                    Pattern.compile("<details class=\"[^\"]*\" id=\"" + part + "\"(?! open)")
                            .matcher(page)
                            .find(),
                    page);
        }
        assertTrue(page.indexOf("<h2>Prescribed</h2>") > 0, page);
    }

    @Test
    void aStatementThatAColleagueWroteMeanwhileIsNotOverwrittenUnseen() {
        String seen = "&seen=" + therapist.hidden(at(""), "seen");
        Visitor colleague = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, colleague, RecordKind.values());
        colleague.postForm(at("/statement"), "statement=Ache+after+drives" + seen);
        HttpResponse<String> late = therapist.postForm(at("/statement"), "statement=Stiff+at+night" + seen);
        assertEquals(422, late.statusCode());
        String name = SERVER.personOf(colleague).name();
        assertTrue(late.body().contains("Something else was written since you opened this page, by " + name));
        assertTrue(late.body().contains("Ache after drives") && late.body().contains(">Stiff at night</textarea>"));
        String read = "&seen=" + therapist.hidden(at(""), "seen");
        assertEquals(
                302,
                therapist
                        .postForm(at("/statement"), "statement=Stiff+at+night" + read)
                        .statusCode());
    }

    @Test
    void notesAreTheirAuthorsAlone() {
        therapist.postForm(at("/notes"), "note=Seems+worried+about+work");
        Visitor other = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, other, RecordKind.values());

        assertTrue(therapist.page(at("")).body().contains("Seems worried"));
        assertFalse(other.page(at("")).body().contains("Seems worried"));
        assertFalse(lifter.page(at("")).body().contains("Seems worried"));
    }
}
