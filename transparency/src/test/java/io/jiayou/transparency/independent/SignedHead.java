package io.jiayou.transparency.independent;

import static io.jiayou.transparency.independent.SpecViolation.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A checkpoint whose Ed25519 signature (signed-note, type 1) was verified with one key. */
record SignedHead(String origin, long size, byte[] root) {

    /** @param vkey name, key id in hex, Base64 of type and key, with plus signs between */
    static SignedHead verified(byte[] checkpoint, String vkey) {
        String note = utf8(checkpoint);
        int separator = note.lastIndexOf("\n\n");
        require(separator >= 0 && note.endsWith("\n"), "the checkpoint is no note");
        String text = note.substring(0, separator + 1);
        verifySignature(text, note.substring(separator + 2), vkey);
        return parse(text);
    }

    private static void verifySignature(String text, String lines, String vkey) {
        String[] key = vkey.split("\\+", 3);
        byte[] typeAndKey = Base64.getDecoder().decode(key[2]);
        byte[] id = HexFormat.of().parseHex(key[1]);
        require(typeAndKey.length == 33 && typeAndKey[0] == 1, "the vkey isn't of type Ed25519");
        require(Arrays.equals(id, keyId(key[0], typeAndKey)), "the vkey's id isn't that of its name and key");
        int verified = 0;
        for (String line : lines.split("\n")) {
            String[] parts = line.split(" ", -1);
            require(parts.length == 3 && parts[0].equals("\u2014"), "no signature line: " + line);
            byte[] idAndSignature = decode(parts[2]);
            if (parts[1].equals(key[0]) && Arrays.equals(id, Arrays.copyOf(idAndSignature, 4))) {
                byte[] signature = Arrays.copyOfRange(idAndSignature, 4, idAndSignature.length);
                require(
                        verifies(Arrays.copyOfRange(typeAndKey, 1, 33), text.getBytes(UTF_8), signature),
                        "the checkpoint's signature by " + key[0] + " is wrong");
                verified++;
            }
        }
        require(verified > 0, "the checkpoint has no signature by " + key[0]);
    }

    private static byte[] keyId(String name, byte[] typeAndKey) {
        ByteArrayOutputStream material = new ByteArrayOutputStream();
        material.writeBytes((name + "\n").getBytes(UTF_8));
        material.writeBytes(typeAndKey);
        return Arrays.copyOf(PlainTree.sha256(material.toByteArray()), 4);
    }

    /** RFC 8032, 5.1.2: the y coordinate little-endian, and in the last bit whether x is odd. */
    private static boolean verifies(byte[] rawKey, byte[] message, byte[] signature) {
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = rawKey[31 - i];
        }
        boolean xOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, bigEndian));
        try {
            PublicKey key = KeyFactory.getInstance("EdDSA")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
            Signature ed25519 = Signature.getInstance("EdDSA");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new SpecViolation("the checkpoint's signature can't be read", e);
        }
    }

    private static SignedHead parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        require(lines.size() >= 4, "the checkpoint has fewer than three lines");
        for (String line : lines.subList(0, lines.size() - 1)) {
            require(!line.isEmpty(), "the checkpoint has an empty line");
        }
        String size = lines.get(1);
        require(size.matches("0|[1-9][0-9]{0,17}"), "the checkpoint's size is no number: " + size);
        byte[] root = decode(lines.get(2));
        require(root.length == 32, "the checkpoint's root has " + root.length + " bytes");
        return new SignedHead(lines.get(0), Long.parseLong(size), root);
    }

    private static byte[] decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            require(
                    Base64.getEncoder().encodeToString(bytes).equals(base64),
                    "the checkpoint has other Base64: " + base64);
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new SpecViolation("the checkpoint has something else than Base64: " + base64, e);
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new SpecViolation("the checkpoint isn't UTF-8", e);
        }
    }
}
