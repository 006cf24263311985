package org.plumbline.server.backup;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.MetDamage;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Hears every failure of the database on its way to whoever asked, so that damage is remembered where they go on without an answer. */
@Component
class NotedDamage implements SQLExceptionTranslator {
    private final SQLExceptionTranslator usual = new SQLExceptionSubclassTranslator();
    private final MetDamage met;

    NotedDamage(MetDamage met) {
        this.met = met;
    }

    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException said) {
        met.note(said);
        return usual.translate(task, sql, said);
    }
}
