package io.jiayou.identity.accounts;

import static io.jiayou.identity.IdentityAlone.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Role;
import io.jiayou.driver.SomeDriver;
import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import io.jiayou.identity.IdentityAlone;
import io.jiayou.identity.events.AccountReset;
import io.jiayou.identity.record.LaterJournal;
import io.jiayou.identity.sessions.Sessions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;

class FirstAccountTest {

    private static final String PASSWORD = "fuel the blue lorry";
    /** Hashes that take as long as real ones would take most of the time of these tests. */
    private static final int SOFT_KIB = 64;

    @TempDir
    private Path directory;

    private final IdentityAlone identity = new IdentityAlone();
    private final Accounts accounts = new Accounts(identity.vault(), SomeDriver.KEY);
    private final Busy passwords = new Busy();
    private final Sessions sessions = identity.sessions(new AccountStanding(accounts));
    private final AccountAdministration administration = new AccountAdministration(
            accounts,
            new Operators(identity.vault(), accounts, identity.clock()),
            passwords,
            sessions,
            identity.journal(),
            identity.clock());

    /** Passwords, and what somebody else does while the next one is hashed. */
    private static final class Busy extends Passwords {

        private @Nullable Runnable meanwhile;

        private Busy() {
            super(Bounds.of(new Machine(512L << 20, 2), Map.of()), SOFT_KIB);
        }

        @Override
        String hash(String password) {
            Runnable other = meanwhile;
            meanwhile = null;
            if (other != null) {
                other.run();
            }
            return super.hash(password);
        }
    }

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void isMadeOnceAndItsPasswordIsForTheOwnerOfTheProcessAlone() throws IOException {
        Path file = start();

        assertThat(accounts.all()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("operations");
            assertThat(it.role()).isEqualTo(Role.OPERATIONS);
        });
        assertThat(Files.readString(file)).hasSize(20);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        start();

        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    void isNotMadeWhereNoFileIsNamed() throws IOException {
        start("");

        assertThat(accounts.areNone()).isTrue();
        assertThat(identity.written()).isEmpty();
    }

    @Nested
    class WhoNeverLoggedIn {

        private Path file;
        private String first;

        @BeforeEach
        void start() throws IOException {
            file = FirstAccountTest.this.start();
            first = Files.readString(file);
        }

        @Test
        void getsAnotherPasswordAfterARestartThatLostTheFile() throws IOException {
            Files.delete(file);
            FirstAccountTest.this.start();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            logIn(Files.readString(file));
            assertThatThrownBy(() -> logIn(first)).isInstanceOf(ProblemException.class);
            assertThat(accounts.all()).hasSize(1);
            assertThat(identity.written()).contains(new AccountReset(accounts.id("operations"), NOW));
        }

        @Test
        void keepsThePasswordThatIsInTheFile() throws IOException {
            FirstAccountTest.this.start();

            assertThat(Files.readString(file)).isEqualTo(first);
            assertThat(identity.written()).hasSize(1);
            logIn(first);
        }

        @Test
        void getsAnotherOneForAFileThatIsOfNoUse() throws IOException {
            Files.writeString(file, "");
            FirstAccountTest.this.start();

            logIn(Files.readString(file));
        }

        @Test
        void getsAnotherOneAfterADay() throws IOException {
            identity.clock().forward(Account.ONE_TIME);
            assertThatThrownBy(() -> logIn(first)).isInstanceOf(ProblemException.class);
            FirstAccountTest.this.start();

            logIn(Files.readString(file));
        }

        @Test
        void getsOneFromOneNodeOfTwoThatStartAtOnce() throws IOException {
            Path other = directory.resolve("other");
            Files.delete(file);
            passwords.meanwhile = () -> startUnchecked(other);
            FirstAccountTest.this.start();

            assertThat(file).doesNotExist();
            logIn(Files.readString(other));
        }

        @Test
        void isLeftToOthersOfTheRole() throws IOException {
            administration.create("li.na", Role.OPERATIONS, null);
            Files.delete(file);
            FirstAccountTest.this.start();

            assertThat(file).doesNotExist();
            logIn(first);
        }
    }

    @Nested
    class WhoLoggedIn {

        private Path file;
        private String first;

        @BeforeEach
        void start() throws IOException {
            file = FirstAccountTest.this.start();
            first = Files.readString(file);
            Files.delete(file);
            logIn(first);
        }

        @Test
        void keepsThePasswordWhileItIsGood() throws IOException {
            FirstAccountTest.this.start();

            assertThat(file).doesNotExist();
            logIn(first);
        }

        @Test
        void getsAnotherOneIfNoneOfTheirOwnWasChosenWithinADay() throws IOException {
            identity.clock().forward(Account.ONE_TIME);
            FirstAccountTest.this.start();

            logIn(Files.readString(file));
        }

        @Test
        void keepsAPasswordOfTheirOwn() throws IOException {
            new OwnAccount(accounts, passwords, sessions, identity.journal(), identity.clock())
                    .changePassword(accounts.id("operations"), first, PASSWORD);
            identity.clock().forward(Duration.ofDays(400));
            FirstAccountTest.this.start();

            assertThat(file).doesNotExist();
            logIn(PASSWORD);
        }
    }

    private void logIn(String password) {
        new PasswordLogin(
                        accounts,
                        passwords,
                        sessions,
                        identity.journal(),
                        new LaterJournal(identity.journal()),
                        new SimpleMeterRegistry(),
                        identity.clock())
                .of("operations", password, null);
    }

    private Path start() throws IOException {
        Path file = directory.resolve("first-login");
        start(file.toString());
        return file;
    }

    private void startUnchecked(Path file) {
        try {
            start(file.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void start(String file) throws IOException {
        new FirstAccount(accounts, administration, passwords, identity.clock(), file)
                .run(new DefaultApplicationArguments());
    }
}
