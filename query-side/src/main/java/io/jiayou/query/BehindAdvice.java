package io.jiayou.query;

import io.jiayou.http.ProblemDetails;
import io.jiayou.readmodel.ReadModelBehindException;
import io.jiayou.rules.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Asks a client to come back when a read model is behind. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BehindAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> behind(ReadModelBehindException behind) {
        return ResponseEntity.status(Problem.READ_MODEL_BEHIND.status())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(ProblemDetails.of(Problem.READ_MODEL_BEHIND, null, behind.detail()));
    }
}
