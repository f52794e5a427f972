package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.NotAllowed;
import io.jiayou.rules.Problem;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what about a request's body can't be read, without repeating what stood in it. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail details(HttpMessageNotReadableException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return ProblemDetails.of(problem.problem(), problem.field(), problem.detail());
            }
            if (cause instanceof JacksonException known) {
                return details(known);
            }
        }
        return ProblemDetails.of(Problem.MALFORMED_BODY, null, Detail.of("the body is missing"));
    }

    private static ProblemDetail details(JacksonException exception) {
        boolean aboutValue = !(exception instanceof StreamReadException) || exception instanceof InputCoercionException;
        return aboutValue && !exception.getPath().isEmpty()
                ? ProblemDetails.of(Problem.INVALID_FIELD, path(exception), reason(exception, path(exception)))
                : ProblemDetails.of(
                        Problem.MALFORMED_BODY, null, Detail.of("the body is no JSON object that can be read"));
    }

    /** Values refuse bad input by NotAllowed, whose texts are ours and safe to show. */
    private static Detail reason(JacksonException exception, String field) {
        if (exception instanceof UnrecognizedPropertyException) {
            return Detail.of("there is no such field here");
        }
        if (exception.getCause() instanceof NotAllowed refused) {
            return refused.detail();
        }
        if (exception instanceof InputCoercionException) {
            return Detail.of("a number of this size isn't taken");
        }
        return Expected.of(
                field, exception instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null);
    }

    private static String path(JacksonException exception) {
        return exception.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
