package io.jiayou.identity.sessions;

import static io.jiayou.identity.IdentityAlone.NOW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.IdentityAlone;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.RefreshTokenReused;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final IdentityAlone identity = new IdentityAlone();
    private final Sessions sessions = identity.sessions();

    @Test
    void beginWithATokenAndAnotherToGoOn() {
        Granted granted = started("ann", "s1");

        assertThat(granted.role()).isEqualTo("agent");
        assertThat(granted.accessToken()).contains(".");
        assertThat(granted.expiresIn()).isEqualTo(300);
        assertThat(granted.next()).isNull();
        assertThat(granted).hasToString("tokens of s1");
        assertThat(RefreshToken.parse(refreshToken(granted)).orElseThrow().sessionId())
                .isEqualTo("s1");
        assertThat(identity.written()).containsExactly(new LoggedIn("s1", "ann", "agent", LoginWay.PASSWORD, NOW));
    }

    @Test
    void ofOneTokenCannotGoOn() {
        Granted granted = sessions.once(agent("ann", "s1"), LoginWay.KEY);

        assertThat(granted.refreshToken()).isNull();
        assertThat(sessions.of("ann")).isEmpty();
        assertThat(identity.written()).containsExactly(new LoggedIn("s1", "ann", "agent", LoginWay.KEY, NOW));
    }

    @Test
    void sayWhatIsMissing() {
        Granted granted = started("ann", "s1").andNext("change-password");

        assertThat(granted.next()).isEqualTo("change-password");
        assertThat(granted.sessionId()).isEqualTo("s1");
    }

    @Nested
    class GoOn {

        @Test
        void byTheNewestTokenEachTime() {
            Granted first = started("ann", "s1");
            Granted second = sessions.refresh(refreshToken(first));
            Granted third = sessions.refresh(refreshToken(second));

            assertThat(third.sessionId()).isEqualTo("s1");
            assertThat(refreshToken(third)).isNotEqualTo(refreshToken(second));
        }

        @Test
        void byNoTokenTwiceAndOneThatComesAgainEndsThem() {
            Granted first = started("ann", "s1");
            Granted second = sessions.refresh(refreshToken(first));

            assertRefused(refreshToken(first));
            assertRefused(refreshToken(second));
            assertThat(identity.written())
                    .endsWith(
                            new RefreshTokenReused("s1", "ann", NOW),
                            new SessionEnded("s1", "ann", SessionEnd.TOKEN_REUSED, NOW));
        }

        @Test
        void whateverSomebodyGuesses() {
            Granted first = started("ann", "s1");

            assertRefused("anything");
            assertRefused(RefreshToken.first("s1").text());
            assertRefused(RefreshToken.first("unknown").text());
            assertThat(sessions.refresh(refreshToken(first)).sessionId()).isEqualTo("s1");
        }

        @Test
        void ofStaffForAnHourWithoutUse() {
            Granted first = started("ann", "s1");
            identity.clock().forward(Duration.ofMinutes(60).minusSeconds(1));
            Granted second = sessions.refresh(refreshToken(first));
            identity.clock().forward(Duration.ofMinutes(60));

            assertRefused(refreshToken(second));
        }

        @Test
        void ofStaffForTwelveHoursInAll() {
            Granted granted = started("ann", "s1");
            for (int n = 0; n < 23; n++) {
                identity.clock().forward(Duration.ofMinutes(30));
                granted = sessions.refresh(refreshToken(granted));
            }
            identity.clock().forward(Duration.ofMinutes(30));

            assertRefused(refreshToken(granted));
        }

        @Test
        void ofDriversForTwoWeeksWithoutUse() {
            Caller driver = new Caller("d1", Role.DRIVER, "d1", null, Set.of(), "s1");
            Granted first = sessions.start(driver, LoginWay.PHONE, 0);
            identity.clock().forward(Duration.ofDays(14).minusSeconds(1));
            Granted second = sessions.refresh(refreshToken(first));
            identity.clock().forward(Duration.ofDays(14));

            assertRefused(refreshToken(second));
        }
    }

    @Nested
    class End {

        @Test
        void oneByOne() {
            started("ann", "s1");
            started("ann", "s2");

            sessions.end("ann", "s1", SessionEnd.LOGGED_OUT);

            assertThat(sessions.of("ann")).extracting(Session::id).containsExactly("s2");
            assertThat(identity.written()).endsWith(new SessionEnded("s1", "ann", SessionEnd.LOGGED_OUT, NOW));
        }

        @Test
        void onlyOnceAndOnlyOnesOwnAndOnlyWhileTheyLive() {
            started("ann", "s1");
            sessions.end("ann", "s1", SessionEnd.LOGGED_OUT);
            started("ann", "s2");
            started("ben", "s3");
            identity.clock().forward(Duration.ofHours(1));

            assertUnknown("ann", "s1");
            assertUnknown("ann", "s2");
            assertUnknown("ann", "s3");
            assertUnknown("ann", "never");
        }

        @Test
        void byNobodyElseWhileTheyLive() {
            started("ann", "s1");
            Granted bens = started("ben", "s2");

            assertUnknown("ann", "s2");
            assertThat(sessions.refresh(refreshToken(bens)).sessionId()).isEqualTo("s2");
        }

        /** One of two nodes finds that a session is one too many, while its owner ends it at the other. */
        @Test
        void onceAlsoIfTheirOwnerEndsThemWhenTheyAreOneTooMany() {
            for (int n = 0; n < 50; n++) {
                started("ann", "s%02d".formatted(n));
            }
            identity.meanwhile("sessions/s00", () -> sessions.end("ann", "s00", SessionEnd.LOGGED_OUT));

            started("ann", "s50");

            assertThat(identity.written().stream().filter(SessionEnded.class::isInstance))
                    .containsExactly(new SessionEnded("s00", "ann", SessionEnd.LOGGED_OUT, NOW));
        }

        @Test
        void theOneLongestNotUsedWhereAnotherWouldBeOneTooMany() {
            Granted oldest = started("ann", "s00");
            for (int n = 1; n < 50; n++) {
                identity.clock().forward(Duration.ofSeconds(1));
                started("ann", "s%02d".formatted(n));
            }
            identity.clock().forward(Duration.ofSeconds(1));
            sessions.refresh(refreshToken(oldest));
            started("ben", "s1");
            assertThat(sessions.of("ann")).hasSize(50);

            Granted newest = started("ann", "s50");

            assertThat(sessions.of("ann"))
                    .hasSize(50)
                    .extracting(Session::id)
                    .contains("s00", "s50")
                    .doesNotContain("s01");
            assertThat(sessions.of("ben")).hasSize(1);
            assertThat(identity.written())
                    .endsWith(new SessionEnded(
                            "s01", "ann", SessionEnd.TOO_MANY, identity.clock().instant()));
            assertThat(sessions.refresh(refreshToken(newest)).sessionId()).isEqualTo("s50");
        }

        /** Nor do those that ended pile up. */
        @Test
        void andLeaveNoMoreThanThatBehind() {
            for (int n = 0; n < 200; n++) {
                started("ann", "s%03d".formatted(n));
            }

            assertThat(new SessionStore(identity.vault()).of("ann")).hasSizeLessThanOrEqualTo(51);
            assertThat(sessions.of("ann")).hasSize(50);
        }

        @Test
        void allAtOnce() {
            started("ann", "s1");
            started("ann", "s2");
            Granted bens = started("ben", "s3");

            sessions.endAll("ann", SessionEnd.ACCOUNT_CHANGED);

            assertThat(sessions.of("ann")).isEmpty();
            assertThat(sessions.refresh(refreshToken(bens)).sessionId()).isEqualTo("s3");
            assertThat(identity.written())
                    .endsWith(
                            new SessionEnded("s1", "ann", SessionEnd.ACCOUNT_CHANGED, NOW),
                            new SessionEnded("s2", "ann", SessionEnd.ACCOUNT_CHANGED, NOW));
        }

        @Test
        void onceAlsoIfTheirOwnerEndsThemWhileAllAreEnded() {
            started("ann", "s1");
            identity.meanwhile("sessions/s1", () -> sessions.end("ann", "s1", SessionEnd.LOGGED_OUT));

            sessions.endAll("ann", SessionEnd.ACCOUNT_CHANGED);

            assertThat(identity.written().stream().filter(SessionEnded.class::isInstance))
                    .containsExactly(new SessionEnded("s1", "ann", SessionEnd.LOGGED_OUT, NOW));
        }

        /** Whoever ends them may be killed in the middle of it. */
        @Test
        void allTogetherEvenIfNotEachEndCanBeWrittenDown() {
            List<String> tokens = Stream.of("s1", "s2", "s3")
                    .map(session -> refreshToken(started("ann", session)))
                    .toList();
            Sessions dying = identity.sessions(identity.journalFor(1));

            assertThatThrownBy(() -> dying.endAll("ann", SessionEnd.ACCOUNT_CHANGED))
                    .hasMessage("nothing more is written down");

            assertThat(identity.written().stream().filter(SessionEnded.class::isInstance))
                    .hasSize(1);
            tokens.forEach(SessionsTest.this::assertRefused);
        }

        @Test
        void allButTheOneThatChangesTheAccount() {
            started("ann", "s1");
            started("ann", "s2");

            sessions.endOthers("ann", "s2", 7, SessionEnd.ACCOUNT_CHANGED);

            assertThat(sessions.of("ann")).singleElement().satisfies(left -> {
                assertThat(left.id()).isEqualTo("s2");
                assertThat(left.epoch()).isEqualTo(7);
            });
        }

        @Test
        void allOfOneWhoNamesTheSessionOfAnother() {
            started("ann", "s1");
            started("ben", "s2");

            sessions.endOthers("ann", "s2", 7, SessionEnd.ACCOUNT_CHANGED);

            assertThat(sessions.of("ann")).isEmpty();
            assertThat(sessions.of("ben")).singleElement().satisfies(left -> assertThat(left.epoch())
                    .isZero());
        }

        @Test
        void andAreForgottenWithTheNextOneOnceTheirTimeIsOver() {
            started("ann", "s1");
            identity.clock().forward(Duration.ofHours(12).minusSeconds(1));
            started("ann", "s2");
            assertThat(new SessionStore(identity.vault()).of("ann")).hasSize(2);
            identity.clock().forward(Duration.ofSeconds(1));
            started("ann", "s3");

            assertThat(new SessionStore(identity.vault()).of("ann"))
                    .extracting(Session::id)
                    .containsExactly("s2", "s3");
        }
    }

    /** Sessions of people with a password stand or fall with their account. */
    @Nested
    class Stand {

        private boolean holds = true;
        private final Sessions standing = identity.sessions(new Standing() {
            @Override
            public Set<LoginWay> ways() {
                return Set.of(LoginWay.PASSWORD);
            }

            @Override
            public boolean holds(String actor, long epoch) {
                return holds && epoch == 3;
            }

            @Override
            public Optional<String> missing(String actor) {
                return Optional.of("change-password");
            }
        });

        @Test
        void whileTheirAccountDoes() {
            Granted granted = standing.start(agent("ann", "s1"), LoginWay.PASSWORD, 3);

            assertThat(standing.refresh(refreshToken(granted)).sessionId()).isEqualTo("s1");
        }

        @Test
        void neverIfItFellBeforeTheyBegan() {
            assertThatThrownBy(() -> standing.start(agent("ann", "s1"), LoginWay.PASSWORD, 2))
                    .isInstanceOf(ProblemException.class);
            assertThat(standing.of("ann")).isEmpty();
            assertThat(new SessionStore(identity.vault()).of("ann")).isEmpty();
            assertThat(identity.written()).isEmpty();
        }

        @Test
        void noLongerOnceItFell() {
            Granted granted = standing.start(agent("ann", "s1"), LoginWay.PASSWORD, 3);
            holds = false;

            assertThatThrownBy(() -> standing.refresh(refreshToken(granted))).isInstanceOf(ProblemException.class);
            assertThat(standing.of("ann")).isEmpty();
            assertThat(identity.written()).endsWith(new SessionEnded("s1", "ann", SessionEnd.ACCOUNT_CHANGED, NOW));
        }

        @Test
        void whateverItDoesIfTheyBeganInAnotherWay() {
            holds = false;

            assertThat(standing.start(agent("ann", "s1"), LoginWay.PHONE, 0).sessionId())
                    .isEqualTo("s1");
        }

        @Test
        void tellWhatTheirAccountLacksAgainAndAgain() {
            Granted granted = standing.start(newcomer("s1"), LoginWay.PASSWORD, 3);

            assertThat(standing.refresh(refreshToken(granted)).next()).isEqualTo("change-password");
        }

        @Test
        void tellNothingOfAnAccountIfTheyBeganInAnotherWay() {
            Granted granted = standing.start(newcomer("s1"), LoginWay.PHONE, 0);

            assertThat(standing.refresh(refreshToken(granted)).next()).isEqualTo(Granted.LOG_IN);
        }

        @Test
        void forOneTokenToo() {
            assertThatThrownBy(() -> standing.once(agent("ann", "s1"), LoginWay.PASSWORD))
                    .isInstanceOf(ProblemException.class);
        }
    }

    private Granted started(String actor, String session) {
        return sessions.start(agent(actor, session), LoginWay.PASSWORD, 0);
    }

    private static Caller newcomer(String session) {
        return new Caller("ann", Role.NEWCOMER, null, null, Set.of(), session);
    }

    private static Caller agent(String actor, String session) {
        return new Caller(actor, Role.AGENT, null, null, Set.of(), session);
    }

    private static String refreshToken(Granted granted) {
        return requireNonNull(granted.refreshToken());
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> sessions.refresh(token))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.LOGIN_REFUSED));
    }

    private void assertUnknown(String actor, String session) {
        assertThatThrownBy(() -> sessions.end(actor, session, SessionEnd.LOGGED_OUT))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.SESSION_UNKNOWN));
    }
}
