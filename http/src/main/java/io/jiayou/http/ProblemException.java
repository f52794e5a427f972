package io.jiayou.http;

import io.jiayou.rules.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request can't be answered; the problem and, where there is one, the field at fault go to the client. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final @Nullable String field;
    private final transient @Nullable Duration retryAfter;

    /**
     * @param field the path of the field or the name of the parameter at fault; none if it isn't about one
     * @param detail for developers, without personal data
     */
    public ProblemException(Problem problem, @Nullable String field, String detail) {
        this(problem, field, detail, null);
    }

    /** @param retryAfter after how long the same request may come again; none if nobody can say */
    public ProblemException(Problem problem, @Nullable String field, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.problem = problem;
        this.field = field;
        this.retryAfter = retryAfter;
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
