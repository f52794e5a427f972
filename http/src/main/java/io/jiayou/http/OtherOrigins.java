package io.jiayou.http;

import java.time.Duration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Which pages of other origins may call the API from a browser ({@code jiayou.http.cors-origins}): none, unless they are
 * named one by one. Tokens travel in a header, so cookies are never asked for.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class OtherOrigins extends CorsFilter {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    /** @throws IllegalArgumentException for an origin that isn't one, and for {@code *}, which is all of them */
    OtherOrigins(List<String> origins) {
        super(source(origins));
    }

    private static UrlBasedCorsConfigurationSource source(List<String> origins) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!origins.isEmpty()) {
            CorsConfiguration named = new CorsConfiguration();
            origins.forEach(origin -> named.addAllowedOrigin(named(origin)));
            named.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
            named.setAllowedHeaders(List.of(
                    HttpHeaders.AUTHORIZATION,
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.ACCEPT_LANGUAGE,
                    CorrelationFilter.HEADER,
                    "X-Channel"));
            named.setExposedHeaders(List.of(CorrelationFilter.HEADER, "Jiayou-Position", HttpHeaders.RETRY_AFTER));
            named.setMaxAge(REMEMBERED);
            source.registerCorsConfiguration("/**", named);
        }
        return source;
    }

    private static String named(String origin) {
        if (!origin.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new IllegalArgumentException(
                    "jiayou.http.cors-origins names origins, https://console.example, not " + origin);
        }
        return origin;
    }
}
