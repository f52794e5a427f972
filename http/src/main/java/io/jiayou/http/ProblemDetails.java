package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import io.jiayou.rules.ProblemTitles;
import io.jiayou.rules.Rule;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;

/**
 * Problem details of RFC 9457: {@code type} is {@code urn:jiayou:problem:<code>}, {@code title} and {@code detail} are in the reader's
 * language, and {@code code}, {@code correlationId} and, where there is one,
 * {@code field} come with it.
 */
public final class ProblemDetails {

    private ProblemDetails() {}

    public static ProblemDetail of(Rule rule, Detail detail) {
        return of(rule.code(), rule.kind().status(), detail, ReadersLanguage.current());
    }

    public static ProblemDetail of(Problem problem, @Nullable String field, @Nullable Detail detail) {
        return of(problem, field, detail, ReadersLanguage.current());
    }

    static ProblemDetail of(Problem problem, @Nullable String field, @Nullable Detail detail, Locale reader) {
        ProblemDetail details = of(problem.code(), problem.status(), detail, reader);
        if (field != null) {
            details.setProperty("field", field);
        }
        return details;
    }

    /** The problem that a bare status stands for: nobody knew more about it. */
    static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 413 -> Problem.BODY_TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> Problem.TOO_MANY_ATTEMPTS;
            case 431 -> Problem.HEADERS_TOO_LARGE;
            case 501 -> Problem.MALFORMED_REQUEST;
            case 503 -> Problem.UNAVAILABLE;
            default -> status >= 400 && status < 500 ? Problem.MALFORMED_REQUEST : Problem.INTERNAL;
        };
    }

    private static ProblemDetail of(String code, int status, @Nullable Detail detail, Locale reader) {
        ProblemDetail details = ProblemDetail.forStatus(status);
        details.setType(URI.create("urn:jiayou:problem:" + code));
        details.setTitle(ProblemTitles.title(code, reader));
        details.setDetail(detail == null ? null : detail.in(reader));
        details.setProperty("code", code);
        String correlationId = MDC.get(CorrelationFilter.MDC_KEY);
        if (correlationId != null) {
            details.setProperty("correlationId", correlationId);
        }
        return details;
    }
}
