package org.plumbline.server.web;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads numbers of addresses and forms, written as people write them: Spring takes {@code 0x10}, and {@code NaN} is greater than
 * nothing and less than nothing, so that no limit would hold. An editor, because after a converter that refuses Spring asks its own
 * editor, which does not.
 */
@ControllerAdvice
class PlainNumbers {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,10}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,3})?");

    @InitBinder
    void numbers(WebDataBinder binder) {
        binder.registerCustomEditor(Double.class, new Plain(DECIMAL, PlainNumbers::finite));
        binder.registerCustomEditor(double.class, new Plain(DECIMAL, PlainNumbers::finite));
        binder.registerCustomEditor(Integer.class, new Plain(WHOLE, Integer::valueOf));
        binder.registerCustomEditor(int.class, new Plain(WHOLE, Integer::valueOf));
    }

    private static Double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite");
        }
        return number;
    }

    private static final class Plain extends PropertyEditorSupport {
        private final Pattern written;
        private final Function<String, Number> read;

        Plain(Pattern written, Function<String, Number> read) {
            this.written = written;
            this.read = read;
        }

        @Override
        public void setAsText(String text) {
            if (text.isBlank()) {
                setValue(null);
                return;
            }
            if (!written.matcher(text).matches()) {
                throw new IllegalArgumentException("not a number as it is written");
            }
            setValue(read.apply(text));
        }
    }
}
