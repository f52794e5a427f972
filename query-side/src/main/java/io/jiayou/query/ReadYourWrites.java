package io.jiayou.query;

import io.jiayou.http.ProblemException;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.ReadModelBehindException;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.rules.Problem;
import io.jiayou.values.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a query wait until the read models that it {@linkplain Reads reads} show what a command wrote, and says with each
 * answer up to which position they show everything.
 */
final class ReadYourWrites implements HandlerInterceptor {

    static final String PARAMETER = "version";
    private static final String NOTHING_YET = "-1";
    static final String HEADER = Reads.POSITION;

    /** How long a query waits, its read models together. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A node may be behind another's head, never as far: no command can have answered with such a version. */
    private static final long FARTHEST_AHEAD = 10_000;

    private final Catalogue models;
    private final Positions positions;
    private final History history;

    ReadYourWrites(Catalogue models, Positions positions, History history) {
        this.models = models;
        this.positions = positions;
        this.history = history;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        List<ReadModel<?>> read = ReadModelsRead.by(handler, models);
        if (!read.isEmpty() && !ChosenPast.isIn(request)) {
            String version = request.getParameter(PARAMETER);
            if (version != null) {
                await(read, position(version));
            }
            long slowest = read.stream().mapToLong(positions::of).min().orElseThrow();
            response.setHeader(HEADER, Long.toString(slowest));
        }
        return true;
    }

    private void await(List<ReadModel<?>> read, long version) throws InterruptedException {
        if (version - FARTHEST_AHEAD > history.recentHead()) {
            throw new ProblemException(Problem.INVALID_FIELD, PARAMETER, "there is no such version yet");
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (ReadModel<?> model : read) {
            if (!positions.await(model, version, Duration.ofNanos(deadline - System.nanoTime()))) {
                throw new ReadModelBehindException(model.name(), version, positions.of(model));
            }
        }
    }

    static long position(String version) {
        if (version.equals(NOTHING_YET)) {
            return Position.BEFORE_FIRST;
        }
        return Position.read(version)
                .orElseThrow(() -> new ProblemException(
                        Problem.INVALID_FIELD, PARAMETER, "version must be the version of a command's answer"));
    }
}
