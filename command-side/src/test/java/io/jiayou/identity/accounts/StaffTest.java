package io.jiayou.identity.accounts;

import static io.jiayou.identity.IdentityAlone.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.driver.SomeDriver;
import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import io.jiayou.identity.IdentityAlone;
import io.jiayou.identity.events.AccountClosed;
import io.jiayou.identity.events.AccountCreated;
import io.jiayou.identity.events.AccountLocked;
import io.jiayou.identity.events.AccountOpened;
import io.jiayou.identity.events.AccountReset;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.LoginRefused;
import io.jiayou.identity.events.PasswordChanged;
import io.jiayou.identity.events.RecoveryCodeUsed;
import io.jiayou.identity.events.RefusalReason;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.identity.events.SecondFactorChanged;
import io.jiayou.identity.events.SecondFactorEnrolled;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.record.LaterJournal;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A member of staff from the first day to the last. */
class StaffTest {

    private static final String PASSWORD = "fuel the blue lorry";
    private static final String OTHER_PASSWORD = "paint the green tanker";
    /** Hashes that take as long as real ones would take most of the time of these tests. */
    private static final int SOFT_KIB = 64;

    private final IdentityAlone identity = new IdentityAlone();
    private final Accounts accounts = new Accounts(identity.vault(), SomeDriver.KEY);
    private final Counted passwords = new Counted();
    private final Sessions sessions = identity.sessions(new AccountStanding(accounts));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AccountAdministration administration = new AccountAdministration(
            accounts,
            new Operators(identity.vault(), accounts, identity.clock()),
            passwords,
            sessions,
            identity.journal(),
            identity.clock());
    private final OwnAccount own = new OwnAccount(accounts, passwords, sessions, identity.journal(), identity.clock());
    private final PasswordLogin login = new PasswordLogin(
            accounts,
            passwords,
            sessions,
            identity.journal(),
            new AtOnce(identity.journal()),
            metrics,
            identity.clock());

    /** Writes down before the answer what is otherwise written after it. */
    private static final class AtOnce extends LaterJournal {

        private final IdentityJournal journal;

        private AtOnce(IdentityJournal journal) {
            super(journal);
            this.journal = journal;
        }

        @Override
        public void write(IdentityEvent event, String actor, String role) {
            journal.write(event, actor, role, null);
        }
    }

    /** Passwords, how often one was compared or hashed, and what somebody else does while the next one is hashed. */
    private static final class Counted extends Passwords {

        private int compared;
        private int hashed;
        private Runnable meanwhile = () -> {};

        private Counted() {
            super(Bounds.of(new Machine(512L << 20, 2), Map.of()), SOFT_KIB);
        }

        @Override
        String hash(String password) {
            hashed++;
            Runnable other = meanwhile;
            meanwhile = () -> {};
            other.run();
            return super.hash(password);
        }

        @Override
        boolean matches(String password, String hash) {
            compared++;
            return super.matches(password, hash);
        }
    }

    @AfterEach
    void close() {
        passwords.close();
    }

    @Nested
    class WhoIsNew {

        private final AccountAdministration.Handover handover = administration.create("Li.Na", Role.AGENT, null);

        @Test
        void mayOnlyChooseAPasswordWithTheOneThatWasHandedOver() {
            Granted granted = login.of("li.na", handover.oneTimePassword(), null);

            assertThat(granted.role()).isEqualTo("newcomer");
            assertThat(granted.next()).isEqualTo("change-password");
            assertThat(identity.written())
                    .startsWith(new AccountCreated(handover.accountId(), "Li.Na", "agent", null, NOW));
        }

        @Test
        void mayOnlyEnrolASecondFactorAfterThat() {
            own.changePassword(handover.accountId(), handover.oneTimePassword(), PASSWORD);

            Granted granted = login.of("Li.Na", PASSWORD, null);

            assertThat(granted.role()).isEqualTo("newcomer");
            assertThat(granted.next()).isEqualTo("enrol-second-factor");
            assertThat(identity.written()).contains(new PasswordChanged(handover.accountId(), NOW));
            assertRefused("li.na", handover.oneTimePassword(), null);
        }

