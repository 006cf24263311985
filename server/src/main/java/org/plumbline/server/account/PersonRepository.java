package org.plumbline.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People in SQL. */
@Repository
class PersonRepository {
    private static final String COLUMNS = "p.id, p.name, p.load_unit, p.roles, p.sample";

    private static final String ADMINISTRATORS = "select id from person where roles like '%administrator%'"
            + " and disabled_at is null and sample = false and password_hash is not null";

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from person p where p.id = :id")
                .param("id", id)
                .query(PersonRepository::person)
                .optional();
    }

    /** A person with an account that is not closed. */
    Optional<Person> active(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from person p where p.id = :id and p.disabled_at is null")
                .param("id", id)
                .query(PersonRepository::person)
                .optional();
    }

    /** Sign of the password of a person, see {@link PasswordMark}. */
    String passwordMark(UUID id) {
        return PasswordMark.of(jdbc.sql("select password_hash from person where id = :id and password_hash is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null));
    }

    List<UUID> identities() {
        return jdbc.sql("select id from person").query(UUID.class).list();
    }

    Optional<Credentials> credentials(String email) {
        return jdbc.sql("select id, password_hash, disabled_at from person"
                        + " where email = :email and password_hash is not null")
                .param("email", lower(email))
                .query((row, number) -> new Credentials(
                        row.getObject("id", UUID.class),
                        row.getString("password_hash"),
                        row.getObject("disabled_at") != null))
                .optional();
    }

    boolean emailTaken(String email) {
        return jdbc.sql("select count(*) from person where email = :email")
                        .param("email", lower(email))
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<String> email(UUID id) {
        return jdbc.sql("select email from person where id = :id and email is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Everybody who has an account, by name. */
    List<Account> accounts(int limit, int offset) {
        return jdbc.sql("select " + COLUMNS + ", p.email, p.disabled_at from person p where p.email is not null"
                        + " order by lower(p.name), p.id offset :offset rows fetch first :limit rows only")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) ->
                        new Account(person(row, number), row.getString("email"), row.getObject("disabled_at") != null))
                .list();
    }

    /** Active people with one of these roles, the samples among themselves. */
    List<Person> withRole(Set<Role> roles, boolean sample) {
        return jdbc
                .sql("select " + COLUMNS + " from person p where p.disabled_at is null and p.sample = :sample"
                        + " order by lower(p.name), p.id")
                .param("sample", sample)
                .query(PersonRepository::person)
                .list()
                .stream()
                .filter(person -> person.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    /** The lifter of a log that was begun before there were accounts. */
    Optional<Person> withoutAccount() {
        return jdbc.sql("select " + COLUMNS + " from person p where p.sample = false and p.email is null"
                        + " order by p.created_at fetch first 1 rows only")
                .query(PersonRepository::person)
                .optional();
    }

    long activeAdministrators() {
        return jdbc.sql(ADMINISTRATORS).query(UUID.class).list().size();
    }

    /** The same, and nobody else changes any of them until the transaction ends. */
    long lockAdministrators() {
        return jdbc.sql(ADMINISTRATORS + " for update").query(UUID.class).list().size();
    }

    void insert(Person person, @Nullable String email, @Nullable String passwordHash, @Nullable String guardian) {
        jdbc.sql("insert into person (id, name, load_unit, sample, created_at, email, password_hash, roles,"
                        + " guardian_name) values (:id, :name, :unit, :sample, :now, :email, :hash, :roles, :guardian)")
                .param("id", person.id())
                .param("name", person.name())
                .param("unit", person.loadUnit().symbol())
                .param("sample", person.sample())
                .param("now", OffsetDateTime.now(clock))
                .param("email", email == null ? null : lower(email))
                .param("hash", passwordHash)
                .param("roles", Role.join(person.roles()))
                .param("guardian", guardian)
                .update();
    }

    void becomeAccount(
            UUID id, String name, String email, String passwordHash, Set<Role> roles, @Nullable String guardian) {
        jdbc.sql("update person set name = :name, email = :email, password_hash = :hash, roles = :roles,"
                        + " guardian_name = :guardian where id = :id")
                .param("guardian", guardian)
                .param("name", name)
                .param("email", lower(email))
                .param("hash", passwordHash)
                .param("roles", Role.join(roles))
                .param("id", id)
                .update();
    }

    void setName(UUID id, String name) {
        set(id, "name", name);
    }

    void setLoadUnit(UUID id, LoadUnit unit) {
        set(id, "load_unit", unit.symbol());
    }

    void setPassword(UUID id, String hash) {
        set(id, "password_hash", hash);
    }

    void setRoles(UUID id, Set<Role> roles) {
        set(id, "roles", Role.join(roles));
    }

    void setDisabled(UUID id, boolean disabled) {
        set(id, "disabled_at", disabled ? OffsetDateTime.now(clock) : null);
    }

    void delete(UUID id) {
        jdbc.sql("delete from person where id = :id").param("id", id).update();
    }

    void deleteSamples() {
        jdbc.sql("delete from person where sample = true").update();
    }

    private void set(UUID id, String column, @Nullable Object value) {
        jdbc.sql("update person set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", id)
                .update();
    }

    static String lower(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                LoadUnit.ofSymbol(row.getString("load_unit")),
                Role.split(row.getString("roles")),
                row.getBoolean("sample"));
    }
}
