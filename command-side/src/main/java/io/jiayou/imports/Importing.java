package io.jiayou.imports;

import io.jiayou.command.Commands;
import io.jiayou.command.Origin;
import io.jiayou.http.access.Right;
import io.jiayou.http.lasting.Held;
import io.jiayou.http.lasting.Lasting;
import io.jiayou.http.lasting.Rights;
import io.jiayou.imports.Answer.NobodyListens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
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

    public Importing(Commands commands, JsonMapper json, Lasting lasting, Clock clock) {
        this.commands = commands;
        this.json = json;
        this.lasting = lasting;
        this.clock = clock;
    }

    /**
     * Sends, and answers with progress, report and perhaps a problem. It stops between two lines when the sender's right ends.
     *
     * @param tally counts what becomes of the lines, also of those that are refused already
     * @param total how many lines there are
     */
    public void carryOut(
            HttpServletRequest request, HttpServletResponse response, Tally tally, long total, Sending sending)
            throws IOException {
        Right right = Rights.of(request).lasting(clock.instant());
        try (Held held = lasting.begin(right, () -> {})) {
            carryOut(held, new Answer(response, json), tally, total, sending);
        }
    }

    private void carryOut(Held held, Answer answer, Tally tally, long total, Sending sending) throws IOException {
        RuntimeException failure = null;
        try (InFlight flight = new InFlight(origin())) {
            sending.send(flight, () -> {
                held.requireRight();
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
