package io.jiayou.http;

import io.jiayou.ids.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a correlation id: the client's {@value #HEADER} if it is a sane one, else a new one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class CorrelationFilter extends OncePerRequestFilter {

    public static final String HEADER = "X-Correlation-Id";

    /** The id's key in log lines, and of the request's attribute. */
    public static final String MDC_KEY = "correlationId";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = give(request, response);
        try (MDC.MDCCloseable ignored = MDC.putCloseable(MDC_KEY, id)) {
            chain.doFilter(request, response);
        }
    }

    /** Answering an error is a part of the same request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** The id of a request, which it keeps and its answer carries; also of one that is refused before it comes to this filter. */
    static String give(HttpServletRequest request, HttpServletResponse response) {
        String id = idOf(request);
        request.setAttribute(MDC_KEY, id);
        response.setHeader(HEADER, id);
        return id;
    }

    private static String idOf(HttpServletRequest request) {
        if (request.getAttribute(MDC_KEY) instanceof String known) {
            return known;
        }
        String given = request.getHeader(HEADER);
        return given != null && SANE.matcher(given).matches() ? given : Ids.timeOrdered();
    }
}
