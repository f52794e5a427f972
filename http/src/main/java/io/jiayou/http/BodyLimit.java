package io.jiayou.http;

import io.jiayou.rules.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses bodies above a limit with 413, whether their length was announced or not. Imports have a limit of their own. */
public final class BodyLimit extends OncePerRequestFilter {

    private final long limit;
    private final long importLimit;
    private final JsonMapper json;

    /**
     * @param limit bytes of an ordinary body
     * @param importLimit bytes of a file for {@code /api/imports/}
     */
    public BodyLimit(long limit, long importLimit, JsonMapper json) {
        this.limit = limit;
        this.importLimit = importLimit;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long allowed = request.getRequestURI().startsWith("/api/imports/") ? importLimit : limit;
        if (request.getContentLengthLong() > allowed) {
            refuse(response, allowed);
            return;
        }
        chain.doFilter(new Limited(request, allowed), response);
    }

    private void refuse(HttpServletResponse response, long allowed) throws IOException {
        ProblemDetail details = tooLarge(allowed);
        response.setStatus(details.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), details);
    }

    private static ProblemDetail tooLarge(long allowed) {
        return ProblemDetails.of(Problem.BODY_TOO_LARGE, null, "at most " + allowed + " bytes");
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long allowed;

        private Limited(HttpServletRequest request, long allowed) {
            super(request);
            this.allowed = allowed;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream(), allowed);
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        private Counting(ServletInputStream body, long allowed) {
            this.body = body;
            this.left = allowed;
        }

        @Override
        public int read() throws IOException {
            int value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ProblemException(Problem.BODY_TOO_LARGE, null, "the body is too large");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
