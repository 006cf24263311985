package org.plumbline.server.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.PersonTables;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.SetPicture;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * All that is kept of a person in one archive: every table as JSON and CSV, every set as a recording with its samples, the
 * charts of the sets.
 */
@Service
class PersonExport {
    /** Given out as recordings. */
    private static final List<String> AS_RECORDINGS = List.of("sample_chunk");

    private static final Logger LOG = LoggerFactory.getLogger(PersonExport.class);
    private static final int PAGE = 200;

    private final PersonTables tables;
    private final TrainingLog log;
    private final RecordingExport recordings;
    private final SetPicture charts;
    private final TemporaryFiles temporary;

    PersonExport(
            PersonTables tables,
            TrainingLog log,
            RecordingExport recordings,
            SetPicture charts,
            TemporaryFiles temporary) {
        this.temporary = temporary;
        this.tables = tables;
        this.log = log;
        this.recordings = recordings;
        this.charts = charts;
    }

    /** Writes the archive and closes {@code out}. */
    void write(Person person, OutputStream out) throws IOException {
        PackedBody.write(out, ZipOutputStream::new, zip -> pack(person, zip));
    }

    private void pack(Person person, ZipOutputStream zip) throws IOException {
        // what is long in coming is pictures and tables, and both shrink to a fraction at once
        zip.setLevel(Deflater.BEST_SPEED);
        text(zip, "README.txt", README);
        // whoever asked sees that it comes, before the tables are read
        zip.flush();
        tables(person, zip);
        SetPicture drawn = charts.ofMany();
        for (int from = 0; ; from += PAGE) {
            List<SetListing> page = log.newest(person.id(), PAGE, from);
            for (SetListing listing : page) {
                set(zip, listing.set(), drawn);
            }
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private void set(ZipOutputStream zip, TrainingSet set, SetPicture drawn) throws IOException {
        String name = set.startedAt().toString().replace(':', '-') + "-" + set.exercise() + "-"
                + set.id().toString().substring(0, 8);
        recording(zip, set, "recordings/" + name);
        if (set.state() != SetState.RUNNING) {
            chart(zip, set, drawn, "charts/" + name);
        }
    }

    /** One that breaks off stays as far as it came. Only who reads the archive can end all of it: they have left. */
    private void recording(ZipOutputStream zip, TrainingSet set, String name) throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(name + ".csv.gz"));
        boolean whole = true;
        try {
            recordings.write(set, new GZIPOutputStream(new Unclosed(zip), 1 << 16));
        } catch (RuntimeException unwritable) {
            LOG.error("The recording of set {} could not be written to an export", set.id(), unwritable);
            whole = false;
        }
        zip.closeEntry();
        zip.setLevel(Deflater.BEST_SPEED);
        if (!whole) {
            text(zip, name + "-not-whole.txt", Words.say("exchange.export.recording", set.id()));
        }
    }

    private void chart(ZipOutputStream zip, TrainingSet set, SetPicture drawn, String name) throws IOException {
        Optional<byte[]> chart;
        try {
            chart = drawn.svg(set);
        } catch (IOException | RuntimeException undrawable) {
            LOG.error("The chart of set {} could not be written to an export", set.id(), undrawable);
            text(zip, name + "-missing.txt", Words.say("exchange.export.chart", set.id()));
            return;
        }
        if (chart.isPresent()) {
            zip.putNextEntry(new ZipEntry(name + ".svg"));
            zip.write(chart.get());
            zip.closeEntry();
        }
    }

    /** By way of files, so that neither memory nor the database waits for a slow network. */
    private void tables(Person person, ZipOutputStream zip) throws IOException {
        try (TableFiles files = new TableFiles(temporary)) {
            tables.read(person.id(), AS_RECORDINGS, files);
            for (Map.Entry<String, Path> file : files.written().entrySet()) {
                zip.putNextEntry(new ZipEntry("tables/" + file.getKey()));
                Files.copy(file.getValue(), zip);
                zip.closeEntry();
            }
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static final String README = """
            Your record, as Plumbline keeps it.

            tables/      every row that is yours, as JSON and as CSV (bytes in base 64)
            recordings/  every set with all its samples, in the open format of Plumbline: specific force in m/s2, angular rate
                         in rad/s; Plumbline and other programs can read them
            charts/      the chart of every set, as SVG

            Where one of them could not be written whole, a text beside it says so.
            """;
}
