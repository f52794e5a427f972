package io.jiayou.recovery;

import io.jiayou.audit.EventRecord;
import io.jiayou.embedded.records.SyncedRecords;
import io.jiayou.identity.events.AccountClosed;
import io.jiayou.identity.events.AccountReset;
import io.jiayou.identity.events.MachineKeyRevoked;
import io.jiayou.identity.events.PasswordChanged;
import io.jiayou.identity.events.RecoveryCodeUsed;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.identity.events.SecondFactorChanged;
import io.jiayou.identity.events.SecondFactorEnrolled;
import io.jiayou.metadata.StoredAs;
import io.jiayou.standalone.CredentialsAttachment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accounts and keys of programs that come out of the newest full backup. Those don't come back of which the archive knows that they were
 * closed, revoked or given another password, role or second factor since, or that used a recovery code: no restore lets anybody in who was shut out.
 */
final class RestoredCredentials {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final Set<String> CHANGES = Stream.of(
                    AccountClosed.class,
                    AccountReset.class,
                    PasswordChanged.class,
                    RoleGranted.class,
                    SecondFactorEnrolled.class,
                    SecondFactorChanged.class,
                    RecoveryCodeUsed.class,
                    MachineKeyRevoked.class)
            .map(type ->
                    Objects.requireNonNull(type.getAnnotation(StoredAs.class)).value())
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Instant> changed = new HashMap<>();

    /** Every event of the archive, whatever moment is restored. */
    void event(EventRecord event) {
        if (CHANGES.contains(event.type())) {
            JsonNode payload = JSON.readTree(event.payload());
            String subject =
                    payload.path("accountId").asString(payload.path("keyId").asString(""));
            changed.merge(subject, event.time(), (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** @param lines as {@link CredentialsAttachment} writes them; none if there are none */
    void into(Path data, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Instant taken =
                Instant.parse(JSON.readTree(lines.getFirst()).path("taken").asString());
        try (SyncedRecords records = new SyncedRecords(data.resolve(CredentialsAttachment.DIRECTORY))) {
            for (String line : lines.subList(1, lines.size())) {
                JsonNode entry = JSON.readTree(line);
                String key = entry.path("key").asString();
                Instant last = changed.getOrDefault(key.substring(key.indexOf('/') + 1), Instant.MIN);
                if (last.isBefore(taken)) {
                    // it may be there already, by a restore that was interrupted
                    records.replace(key, null, entry.path("text").asString());
                }
            }
        }
    }
}
