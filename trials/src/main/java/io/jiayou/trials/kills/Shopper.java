package io.jiayou.trials.kills;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Client.Answer;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Somebody who goes through one script after the other. When no answer comes, the step is repeated at the next start, as
 * a client would do it.
 */
final class Shopper {

    private static final int UNAVAILABLE = 503;

    private final Scripts scripts;
    private final Journal journal;
    private final RandomGenerator random;
    private final Deque<Step> script = new ArrayDeque<>();

    Shopper(Scripts scripts, Journal journal, RandomGenerator random) {
        this.scripts = scripts;
        this.journal = journal;
        this.random = random;
    }

    /**
     * Goes on until told to stop, or until there is no answer.
     *
     * @throws IllegalStateException if a command is refused: none of the script's ever should be
     */
    void shop(Client client, BooleanSupplier goOn) throws InterruptedException {
        while (goOn.getAsBoolean()) {
            if (script.isEmpty()) {
                script.addAll(scripts.next(random));
            }
            Step step = script.element();
            try {
                Answer answer = client.send(step.method(), step.path(), step.body());
                settle(step, answer);
            } catch (IOException noAnswer) {
                unanswered(step);
                return;
            }
        }
    }

    private void settle(Step step, Answer answer) {
        if (answer.ok()) {
            journal.acknowledged(step, answer.body().path("version").asLong(-1));
            script.remove();
        } else if (answer.status() == UNAVAILABLE) {
            unanswered(step);
        } else {
            throw new IllegalStateException("%s %s was refused with %d: %s"
                    .formatted(step.method(), step.path(), answer.status(), answer.body()));
        }
    }

    private void unanswered(Step step) {
        journal.unanswered(step);
        if (!step.repeatable()) {
            script.remove();
        }
    }
}
