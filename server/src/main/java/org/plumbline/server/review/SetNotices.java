package org.plumbline.server.review;

import java.util.List;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.training.SetNotice;
import org.plumbline.server.training.TrainingSet;
import org.springframework.stereotype.Component;

/** What stands above all else on the page of a set: each for those who may read the part of the record it comes from. */
@Component
class SetNotices {
    private final List<SetNotice.Source> sources;
    private final RecordAccess records;

    SetNotices(List<SetNotice.Source> sources, RecordAccess records) {
        this.sources = sources;
        this.records = records;
    }

    /** As that reader may know them; that pain was read is noted. */
    List<String> of(TrainingSet set, Person reader) {
        boolean own = reader.id().equals(set.lifterId());
        List<SetNotice> told = sources.stream()
                .flatMap(source -> source.notices(set).stream())
                .filter(notice -> own || records.mayRead(reader, set.lifterId(), notice.kind()))
                .toList();
        if (!own && told.stream().anyMatch(notice -> notice.kind() == RecordKind.PAIN)) {
            records.noteRead(reader, List.of(set.lifterId()), "pain_log");
        }
        return told.stream().map(SetNotice::sentence).toList();
    }
}
