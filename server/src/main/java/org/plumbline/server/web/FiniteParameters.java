package org.plumbline.server.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads numbers of addresses and forms: {@code NaN} is greater than nothing and less than nothing, so that no limit would hold.
 * An editor, because after a converter that refuses Spring asks its own editor, which does not.
 */
@ControllerAdvice
class FiniteParameters {
    @InitBinder
    void numbers(WebDataBinder binder) {
        binder.registerCustomEditor(Double.class, new Finite());
        binder.registerCustomEditor(double.class, new Finite());
    }

    private static final class Finite extends PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            if (text.isBlank()) {
                setValue(null);
                return;
            }
            double number = Double.parseDouble(text.strip());
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not finite");
            }
            setValue(number);
        }
    }
}
