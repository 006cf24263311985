package org.plumbline.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The lifters this server knows: you, and the demo lifter. Sign-in and more people come later. */
@Service
public class Lifters {
    private final JdbcClient jdbc;
    private final Clock clock;

    Lifters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person who uses this server. */
    public Lifter you() {
        return find(false, "You");
    }

    /** The demo lifter, who has only simulated sets. */
    public Lifter demoLifter() {
        return find(true, "Demo lifter");
    }

    /** Changes the unit loads are shown in. */
    public void chooseLoadUnit(LoadUnit unit) {
        you();
        jdbc.sql("update lifter set load_unit = :unit where demo = false")
                .param("unit", unit.symbol())
                .update();
    }

    private synchronized Lifter find(boolean demo, String name) {
        return jdbc.sql("select id, name, load_unit, demo from lifter where demo = :demo")
                .param("demo", demo)
                .query(Lifters::row)
                .optional()
                .orElseGet(() -> create(demo, name));
    }

    private Lifter create(boolean demo, String name) {
        Lifter lifter = new Lifter(UUID.randomUUID(), name, LoadUnit.KG, demo);
        jdbc.sql("insert into lifter (id, name, load_unit, demo, created_at) values (:id, :name, :unit, :demo, :now)")
                .param("id", lifter.id())
                .param("name", name)
                .param("unit", lifter.loadUnit().symbol())
                .param("demo", demo)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return lifter;
    }

    private static Lifter row(ResultSet row, int number) throws SQLException {
        return new Lifter(
                row.getObject("id", UUID.class),
                row.getString("name"),
                LoadUnit.ofSymbol(row.getString("load_unit")),
                row.getBoolean("demo"));
    }
}
