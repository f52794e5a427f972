package io.jiayou.transparency;

import java.nio.ByteBuffer;

/**
 * A signature line of a note (signed-note).
 *
 * @param name of the key, without spaces and plus
 * @param keyId the first bytes of a hash, so an aid to find the key and no proof of it
 * @param bytes what the key's type makes of the text; never to be changed
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {

    private static final String START = "\u2014 ";

    public NoteSignature {
        NoteKey.checkedName(name);
        if (bytes.length == 0) {
            throw VerificationException.malformed("a signature isn't empty");
        }
        bytes = bytes.clone();
    }

    /**
     * @param line without its newline
     * @throws VerificationException MALFORMED for another form
     */
    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(START) || space < START.length()) {
            throw VerificationException.malformed("a signature line is a dash, a name and Base64");
        }
        byte[] material = Base64Text.parse(line.substring(space + 1));
        if (material.length <= Integer.BYTES) {
            throw VerificationException.malformed("a signature line has a key id and a signature");
        }
        ByteBuffer buffer = ByteBuffer.wrap(material);
        int keyId = buffer.getInt();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new NoteSignature(line.substring(START.length(), space), keyId, bytes);
    }

    /** The line with its newline. */
    public String line() {
        byte[] material = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return START + name + ' ' + Base64Text.of(material) + '\n';
    }
}
