package io.jiayou.cli;

import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TrustedLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keys that whoever verifies believes, of one log or several. */
record LogKeys(List<NoteVerifier> keys) {

    /** A log by those of its keys that are believed; none if none is. */
    Optional<TrustedLog> log(String origin) {
        List<NoteVerifier> its =
                keys.stream().filter(key -> key.key().name().equals(origin)).toList();
        return its.isEmpty() ? Optional.empty() : Optional.of(new TrustedLog(origin, its));
    }

    /** Which logs these are keys of. */
    String names() {
        return keys.stream().map(key -> key.key().name()).distinct().collect(Collectors.joining(", "));
    }
}