        @Test
        void isLetInWithBoth() {
            own.changePassword(handover.accountId(), handover.oneTimePassword(), PASSWORD);
            String secret = own.offerFactor(handover.accountId(), null, null).secret();
            List<String> recovery = own.enrolFactor(caller(handover.accountId()), code(secret));

            identity.clock().forward(Duration.ofSeconds(60));
            String code = code(secret);
            Granted granted = login.of("li.na", PASSWORD, code);

            assertThat(granted.role()).isEqualTo("agent");
            assertThat(granted.next()).isNull();
            assertThat(recovery).hasSize(10).doesNotHaveDuplicates().allSatisfy(it -> assertThat(it)
                    .hasSize(16));
            assertThat(identity.written()).contains(new SecondFactorEnrolled(handover.accountId(), NOW));
            assertRefused("li.na", PASSWORD, code);
            assertRefused("li.na", PASSWORD, null);
        }

        @Test
        void isLetInByEachRecoveryCodeOnce() {
            own.changePassword(handover.accountId(), handover.oneTimePassword(), PASSWORD);
            String secret = own.offerFactor(handover.accountId(), null, null).secret();
            String spare =
                    own.enrolFactor(caller(handover.accountId()), code(secret)).getFirst();

            assertThat(login.of("li.na", PASSWORD, spare).role()).isEqualTo("agent");
            assertThat(identity.written()).contains(new RecoveryCodeUsed(handover.accountId(), 9, NOW));
            assertRefused("li.na", PASSWORD, spare);
        }

        /** Whoever copies the store logs in as nobody by what is in it. */
        @Test
        void findsNothingInTheStoreThatTheyLogInBy() {
            own.changePassword(handover.accountId(), handover.oneTimePassword(), PASSWORD);
            String secret = own.offerFactor(handover.accountId(), null, null).secret();
            List<String> recovery = own.enrolFactor(caller(handover.accountId()), code(secret));
            String refreshToken = String.valueOf(
                    login.of("li.na", PASSWORD, recovery.getFirst()).refreshToken());

            assertThat(identity.kept())
                    .contains(handover.accountId(), "$argon2id$")
                    .doesNotContain(handover.oneTimePassword(), PASSWORD)
                    .doesNotContain(recovery)
                    .doesNotContain(
                            refreshToken.split("\\.", -1)[1], refreshToken.split("\\.", -1)[2]);
        }

        @Test
        void choosesAnotherPasswordThanTheOneThatWasHandedOver() {
            assertField(
                    "newPassword",
                    () -> own.changePassword(
                            handover.accountId(), handover.oneTimePassword(), handover.oneTimePassword()));

            assertThat(login.of("li.na", handover.oneTimePassword(), null).next())
                    .isEqualTo("change-password");
        }

        @Test
        void isToldWhatToDoWithEachRefreshToo() {
            Granted first = login.of("li.na", handover.oneTimePassword(), null);
            assertThat(refreshed(first).next()).isEqualTo("change-password");
            own.changePassword(handover.accountId(), handover.oneTimePassword(), PASSWORD);
            Granted second = refreshed(login.of("li.na", PASSWORD, null));
            assertThat(second.next()).isEqualTo("enrol-second-factor");

            String secret = own.offerFactor(handover.accountId(), null, null).secret();
            own.enrolFactor(
                    new Caller(handover.accountId(), Role.NEWCOMER, null, null, Set.of(), second.sessionId()),
                    code(secret));
            Granted third = refreshed(second);

            assertThat(third.role()).isEqualTo("newcomer");
            assertThat(third.next()).isEqualTo("log-in");
        }

