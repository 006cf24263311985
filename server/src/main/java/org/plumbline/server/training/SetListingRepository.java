package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A lifter's sets as a list shows them, each with what it came to, in SQL. */
@Repository
class SetListingRepository {
    /** A live flag may speak of a way up that was no repetition in the end: putting down the bar, standing up. */
    private static final String OF_A_REPETITION =
            "exists (select 1 from repetition r where r.set_id = f.set_id and r.repetition_number = f.repetition_number)";

    private static final String NEWEST_FIRST =
            " order by s.started_at desc, s.id offset :offset rows fetch first :limit rows only";

    /** Only a set that still runs has no summary, and is counted; what it is judged by is not known before its end. */
    private static final String LISTING = "select " + TrainingSetRow.COLUMNS
            + ", case when m.set_id is null then (select count(*) from repetition r where r.set_id = s.id)"
            + "  else m.repetitions end as repetitions"
            + ", coalesce(m.assessed, 0) as assessed"
            + ", case when m.set_id is null then (select count(distinct f.repetition_number) from form_flag f"
            + "   where f.set_id = s.id and f.flag_level >= 2 and " + OF_A_REPETITION
            + ") else m.flagged end as flagged"
            + ", case when m.set_id is null then (select coalesce(max(f.flag_level), 0) from form_flag f"
            + "   where f.set_id = s.id and (f.repetition_number = 0 or " + OF_A_REPETITION + "))"
            + "  else m.strongest_level end as strongest"
            + ", m.rpe, m.repetitions_in_reserve, m.peak_flexions, m.figures, m.sensor_trouble"
            + ", (select count(*) from training_set e where e.session_id = s.session_id and e.deleted_at is null"
            + "   and (e.started_at < s.started_at or (e.started_at = s.started_at and e.id <= s.id))) as in_session"
            + " from training_set s left join set_summary m on m.set_id = s.id";

    private final JdbcClient jdbc;

    SetListingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SetListing> newest(UUID lifterId, int limit, int offset) {
        return newest(lifterId, SummaryFilter.ALL, limit, offset);
    }

    List<SetListing> newest(UUID lifterId, SummaryFilter filter, int limit, int offset) {
        return jdbc.sql(LISTING + " where s.deleted_at is null and s.lifter_id = :lifter" + filter.clause("s.", "s.id")
                        + NEWEST_FIRST)
                .param("lifter", lifterId)
                .params(filter.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(SetListingRepository::listing)
                .list();
    }

    private static SetListing listing(ResultSet row, int number) throws SQLException {
        return new SetListing(
                TrainingSetRow.read(row, number),
                row.getInt("repetitions"),
                row.getInt("assessed"),
                row.getInt("flagged"),
                row.getInt("strongest"),
                new Effort(row.getObject("rpe", Double.class), row.getObject("repetitions_in_reserve", Integer.class)),
                SetSummaryRepository.peaks(row.getString("peak_flexions")),
                SetSummaryRepository.peaks(row.getString("figures")),
                row.getInt("in_session"),
                SensorTrouble.ofWord(row.getString("sensor_trouble")));
    }
}
