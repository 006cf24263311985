package org.plumbline.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command run in this process: its exit code and what it said. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PlumblineCommand.execute(new PrintWriter(out), new PrintWriter(err), texts);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
