package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.AccessTable;
import io.jiayou.http.ProblemWriter;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

class AccessProblemsTest {

    private final AccessProblems problems = new AccessProblems(
            new ProblemWriter(JsonMapper.builder().build(), new AcceptHeaderLocaleResolver()),
            new EndpointRights(AccessTable.shipped()));

    /** Whoever heard 401 would log out, although the token may be good. */
    @Test
    void askForPatienceUntilANodeKnowsWhichSessionsHaveEnded() throws IOException {
        MockHttpServletResponse answer = answered(new UnknownYet());

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("\"code\":\"unavailable\"");
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(answer.getHeader(HttpHeaders.WWW_AUTHENTICATE)).isNull();
    }

    @Test
    void tellABadTokenFromNone() throws IOException {
        MockHttpServletResponse bad = answered(new OAuth2AuthenticationException("invalid_token"));
        MockHttpServletResponse none = answered(new InsufficientAuthenticationException("none"));

        assertThat(bad.getStatus()).isEqualTo(401);
        assertThat(bad.getHeader(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(none.getStatus()).isEqualTo(401);
        assertThat(none.getHeader(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
    }

    @Test
    void tellWhatNobodyMayFromWhatIsNowhere() throws IOException {
        assertThat(denied("/api/accounts").getStatus()).isEqualTo(403);
        assertThat(denied("/nowhere").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse answered(AuthenticationException failure) throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        problems.commence(new MockHttpServletRequest("GET", "/api/orders"), answer, failure);
        return answer;
    }

    private MockHttpServletResponse denied(String path) throws IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        problems.handle(new MockHttpServletRequest("GET", path), answer, new AccessDeniedException("no"));
        return answer;
    }
}
