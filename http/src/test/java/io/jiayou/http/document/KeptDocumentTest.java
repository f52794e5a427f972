package io.jiayou.http.document;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeptDocumentTest {

    private static final String PATH = "/v3/api-docs";

    private final KeptDocument kept = new KeptDocument();
    private final AtomicInteger made = new AtomicInteger();
    private String method = "GET";
    private int status = 200;
    private String type = "application/json";

    private MockHttpServletResponse get(String path, @Nullable String query, @Nullable String tag)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setQueryString(query);
        if (tag != null) {
            request.addHeader(HttpHeaders.IF_NONE_MATCH, tag);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        kept.doFilter(request, response, (asked, answer) -> {
            made.incrementAndGet();
            ((HttpServletResponse) answer).setStatus(status);
            answer.setContentType(type);
            answer.getOutputStream().write(path.getBytes(StandardCharsets.UTF_8));
        });
        return response;
    }

    @Test
    void isMadeOnceInEachOfItsForms() throws ServletException, IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(get(PATH, null, null).getContentAsString()).isEqualTo(PATH);
            assertThat(get(PATH + ".yaml", null, null).getContentAsString()).isEqualTo(PATH + ".yaml");
        }
        assertThat(made).hasValue(2);
    }

    @Test
    void isNotSentAgainToWhoHasIt() throws ServletException, IOException {
        MockHttpServletResponse first = get(PATH, null, null);
        MockHttpServletResponse again = get(PATH, null, first.getHeader(HttpHeaders.ETAG));

        assertThat(first.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-cache");
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(get(PATH, null, "\"another\"").getContentAsString()).isEqualTo(PATH);
    }

    @Test
    void isNotWhatWasRefusedOrAskedOtherwise() throws ServletException, IOException {
        status = 400;
        assertThat(get(PATH, null, null).getStatus()).isEqualTo(400);
        status = 200;
        assertThat(get(PATH + "/swagger-config", null, null).getContentAsString())
                .endsWith("config");
        assertThat(get(PATH, null, null).getContentAsString()).isEqualTo(PATH);
        assertThat(made).hasValue(3);
    }

    /** Whoever comes first asks for what they like, and others don't get it. */
    @Test
    void hasItsOwnTypeWhateverTheFirstWanted() throws ServletException, IOException {
        type = "application/json;charset=utf-16";

        assertThat(get(PATH, null, null).getContentType()).isEqualTo("application/json");
        assertThat(get(PATH, null, null).getContentType()).isEqualTo("application/json");
    }

    @Test
    void isNotMadeAnewForWhoAsksForItsHeadersAlone() throws ServletException, IOException {
        String tag = get(PATH, null, null).getHeader(HttpHeaders.ETAG);
        method = "HEAD";

        assertThat(get(PATH, null, null).getHeader(HttpHeaders.ETAG)).isEqualTo(tag);
        assertThat(made).hasValue(1);
    }

    @Test
    void isTheSameWithAQuery() throws ServletException, IOException {
        get(PATH, null, null);

        assertThat(get(PATH, "x=1", null).getContentAsString()).isEqualTo(PATH);
        assertThat(made).hasValue(1);
    }
}
