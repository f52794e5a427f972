package io.jiayou.identity.accounts;

import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import jakarta.annotation.PreDestroy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: which are good enough, and what is kept of them. */
@Component
public class Passwords {

    /** OWASP's least for Argon2id: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** ASVS 5.0, 6.2.1 and 6.2.9; more would only cost time. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 128;

    /** What people read off one screen and type into another: without letters that look alike. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int ONE_TIME_LENGTH = 20;

    private final Argon2PasswordEncoder argon;
    private final HashingThreads threads;
    /** Compared with where there is no account, so that the time tells nothing. */
    private final String nobodys;

    @Autowired
    Passwords(Bounds bounds) {
        this(bounds, MEMORY_KIB);
    }

    /** @param memoryKib how hard each is to guess, and to check */
    Passwords(Bounds bounds, int memoryKib) {
        argon = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memoryKib, PASSES);
        threads = new HashingThreads(bounds);
        nobodys = String.valueOf(argon.encode(Secrets.random()));
    }

    /** @throws ProblemException UNAVAILABLE when too many wait already */
    String hash(String password) {
        return threads.run(() -> String.valueOf(argon.encode(password)));
    }

    /** @throws ProblemException UNAVAILABLE when too many wait already */
    boolean matches(String password, String hash) {
        return threads.runSoon(() -> argon.matches(password, hash));
    }

    /**
     * Takes the time that a comparison takes.
     *
     * @throws ProblemException UNAVAILABLE when too many wait already: as it is for a name that there is
     */
    void pretend(String password) {
        if (matches(password, nobodys)) {
            throw new IllegalStateException("nobody's password was guessed");
        }
    }

    String oneTime() {
        return Secrets.random(ONE_TIME_LENGTH, READABLE);
    }

    /**
     * Refuses a password that others would guess. It may be of any characters.
     *
     * @throws ProblemException INVALID_FIELD saying what is wrong with it
     */
    void requireGood(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw bad(Detail.of("a password has {0} to {1} characters", SHORTEST, LONGEST));
        }
        if (CommonPasswords.isCommon(password, name)) {
            throw bad(Detail.of("this password would be guessed"));
        }
    }

    /** @throws ProblemException INVALID_FIELD for the password that there is already: whoever knew it would know it still */
    static void requireAnother(String password, String old) {
        if (password.equals(old)) {
            throw bad(Detail.of("choose another password than the one before"));
        }
    }

    private static ProblemException bad(Detail detail) {
        return ProblemException.of(Problem.INVALID_FIELD, "newPassword", detail);
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
