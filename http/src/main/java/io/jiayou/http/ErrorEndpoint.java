package io.jiayou.http;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside Spring MVC, in a filter or in the server itself. */
@Hidden
@RestController
final class ErrorEndpoint implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorEndpoint.class);

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
        ProblemDetail details = details(request);
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri) {
            RequestPath.of(uri).ifPresent(details::setInstance);
        }
        return ResponseEntity.status(details.getStatus()).body(details);
    }

    private static ProblemDetail details(HttpServletRequest request) {
        Object exception = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (exception instanceof ProblemException known) {
            return ProblemDetails.of(known.problem(), known.field(), known.detail());
        }
        if (exception instanceof InvalidParameterException) {
            return ProblemDetails.of(Problem.MALFORMED_REQUEST, null, Detail.of("the parameters can't be decoded"));
        }
        if (exception instanceof Throwable failure && ClientFault.isOne(failure)) {
            LOG.debug("A client broke a request off, or sent no more of it", failure);
            return ProblemDetails.of(Problem.MALFORMED_BODY, null, Detail.of("the body can't be read to its end"));
        }
        if (exception instanceof Throwable unexpected) {
            LOG.error("A request failed outside its endpoint", unexpected);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ProblemDetails.of(ProblemDetails.of(status), null, null)
                // somebody asked for this address itself
                : ProblemDetails.of(Problem.NOT_FOUND, null, null);
    }
}
