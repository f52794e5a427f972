package io.jiayou.standalone;

import io.jiayou.archive.write.Attachment;
import io.jiayou.embedded.records.SyncedRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accounts of staff and keys of programs, which go with a full backup for a short time only: hashes of passwords, and the secrets of
 * second factors. Sessions and the keys that sign tokens don't go with it: whoever was logged in logs in again.
 *
 * <p>JSON Lines: {@code {"taken":time}}, then {@code {"key":text,"text":text}} per record.
 */
public final class CredentialsAttachment {

    /** Its name in the set. */
    public static final String NAME = "credentials";

    /** Where credentials are, in the data directory. */
    public static final String DIRECTORY = "identity";

    private static final List<String> KINDS = List.of("accounts/", "machine-keys/");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CredentialsAttachment() {}

    /** @param keptUntil from when on it may be deleted, and is */
    public static Attachment of(SyncedRecords records, Instant keptUntil) {
        return Attachment.keys(NAME, keptUntil, out -> {
            // the time first: what changes from here on counts as changed since
            Stream<String> lines = Stream.concat(
                    Stream.of(JSON.writeValueAsString(Map.of("taken", Instant.now()))),
                    KINDS.stream().flatMap(kind -> lines(records, kind)));
            for (String line : (Iterable<String>) lines::iterator) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static Stream<String> lines(SyncedRecords records, String kind) {
        return records.keys(kind).stream()
                .map(key -> records.find(key).map(text -> JSON.writeValueAsString(Map.of("key", key, "text", text))))
                .flatMap(Optional::stream);
    }
}
