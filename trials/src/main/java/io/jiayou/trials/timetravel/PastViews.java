package io.jiayou.trials.timetravel;

import io.jiayou.audit.timetravel.Moment.AtInstant;
import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.audit.timetravel.TimeTravel;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.history.History;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.stores.CommandPath;
import io.jiayou.trials.stores.ReadModelNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Documents as of past moments: each is the fold of all events from the first one up to then, and as of the last event
 * it is the live document. And whole read models as of past moments: each has the hash that it had in a system that was
 * stopped then.
 */
public final class PastViews implements Proof {

    private static final int FULL_TIMES = 1_000;
    private static final long EVENTS_PER_TIME = 20;
    private static final long FEWEST_EVENTS = 2_000;
    private static final long MOST_EVENTS = 50_000;
    private static final int TIMES_PER_MOMENT = 100;
    private static final int FEWEST_MOMENTS = 3;
    private static final int MOST_MOMENTS = 10;

    @Override
    public String name() {
        return "time-travel";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        try (CommandPath path = CommandPath.onOurs(Files.createDirectory(directory.resolve("events")))) {
            Lives.live(path, Math.clamp(times * EVENTS_PER_TIME, FEWEST_EVENTS, MOST_EVENTS));
            try (ReadModelNode node = ReadModelNode.start(path.events())) {
                node.awaitLive();
                Verdict documents = judge(path.events(), node, times, steps);
                int moments = Math.clamp(times / TIMES_PER_MOMENT, FEWEST_MOMENTS, MOST_MOMENTS);
                Path stopped = Files.createDirectory(directory.resolve("stopped"));
                return new StoppedSystem(path.bean(RocksEventStorageEngine.class), node)
                        .compare(stopped, moments, new Random())
                        .after(documents);
            }
        }
    }

    private Verdict judge(EventStore events, ReadModelNode node, int times, Steps steps) throws InterruptedException {
        History history = new History(events);
        long head = history.head();
        List<AggregateReadModel<?>> models = models(node);
        WholeHistory whole = new WholeHistory(history, head);
        Set<Question> questions = Questions.pick(whole, models, times, new Random());
        Map<Question, @Nullable View> expected = whole.answers(questions);
        TimeTravel travel = new TimeTravel(events, InstantSource.system());
        List<String> violations = new ArrayList<>();
        int asked = 0;
        for (Question question : questions) {
            Judge.wrong(question, expected.get(question), asOf(travel, question))
                    .ifPresent(violations::add);
            steps.at(++asked, times);
        }
        List<Question> now = questions.stream()
                .map(question -> new Question(question.model(), question.id(), new AtPosition(head)))
                .distinct()
                .toList();
        for (Question question : now) {
            awaitHead(node, question.model(), head);
            View live = node.find(question.model().name(), question.id()).orElse(null);
            Judge.wrong("live " + question, live, asOf(travel, question)).ifPresent(violations::add);
        }
        return new Verdict(name(), figures(head, questions, expected, now.size()), violations);
    }

    private static @Nullable View asOf(TimeTravel travel, Question question) {
        return travel.asOf(question.model(), question.id(), question.moment()).document();
    }

    private static void awaitHead(ReadModelNode node, AggregateReadModel<?> model, long head)
            throws InterruptedException {
        if (!node.await(model.name(), head)) {
            throw new IllegalStateException(model.name() + " doesn't reach the last event");
        }
    }

    private static List<AggregateReadModel<?>> models(ReadModelNode node) {
        List<AggregateReadModel<?>> models = new ArrayList<>();
        node.models().all().forEach(model -> {
            if (model instanceof AggregateReadModel<?> ofAggregates) {
                models.add(ofAggregates);
            }
        });
        return models;
    }

    private static Map<String, Object> figures(
            long head, Set<Question> questions, Map<Question, @Nullable View> expected, int live) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("events", head + 1);
        figures.put("past views compared", questions.size());
        figures.put(
                "of them as of an instant",
                questions.stream()
                        .filter(question -> question.moment() instanceof AtInstant)
                        .count());
        figures.put(
                "of them not there yet",
                questions.stream()
                        .filter(question -> expected.get(question) == null)
                        .count());
        figures.put("live views compared", live);
        return figures;
    }
}
