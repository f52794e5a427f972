package io.jiayou.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells browsers: believe its type, show it in no frame, tell nobody where you were, load nothing. The
 * page of the API's document may load its own scripts and images. Over TLS also: never ask without TLS again.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class AnswerHeaders extends OncePerRequestFilter {

    static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

    static final String POLICY = "Content-Security-Policy";
    static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI writes styles into its elements; scripts come from its files alone. */
    private static final String OF_THE_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ALWAYS.forEach(response::setHeader);
        String path = request.getServletPath();
        response.setHeader(POLICY, path.startsWith("/swagger-ui/") ? OF_THE_PAGE : OF_DATA);
        if (path.startsWith("/api/")) {
            // what may be kept says so itself, or is given a tag later
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
        chain.doFilter(request, response);
    }
}
