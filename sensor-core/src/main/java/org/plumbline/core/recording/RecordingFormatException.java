package org.plumbline.core.recording;

import java.io.IOException;

/** A recording that cannot be read further. The message is written for the person who brought the file. */
public final class RecordingFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final int column;
    private final long rowsKept;

    /**
     * @param file name of the file
     * @param line line from 1, or 0 where the whole file is meant
     * @param column column from 1, counted in fields, or 0 where the whole line is meant
     * @param rowsKept rows that were read before it and are kept
     * @param problem what was expected and what was found, without the place
     */
    public RecordingFormatException(String file, long line, int column, long rowsKept, String problem) {
        super(message(file, line, column, rowsKept, problem));
        this.file = file;
        this.line = line;
        this.column = column;
        this.rowsKept = rowsKept;
    }

    private static String message(String file, long line, int column, long rowsKept, String problem) {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(", line ").append(line);
        }
        if (column > 0) {
            text.append(", column ").append(column);
        }
        text.append(": ").append(problem);
        if (rowsKept == 0) {
            text.append(" (no rows were read)");
        } else if (rowsKept == 1) {
            text.append(" (1 row before it was read and kept)");
        } else {
            text.append(" (").append(rowsKept).append(" rows before it were read and kept)");
        }
        return text.toString();
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    public int column() {
        return column;
    }

    public long rowsKept() {
        return rowsKept;
    }
}
