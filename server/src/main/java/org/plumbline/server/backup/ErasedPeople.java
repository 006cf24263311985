package org.plumbline.server.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.server.account.People;
import org.plumbline.server.account.PersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers, outside the database, who was erased: a hash of each identity, from which nobody is told any more. Whoever is there
 * again after a backup was put back is erased again at the start.
 */
@Component
class ErasedPeople implements PersonalData, SmartInitializingSingleton {
    /** In the data directory. */
    static final String LIST = "erased";

    private static final Logger LOG = LoggerFactory.getLogger(ErasedPeople.class);

    private final Path list;
    private final ObjectProvider<People> people;

    ErasedPeople(Environment environment, ObjectProvider<People> people) {
        this.list =
                Path.of(environment.getRequiredProperty("plumbline.data-dir")).resolve(LIST);
        this.people = people;
    }

    @Override
    public void erase(UUID personId) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remember(personId);
            return;
        }
        // an erasure that fails must not be made up for at the next start
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remember(personId);
            }
        });
    }

    private synchronized void remember(UUID personId) {
        try {
            String mark = mark(personId);
            if (!remembered().contains(mark)) {
                Files.writeString(list, mark + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException unwritable) {
            LOG.error("It could not be noted that somebody was erased; a backup would bring them back", unwritable);
        }
    }

    private static String mark(UUID personId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("erased " + personId).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private Set<String> remembered() throws IOException {
        return Files.exists(list)
                ? Files.readAllLines(list).stream().map(String::strip).collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Set<String> erased = remembered();
            if (erased.isEmpty()) {
                return;
            }
            for (UUID id : people.getObject().identities()) {
                if (erased.contains(mark(id))) {
                    LOG.warn("Somebody who was erased came back with a backup, and is erased again");
                    people.getObject().erase(id);
                }
            }
        } catch (IOException unreadable) {
            LOG.error("{} cannot be read: whoever was erased may be back with a backup", list, unreadable);
        }
    }
}
