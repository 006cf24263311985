package org.plumbline.server.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.plumbline.server.account.PutBack;

/**
 * Ends, in a database that is about to be put back, what lets somebody in without a password: a link that was used and a key that was
 * deleted since its backup was made would open again, and nothing in it says which those are.
 */
final class OldRights {
    private OldRights() {}

    /**
     * Ends them in a database file that nobody uses, and notes in it that it was put back.
     *
     * @return how many keys there were
     */
    static int end(Path file, PutBack noted) throws SQLException {
        try (Connection connection = DriverManager.getConnection(EmbeddedCopy.address(file));
                Statement statement = connection.createStatement();
                PreparedStatement note =
                        connection.prepareStatement("insert into setting (name, content) values (?, ?)")) {
            connection.setAutoCommit(false);
            statement.executeUpdate("delete from one_time_link where used_at is null");
            int tokens = statement.executeUpdate("delete from api_token");
            statement.executeUpdate("delete from setting where name = '" + PutBack.SETTING + "'");
            note.setString(1, PutBack.SETTING);
            note.setString(2, noted.content());
            note.executeUpdate();
            connection.commit();
            return tokens;
        }
    }
}
