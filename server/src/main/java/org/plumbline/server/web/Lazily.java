package org.plumbline.server.web;

import java.util.function.Supplier;
import org.thymeleaf.context.LazyContextVariable;

/** What a page may say around its content, asked for once it is said: what is led on elsewhere, or has no frame, asks for nothing. */
public final class Lazily {
    private Lazily() {}

    /** What a template finds under a name that it reads. */
    public static <T> LazyContextVariable<T> of(Supplier<T> answer) {
        return new LazyContextVariable<>() {
            @Override
            protected T loadValue() {
                return answer.get();
            }
        };
    }
}
