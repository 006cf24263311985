package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;

/**
 * A flag in the log.
 *
 * @param repetitionNumber the repetition it belongs to
 * @param flag the flag
 */
public record StoredFlag(int repetitionNumber, FormFlag flag) {
    /** Of a row that has the columns of a flag as they are called in the log. */
    public static StoredFlag read(ResultSet row) throws SQLException {
        @Nullable Double moment = row.getObject("moment_s", Double.class);
        return new StoredFlag(
                row.getInt("repetition_number"),
                new FormFlag(
                        FlagName.valueOf(row.getString("flag").toUpperCase(Locale.ROOT)),
                        row.getInt("flag_level"),
                        row.getString("metric"),
                        row.getDouble("measured"),
                        row.getDouble("limit_value"),
                        row.getString("unit"),
                        moment == null ? row.getDouble("time_s") : moment,
                        Confidence.valueOf(row.getString("confidence").toUpperCase(Locale.ROOT)),
                        row.getDouble("minimal_detectable_change")));
    }
}
