package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.rules.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;

class ProblemAdviceTest {

    @Test
    void saysWithEvery401HowToLogIn() {
        for (Problem problem : List.of(Problem.UNAUTHENTICATED, Problem.LOGIN_REFUSED)) {
            assertThat(headers(problem).getFirst(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
        }
        assertThat(headers(Problem.FORBIDDEN).getFirst(HttpHeaders.WWW_AUTHENTICATE))
                .isNull();
    }

    private static HttpHeaders headers(Problem problem) {
        ProblemException refusal = new ProblemException(problem, null, "this isn't yours");
        return new ProblemAdvice()
                .failed(refusal, new MockHttpServletResponse())
                .getHeaders();
    }
}
