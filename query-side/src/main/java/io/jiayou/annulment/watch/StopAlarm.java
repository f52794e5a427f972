package io.jiayou.annulment.watch;

import io.jiayou.audit.log.AlarmKind;
import io.jiayou.audit.log.Alarms;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.fold.Marks;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Raises an alarm as long as a live document stands still, and names positions and models; never documents. */
@Component
public class StopAlarm {

    private static final AlarmKind ALARM = AlarmKind.STOPPED_DOCUMENTS;

    private static final Logger LOG = LoggerFactory.getLogger(StopAlarm.class);
    private static final int NAMED = 10;

    private final Catalogue models;
    private final Generations generations;
    private final ObjectProvider<Alarms> alarms;

    StopAlarm(Catalogue models, Generations generations, ObjectProvider<Alarms> alarms) {
        this.models = models;
        this.generations = generations;
        this.alarms = alarms;
    }

    /**
     * An event that a live read model couldn't take.
     *
     * @param error the class of what went wrong
     */
    public record Unreadable(long position, String model, String error) {}

    /** By model and position, each once. */
    public List<Unreadable> all() {
        return models.all().stream().flatMap(this::of).distinct().toList();
    }

    private Stream<Unreadable> of(ReadModel<?> model) {
        Marks marks = generations.live(model).map(generations.stops()::of).orElse(Marks.NONE);
        return marks.stops()
                .map(stop -> new Unreadable(stop.position(), model.name(), stop.error()))
                .sorted(Comparator.comparingLong(Unreadable::position));
    }

    /** Raises the alarm, or ends it. */
    void look() {
        List<Unreadable> all = all();
        alarms.ifAvailable(known -> {
            if (all.isEmpty()) {
                known.clear(ALARM);
            } else if (known.raise(ALARM, detail(all))) {
                LOG.error("Alarm {}: {}", ALARM.code(), detail(all));
            }
        });
    }

    private static String detail(List<Unreadable> all) {
        String first = all.stream()
                .limit(NAMED)
                .map(it -> it.model() + " at position " + it.position())
                .collect(Collectors.joining(", "));
        return "events that can't be taken: " + first + (all.size() > NAMED ? " and more" : "")
                + "; see docs/runbooks/stopped-document.md";
    }
}
