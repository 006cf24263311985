package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the buttons of the pages lead to. */
class PageFormsIT {
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
    private static final Pattern ACTION = Pattern.compile("th:action=\"@\\{(/[^\"(]*?)(?:\\([^\"]*)?}\"");

    /** Answered before any controller is asked, or filled in by the script of the live screen. */
    private static final Set<String> ELSEWHERE = Set.of("/sign-in", "/sign-out", "/live");

    @Test
    void everyButtonThatSendsAFormHasSomethingBehindIt() throws IOException {
        Set<String> sent = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src", "main", "resources", "templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                sent.addAll(sentBy(Files.readString(template)));
            }
        }
        assertTrue(sent.size() > 50, "the forms are found: " + sent);
        sent.removeAll(answered());
        sent.removeAll(ELSEWHERE);
        assertEquals(Set.of(), sent);
    }

    private static List<String> sentBy(String template) {
        return FORM.matcher(template)
                .results()
                .map(form -> form.group())
                .filter(form -> form.contains("method=\"post\""))
                .flatMap(form -> ACTION.matcher(form).results())
                .map(action -> unnamed(action.group(1)))
                .toList();
    }

    private static Set<String> answered() {
        Set<String> answered = new TreeSet<>();
        RunningServer.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(PageFormsIT::unnamed)
                .forEach(answered::add);
        return answered;
    }

    /** What stands for a part of the address is called one thing by the page and another by the controller. */
    private static String unnamed(String route) {
        return route.replaceAll("\\{[^}]*}", "{}");
    }
}
