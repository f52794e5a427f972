package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;

/** Fields and parameters that validation refused, as one problem that names them all and says why. */
final class InvalidFields {

    /** A body may have thousands; {@code errors} has them all. */
    private static final int MOST = 10;

    /**
     * @param message in the reader's language
     * @param missing whether nothing was given
     */
    private record Invalid(String field, String message, boolean missing) {

        Detail told() {
            return Detail.of("{0}: {1}", field, message);
        }
    }

    private InvalidFields() {}

    static ProblemDetail details(Errors body) {
        return details(ofBody(body));
    }

    static ProblemDetail details(List<ParameterValidationResult> parameters) {
        return details(parameters.stream().flatMap(InvalidFields::ofParameter));
    }

    private static ProblemDetail details(Stream<Invalid> found) {
        List<Invalid> invalid =
                found.sorted(Comparator.comparing(Invalid::field)).toList();
        Invalid first = invalid.getFirst();
        Problem problem = first.missing ? Problem.MISSING_FIELD : Problem.INVALID_FIELD;
        ProblemDetail details = ProblemDetails.of(problem, first.field, told(invalid));
        details.setProperty(
                "errors",
                invalid.stream()
                        .map(it -> Map.of("field", it.field, "message", it.message))
                        .toList());
        return details;
    }

    private static Detail told(List<Invalid> invalid) {
        Detail first = invalid.stream()
                .limit(MOST)
                .map(Invalid::told)
                .reduce((before, next) -> Detail.of("{0}; {1}", before, next))
                .orElseThrow();
        return invalid.size() <= MOST ? first : Detail.of("{0}; and {1} more", first, invalid.size() - MOST);
    }

    private static Stream<Invalid> ofParameter(ParameterValidationResult parameter) {
        if (parameter instanceof ParameterErrors body) {
            return ofBody(body);
        }
        String name = Objects.requireNonNullElse(parameter.getMethodParameter().getParameterName(), "parameter");
        return parameter.getResolvableErrors().stream()
                .map(error -> new Invalid(name, message(error), parameter.getArgument() == null));
    }

    private static Stream<Invalid> ofBody(Errors body) {
        return body.getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? new Invalid(field.getField(), message(field), field.getRejectedValue() == null)
                        : new Invalid(error.getObjectName(), message(error), false));
    }

    private static String message(MessageSourceResolvable error) {
        @Nullable String message = error.getDefaultMessage();
        return message == null ? "" : message;
    }
}
