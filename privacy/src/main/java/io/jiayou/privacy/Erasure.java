package io.jiayou.privacy;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * That a person is erased. It outlasts the person's key for ever, so that nothing makes or brings back another one.
 *
 * @param person the id
 * @param since when it was begun
 * @param finished whether the event is recorded and the key is gone
 * @param claims ids of the identifiers that the person held, so that they can be given free without knowing them
 */
public record Erasure(String person, Instant since, boolean finished, List<String> claims) {

    private static final Pattern SPACE = Pattern.compile(" ");

    public Erasure {
        claims = List.copyOf(claims);
    }

    /** One line, as it goes with backups: {@code PERSON TIME CLAIM…}. */
    public String line() {
        return claims.isEmpty() ? person + ' ' + since : person + ' ' + since + ' ' + String.join(" ", claims);
    }

    /**
     * Reads a line; what it tells of has to be done again where it is read.
     *
     * @throws IllegalArgumentException for any other line
     */
    public static Erasure parse(String line) {
        List<String> parts = List.of(SPACE.split(line));
        if (parts.size() < 2) {
            throw new IllegalArgumentException("no erasure");
        }
        return new Erasure(parts.getFirst(), Instant.parse(parts.get(1)), false, parts.subList(2, parts.size()));
    }

    Erasure done() {
        return new Erasure(person, since, true, claims);
    }
}
