package io.jiayou.http.access;

import io.jiayou.http.ProblemException;
import io.jiayou.http.ProblemWriter;
import io.jiayou.rules.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What refusals look like: 401 for who isn't known, 403 for who may not (RFC 6750), each with a problem's details. */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;
    private final EndpointRights endpoints;

    AccessProblems(ProblemWriter problems, EndpointRights endpoints) {
        this.problems = problems;
        this.endpoints = endpoints;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof UnknownYet) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(
                    request,
                    response,
                    new ProblemException(Problem.UNAVAILABLE, null, "which sessions have ended isn't known here yet"));
            return;
        }
        boolean shown = failure instanceof OAuth2AuthenticationException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, shown ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(
                request,
                response,
                new ProblemException(
                        Problem.UNAUTHENTICATED, null, shown ? "this token isn't valid" : "a token is needed"));
    }

    /** An endpoint without a rule is one that doesn't exist: a test sees to it. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        ProblemException problem = endpoints.of(request).isPresent()
                ? new ProblemException(Problem.FORBIDDEN, null, "the role doesn't allow this")
                : new ProblemException(Problem.NOT_FOUND, null, "there is no such endpoint");
        problems.write(request, response, problem);
    }
}
