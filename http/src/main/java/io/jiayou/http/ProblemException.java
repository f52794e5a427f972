package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request can't be answered; the problem and, where there is one, the field at fault go to the client. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final @Nullable String field;
    private final transient Detail detail;
    private final transient @Nullable Duration retryAfter;

    /**
     * @param field the path of the field or the name of the parameter at fault; none if it isn't about one
     * @param english which fact stood against the request, without personal data: a constant, see {@link Detail}
     */
    public ProblemException(Problem problem, @Nullable String field, String english, Object... values) {
        this(Detail.of(english, values), problem, field, null);
    }

    private ProblemException(Detail detail, Problem problem, @Nullable String field, @Nullable Duration retryAfter) {
        super(detail.toString(), null, false, false);
        this.detail = detail;
        this.problem = problem;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** With a detail that another made. */
    public static ProblemException of(Problem problem, @Nullable String field, Detail detail) {
        return new ProblemException(detail, problem, field, null);
    }

    /** @param retryAfter after how long the same request may come again */
    public static ProblemException of(Problem problem, @Nullable String field, Detail detail, Duration retryAfter) {
        return new ProblemException(detail, problem, field, retryAfter);
    }

    /** Which fact stood against the request. */
    public Detail detail() {
        return detail;
    }

    public Problem problem() {
        return problem;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public @Nullable String field() {
        return field;
    }
}
