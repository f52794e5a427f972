package io.jiayou.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A named public key (signed-note), as text {@code <name>+<id>+<type and key>}, its verifier key or vkey. */
public final class NoteKey {

    private final String name;
    private final KeyType type;
    private final byte[] raw;
    private final PublicKey key;
    private final int id;

    private NoteKey(String name, KeyType type, byte[] raw) {
        this.name = checkedName(name);
        this.type = type;
        this.raw = raw.clone();
        this.key = Ed25519.publicKey(raw);
        this.id = ByteBuffer.wrap(Sha256.of(idMaterial())).getInt();
    }

    /**
     * @param raw the 32 bytes of RFC 8032
     * @throws VerificationException MALFORMED for an impossible name or key
     */
    public static NoteKey of(String name, KeyType type, byte[] raw) {
        return new NoteKey(name, type, raw);
    }

    /** @throws VerificationException MALFORMED for another form, or an id that isn't that of name and key */
    public static NoteKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        byte[] material = parts.length == 3 ? Base64Text.parse(parts[2]) : new byte[0];
        if (material.length == 0) {
            throw VerificationException.malformed("a verifier key is <name>+<id>+<key>");
        }
        NoteKey key = of(parts[0], KeyType.of(material[0]), Arrays.copyOfRange(material, 1, material.length));
        if (!key.hexId().equals(parts[1])) {
            throw VerificationException.malformed("the id of the verifier key isn't that of its name and key");
        }
        return key;
    }

    /** @throws VerificationException MALFORMED if it is empty or has spaces, plus or control characters */
    static String checkedName(String name) {
        if (name.isEmpty() || !name.codePoints().allMatch(NoteKey::isNameCharacter)) {
            throw VerificationException.malformed("a key's name has neither spaces nor plus, and isn't empty");
        }
        return name;
    }

    private static boolean isNameCharacter(int c) {
        boolean space = Character.isSpaceChar(c) || Character.isWhitespace(c) || c == 0x85;
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c >= ' ' && c != '+' && !space && !surrogate;
    }

    /** The key's name, a newline, the type, the key: its SHA-256 begins with the id. */
    private byte[] idMaterial() {
        byte[] prefix = (name + '\n').getBytes(UTF_8);
        return ByteBuffer.allocate(prefix.length + 1 + raw.length)
                .put(prefix)
                .put(type.identifier())
                .put(raw)
                .array();
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verify(key, message, signature);
    }

    /** Whether a signature line says that it is by this key: same name and same id. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    NoteKey expect(KeyType expected) {
        if (type != expected) {
            throw VerificationException.malformed("the key " + name + " isn't of the type " + expected);
        }
        return this;
    }

    public String name() {
        return name;
    }

    /** Whether the key itself is the same, whatever the name. */
    boolean sharesKeyWith(NoteKey other) {
        return Arrays.equals(raw, other.raw);
    }

    public KeyType type() {
        return type;
    }

    public int id() {
        return id;
    }

    public String vkey() {
        byte[] material = ByteBuffer.allocate(1 + raw.length)
                .put(type.identifier())
                .put(raw)
                .array();
        return name + '+' + hexId() + '+' + Base64Text.of(material);
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NoteKey that && vkey().equals(that.vkey());
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return vkey();
    }
}
