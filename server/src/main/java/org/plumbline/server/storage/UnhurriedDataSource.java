package org.plumbline.server.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives connections that wait for an answer as long as it takes: a step of a new version may change every row of a large table. */
public final class UnhurriedDataSource extends DelegatingDataSource {
    /** {@link Connection#setNetworkTimeout}: none. */
    private static final int NO_TIMEOUT = 0;

    public UnhurriedDataSource(DataSource hurried) {
        super(hurried);
    }

    /** The pool sets the time again when it gets the connection back. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        connection.setNetworkTimeout(Runnable::run, NO_TIMEOUT);
        return connection;
    }
}
