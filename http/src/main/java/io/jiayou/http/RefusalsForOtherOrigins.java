package io.jiayou.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets pages of the origins that are named read what filters answer, too: that they come too often, or by a method that
 * there isn't. So it stands before all that refuse, and answers itself what a browser asks beforehand: a page whose rate is
 * used up could else not read that. What comes from elsewhere is left to {@link OtherOrigins}, behind them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class RefusalsForOtherOrigins extends CorsFilter {

    private final Set<String> origins;

    RefusalsForOtherOrigins(Set<String> origins, ProblemWriter problems) {
        this(
                origins,
                OtherOrigins.source(origins, OtherOrigins.METHODS),
                OtherOrigins.source(origins, List.of(CorsConfiguration.ALL)));
        setCorsProcessor(new OtherOrigins.Refusing(problems));
    }

    private RefusalsForOtherOrigins(Set<String> origins, CorsConfigurationSource asked, CorsConfigurationSource sent) {
        super(request -> (CorsUtils.isPreFlightRequest(request) ? asked : sent).getCorsConfiguration(request));
        this.origins = origins.stream().map(OtherOrigins::named).collect(Collectors.toSet());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || !origins.contains(origin.toLowerCase(Locale.ROOT));
    }
}
