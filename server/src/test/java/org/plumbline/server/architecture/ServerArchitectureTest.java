package org.plumbline.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server is packaged by what a person does; who may know whom, and who alone may touch what. */
class ServerArchitectureTest {
    private static final String SERVER = "org.plumbline.server";

    private static final Set<String> EVERYTHING = Set.of(
            "account",
            "wearable",
            "training",
            "live",
            "review",
            "rehab",
            "exchange",
            "backup",
            "demo",
            "today",
            "start",
            "web",
            "storage",
            "root");

    /** What each package may know. {@code web} is what every page shares; {@code cli} and {@code start} put it together. */
    private static final Map<String, Set<String>> PACKAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("storage", Set.of()),
            Map.entry("web", Set.of("storage")),
            Map.entry("account", Set.of("web")),
            Map.entry("wearable", Set.of("web", "account")),
            Map.entry("training", Set.of("storage", "web", "account")),
            Map.entry("live", Set.of("web", "account", "wearable", "training")),
            Map.entry("review", Set.of("web", "account", "training")),
            Map.entry("rehab", Set.of("web", "account", "training", "review")),
            Map.entry("exchange", Set.of("storage", "web", "account", "training")),
            Map.entry("backup", Set.of("storage", "web", "account")),
            Map.entry("demo", Set.of("web", "account", "wearable", "training", "live", "review", "rehab")),
            Map.entry("today", Set.of("web", "account", "wearable", "training", "live", "review", "rehab", "demo")),
            Map.entry("start", EVERYTHING),
            Map.entry("cli", EVERYTHING)));

    private static final ArchRule NO_CYCLES =
            slices().matching(SERVER + ".(*)..").should().beFreeOfCycles();

    private static final ArchRule NO_SPRING_EXTENSION = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.test..", "org.springframework.boot.test..")
            .as("tests start the real server: Spring's JUnit extension does not run on JUnit 5");

    private static JavaClasses server;

    @TempDir
    Path folder;

    @BeforeAll
    static void importServer() {
        server = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(SERVER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.allowEmptyShould(true).check(server);
    }

    static Stream<Arguments> rules() {
        Stream<Arguments> arrows =
                PACKAGES.keySet().stream().map(name -> Arguments.of("arrows of " + name, arrowsOf(name)));
        Stream<Arguments> cycles = Stream.of(Arguments.of("no cycles", NO_CYCLES));
        Stream<Arguments> habits =
                HABITS.stream().map(habit -> Arguments.of(habit.rule().getDescription(), habit.rule()));
        return Stream.of(arrows, cycles, habits).flatMap(all -> all);
    }

    @Test
    void testsDoWithoutSpringExtension() {
        NO_SPRING_EXTENSION.check(new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages(SERVER));
    }

    @Test
    void aSpringExtensionIsCaught() throws IOException {
        List<String> sources = List.of(
                "package org.springframework.test.context.junit.jupiter; public class SpringExtension {}",
                packageOf("live")
                        + "class Planted { org.springframework.test.context.junit.jupiter.SpringExtension it; }");
        assertTrue(NO_SPRING_EXTENSION
                .evaluate(PlantedClasses.compile(folder, sources))
                .hasViolation());
    }

    @Test
    void everyPackageCanBeCaughtKnowingAnyPackageItMayNot() throws IOException {
        List<String> targets = new ArrayList<>(PACKAGES.keySet());
        targets.add("root");
        List<String> sources = new ArrayList<>();
        for (String target : targets) {
            sources.add(packageOf(target) + "public class Target {}");
        }
        for (String name : PACKAGES.keySet()) {
            for (String target : targets) {
                String type = (target.equals("root") ? SERVER : SERVER + "." + target) + ".Target";
                sources.add(packageOf(name) + "class Knows_" + target + " { " + type + " it; }");
            }
        }
        JavaClasses planted = PlantedClasses.compile(folder, sources);

        for (String name : PACKAGES.keySet()) {
            List<String> caught =
                    arrowsOf(name).evaluate(planted).getFailureReport().getDetails();
            for (String target : targets) {
                boolean allowed = target.equals(name) || PACKAGES.get(name).contains(target);
                boolean reported = caught.stream().anyMatch(line -> line.contains(".Knows_" + target + "."));
                assertEquals(!allowed, reported, name + " knows " + target);
            }
        }
    }

    @Test
    void everyHabitIsAbleToFail() throws IOException {
        List<Breach> breaches = new ArrayList<>();
        for (Habit habit : HABITS) {
            for (String source : habit.breaches()) {
                String name = "Planted" + breaches.size();
                breaches.add(new Breach(name, source.replace("Planted", name), habit.rule()));
            }
        }
        JavaClasses planted = PlantedClasses.compile(
                folder, breaches.stream().map(Breach::source).toList());

        for (Breach breach : breaches) {
            JavaClasses one = planted.that(HasName.Predicates.nameMatching(".*\\." + breach.name() + "(Repository)?"));
            assertEquals(1, one.size(), breach.source());
            assertTrue(breach.rule().evaluate(one).hasViolation(), breach.source());
        }
    }

    @Test
    void aCycleIsCaught() throws IOException {
        JavaClasses planted = PlantedClasses.compile(
                folder,
                List.of(
                        packageOf("live") + "public class One { " + SERVER + ".review.Other it; }",
                        packageOf("review") + "public class Other { " + SERVER + ".live.One it; }"));
        assertTrue(NO_CYCLES.evaluate(planted).hasViolation());
    }

    private static ArchRule arrowsOf(String name) {
        List<String> known = new ArrayList<>(List.of(SERVER + "." + name + ".."));
        PACKAGES.get(name).forEach(other -> known.add(other.equals("root") ? SERVER : SERVER + "." + other + ".."));
        return noClasses()
                .that()
                .resideInAPackage(SERVER + "." + name + "..")
                .should()
                .dependOnClassesThat(are(
                        resideInAnyPackage(SERVER + "..").and(resideOutsideOfPackages(known.toArray(new String[0])))))
                .as(name + " knows only " + PACKAGES.get(name) + " of the server");
    }

    private static ArchRule onlyIn(String[] owners, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(owners)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as("only " + String.join(", ", owners) + " may touch " + String.join(", ", packages));
    }

    private static String[] owners(String... names) {
        return Stream.of(names)
                .map(name -> name.equals("root") ? SERVER : SERVER + "." + name + "..")
                .toArray(String[]::new);
    }

    private static String packageOf(String name) {
        return "package " + (name.equals("root") ? SERVER : SERVER + "." + name) + "; ";
    }

    /** A rule, and sources each of which must break it. */
    private record Habit(ArchRule rule, List<String> breaches) {}

    private record Breach(String name, String source, ArchRule rule) {}

    private static String in(String name, String body) {
        return packageOf(name) + "class Planted { " + body + " }";
    }

    private static final List<Habit> HABITS = List.of(
            new Habit(
                    classes()
                            .should()
                            .resideInAnyPackage(Stream.concat(PACKAGES.keySet().stream(), Stream.of("root"))
                                    .flatMap(name -> Stream.of(owners(name)))
                                    .toArray(String[]::new))
                            .as("every class stands in a package of the house"),
                    List.of(in("service", ""))),
            new Habit(
                    onlyIn(owners("review"), "org.jfree..", "org.apache.batik..", "java.awt..", "javax.imageio.."),
                    List.of(
                            in("live", "org.jfree.chart.JFreeChart it;"),
                            in("exchange", "org.apache.batik.svggen.SVGGraphics2D it;"),
                            in("start", "java.awt.Font it;"))),
            new Habit(
                    onlyIn(owners("wearable.radio.tinyb"), "tinyb..", "org.sputnikdev.."),
                    List.of(
                            in("wearable", "tinyb.BluetoothDevice it;"),
                            in("wearable.radio", "tinyb.BluetoothManager it;"))),
            new Habit(
                    onlyIn(owners("wearable.radio.dbus"), "org.freedesktop.dbus.."),
                    List.of(
                            in("wearable.radio", "org.freedesktop.dbus.DBusPath it;"),
                            in("wearable.radio.tinyb", "org.freedesktop.dbus.types.Variant it;"))),
            new Habit(
                    noClasses()
                            .that()
                            .resideInAnyPackage(owners("wearable.radio", "wearable.device"))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(owners("wearable.station", "wearable.gateway"))
                            .as("bytes flow from the radio to the station, and never back"),
                    List.of(
                            in("wearable.radio", "org.plumbline.server.wearable.gateway.GatewayRadio it;"),
                            in("wearable.device", "org.plumbline.server.wearable.station.SensorStation it;"))),
            new Habit(
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(SERVER + ".web..")
                            .should()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("java.util.ResourceBundle")
                            .as("texts are read through Words"),
                    List.of(in("live", "java.util.ResourceBundle it;"))),
            new Habit(
                    noClasses()
                            .should()
                            .accessTargetWhere(describe("crashes TinyB", ServerArchitectureTest::crashesTinyB))
                            .as("what crashes TinyB is not called"),
                    List.of(
                            tinyb("void breach(tinyb.BluetoothDevice it) { it.find(\"uuid\"); }"),
                            tinyb("void breach(tinyb.BluetoothGattService it) {"
                                    + " it.find(\"uuid\", java.time.Duration.ZERO); }"),
                            tinyb("Object breach(tinyb.BluetoothManager it) { return it.find(null, null, null); }"),
                            tinyb("void breach(tinyb.BluetoothGattCharacteristic it) { it.getValue(); }"),
                            tinyb("Object breach(tinyb.BluetoothGattCharacteristic it) {"
                                    + " return (java.util.function.Supplier<byte[]>) it::getValue; }"),
                            tinyb(
                                    "void breach(tinyb.BluetoothGattCharacteristic it) { it.disableValueNotifications(); }"),
                            tinyb("void breach(tinyb.BluetoothManager it) { it.startDiscovery(); }"),
                            tinyb("void breach(tinyb.BluetoothManager it) { it.stopDiscovery(); }"),
                            tinyb("void breach(tinyb.BluetoothManager it) { it.startNearbyDiscovery(null, 1, true); }"),
                            tinyb("void breach(tinyb.BluetoothManager it) { it.stopNearbyDiscovery(); }"))),
            new Habit(
                    onlyIn(
                            owners("training", "account", "review", "rehab", "wearable.station", "backup", "storage"),
                            "java.sql..",
                            "javax.sql..",
                            "org.springframework.jdbc.."),
                    List.of(
                            in("exchange", "org.springframework.jdbc.core.simple.JdbcClient it;"),
                            in("live", "javax.sql.DataSource it;"),
                            in("web", "java.sql.Connection it;"))),
            new Habit(
                    classes()
                            .that()
                            .haveSimpleNameEndingWith("Repository")
                            .should()
                            .bePackagePrivate(),
                    List.of(packageOf("training") + "public class PlantedRepository {}")),
            new Habit(
                    GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                    List.of(
                            in("live", "@org.springframework.beans.factory.annotation.Autowired String it;"),
                            in("live", "@org.springframework.beans.factory.annotation.Value(\"${it}\") String it;"))),
            new Habit(
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)")
                            .as("no java.util.Date"),
                    List.of(in("live", "java.util.Date it;"), in("live", "java.util.Calendar it;"))),
            new Habit(
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(owners("cli", "start", "root"))
                            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                            .as("only the commands and the start-up line print"),
                    List.of(
                            in("live", "void say() { System.out.println(); }"),
                            in("live", "void say(Exception e) { e.printStackTrace(); }"))),
            new Habit(
                    noClasses()
                            .should()
                            .callMethodWhere(describe("is Thread.sleep", ServerArchitectureTest::sleeps))
                            .as("nobody sleeps: wait for what you wait for"),
                    List.of(
                            in("live", "void rest() throws Exception { Thread.sleep(1); }"),
                            in(
                                    "live",
                                    "void rest() throws Exception { java.util.concurrent.TimeUnit.DAYS.sleep(1); }"))),
            new Habit(
                    noClasses()
                            .should()
                            .callMethodWhere(describe("reads the wall clock", ServerArchitectureTest::readsWallClock))
                            .as("the time of day comes from the Clock bean"),
                    List.of(
                            in("live", "Object t = java.time.Instant.now();"),
                            in("live", "Object t = java.time.LocalDate.now(java.time.ZoneId.of(\"UTC\"));"),
                            in("live", "long t = System.currentTimeMillis();"))),
            new Habit(
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(owners("start", "root"))
                            .should()
                            .callMethodWhere(describe("makes a clock", ServerArchitectureTest::makesClock))
                            .as("the Clock bean is made in one place"),
                    List.of(in("live", "Object t = java.time.Clock.systemUTC();"))));

    private static String tinyb(String body) {
        return in("wearable.radio.tinyb", body);
    }

    /**
     * Each of these was seen to end the process, or to do the opposite of its name: find that waits races the thread of
     * events, getValue frees what it does not own, turning notifications off while values flow corrupts the heap, and the
     * manager's discovery cannot be stopped.
     */
    private static boolean crashesTinyB(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        if (!owner.startsWith("tinyb.")) {
            return false;
        }
        Set<String> everywhere = Set.of("find", "getValue", "disableValueNotifications");
        Set<String> ofTheManager =
                Set.of("startDiscovery", "stopDiscovery", "startNearbyDiscovery", "stopNearbyDiscovery");
        return everywhere.contains(access.getName())
                || (owner.equals("tinyb.BluetoothManager") && ofTheManager.contains(access.getName()));
    }

    private static boolean sleeps(JavaMethodCall call) {
        return call.getName().equals("sleep")
                && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                        .contains(call.getTargetOwner().getName());
    }

    private static boolean readsWallClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return call.getName().equals("currentTimeMillis")
                || (call.getName().equals("now")
                        && owner.startsWith("java.time.")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.getName().equals("java.time.Clock")));
    }

    private static boolean makesClock(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("java.time.Clock")
                && call.getName().startsWith("system");
    }
}
