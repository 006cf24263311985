package org.plumbline.server.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Compiles small classes that break a rule on purpose; the twin of the one in the core, whose tests are not shared. */
final class PlantedClasses {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface) (\\w+)");

    private PlantedClasses() {}

    /** The classes of {@code sources}, each a whole compilation unit of one class or interface. */
    static JavaClasses compile(Path folder, List<String> sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        for (String source : sources) {
            Matcher type = TYPE.matcher(source);
            if (!type.find()) {
                throw new IllegalArgumentException("no class in planted source: " + source);
            }
            Path unit = Files.createDirectories(folder.resolve("source" + arguments.size()));
            Path file = unit.resolve(type.group(1) + ".java");
            arguments.add(Files.writeString(file, source).toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(new String[0]));
        if (result != 0) {
            throw new IllegalArgumentException(
                    "planted source does not compile: " + messages.toString(StandardCharsets.UTF_8));
        }
        return new ClassFileImporter().importPath(classes);
    }
}
