package org.plumbline.server.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What has been switched on this server and must outlive a restart. */
@Repository
public class Settings {
    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> get(String name) {
        return jdbc.sql("select content from setting where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    @Transactional
    public void put(String name, String content) {
        int updated = jdbc.sql("update setting set content = :content where name = :name")
                .param("content", content)
                .param("name", name)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into setting (name, content) values (:name, :content)")
                    .param("name", name)
                    .param("content", content)
                    .update();
        }
    }
}
