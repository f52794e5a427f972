package io.jiayou.identity.terminallogin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import io.jiayou.access.Caller;
import io.jiayou.values.Limit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalAssertionTest {

    /** Long enough for HS512 too. */
    private static final byte[] KEY = new byte[64];

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void saysWhoWantsWhichRole() {
        String text = TerminalAssertion.signed(KEY, "attendant", null, "s1", NOW);

        assertThat(verified(text, NOW)).hasValueSatisfying(said -> {
            assertThat(said.role()).isEqualTo("attendant");
            assertThat(said.driverId()).isNull();
            assertThat(said.stationId()).isEqualTo("s1");
            assertThat(said.expiresAt()).isEqualTo(NOW.plusSeconds(60));
        });
        assertThat(verified(TerminalAssertion.signed(KEY, "driver", "d1", null, NOW), NOW))
                .hasValueSatisfying(said -> assertThat(said.driverId()).isEqualTo("d1"));
    }

    @Test
    void saysUnderWhichAccountOfTheOperatingSystem() {
        String text = TerminalAssertion.signedBy("root", KEY, "auditor", null, null, NOW);

        assertThat(verified(text, NOW)).hasValueSatisfying(said -> assertThat(Caller.atTerminal(said.account()))
                .isEqualTo("terminal.root"));
        assertThat(verified(TerminalAssertion.signed(KEY, "auditor", null, null, NOW), NOW))
                .hasValueSatisfying(
                        said -> assertThat(Caller.atTerminal(said.account())).isEqualTo("terminal"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"root", "CORP\\王小明", "a b", "-", "0123456789012345678901234567890123456789012345678901234567890"
            })
    void anyAccountsNameIsAnActors(String account) {
        String actor = Caller.atTerminal(account);

        assertThat(Limit.ACTOR.allows(actor)).as(actor).isTrue();
        assertThat(Caller.isAtTerminal(actor)).isTrue();
        assertThat(Caller.isAtTerminal("terminals")).isFalse();
    }

    @Test
    void isAnotherEachTime() {
        String first = TerminalAssertion.signed(KEY, "agent", null, null, NOW);
        String second = TerminalAssertion.signed(KEY, "agent", null, null, NOW);

        assertThat(verified(first, NOW).orElseThrow().id())
                .isNotEqualTo(verified(second, NOW).orElseThrow().id());
    }

    @Test
    void isGoodForAMinute() {
        String text = TerminalAssertion.signed(KEY, "agent", null, null, NOW);

        assertThat(verified(text, NOW.plusSeconds(59))).isPresent();
        assertThat(verified(text, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void ofAClockThatIsAheadIsNotGood() {
        String text = TerminalAssertion.signed(KEY, "agent", null, null, NOW);

        assertThat(verified(text, NOW.minusSeconds(1))).isEmpty();
    }

    @Test
    void signedWithAnotherKeyIsNotGood() {
        byte[] other = KEY.clone();
        other[0] = 1;

        assertThat(verified(TerminalAssertion.signed(other, "agent", null, null, NOW), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void thatIsNoneIsNotGood(String text) {
        assertThat(verified(text, NOW)).isEmpty();
    }

    @Nested
    class SignedWithOurKey {

        @Test
        void isGoodWithAllThatItNeeds() throws JOSEException {
            assertThat(verified(signed(header(JWSAlgorithm.HS256, "terminal+jwt"), claims()), NOW))
                    .isPresent();
        }

        @Test
        void isNotGoodByAnotherAlgorithm() throws JOSEException {
            assertThat(verified(signed(header(JWSAlgorithm.HS512, "terminal+jwt"), claims()), NOW))
                    .isEmpty();
        }

        @Test
        void isNotGoodAsATokenOfAnotherType() throws JOSEException {
            assertThat(verified(signed(header(JWSAlgorithm.HS256, "at+jwt"), claims()), NOW))
                    .isEmpty();
            assertThat(verified(signed(header(JWSAlgorithm.HS256, null), claims()), NOW))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"aud", "exp", "jti", "role"})
        void isNotGoodWithoutAMember(String missing) throws JOSEException {
            Map<String, Object> claims = claims();
            claims.remove(missing);

            assertThat(verified(signed(header(JWSAlgorithm.HS256, "terminal+jwt"), claims), NOW))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"exp", "jti", "role"})
        void isNotGoodWithAMemberOfAnotherForm(String member) throws JOSEException {
            Map<String, Object> claims = claims();
            claims.put(member, Map.of());

            assertThat(verified(signed(header(JWSAlgorithm.HS256, "terminal+jwt"), claims), NOW))
                    .isEmpty();
        }

        @Test
        void isNotGoodForAnotherAudience() throws JOSEException {
            Map<String, Object> claims = claims();
            claims.put("aud", "jiayou");

            assertThat(verified(signed(header(JWSAlgorithm.HS256, "terminal+jwt"), claims), NOW))
                    .isEmpty();
        }

        private static Map<String, Object> claims() {
            return new HashMap<>(Map.of(
                    "aud",
                    "jiayou-terminal",
                    "exp",
                    NOW.plusSeconds(30).getEpochSecond(),
                    "jti",
                    "1",
                    "role",
                    "agent"));
        }

        private static JWSHeader header(JWSAlgorithm algorithm, @Nullable String type) {
            JWSHeader.Builder header = new JWSHeader.Builder(algorithm);
            return type == null
                    ? header.build()
                    : header.type(new JOSEObjectType(type)).build();
        }

        private static String signed(JWSHeader header, Map<String, Object> claims) throws JOSEException {
            JWSObject statement = new JWSObject(header, new Payload(claims));
            statement.sign(new MACSigner(KEY));
            return statement.serialize();
        }
    }

    private static Optional<TerminalAssertion> verified(String text, Instant now) {
        return TerminalAssertion.verified(text, KEY, now);
    }
}
