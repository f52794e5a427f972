package io.jiayou.transparency;

import java.util.Arrays;
import java.util.List;

/** A log that someone trusts, and the keys that may sign for it. */
public record TrustedLog(String origin, List<NoteVerifier> verifiers) {

    public TrustedLog {
        verifiers = List.copyOf(verifiers);
    }

    /** @throws VerificationException MALFORMED for what isn't a verifier key */
    public static TrustedLog of(String origin, String... vkeys) {
        return new TrustedLog(
                origin, Arrays.stream(vkeys).map(NoteVerifier::parse).toList());
    }
}
