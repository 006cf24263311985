package org.plumbline.bench.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Puts people with tokens into the database of the server that is measured. They have no password and nobody can sign in as one of
 * them; an account that a person makes by an invitation costs a tenth of a second of bcrypt, which is not what is measured.
 */
final class GymPeople {
    /** Somebody who speaks to the server by a token. */
    record Member(UUID id, String name, String token) {}

    private GymPeople() {}

    static List<Member> lifters(LoadDatabase database, int count) throws SQLException {
        return add(database, count, "Lifter", "lifter");
    }

    /** Coaches with whom everybody shares their form. */
    static List<Member> coaches(LoadDatabase database, int count, List<Member> lifters) throws SQLException {
        List<Member> coaches = add(database, count, "Coach", "coach");
        try (Connection connection = database.connectLive();
                PreparedStatement share = connection.prepareStatement(
                        "insert into record_share (id, owner_id, viewer_id, kind, granted_at) values (?, ?, ?, ?, ?)")) {
            for (Member coach : coaches) {
                for (Member lifter : lifters) {
                    share.setObject(1, UUID.randomUUID());
                    share.setObject(2, lifter.id());
                    share.setObject(3, coach.id());
                    share.setString(4, "form");
                    share.setObject(5, OffsetDateTime.now(ZoneOffset.UTC));
                    share.addBatch();
                }
                share.executeBatch();
            }
        }
        return coaches;
    }

    private static List<Member> add(LoadDatabase database, int count, String name, String role) throws SQLException {
        List<Member> members = new ArrayList<>();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (Connection connection = database.connectLive();
                PreparedStatement person = connection.prepareStatement(
                        "insert into person (id, name, load_unit, sample, created_at, email, roles)"
                                + " values (?, ?, 'kg', false, ?, ?, ?)");
                PreparedStatement token = connection.prepareStatement(
                        "insert into api_token (id, person_id, name, token_hash, scopes, created_at)"
                                + " values (?, ?, 'load run', ?, 'read,write,live', ?)")) {
            for (int number = 1; number <= count; number++) {
                Member member = new Member(
                        UUID.randomUUID(), name + " " + number, "plumb_" + UUID.randomUUID() + UUID.randomUUID());
                members.add(member);
                person.setObject(1, member.id());
                person.setString(2, member.name());
                person.setObject(3, now);
                person.setString(4, (name + number + "@example.org").toLowerCase(java.util.Locale.ROOT));
                person.setString(5, role);
                person.addBatch();
                token.setObject(1, UUID.randomUUID());
                token.setObject(2, member.id());
                token.setString(3, hash(member.token()));
                token.setObject(4, now);
                token.addBatch();
            }
            person.executeBatch();
            token.executeBatch();
        }
        return members;
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
