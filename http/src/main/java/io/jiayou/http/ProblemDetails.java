package io.jiayou.http;

import io.jiayou.rules.Problem;
import io.jiayou.rules.ProblemTitles;
import io.jiayou.rules.Rule;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ProblemDetail;

/**
 * Problem details of RFC 9457: {@code type} is {@code urn:jiayou:problem:<code>}, {@code title} is in the reader's
 * language, and {@code code}, {@code correlationId} and, where there is one, {@code field} come with it.
 */
public final class ProblemDetails {

    private ProblemDetails() {}

    public static ProblemDetail of(Rule rule, @Nullable String detail) {
        return of(rule.code(), rule.kind() == Rule.Kind.UNKNOWN ? 404 : 409, detail);
    }

    public static ProblemDetail of(Problem problem, @Nullable String field, @Nullable String detail) {
        ProblemDetail details = of(problem.code(), problem.status(), detail);
        if (field != null) {
            details.setProperty("field", field);
        }
        return details;
    }

    private static ProblemDetail of(String code, int status, @Nullable String detail) {
        ProblemDetail details = ProblemDetail.forStatus(status);
        details.setType(URI.create("urn:jiayou:problem:" + code));
        details.setTitle(ProblemTitles.title(code, LocaleContextHolder.getLocale()));
        details.setDetail(detail);
        details.setProperty("code", code);
        String correlationId = MDC.get(CorrelationFilter.MDC_KEY);
        if (correlationId != null) {
            details.setProperty("correlationId", correlationId);
        }
        return details;
    }
}
