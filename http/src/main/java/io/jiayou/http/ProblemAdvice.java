package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import io.jiayou.rules.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns whatever goes wrong into problem details; nobody ever sees a stack trace. What fails after a part of the answer was sent
 * goes on to the server, which closes the connection: otherwise the part would look like the whole.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RuleViolation violation, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw violation;
        }
        return answer(ProblemDetails.of(violation.rule(), violation.detail()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(ProblemException exception, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw exception;
        }
        ResponseEntity<ProblemDetail> answer =
                answer(ProblemDetails.of(exception.problem(), exception.field(), exception.detail()));
        HttpHeaders headers = new HttpHeaders();
        Duration again = exception.retryAfter();
        if (again != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(again)));
        }
        if (answer.getStatusCode().value() == HttpStatus.UNAUTHORIZED.value()) {
            // RFC 9110, 15.5.2
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(headers)
                .body(answer.getBody());
    }

    /** Rounded up: whoever came back a moment too early would be refused again. */
    private static long wholeSeconds(Duration time) {
        return time.plusSeconds(1).minusNanos(1).toSeconds();
    }

    /** The query, or what stands in its place, isn't encoded as it should be. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException exception) {
        return answer(ProblemDetails.of(Problem.MALFORMED_REQUEST, null, Detail.of("the parameters can't be decoded")));
    }

    /** Somebody read a header that {@link ReadableHeaders} let through, since nobody was expected to. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(RequestRejectedException exception) {
        LOG.debug("A request was refused while it was read", exception);
        return answer(ProblemDetails.of(Problem.MALFORMED_REQUEST, null, null));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MultipartException exception) {
        return answer(ProblemDetails.of(
                Problem.MALFORMED_BODY, null, Detail.of("the body isn't the form that it says to be")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception exception, HttpServletResponse response) throws Exception {
        if (ClientFault.isOne(exception)) {
            LOG.debug("A client broke a request off", exception);
            return answer(
                    ProblemDetails.of(Problem.MALFORMED_BODY, null, Detail.of("the body can't be read to its end")));
        }
        if (response.isCommitted()) {
            throw exception;
        }
        LOG.error("A request failed unexpectedly", exception);
        return answer(ProblemDetails.of(Problem.INTERNAL, null, null));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(exception, UnreadableBody.details(exception), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(exception, InvalidFields.details(exception.getBindingResult()), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(exception, InvalidFields.details(exception.getParameterValidationResults()), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name = exception.getParameterName();
        return answer(
                exception,
                ProblemDetails.of(Problem.MISSING_FIELD, name, Detail.of("{0} must be given", name)),
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = String.valueOf(
                exception instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : exception.getPropertyName());
        return answer(
                exception,
                ProblemDetails.of(Problem.INVALID_FIELD, name, Expected.of(name, exception.getRequiredType())),
                headers,
                request);
    }

    /** The rest of Spring's own exceptions: their status says which problem it is. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(exception, ProblemDetails.of(ProblemDetails.of(status.value()), null, null), headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception exception, ProblemDetail details, HttpHeaders headers, WebRequest request) {
        if (request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted()) {
            LOG.debug("A request was answered already", exception);
            return null;
        }
        if (details.getStatus() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        if (details.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error("A request failed unexpectedly", exception);
        }
        return super.handleExceptionInternal(
                exception, details, headers, HttpStatusCode.valueOf(details.getStatus()), request);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail details) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(details.getStatus());
        if (details.getStatus() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(details);
    }
}
