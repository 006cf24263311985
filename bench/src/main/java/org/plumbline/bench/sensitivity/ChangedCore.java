package org.plumbline.bench.sensitivity;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.plumbline.bench.grid.KeptSet;
import org.plumbline.bench.grid.WornSet;
import org.plumbline.core.spine.SpinePose;

/**
 * The core with one number changed: the sources that know the number are compiled anew into a folder of their own, and a class
 * loader of its own defines every class of Plumbline, from that folder where it holds one.
 */
final class ChangedCore extends ClassLoader implements AutoCloseable {
    /**
     * What no number is changed in, and what knows none of the rest: all cores share these classes, so that samples, truth and
     * figures can be handed from one to another and the code that makes them is warm.
     */
    static final List<String> SHARED = List.of(
            "org.plumbline.core.imu.",
            "org.plumbline.core.recording.",
            "org.plumbline.core.simulation.",
            SpinePose.class.getName(),
            KeptSet.class.getName(),
            WornSet.class.getName(),
            SetFigures.class.getName(),
            Figure.class.getName());

    private final Path classes;

    private ChangedCore(Path classes) {
        super(ChangedCore.class.getClassLoader());
        this.classes = classes;
    }

    /** The core as it is, in a class loader like that of the others: so cold a start for all of them. */
    static ChangedCore unchanged() throws IOException {
        return new ChangedCore(Files.createTempDirectory("unchanged-core"));
    }

    /**
     * The core with {@code constant} times {@code factor}.
     *
     * @throws IllegalArgumentException where that does not compile; the message is the compiler's
     */
    static ChangedCore with(Path sources, CoreConstant constant, double factor) throws IOException {
        Path folder = Files.createTempDirectory("changed-core");
        ChangedCore core = new ChangedCore(folder);
        List<JavaFileObject> units = new ArrayList<>();
        units.add(new Source(constant.file(), constant.changedSource(factor)));
        Pattern mention = Pattern.compile("\\b" + constant.name().replaceAll("[.:].*", "") + "\\b");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                // a constant of another class stands in the code of those that read it
                if (!file.equals(constant.file()) && mention.matcher(text).find()) {
                    units.add(new Source(file, text));
                }
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
        if (!compiler.getTask(said, null, null, options, null, units).call()) {
            core.close();
            if (constant.mayBeWhole()) {
                return with(sources, constant.whole(), factor);
            }
            throw new IllegalArgumentException(said.toString());
        }
        return core;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Path file, String text) {
            super(URI.create("string:///" + file.toString().replaceAll(".*src/main/java/", "")), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean own = name.startsWith("org.plumbline.") && SHARED.stream().noneMatch(name::startsWith);
        if (!own) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defined(name) : loaded;
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try {
            Path changed = classes.resolve(file);
            byte[] bytes;
            if (Files.isRegularFile(changed)) {
                bytes = Files.readAllBytes(changed);
            } else {
                try (InputStream in = getParent().getResourceAsStream(file)) {
                    if (in == null) {
                        throw new ClassNotFoundException(name);
                    }
                    bytes = in.readAllBytes();
                }
            }
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    /** The figures of this core. */
    Map<String, Figure> figures(Path data) {
        try {
            SetFigures figures = (SetFigures) loadClass("org.plumbline.bench.sensitivity.QuickFigures")
                    .getDeclaredConstructor()
                    .newInstance();
            return figures.of(data);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
