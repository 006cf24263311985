package org.plumbline.server.account;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * The embedded database's file keeps the pages of erased rows until it is written anew. After somebody was erased it is, when
 * the server stops: nothing of them is left in the file then. On PostgreSQL that is the host's vacuum.
 */
@Component
class ErasedPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedPages.class);
    private static final String SETTING = "erased_pages";

    private final DataSource database;
    private final Settings settings;

    ErasedPages(DataSource database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Somebody was erased: the file is to be written anew, even if the server is killed before it stops. */
    void remember() {
        settings.put(SETTING, "yes");
    }

    @PreDestroy
    void write() {
        try {
            if (settings.get(SETTING).filter("yes"::equals).isEmpty()) {
                return;
            }
            Connection connection = DataSourceUtils.getConnection(database);
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                settings.put(SETTING, "no");
                connection.createStatement().execute("shutdown defrag");
            } else {
                DataSourceUtils.releaseConnection(connection, database);
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warn(
                    "The database file could not be written anew after an erasure; it is tried at the next stop",
                    failed);
        }
    }
}
