package io.jiayou.transparency;

/** What a key signs, by the signature type byte of signed-note. All of them are Ed25519 (RFC 8032). */
public enum KeyType {
    /** The text of a note. */
    NOTE(0x01),
    /** A checkpoint with the time at which a witness saw it (tlog-cosignature, version 1). */
    COSIGNATURE(0x04);

    private final int identifier;

    KeyType(int identifier) {
        this.identifier = identifier;
    }

    byte identifier() {
        return (byte) identifier;
    }

    /** @throws VerificationException MALFORMED for a type that isn't supported here */
    static KeyType of(byte identifier) {
        for (KeyType type : values()) {
            if (type.identifier() == identifier) {
                return type;
            }
        }
        throw VerificationException.malformed("keys of type " + Byte.toUnsignedInt(identifier) + " aren't supported");
    }
}