        @Test
        void hasToShowTheFirstCodeOfWhatWasOffered() {
            String secret = own.offerFactor(handover.accountId(), null, null).secret();
            String late = TimeCodes.code(secret, NOW.plusSeconds(3_600));

            assertThatThrownBy(() -> own.enrolFactor(caller(handover.accountId()), late))
                    .isInstanceOf(ProblemException.class);
        }

        @Test
        void guessesAtNothingByAskingForASecret() {
            for (int n = 0; n < 6; n++) {
                own.offerFactor(handover.accountId(), null, null);
            }

            assertThat(accounts.require(handover.accountId()).attempts()).isEqualTo(Attempts.NONE);
        }

        @Test
        void hasToShowTheOldFactorForANewOne() {
            own.changePassword(handover.accountId(), handover.oneTimePassword(), PASSWORD);
            String secret = own.offerFactor(handover.accountId(), null, null).secret();
            String spare =
                    own.enrolFactor(caller(handover.accountId()), code(secret)).getFirst();

            assertThatThrownBy(() -> own.offerFactor(handover.accountId(), null, null))
                    .isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> own.offerFactor(handover.accountId(), PASSWORD, null))
                    .isInstanceOf(ProblemException.class);
            String other =
                    own.offerFactor(handover.accountId(), PASSWORD, spare).secret();
            assertThat(other).isNotEqualTo(secret);
            assertThat(identity.written()).endsWith(new RecoveryCodeUsed(handover.accountId(), 9, NOW));
            own.enrolFactor(caller(handover.accountId()), code(other));
            assertThat(identity.written()).endsWith(new SecondFactorChanged(handover.accountId(), NOW));
        }
    }

    @Nested
    class AtTheStation {

        private final String id = withPassword("ma.li", Role.ATTENDANT, "s1");

        @Test
        void needsNoSecondFactor() {
            Granted granted = login.of("ma.li", PASSWORD, null);

            assertThat(granted.role()).isEqualTo("attendant");
            assertThat(granted.stationId()).isEqualTo("s1");
        }

        @Test
        void isRefusedByAnythingElseAndCounted() {
            assertRefused("ma.li", OTHER_PASSWORD, null);
            assertRefused("nobody", PASSWORD, null);
            administration.close(id);
            assertRefused("ma.li", PASSWORD, null);

            assertThat(refusals("password")).isEqualTo(1);
            assertThat(refusals("unknown")).isEqualTo(1);
            assertThat(refusals("closed")).isEqualTo(1);
        }

        @Test
        void isWrittenDownWithWhatWasWrongAndUntilWhenTheyAreLockedOut() {
            for (int n = 0; n < 5; n++) {
                assertRefused("ma.li", OTHER_PASSWORD, null);
            }
            assertRefused("ma.li", OTHER_PASSWORD, null);
            assertRefused("nobody", OTHER_PASSWORD, null);

            LoginRefused refused = new LoginRefused(id, RefusalReason.PASSWORD, NOW);
            assertThat(identity.written().stream().skip(2))
                    .containsExactly(
                            refused,
                            refused,
                            refused,
                            refused,
                            refused,
                            new AccountLocked(id, 5, NOW.plusSeconds(30), NOW));
        }

        /** The time that a refusal takes tells nobody what it was. */
        @Test
        void isRefusedAfterOneComparisonWhateverItWas() {
            assertThat(comparisons("nobody", PASSWORD)).isOne();
            for (int n = 0; n < 5; n++) {
                assertThat(comparisons("ma.li", OTHER_PASSWORD)).isOne();
            }
            assertThat(comparisons("ma.li", PASSWORD)).as("locked").isOne();
            identity.clock().forward(Duration.ofSeconds(30));
            administration.close(id);
            assertThat(comparisons("ma.li", PASSWORD)).as("closed").isOne();
            assertThat(refusals("locked")).isEqualTo(1);
            assertThat(refusals("closed")).isEqualTo(1);
        }

        @Test
        void isLockedOutForAWhileAfterFiveWrongOnes() {
            for (int n = 0; n < 5; n++) {
                assertRefused("ma.li", OTHER_PASSWORD, null);
            }
            assertRefused("ma.li", PASSWORD, null);
            assertThat(refusals("locked")).isEqualTo(1);

            identity.clock().forward(Duration.ofSeconds(30));
            assertThat(login.of("ma.li", PASSWORD, null).role()).isEqualTo("attendant");
        }

        @Test
        void changesTheirPasswordOnlyWithTheOldOneAndToAGoodOne() {
            assertThatThrownBy(() -> own.changePassword(id, OTHER_PASSWORD, "another good lorry"))
                    .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.problem())
                            .isEqualTo(Problem.LOGIN_REFUSED));
            assertThatThrownBy(() -> own.changePassword(id, PASSWORD, "password1234"))
                    .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.problem())
                            .isEqualTo(Problem.INVALID_FIELD));

            own.changePassword(id, PASSWORD, OTHER_PASSWORD);
            assertRefused("ma.li", PASSWORD, null);
            assertThat(login.of("ma.li", OTHER_PASSWORD, null).role()).isEqualTo("attendant");
        }

        /** Whoever looks for a good password isn't guessing at the old one. */
        @Test
        void isNotLockedOutByNewPasswordsThatAreNoGood() {
            for (int n = 0; n < 6; n++) {
                assertField("newPassword", () -> own.changePassword(id, PASSWORD, "password1234"));
                assertField("newPassword", () -> own.changePassword(id, PASSWORD, PASSWORD));
            }

            assertThat(refreshed(login.of("ma.li", PASSWORD, null)).next()).isNull();
        }

        @Test
        void changesNoPasswordOfAnAccountThatIsClosedMeanwhile() {
            passwords.meanwhile = () -> administration.close(id);

            assertThatThrownBy(() -> own.changePassword(id, PASSWORD, OTHER_PASSWORD))
                    .isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.problem())
                            .isEqualTo(Problem.LOGIN_REFUSED));

            assertThat(identity.written()).endsWith(new AccountClosed(id, NOW));
        }

        /** Whoever guesses costs no more than who logs in. */
        @Test
        void hasNoNewPasswordHashedWithoutTheOldOne() {
            int before = passwords.hashed;

            assertThatThrownBy(() -> own.changePassword(id, OTHER_PASSWORD, "another good lorry"))
                    .isInstanceOf(ProblemException.class);

            assertThat(passwords.hashed).isEqualTo(before);
        }

        /** The password is another by then: whoever knew the old one is out. */
        @Test
        void goesOnWithNoSessionOfBeforeAlsoIfTheChangeCannotBeWrittenDown() {
            login.of("ma.li", PASSWORD, null);
            OwnAccount dying = new OwnAccount(accounts, passwords, sessions, identity.journalFor(0), identity.clock());

            assertThatThrownBy(() -> dying.changePassword(id, PASSWORD, OTHER_PASSWORD))
                    .hasMessage("nothing more is written down");

            assertThat(identity.written()).last().isInstanceOf(SessionEnded.class);
        }

        @Test
        void goesOnWithNoSessionOfBefore() {
            assertEndsSessions(() -> own.changePassword(id, PASSWORD, OTHER_PASSWORD));
        }
    }

    @Nested
    class UnderAdministration {

        private final String id = withPassword("ma.li", Role.ATTENDANT, "s1");

        @Test
        void getsAnotherRole() {
            assertEndsSessions(() -> administration.grant(id, Role.MANAGER, "s2"));

            assertThat(accounts.require(id).role()).isEqualTo(Role.MANAGER);
            assertThat(identity.written()).contains(new RoleGranted(id, "manager", "s2", NOW));
        }

        @Test
        void isLetInNoMoreUntilTheAccountIsOpenedAgain() {
            assertEndsSessions(() -> administration.close(id));
            assertRefused("ma.li", PASSWORD, null);

            administration.open(id);
            assertThat(login.of("ma.li", PASSWORD, null).role()).isEqualTo("attendant");
            assertThat(identity.written()).contains(new AccountClosed(id, NOW), new AccountOpened(id, NOW));
        }

        @Test
        void beginsAnewAfterAReset() {
            assertEndsSessions(() -> administration.reset(id));
            AccountAdministration.Handover handover = administration.reset(id);

            assertRefused("ma.li", PASSWORD, null);
            assertThat(login.of("ma.li", handover.oneTimePassword(), null).next())
                    .isEqualTo("change-password");
            assertThat(identity.written()).contains(new AccountReset(id, NOW));
        }

        @Test
        void keepsTheirNameToThemselves() {
            assertViolates(Rule.ACCOUNT_NAME_TAKEN, () -> administration.create(" MA.LI ", Role.AGENT, null));

            assertThat(identity.written().stream().filter(AccountCreated.class::isInstance))
                    .as("what is refused isn't written down either")
                    .hasSize(1);
        }

        @Test
        void hasAStationIfAndOnlyIfTheRoleIsOfOne() {
            assertField("role", () -> administration.create("x", Role.DRIVER, null));
            assertField("stationId", () -> administration.create("x", Role.MANAGER, null));
            assertField("stationId", () -> administration.grant(id, Role.AGENT, "s1"));
        }

        @Test
        void isNeverTheLastWhoCanRunTheSystemAndLeaves() {
            String last = withPassword("wu.yi", Role.OPERATIONS, null);

            assertViolates(Rule.ACCOUNT_LAST_OPERATIONS, () -> administration.close(last));
            assertViolates(Rule.ACCOUNT_LAST_OPERATIONS, () -> administration.grant(last, Role.AGENT, null));
            administration.grant(last, Role.OPERATIONS, null);
        }

        @Test
        void isSomebodyWhomAdministrationKnows() {
            assertViolates(Rule.ACCOUNT_UNKNOWN, () -> administration.open("unknown"));
            assertViolates(Rule.ACCOUNT_UNKNOWN, () -> administration.reset("unknown"));
            assertViolates(Rule.ACCOUNT_UNKNOWN, () -> administration.grant("unknown", Role.AGENT, null));
        }
    }

    private String withPassword(String name, Role role, @Nullable String station) {
        AccountAdministration.Handover handover = administration.create(name, role, station);
        own.changePassword(handover.accountId(), handover.oneTimePassword(), PASSWORD);
        return handover.accountId();
    }

    private static Caller caller(String id) {
        return new Caller(id, Role.NEWCOMER, null, null, Set.of(), "session");
    }

    private Granted refreshed(Granted before) {
        return sessions.refresh(String.valueOf(before.refreshToken()));
    }

    private String code(String secret) {
        return TimeCodes.code(secret, identity.clock().instant());
    }

    private int comparisons(String name, String password) {
        int before = passwords.compared;
        assertRefused(name, password, null);
        return passwords.compared - before;
    }

    private double refusals(String reason) {
        return metrics.counter("jiayou.logins.refused", "reason", reason).count();
    }

    private void assertRefused(String name, String password, @Nullable String code) {
        assertThatThrownBy(() -> login.of(name, password, code))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.LOGIN_REFUSED));
    }

    private void assertEndsSessions(Runnable change) {
        String token = String.valueOf(login.of("ma.li", PASSWORD, null).refreshToken());
        change.run();
        assertThat(identity.written().stream().filter(SessionEnded.class::isInstance))
                .as("ended at once, before anybody shows its token")
                .hasSize(1);
        assertThatThrownBy(() -> sessions.refresh(token)).isInstanceOf(ProblemException.class);
    }

    private static void assertViolates(Rule rule, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }

    private static void assertField(String field, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }

    /** A rate of what was never counted is none: the first refusal would be missed. */
    @Test
    void refusalsAreCountedFromNoneForEveryReason() {
        assertThat(metrics.find("jiayou.logins.refused").counters())
                .hasSize(RefusalReason.values().length + 2)
                .allSatisfy(counter -> assertThat(counter.count()).isZero());
    }
}
