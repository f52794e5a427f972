package io.jiayou.imports;

import io.jiayou.command.Commands;
import io.jiayou.command.Origin;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.Right;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Places;
import io.jiayou.http.lasting.Held;
import io.jiayou.http.lasting.Lasting;
import io.jiayou.http.lasting.Rights;
import io.jiayou.imports.Answer.NobodyListens;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Carries an import out: sends what is read from a file, tells the progress meanwhile and reports in the end. */
@Component
public final class Importing {

    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);

    /** In metadata: in which role and through which channel imports send their commands. */
    private static final String IMPORT = "import";
    /** When whoever found the place taken may try again. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** Reads a file and sends what it says. */
    @FunctionalInterface
    public interface Sending {

        /**
         * @param flight starts what is to be sent
         * @param progress to be run between the lines
         * @throws BrokenFile where the rest of the file can't be read
         */
        void send(InFlight flight, Runnable progress) throws IOException;
    }

    private final Commands commands;
    private final JsonMapper json;
    private final Lasting lasting;
    private final Clock clock;
    private final long mostKept;
    /** Several at once would share the memory that one needs. */
    private final Places places = new Places(1, 1);

    public Importing(Commands commands, JsonMapper json, Lasting lasting, Clock clock, Bounds bounds) {
        this.commands = commands;
        this.json = json;
        this.lasting = lasting;
        this.clock = clock;
        this.mostKept = bounds.get(Bound.IMPORT_LINES);
    }

    /**
     * Begins an import before anything of it is read. There is one at a time.
     *
     * @throws ProblemException UNAVAILABLE if there is another, TOO_MANY_REQUESTS if the sender has too much open
     */
    public Reading begin(HttpServletRequest request) {
        Right right = Rights.of(request).lasting(clock.instant());
        Held held = lasting.begin(right, () -> {});
        if (places.take(IMPORT)) {
            return new Reading(held::requireRight, mostKept, () -> {
                places.giveBack(IMPORT);
                held.close();
            });
        }
        held.close();
        throw ProblemException.of(
                Problem.UNAVAILABLE, null, Detail.of("another import is going on at the moment"), AGAIN);
    }

    /**
     * Sends, and answers with progress, report and perhaps a problem. It stops between two lines when the sender's right ends.
     *
     * @param reading what has begun
     * @param tally counts what becomes of the lines, also of those that are refused already
     * @param total how many lines there are
     */
    public void carryOut(Reading reading, HttpServletResponse response, Tally tally, long total, Sending sending)
            throws IOException {
        Answer answer = new Answer(response, json);
        RuntimeException failure = null;
        try (InFlight flight = new InFlight(origin())) {
            sending.send(flight, () -> {
                reading.nextLine();
                answer.progress(tally.lines(), total);
            });
            flight.finish();
        } catch (NobodyListens gone) {
            LOG.info("Nobody listens to an import any more; it ends after {} of {} lines", tally.lines(), total);
            return;
        } catch (RuntimeException e) {
            failure = e;
        }
        if (failure != null && tally.lines() == 0 && !answer.isStarted()) {
            throw failure;
        }
        conclude(answer, tally, failure);
    }

    private void conclude(Answer answer, Tally tally, @Nullable RuntimeException failure) {
        try {
            answer.report(tally.report(version()));
            if (failure != null) {
                answer.problem(ImportProblems.details(failure));
            }
        } catch (NobodyListens gone) {
            LOG.info("Nobody listens to an import's report");
        }
    }

    /** The position of the newest event; -1 if the event store can't say. */
    public long version() {
        try {
            return commands.head();
        } catch (RuntimeException e) {
            LOG.warn("The event store can't say its newest position", e);
            return -1;
        }
    }

    private static Origin origin() {
        Origin sender = Origin.current();
        return new Origin(sender.actor(), IMPORT, IMPORT, sender.correlationId());
    }
}
