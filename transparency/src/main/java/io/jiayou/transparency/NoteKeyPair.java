package io.jiayou.transparency;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key with its private half. As text: the verifier key in a line of its own, then PKCS #8 in PEM (RFC 7468). */
public final class NoteKeyPair {

    private static final Pattern TEXT = Pattern.compile(
            "([^\\n]+)\\n-----BEGIN PRIVATE KEY-----\\n" + "([A-Za-z0-9+/=\\n]+)\\n-----END PRIVATE KEY-----\\n");
    private static final byte[] TRIAL = "do both halves belong together?".getBytes(US_ASCII);

    private final NoteKey key;
    private final PrivateKey secret;

    private NoteKeyPair(NoteKey key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    /** @throws VerificationException MALFORMED for an impossible name */
    public static NoteKeyPair generate(String name, KeyType type) {
        KeyPair pair = Ed25519.generate();
        return new NoteKeyPair(NoteKey.of(name, type, Ed25519.raw(pair.getPublic())), pair.getPrivate());
    }

    /** @throws VerificationException MALFORMED for another form, or halves that don't belong together */
    public static NoteKeyPair parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw VerificationException.malformed("a key pair is a verifier key and a private key in PEM");
        }
        byte[] pkcs8 = Base64Text.parse(parts.group(2).replace("\n", ""));
        NoteKeyPair pair = new NoteKeyPair(NoteKey.parse(parts.group(1)), Ed25519.privateKey(pkcs8));
        if (!pair.key.verifies(TRIAL, pair.sign(TRIAL))) {
            throw VerificationException.malformed("the private key isn't that of the verifier key");
        }
        return pair;
    }

    /** To keep in a file that nobody else may read. */
    public String secretText() {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret.getEncoded());
        return key.vkey() + "\n-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    public NoteKey key() {
        return key;
    }

    byte[] sign(byte[] message) {
        return Ed25519.sign(secret, message);
    }

    /** Shows the public half only. */
    @Override
    public String toString() {
        return key.vkey();
    }
}
