package io.jiayou.imports;

import io.jiayou.http.ProblemDetails;
import io.jiayou.http.ProblemException;
import io.jiayou.http.ReadersLanguage;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What stops an import as problem details: with file, line and reason, or with the report of a strict import. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ImportProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ImportProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(BrokenFile file) {
        return answer(details(file));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(StrictRefusal refusal) {
        ProblemDetail details = ProblemDetails.of(
                Problem.IMPORT_REFUSED, null, Detail.of("nothing was imported: strict imports bear no faults"));
        details.setProperty("report", refusal.report());
        return answer(details);
    }

    /** The same for an import whose answer has begun. */
    static ProblemDetail details(RuntimeException failure) {
        if (failure instanceof BrokenFile file) {
            return details(file);
        }
        if (failure instanceof ProblemException known) {
            return ProblemDetails.of(known.problem(), known.field(), known.detail());
        }
        LOG.error("An import failed unexpectedly", failure);
        return ProblemDetails.of(Problem.INTERNAL, null, null);
    }

    private static ProblemDetail details(BrokenFile file) {
        ProblemDetail details = ProblemDetails.of(
                Problem.MALFORMED_BODY,
                file.file(),
                Detail.of("{0}, line {1}: {2}", file.file(), Long.toString(file.line()), file.reason()));
        details.setProperty("file", file.file());
        details.setProperty("line", file.line());
        details.setProperty("reason", file.reason().in(ReadersLanguage.current()));
        return details;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail details) {
        return ResponseEntity.status(details.getStatus()).body(details);
    }
}
