package io.jiayou.query;

import io.jiayou.readmodel.documents.PastRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The past that a request chose: it is known to the request's own thread alone. */
final class ChosenPast {

    private static final String ATTRIBUTE = ChosenPast.class.getName();

    private ChosenPast() {}

    static void put(HttpServletRequest request, PastRecord past) {
        request.setAttribute(ATTRIBUTE, past);
    }

    static boolean isIn(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** Of the request that this thread answers; none elsewhere. */
    static Optional<PastRecord> here() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> (PastRecord) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }
}
