package io.jiayou.privacy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;

/** AES-256-GCM as Tink has it: each ciphertext begins with a byte 1 and the four bytes of its key's number. */
final class Gcm {

    static final int KEY_BYTES = 32;

    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final byte VERSION = 1;
    private static final int PREFIX_BYTES = 5;

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A key with the number that its ciphertexts begin with. */
    record Numbered(int number, byte[] key) {}

    private Gcm() {}

    /** Encrypts with the first key, decrypts with all of them. */
    static Aead of(List<Numbered> keys) {
        try {
            KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
            for (Numbered each : keys) {
                var entry = KeysetHandle.importKey(imported(each));
                keyset.addEntry(each == keys.getFirst() ? entry.makePrimary() : entry);
            }
            return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key can't be used", e);
        }
    }

    @AccessesPartialKey
    private static AesGcmKey imported(Numbered each) throws GeneralSecurityException {
        return AesGcmKey.builder()
                .setParameters(AesGcmParameters.builder()
                        .setKeySizeBytes(KEY_BYTES)
                        .setIvSizeBytes(IV_BYTES)
                        .setTagSizeBytes(TAG_BYTES)
                        .setVariant(AesGcmParameters.Variant.TINK)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(each.key(), InsecureSecretKeyAccess.get()))
                .setIdRequirement(each.number())
                .build();
    }

    @AccessesPartialKey
    static byte[] randomKey() {
        return SecretBytes.randomBytes(KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
    }

    /** Whether a ciphertext says that it was made with the key of this number. */
    static boolean isOf(int number, byte[] ciphertext) {
        return ciphertext.length > PREFIX_BYTES
                && ciphertext[0] == VERSION
                && ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt() == number;
    }
}
