package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.AccessTable;
import io.jiayou.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class TokensThatMatterTest {

    private final TokensThatMatter tokens =
            new TokensThatMatter(new EndpointRights(AccessTable.shipped()), this::believe);

    private Authentication believe(Authentication shown) {
        return switch (((BearerTokenAuthenticationToken) shown).getToken()) {
            case "good" -> Tokens.of(Role.AUDITOR);
            case "early" -> throw new UnknownYet();
            default -> throw new InvalidBearerTokenException("expired");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/sessions/refresh",
        "POST, /api/sessions/staff",
        "GET, /api/stations",
        "HEAD, /api/stations/s1",
        "GET, /audit/log/checkpoint",
        "GET, /v3/api-docs"
    })
    void passOverWhatCannotBeBelievedWhereEverybodyMay(String method, String path) {
        assertThat(tokens.resolve(showing("Bearer expired", method, path))).isNull();
        assertThat(tokens.resolve(showing("Bearer not a token", method, path))).isNull();
        assertThat(tokens.resolve(showing("Bearer good", method, path))).isEqualTo("good");
        assertThat(tokens.resolve(new MockHttpServletRequest(method, path))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/orders",
        "GET, /api/sessions",
        "DELETE, /api/sessions/current",
        "GET, /audit/log/tile/entries/000",
        "GET, /nowhere"
    })
    void leaveThemToBeRefusedAnywhereElse(String method, String path) {
        assertThat(tokens.resolve(showing("Bearer expired", method, path))).isEqualTo("expired");
        assertThatThrownBy(() -> tokens.resolve(showing("Bearer not a token", method, path)))
                .isInstanceOf(OAuth2AuthenticationException.class);
    }

    /** A caller whom nobody took for one would be told that the own token is needed. */
    @Test
    void passOverNoneThatMayBeGood() {
        assertThat(tokens.resolve(showing("Bearer early", "GET", "/api/stations")))
                .isEqualTo("early");
    }

    private static MockHttpServletRequest showing(String authorization, String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Authorization", authorization);
        return request;
    }
}
