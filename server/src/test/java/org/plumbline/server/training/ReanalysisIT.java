package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A set that an earlier version analysed is analysed again; what that version found stays to be seen. */
@OnBothDatabases
class ReanalysisIT {
    private static final RunningServer SERVER = RunningServer.shared();

    private UUID set;

    @BeforeEach
    void upload() {
        set = UploadedSets.rounded(SERVER.me());
    }

    @Test
    void theOldResultIsKeptWithItsVersionAndTheNewOneStands() {
        pretendAnEarlierVersionCountedOneLess();
        JsonNode outcome = again();
        assertTrue(outcome.get("changed").asBoolean());
        assertEquals("0.0.1", outcome.get("before").get("software").asString());
        assertEquals(
                UploadedSets.REPETITIONS - 1,
                outcome.get("before").get("repetitions").asInt());
        assertEquals(
                UploadedSets.REPETITIONS, outcome.get("now").get("repetitions").asInt());
        assertEquals(
                UploadedSets.REPETITIONS,
                SERVER.json(path("")).get("repetitions").size());

        JsonNode earlier = SERVER.json(path("/analyses"));
        assertEquals(1, earlier.size());
        assertEquals("0.0.1", earlier.get(0).get("software").asString());
        assertEquals("line-0", earlier.get(0).get("algorithm").asString());
        assertTrue(earlier.get(0).get("analysedAt").isString(), "when it was found: " + earlier);
        JsonNode old = SERVER.json(path("/analyses/" + earlier.get(0).get("id").asString()));
        assertEquals(UploadedSets.REPETITIONS - 1, old.get("repetitions").size());
        String page = SERVER.page("/sets/" + set).body();
        assertTrue(page.contains("What was found before") && page.contains("Plumbline 0.0.1, algorithm line-0"), page);
    }

    @Test
    void theFormChangeThatAnEarlierVersionMeantOtherwiseIsNotAssessedUntilTheSetIsAnalysedAgain() {
        Double found = formChange();
        assertNotNull(found);
        pretendAnEarlierVersionCountedOneLess();
        var said = SERVER.me().put(path("/effort"), "{\"rpe\":8}");
        assertEquals(200, said.statusCode());
        assertNull(formChange(), "what the lifter says of the set makes no third number of it");
        String lists = SERVER.page("/people/" + SERVER.personOf(SERVER.me()).id() + "?exercise=deadlift")
                .body();
        assertTrue(
                Pattern.compile("not assessed yet|\\d not assessed")
                        .matcher(lists)
                        .find(),
                lists);
        again();
        assertEquals(found, formChange());
    }

    private @Nullable Double formChange() {
        return SERVER.bean(SetSummaries.class).find(set).orElseThrow().formDriftIndex();
    }

    @Test
    void whereNothingIsFoundOtherwiseNothingIsKept() {
        JsonNode outcome = again();
        assertFalse(outcome.get("changed").asBoolean(), outcome.toString());
        assertEquals(0, SERVER.json(path("/analyses")).size());
    }

    @Test
    void theButtonOnThePageSaysWhatCameOfIt() {
        pretendAnEarlierVersionCountedOneLess();
        assertTrue(SERVER.page("/sets/" + set).body().contains("id=\"analyse-again\""));
        assertEquals(302, SERVER.postForm("/sets/" + set + "/analyses", "").statusCode());
        String page = SERVER.page("/sets/" + set).body();
        assertTrue(page.contains("Repetitions: 4 before, 5 now"), page);
    }

    @Test
    void earlierResultsGoWithTheirSet() {
        pretendAnEarlierVersionCountedOneLess();
        again();
        SERVER.bean(TrainingLog.class).delete(set);
        assertEquals(
                0,
                SERVER.bean(JdbcClient.class)
                        .sql("select count(*) from earlier_analysis where set_id = :set")
                        .param("set", set)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aSetWithoutResultIsRefusedInPlainWords() {
        SERVER.bean(JdbcClient.class)
                .sql("update training_set set analysis = null where id = :set")
                .param("set", set)
                .update();
        var refused = SERVER.post(path("/analyses"), "");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("This set could not be analysed."), refused.body());
    }

    @Test
    void whoeverWouldWaitLongForAnotherAnalysisIsSentAwayInPlainWords() {
        AnalysisTurns turns = SERVER.bean(AnalysisTurns.class);
        var busy = turns.alone(set, () -> SERVER.post(path("/analyses"), ""));
        assertEquals(503, busy.statusCode());
        assertTrue(busy.body().contains("Other sets are being analysed."), busy.body());
        assertFalse(again().get("changed").asBoolean(), "afterwards it is as ever");
    }

    private String path(String more) {
        return "/api/sets/" + set + more;
    }

    private JsonNode again() {
        return RunningServer.parse(SERVER.post(path("/analyses"), "").body());
    }

    private void pretendAnEarlierVersionCountedOneLess() {
        TrainingLog log = SERVER.bean(TrainingLog.class);
        TrainingSet stored = log.find(set).orElseThrow();
        AnalysisResult found = log.analysis(set).orElseThrow();
        List<AnalysisResult.Repetition> less =
                found.repetitions().subList(0, found.repetitions().size() - 1);
        AnalysisResult old = new AnalysisResult(
                found.recording(),
                new AnalysisResult.Software("0.0.1", "line-0"),
                found.quality(),
                found.calibration(),
                less,
                found.setAside(),
                found.set());
        SERVER.bean(SetRepository.class).end(set, stored.state(), stored.endedAt(), old);
    }
}
