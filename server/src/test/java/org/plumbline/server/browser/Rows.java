package org.plumbline.server.browser;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.server.rehab.plan.Prescriptions;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** Makes what a page is about, where it is not there yet, and gives the address of that page. */
final class Rows {
    private static final Pattern LINK = Pattern.compile("id=\"link\">https?://[^/]+(/join/[^<]+)<");

    private Rows() {}

    static String invitation(RunningServer server) {
        server.me().postForm("/invite", "role=lifter");
        Matcher link = LINK.matcher(server.me().page("/invite").body());
        if (!link.find()) {
            throw new AssertionError("no link was shown");
        }
        return link.group(1);
    }

    static String symptoms(Visitor lifter) {
        HttpResponse<String> answer = lifter.postForm(
                "/symptoms", "none=emergency&none=urgent&yes=over_a_week&mechanism=lifting&because=start");
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("symptoms were not taken: " + answer.body()));
        return URI.create(location).getPath();
    }

    static String prescription(RunningServer server, Visitor therapist, UUID patient) {
        String form = "exercise=good_morning&sets=3&repetitions=8&timesAWeekLeast=2&timesAWeekMost=3&phase=supervised"
                + "&startsOn=" + java.time.LocalDate.now(java.time.ZoneId.systemDefault())
                + "&limitMetric0=lumbarFlexionPeakDeg&limitMost0=40";
        HttpResponse<String> answer = therapist.postForm("/patients/" + patient + "/prescriptions", form);
        if (answer.statusCode() != 302) {
            throw new AssertionError("not prescribed: " + answer.statusCode() + " " + answer.body());
        }
        UUID series = server.bean(Prescriptions.class).newest(patient).get(0).series();
        return "/patients/" + patient + "/prescriptions/" + series;
    }
}
