package org.plumbline.core.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The signal core is one straight line and pure: each room knows the rooms before it, and nothing outside. */
class CoreArchitectureTest {
    private static final String CORE = "org.plumbline.core";

    /** What each room may know. The root, which wires the line, may know every room; no room knows the root. */
    private static final Map<String, Set<String>> ROOMS = new TreeMap<>(Map.ofEntries(
            Map.entry("imu", Set.of()),
            Map.entry("packet", Set.of("imu")),
            Map.entry("clock", Set.of("imu")),
            Map.entry("plausibility", Set.of("imu")),
            Map.entry("recording", Set.of("imu")),
            Map.entry("orientation", Set.of("imu")),
            Map.entry("calibration", Set.of("imu", "orientation")),
            Map.entry("spine", Set.of("imu", "orientation", "calibration")),
            Map.entry("repetition", Set.of("imu", "orientation", "calibration", "spine")),
            Map.entry("form", Set.of("imu", "orientation", "calibration", "spine", "repetition")),
            Map.entry("simulation", Set.of("imu", "recording", "spine"))));

    private static JavaClasses core;

    private static final ArchRule NO_CYCLES =
            slices().matching(CORE + ".(*)..").should().beFreeOfCycles();

    @TempDir
    Path folder;

    @BeforeAll
    static void importCore() {
        core = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(CORE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.allowEmptyShould(true).check(core);
    }

    static Stream<Arguments> rules() {
        Stream<Arguments> arrows =
                ROOMS.keySet().stream().map(room -> Arguments.of("arrows of " + room, arrowsOf(room)));
        Stream<Arguments> cycles = Stream.of(Arguments.of("no cycles", NO_CYCLES));
        Stream<Arguments> purity =
                PURITY.stream().map(p -> Arguments.of(p.rule().getDescription(), p.rule()));
        return Stream.of(arrows, cycles, purity).flatMap(all -> all);
    }

    @Test
    void everyRoomCanBeCaughtKnowingAnyRoomItMayNot() throws IOException {
        List<String> rooms = new ArrayList<>(ROOMS.keySet());
        List<String> sources = new ArrayList<>();
        rooms.forEach(room -> sources.add(packageOf(room) + "public class Target {}"));
        sources.add("package " + CORE + "; public class Target {}");
        List<String> targets = new ArrayList<>(rooms);
        targets.add("root");
        for (String room : rooms) {
            for (String target : targets) {
                String type = CORE + (target.equals("root") ? "" : "." + target) + ".Target";
                sources.add(packageOf(room) + "class Knows_" + target + " { " + type + " it; }");
            }
        }
        JavaClasses planted = PlantedClasses.compile(folder, sources);

        for (String room : rooms) {
            List<String> caught =
                    arrowsOf(room).evaluate(planted).getFailureReport().getDetails();
            for (String target : targets) {
                boolean allowed = target.equals(room) || ROOMS.get(room).contains(target);
                boolean reported = caught.stream().anyMatch(line -> line.contains(".Knows_" + target + "."));
                assertEquals(!allowed, reported, room + " knows " + target);
            }
        }
    }

    @Test
    void everyOtherRuleIsAbleToFail() throws IOException {
        List<Breach> breaches = new ArrayList<>();
        for (Purity purity : PURITY) {
            for (String source : purity.breaches()) {
                String name = "Planted" + breaches.size();
                breaches.add(new Breach(name, source.replace("Planted", name), purity.rule()));
            }
        }
        JavaClasses planted = PlantedClasses.compile(
                folder, breaches.stream().map(Breach::source).toList());

        for (Breach breach : breaches) {
            JavaClasses one =
                    planted.that(HasName.Predicates.nameMatching(".*\\.(RecordingAnalysisOf)?" + breach.name()));
            assertEquals(1, one.size(), breach.source());
            assertTrue(breach.rule().evaluate(one).hasViolation(), breach.source());
        }
    }

    @Test
    void aCycleIsCaught() throws IOException {
        JavaClasses planted = PlantedClasses.compile(
                folder,
                List.of(
                        packageOf("imu") + "public class One { " + CORE + ".clock.Other it; }",
                        packageOf("clock") + "public class Other { " + CORE + ".imu.One it; }"));
        assertTrue(NO_CYCLES.evaluate(planted).hasViolation());
    }

    @Test
    void letsRecordingAndItsAnalysisReadFiles() throws IOException {
        JavaClasses planted = PlantedClasses.compile(
                folder,
                List.of(
                        "package org.plumbline.core.recording; class Reader { java.io.InputStream in; }",
                        "package org.plumbline.core; class RecordingAnalysis { interface Source { java.io.Reader open(); } }"));
        PURITY.forEach(p ->
                assertFalse(p.rule().allowEmptyShould(true).evaluate(planted).hasViolation()));
    }

    private static ArchRule arrowsOf(String room) {
        List<String> known = new ArrayList<>(List.of(CORE + "." + room + ".."));
        ROOMS.get(room).forEach(other -> known.add(CORE + "." + other + ".."));
        return noClasses()
                .that()
                .resideInAPackage(CORE + "." + room + "..")
                .should()
                .dependOnClassesThat(
                        are(resideInAnyPackage(CORE + "..").and(resideOutsideOfPackages(known.toArray(new String[0])))))
                .as(room + " knows only " + ROOMS.get(room) + " of the core");
    }

    private static String packageOf(String room) {
        return "package " + CORE + "." + room + "; ";
    }

    /** A rule, and sources each of which must break it. */
    private record Purity(ArchRule rule, List<String> breaches) {}

    private record Breach(String name, String source, ArchRule rule) {}

    private static String inForm(String body) {
        return "package org.plumbline.core.form; class Planted { " + body + " }";
    }

    private static final List<Purity> PURITY = List.of(
            new Purity(
                    classes()
                            .should()
                            .resideInAnyPackage(roomPackages())
                            .as("every class stands in a room of the house"),
                    List.of("package org.plumbline.core.helper; class Planted {}")),
            new Purity(
                    classes()
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(
                                            "",
                                            "java.lang..",
                                            "java.util..",
                                            "java.io",
                                            "java.nio..",
                                            "java.math",
                                            "java.text")
                                    .or(resideInAnyPackage(
                                            "org.apache.commons.math3..", "org.jspecify..", CORE + "..")))
                            .as("the core knows the JDK's plain part, Commons Math and JSpecify, nothing else"),
                    List.of(
                            inForm("java.sql.Connection it;"),
                            inForm("java.net.URI it;"),
                            inForm("java.awt.Color it;"),
                            inForm("java.time.Clock it;"),
                            inForm("java.time.Instant at = java.time.Instant.now();"),
                            inForm("org.junit.jupiter.api.Test it;"))),
            new Purity(
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(CORE + ".recording..")
                            .and()
                            .haveNameNotMatching(CORE + "\\.RecordingAnalysis(\\$.*)?")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..")
                            .as("only recording and its analysis touch files and streams"),
                    List.of(
                            inForm("java.io.InputStream it;"),
                            inForm("java.nio.file.Path it;"),
                            inForm("void say() { System.out.println(); }"),
                            inForm("void say() { System.err.println(); }"),
                            "package org.plumbline.core; class RecordingAnalysisOfPlanted { java.io.Reader it; }")),
            new Purity(
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .areAssignableTo(Thread.class)
                            .orShould()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "java.util.concurrent", "java.util.concurrent.locks", "java.util.logging")
                            .orShould()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("java.util.Timer")
                            .orShould()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("java.lang.System$Logger")
                            .as("no threads and no logging"),
                    List.of(
                            inForm("Thread it;"),
                            inForm("void rest() throws Exception { Thread.sleep(1); }"),
                            inForm("java.util.concurrent.Executor it;"),
                            inForm("java.util.concurrent.ThreadLocalRandom it;"),
                            inForm("java.util.concurrent.locks.Lock it;"),
                            inForm("java.util.Timer it;"),
                            inForm("System.Logger it;"))),
            new Purity(
                    noClasses()
                            .should()
                            .callMethodWhere(DescribedPredicate.describe(
                                    "reads a clock or rolls dice", CoreArchitectureTest::isImpure))
                            .orShould()
                            .callConstructorWhere(
                                    DescribedPredicate.describe("has no seed", CoreArchitectureTest::isUnseeded))
                            .orShould()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("java.util.Date")
                            .as("equal samples give equal results: no wall clock and no unseeded chance"),
                    List.of(
                            inForm("long t = System.currentTimeMillis();"),
                            inForm("long t = System.nanoTime();"),
                            inForm("String t = System.getProperty(\"user.name\");"),
                            inForm("String t = System.getenv(\"HOME\");"),
                            inForm("double t = Math.random();"),
                            inForm("Object t = java.util.UUID.randomUUID();"),
                            inForm("Object t = new java.util.Random();"),
                            inForm("Object t = new java.util.Date();"))));

    private static String[] roomPackages() {
        List<String> packages = new ArrayList<>(List.of(CORE));
        ROOMS.keySet().forEach(room -> packages.add(CORE + "." + room + ".."));
        return packages.toArray(new String[0]);
    }

    private static boolean isImpure(JavaMethodCall call) {
        String method = call.getTargetOwner().getName() + "." + call.getName();
        return Set.of(
                        "java.lang.System.currentTimeMillis",
                        "java.lang.System.nanoTime",
                        "java.lang.System.getProperty",
                        "java.lang.System.getenv",
                        "java.lang.Math.random",
                        "java.util.UUID.randomUUID")
                .contains(method);
    }

    private static boolean isUnseeded(JavaConstructorCall call) {
        return call.getTargetOwner().isEquivalentTo(Random.class)
                && call.getTarget().getRawParameterTypes().isEmpty();
    }
}
