package io.jiayou.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.EventRecord;
import io.jiayou.embedded.records.SyncedRecords;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.metadata.StoredAs;
import io.jiayou.standalone.CredentialsAttachment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes with a full backup comes back, but for whoever was shut out since. */
class RestoredCredentialsTest {

    @TempDir
    private Path directory;

    private final RestoredCredentials restored = new RestoredCredentials();

    private List<String> restore(List<String> lines) {
        Path data = directory.resolve("restored");
        restored.into(data, lines);
        try (SyncedRecords records = new SyncedRecords(data.resolve(CredentialsAttachment.DIRECTORY))) {
            assertThat(records.find("accounts/old")).hasValue("{\"name\":\"油站 \\\"1\\\"\"}");
            return records.keys("");
        }
    }

    private List<String> backedUp() throws IOException {
        try (SyncedRecords records = new SyncedRecords(directory.resolve("live"))) {
            records.replace("accounts/closed-since", null, "{}");
            records.replace("accounts/old", null, "{\"name\":\"油站 \\\"1\\\"\"}");
            records.replace("accounts/other-factor-since", null, "{}");
            records.replace("accounts/other-password-since", null, "{}");
            records.replace("accounts/other-role-since", null, "{}");
            records.replace("accounts/reset-since", null, "{}");
            records.replace("machine-keys/pump", null, "{}");
            records.replace("machine-keys/revoked-since", null, "{}");
            records.replace("sessions/s", null, "{}");
            records.replace("signing-keys/k", null, "{}");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CredentialsAttachment.of(records, Instant.now()).contents().writeTo(out);
            return out.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }

    private void happened(String type, String member, String subject, Instant at) {
        byte[] payload = "{\"%s\":\"%s\"}".formatted(member, subject).getBytes(StandardCharsets.UTF_8);
        restored.event(new EventRecord("id", at, null, null, 0, type, null, new TreeMap<>(), payload));
    }

    @Test
    void bringsBackAccountsAndKeysOfProgramsAlone() throws IOException {
        happened("identity.password-changed", "accountId", "old", Instant.now().minusSeconds(1));
        List<String> lines = backedUp();
        Instant since = Instant.now();
        happened("identity.account-closed", "accountId", "closed-since", since);
        happened("identity.password-changed", "accountId", "other-password-since", since);
        happened("identity.second-factor-changed", "accountId", "other-factor-since", since);
        happened("identity.role-granted", "accountId", "other-role-since", since);
        happened("identity.account-reset", "accountId", "reset-since", since);
        happened("identity.machine-key-revoked", "keyId", "revoked-since", since);
        happened("identity.logged-in", "accountId", "old", since);

        assertThat(restore(lines)).containsExactly("accounts/old", "machine-keys/pump");
        assertThat(restore(lines)).as("once more").hasSize(2);
    }

    /** Whoever adds an event says here, or there, whether a restore may undo it. */
    @Test
    void knowAllThatHappensToAccountsAndKeys() {
        List<String> undone = List.of(
                "identity.account-created",
                "identity.account-locked",
                "identity.account-opened",
                "identity.logged-in",
                "identity.login-refused",
                "identity.machine-key-issued",
                "identity.phone-codes-used-up",
                "identity.refresh-token-reused",
                "identity.session-ended");

        assertThat(Stream.of(IdentityEvent.class.getPermittedSubclasses())
                        .map(type -> Objects.requireNonNull(type.getAnnotation(StoredAs.class))
                                .value()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(undone.stream(), RestoredCredentials.CHANGES.stream())
                                .toList());
    }

    @Test
    void makesNothingOutOfNothing() {
        restored.into(directory.resolve("restored"), List.of());

        assertThat(directory.resolve("restored")).doesNotExist();
    }
}
