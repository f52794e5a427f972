package io.jiayou.http;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.addresses.Peers;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Places;
import io.jiayou.rules.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above a limit with 413, whether their length was announced or not, and forms with parts with 415, before any
 * other filter reads them. Imports have a limit of their own, and are such forms.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
public final class BodyLimit extends OncePerRequestFilter {

    private static final String IMPORTS = "/api/imports/";

    private final long limit;
    private final long importLimit;
    private final long formLimit;
    private final Duration longest;
    private final Places places;
    private final ProblemWriter problems;

    /** @param importLimit bytes of a file for {@code /api/imports/} */
    public BodyLimit(Bounds bounds, long importLimit, ProblemWriter problems) {
        this.limit = bounds.get(Bound.BODY_SIZE);
        this.importLimit = importLimit;
        this.formLimit = bounds.get(Bound.FORM_SIZE);
        this.longest = bounds.time(Bound.BODY_TIME);
        int atOnce = Math.max(1, bounds.count(Bound.BODIES_AT_ONCE));
        this.places = new Places(atOnce, Math.max(1, atOnce / 4));
        this.problems = problems;
    }

    /** Whether a file is sent to be imported: the servlet path is decoded and has no {@code /../} any more. */
    static boolean isImport(HttpServletRequest request) {
        return request.getServletPath().startsWith(IMPORTS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean imports = isImport(request);
        boolean parts = Forms.hasParts(request.getContentType());
        long allowed = imports ? importLimit : parts && formLimit > 0 ? formLimit : limit;
        Optional<ProblemException> refusal = refusal(request, parts && !imports && formLimit == 0, allowed);
        if (refusal.isPresent()) {
            problems.write(request, response, refusal.get());
            return;
        }
        PlaceOfRequest place = new PlaceOfRequest(request);
        try {
            chain.doFilter(new LimitedRequest(request, allowed, longest, imports || formLimit > 0, place), response);
        } finally {
            place.giveBack();
        }
    }

    private static Optional<ProblemException> refusal(HttpServletRequest request, boolean strangeForm, long allowed) {
        if (strangeForm) {
            return Optional.of(new ProblemException(
                    Problem.UNSUPPORTED_MEDIA_TYPE, "Content-Type", "forms with parts are for imports"));
        }
        return request.getContentLengthLong() > allowed ? Optional.of(tooLarge(allowed)) : Optional.empty();
    }

    static ProblemException tooLarge(long allowed) {
        return new ProblemException(Problem.BODY_TOO_LARGE, null, "a body has at most {0} bytes here", allowed);
    }

    /** The place that a request has as long as its body is being read; one thread at a time works on a request. */
    private final class PlaceOfRequest implements LimitedBody.Place {

        private final String owner;
        private @Nullable String held;

        private PlaceOfRequest(HttpServletRequest request) {
            owner = AddressRange.customer(Peers.of(request)).toString();
        }

        @Override
        public void take() {
            if (!places.take(owner)) {
                throw new ProblemException(Problem.UNAVAILABLE, null, "too many bodies are being read at the moment");
            }
            held = owner;
        }

        @Override
        public void giveBack() {
            if (held != null) {
                places.giveBack(held);
                held = null;
            }
        }
    }
}
