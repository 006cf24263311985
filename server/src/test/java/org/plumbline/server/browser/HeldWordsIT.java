package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.training.HoldWords;

/** The live screen counts in the browser, the pages on the server: both say of one hold the same. */
@Tag("browser")
class HeldWordsIT {
    private static final Path SCRIPT = Path.of("src/main/resources/static/held.js");

    /** As prescriptions have them, and some that nobody means. */
    private static final List<@Nullable Double> TARGETS_S =
            Arrays.asList(null, 7.5, 12.0, 20.0, 7.3, 12.25, 7.35, 8.45, 0.25, 9.95, 29.96, 600.0);

    @Test
    void theLiveScreenRoundsWhatWasHeldAsThePagesDo() throws IOException {
        Installs.need(HeldWordsIT.class, Browser.missing());
        List<List<@Nullable Double>> holds = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        for (Double targetS : TARGETS_S) {
            for (int twentieths = 1; twentieths <= 700; twentieths++) {
                double heldS = twentieths / 20.0;
                holds.add(Arrays.asList(heldS, targetS));
                String planned = targetS == null ? "" : HoldWords.seconds(targetS);
                String words = HoldWords.held(heldS, targetS);
                boolean reached = words.contains("reached") || number(words).equals(number(planned));
                pages.add(number(words) + " of " + number(planned) + (reached ? ", reached" : ""));
            }
        }
        try (Browser browser = Browser.open(false)) {
            Object screen = ((JavascriptExecutor) browser.driver())
                    .executeScript(
                            Files.readString(SCRIPT)
                                    + "return arguments[0].map(([held, target]) => Held.said(held, target)"
                                    + " + ' of ' + (target === null ? '' : Held.planned(target))"
                                    + " + (Held.reached(held, target) ? ', reached' : ''));",
                            holds);
            assertEquals(pages, screen);
        }
    }

    private static String number(String words) {
        return words.split(" ")[0];
    }
}
