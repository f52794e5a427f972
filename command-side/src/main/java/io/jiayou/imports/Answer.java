package io.jiayou.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to an import, one JSON object per line: {@code progress} now and then, one {@code report}, and a {@code
 * problem} after it if the import couldn't be finished. As long as nothing is written, problems can still be answered
 * as such.
 */
final class Answer {

    static final String NDJSON = "application/x-ndjson";

    private static final long NANOS_BETWEEN_PROGRESS = TimeUnit.MILLISECONDS.toNanos(200);

    private final HttpServletResponse response;
    private final JsonMapper json;
    private long nextProgress = System.nanoTime() + NANOS_BETWEEN_PROGRESS;

    /** The client has gone; what was sent stays. */
    static final class NobodyListens extends RuntimeException {

        private static final long serialVersionUID = 1;

        private NobodyListens(IOException cause) {
            super(cause);
        }
    }

    record Progress(long done, long total) {}

    Answer(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    /**
     * Tells how far it is, unless that was told just before.
     *
     * @throws NobodyListens when the client has gone
     */
    void progress(long done, long total) {
        long now = System.nanoTime();
        if (now - nextProgress >= 0) {
            nextProgress = now + NANOS_BETWEEN_PROGRESS;
            write("progress", new Progress(done, total));
        }
    }

    void report(Report report) {
        write("progress", new Progress(report.lines(), report.lines()));
        write("report", report);
    }

    void problem(ProblemDetail problem) {
        write("problem", problem);
    }

    boolean isStarted() {
        return response.isCommitted();
    }

    private void write(String what, Object value) {
        try {
            if (!isStarted()) {
                response.setContentType(NDJSON);
                response.setCharacterEncoding("UTF-8");
            }
            OutputStream body = response.getOutputStream();
            body.write(json.writeValueAsBytes(Map.of(what, value)));
            body.write('\n');
            response.flushBuffer();
        } catch (IOException e) {
            throw new NobodyListens(e);
        }
    }
}
