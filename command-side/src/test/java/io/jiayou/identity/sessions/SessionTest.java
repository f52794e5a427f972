package io.jiayou.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    @Test
    void ofADriverLastsThirtyDays() {
        assertThat(Session.life(Role.DRIVER)).isEqualTo(Duration.ofDays(30));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "DRIVER")
    void ofAnybodyElseLastsTwelveHours(Role role) {
        assertThat(Session.life(role)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void goesOnByTokensOfOneFamily() {
        RefreshToken first = RefreshToken.first("s1");
        RefreshToken next = first.next();

        assertThat(next.sessionId()).isEqualTo("s1");
        assertThat(next.family()).isEqualTo(first.family()).isNotEqualTo(first.own());
        assertThat(next.own()).isNotEqualTo(first.own()).isNotEmpty();
        assertThat(RefreshToken.first("s1").family()).isNotEqualTo(first.family());
    }

    @Test
    void readsTheTokenThatAClientGivesBack() {
        RefreshToken token = RefreshToken.first("s1");

        assertThat(RefreshToken.parse(token.text())).isEqualTo(Optional.of(token));
        assertThat(token.text()).isNotEqualTo(token.next().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s1", "s1.family", "s1.family.own.more"})
    void readsNothingElse(String text) {
        assertThat(RefreshToken.parse(text)).isEmpty();
    }

    @Test
    void keepsItsTokensOutOfLogs() {
        RefreshToken token = RefreshToken.first("s1");

        assertThat(token).hasToString("refresh token of s1");
    }
}
