package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    /** Of letters that say nothing together, as long as one wants. */
    private static final String LONG = "kqvzjxwgbp#4".repeat(10) + "mtfydhlrnc7";

    private final Passwords passwords = new Passwords(Bounds.of(new Machine(512L << 20, 2), Map.of()));

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void areKeptAsWhatOnlyTheyMatch() {
        String hash = passwords.hash("correct horse battery");

        assertThat(hash)
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(passwords.hash("correct horse battery"));
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batteri", hash)).isFalse();
    }

    @Test
    void ofNobodyTakeTheSameTimeAndAreNeverGuessed() {
        assertThatCode(() -> passwords.pretend("correct horse battery")).doesNotThrowAnyException();
    }

    /** The hash that stands for nobody's is of a secret that was thrown away: whatever fits it tells of a fault. */
    @Test
    void ofNobodyThatFitAreAFault() {
        Passwords fitting = new Passwords(Bounds.of(new Machine(512L << 20, 2), Map.of())) {
            @Override
            boolean matches(String password, String hash) {
                return true;
            }
        };

        assertThatThrownBy(() -> fitting.pretend("correct horse battery")).isInstanceOf(IllegalStateException.class);
        fitting.close();
    }

    @Test
    void areHashedNoMoreOnceTheProcessEnds() {
        passwords.close();

        assertThatThrownBy(() -> passwords.hash("correct horse battery")).isInstanceOf(ProblemException.class);
    }

    @Test
    void thatAreHandedOverCanBeReadFromAScreen() {
        assertThat(passwords.oneTime()).matches("[a-hj-km-np-z2-9]{20}").isNotEqualTo(passwords.oneTime());
    }

    @Test
    void haveTwelveTo128Characters() {
        assertGood(LONG.substring(0, 12));
        assertGood(LONG.substring(0, 128));
        assertRefused(LONG.substring(0, 11), "a password has 12 to 128 characters");
        assertRefused(LONG.substring(0, 129), "a password has 12 to 128 characters");
    }

    /** Each of these needs two of Java's characters. */
    @Test
    void areCountedAsPeopleCount() {
        assertRefused("𠮷野家𠮷野家𠮷", "a password has 12 to 128 characters");
    }

    @Test
    void areNoneThatOthersWouldGuess() {
        assertRefused("password1234", "this password would be guessed");
    }

    private void assertGood(String password) {
        assertThatCode(() -> passwords.requireGood(password, "zhang.san")).doesNotThrowAnyException();
    }

    private void assertRefused(String password, String detail) {
        assertThatThrownBy(() -> passwords.requireGood(password, "zhang.san"))
                .isInstanceOf(ProblemException.class)
                .hasMessage(detail);
    }
}
