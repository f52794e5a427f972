package io.jiayou.identity.credentials;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of one kind. A decision sees one record and says what becomes of it; it's taken again if somebody else was
 * faster, so it has to be pure.
 *
 * @param <T> the record, kept as JSON
 */
public final class Records<T> {

    /** What a record of an earlier version lacks becomes zero, false or null: its type says what that means. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Credentials credentials;
    private final String prefix;
    private final Class<T> type;

    Records(Credentials credentials, String kind, Class<T> type) {
        this.credentials = credentials;
        this.prefix = kind + "/";
        this.type = type;
    }

    public Optional<T> find(String id) {
        return credentials.find(prefix + id).map(this::read);
    }

    public <R> R decide(String id, Function<Optional<T>, Decided<T, R>> decision) {
        while (true) {
            @Nullable String before = credentials.find(prefix + id).orElse(null);
            Decided<T, R> decided = decision.apply(Optional.ofNullable(before).map(this::read));
            String after = decided.after() == null ? null : JSON.writeValueAsString(decided.after());
            if (!decided.change() || credentials.replace(prefix + id, before, after)) {
                return decided.answer();
            }
        }
    }

    /** The ids that begin so, in their order. */
    public List<String> ids(String idPrefix) {
        return credentials.keys(prefix + idPrefix).stream()
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    /** All records whose ids begin so, in the order of their ids. */
    public List<T> all(String idPrefix) {
        return credentials.keys(prefix + idPrefix).stream()
                .map(credentials::find)
                .flatMap(Optional::stream)
                .map(this::read)
                .toList();
    }

    private T read(String json) {
        return JSON.readValue(json, type);
    }
}
