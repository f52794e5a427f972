package io.jiayou.http;

import io.jiayou.rules.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Which pages of other origins may call the API from a browser ({@code jiayou.http.cors-origins}): none, unless they are
 * named one by one. Tokens travel in a header, so cookies are never asked for.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 8)
final class OtherOrigins extends CorsFilter {

    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** @throws IllegalArgumentException for an origin that isn't one, and for {@code *}, which is all of them */
    OtherOrigins(List<String> origins, ProblemWriter problems) {
        super(source(origins, METHODS));
        setCorsProcessor(new Refusing(problems));
    }

    /** Answers a refusal as any other, where the request is known. */
    static final class Refusing extends DefaultCorsProcessor {

        private final ProblemWriter problems;

        Refusing(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration named, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            boolean allowed = super.processRequest(named, request, response);
            if (!allowed) {
                problems.write(
                        request,
                        response,
                        new ProblemException(Problem.FORBIDDEN, null, "pages of this origin may not ask for this"));
            }
            return allowed;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            // answered above
        }
    }

    static UrlBasedCorsConfigurationSource source(Collection<String> origins, List<String> methods) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!origins.isEmpty()) {
            CorsConfiguration named = new CorsConfiguration();
            origins.forEach(origin -> named.addAllowedOrigin(named(origin)));
            named.setAllowedMethods(methods);
            named.setAllowedHeaders(List.of(
                    HttpHeaders.AUTHORIZATION,
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.ACCEPT_LANGUAGE,
                    HttpHeaders.IF_NONE_MATCH,
                    // of who goes on with a stream
                    "Last-Event-ID",
                    CorrelationFilter.HEADER,
                    "X-Channel"));
            named.setExposedHeaders(List.of(
                    CorrelationFilter.HEADER,
                    "Jiayou-Position",
                    "Jiayou-Stopped-At",
                    "Jiayou-Incomplete",
                    HttpHeaders.ETAG,
                    HttpHeaders.LOCATION,
                    HttpHeaders.RETRY_AFTER,
                    "RateLimit",
                    "RateLimit-Policy"));
            named.setMaxAge(REMEMBERED);
            source.registerCorsConfiguration("/**", named);
        }
        return source;
    }

    /** As browsers write it. */
    static String named(String origin) {
        if (!origin.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new IllegalArgumentException(
                    "jiayou.http.cors-origins names origins, https://console.example, not " + origin);
        }
        return origin.toLowerCase(Locale.ROOT);
    }
}
