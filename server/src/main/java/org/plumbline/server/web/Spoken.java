package org.plumbline.server.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that is said of a record and sent to more than one person, outside of any request: as its owner is told, and as somebody
 * else is who looks on.
 *
 * @param own to the person of the record
 * @param theirs to anybody else; the same object where it is the same
 */
public record Spoken<T>(T own, T theirs) {
    /** What words come to for both. They are asked for twice. */
    public static <T> Spoken<T> of(Supplier<T> words) {
        return of(Reader.speaking(false, words), Reader.speaking(true, words));
    }

    public static <T> Spoken<T> of(T own, T theirs) {
        return new Spoken<>(own, Objects.equals(own, theirs) ? own : theirs);
    }

    /** The same to everybody. */
    public static <T> Spoken<T> same(T said) {
        return new Spoken<>(said, said);
    }

    /** @param another whether it is for somebody other than the person of the record */
    public T to(boolean another) {
        return another ? theirs : own;
    }

    /** The same of each of many. */
    public static <T> List<T> all(List<Spoken<T>> said, boolean another) {
        return said.stream().map(one -> one.to(another)).toList();
    }

    /** Whether both are told the same. */
    public boolean isSame() {
        return own == theirs;
    }

    /** What becomes of it; once where both are told the same. */
    public <R> Spoken<R> map(Function<? super T, ? extends R> change) {
        R changed = change.apply(own);
        return new Spoken<>(changed, isSame() ? changed : change.apply(theirs));
    }
}
