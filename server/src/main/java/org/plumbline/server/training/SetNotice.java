package org.plumbline.server.training;

import java.util.List;
import org.plumbline.server.account.RecordKind;

/**
 * Something of a set that stands above all else on its page.
 *
 * @param kind the part of the person's record it comes from: only who may read that is told
 * @param sentence in plain words, a whole sentence
 */
public record SetNotice(RecordKind kind, String sentence) {
    /** Who knows of such things; every bean of this kind is asked. */
    public interface Source {
        /** What is to be said of a set; none where nothing is. */
        List<SetNotice> notices(TrainingSet set);
    }
}
