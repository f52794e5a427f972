package io.jiayou.identity.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.jiayou.identity.credentials.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Codes by the time (RFC 6238): six digits, 30 seconds, HMAC-SHA-1, as authenticator apps expect them. */
public final class TimeCodes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** 160 bits, as RFC 4226 advises. */
    private static final int LENGTH = 32;

    private static final long STEP_SECONDS = 30;
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private TimeCodes() {}

    static String newSecret() {
        return Secrets.random(LENGTH, ALPHABET);
    }

    /** What a QR code says to an authenticator app. */
    static String uri(String name, String secret) {
        return "otpauth://totp/Jiayou:" + name + "?secret=" + secret + "&issuer=Jiayou";
    }

    /** The code of a moment. */
    public static String code(String secret, Instant at) {
        try {
            SecretKey key = new SecretKeySpec(Base32.decode(secret), CODES.getAlgorithm());
            return CODES.generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret can't be used", e);
        }
    }

    /**
     * The time step of a code: this one, the one before or the one after, since clocks differ.
     *
     * @param after only later steps count; one that no clock has reached was left by a clock that was ahead, and counts
     *     for nothing
     */
    static OptionalLong step(String secret, String code, Instant now, long after) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        long used = after > current + 1 ? 0 : after;
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> step > used)
                .filter(step -> isEqual(code, code(secret, Instant.ofEpochSecond(step * STEP_SECONDS))))
                .findFirst();
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
