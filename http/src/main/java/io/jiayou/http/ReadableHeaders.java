package io.jiayou.http;

import io.jiayou.rules.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses media types and origins that nobody can read, before they become a failure of the server or an answer without a word. Forms
 * are refused as well: no endpoint takes one, and the server would read their fields as if they stood in the query.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class ReadableHeaders extends OncePerRequestFilter {

    private final ProblemWriter problems;

    ReadableHeaders(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ProblemException> problem = problem(request);
        if (problem.isPresent()) {
            problems.write(request, response, problem.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<ProblemException> problem(HttpServletRequest request) {
        try {
            MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
        } catch (InvalidMediaTypeException e) {
            return Optional.of(new ProblemException(
                    Problem.MALFORMED_REQUEST, HttpHeaders.ACCEPT, "this header names no media types"));
        }
        try {
            CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    new ProblemException(Problem.MALFORMED_REQUEST, HttpHeaders.ORIGIN, "this header names no origin"));
        }
        return isReadable(request.getContentType())
                ? Optional.empty()
                : Optional.of(new ProblemException(
                        Problem.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE, "no body of this type is read"));
    }

    private static boolean isReadable(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            boolean one = !type.isWildcardType() && !type.isWildcardSubtype();
            boolean boundless = type.getType().equals("multipart") && type.getParameter("boundary") == null;
            // reads the name of the character set too
            type.getCharset();
            return one && !boundless && !type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
