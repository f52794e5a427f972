package io.jiayou.transparency;

import java.net.URI;
import java.util.Optional;

/**
 * A witness as whoever runs it hands it out: its verifier key and where it is asked, {@code VKEY@URL}, or the key alone.
 *
 * @param url the submission prefix; none where only the key is known
 */
public record WitnessAddress(CosignatureVerifier key, Optional<URI> url) {

    /**
     * Reads either form. A name may have an at sign itself, so the one behind the key's last part counts.
     *
     * @throws VerificationException MALFORMED for another form
     */
    public static WitnessAddress parse(String text) {
        String line = text.strip();
        int at = line.indexOf('@', line.indexOf('+') + 1);
        if (at < 0) {
            return new WitnessAddress(CosignatureVerifier.parse(line), Optional.empty());
        }
        try {
            return new WitnessAddress(
                    CosignatureVerifier.parse(line.substring(0, at)), Optional.of(URI.create(line.substring(at + 1))));
        } catch (IllegalArgumentException e) {
            throw new VerificationException(Verdict.MALFORMED, "a witness is VKEY@URL: " + e.getMessage(), e);
        }
    }

    /** As {@code ./jiayou witness} prints it. */
    public String text() {
        return key.key().vkey() + url.map(address -> "@" + address).orElse("");
    }
}
