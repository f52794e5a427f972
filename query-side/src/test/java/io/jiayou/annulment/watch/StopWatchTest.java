package io.jiayou.annulment.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import io.jiayou.annulment.watch.StopAlarm.Unreadable;
import io.jiayou.audit.log.AlarmJournal;
import io.jiayou.audit.log.Alarms;
import io.jiayou.commandcalls.CommandCalls;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.TaskState;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.documents.Lineages;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.Stop;
import io.jiayou.readmodel.testing.Tallies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Two live read models, of which documents stand still. */
class StopWatchTest {

    private static final String RUNBOOK = "; see docs/runbooks/stopped-document.md";

    private final EmbeddedMongo store = EmbeddedMongo.start();
    private final MongoClient client = MongoClients.create(store.uri());
    private final Generations generations;
    private final Lineages lineages;
    private final Alarms alarms;
    private final StopAlarm alarm;
    private final Generation first;
    private final Generation second;
    private final Logged logged = new Logged(StopAlarm.class);
    private final Schedule schedule = Schedule.ofTheProcess();

    StopWatchTest(@TempDir Path directory) {
        MongoDatabase database = client.getDatabase("test");
        lineages = new Lineages(database, "node", Duration.ofMinutes(1), Clock.systemUTC());
        generations = new Generations(database, lineages, Clock.systemUTC());
        List<ReadModel<?>> models = List.of(new Tallies("first"), new Tallies("second"), new Tallies("not-yet-live"));
        first = live("first");
        second = live("second");
        generations.look();
        alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(directory));
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("alarms", alarms));
        alarm = new StopAlarm(new Catalogue(models), generations, beans.getBeanProvider(Alarms.class));
    }

    private Generation live(String model) {
        Generation built = lineages.claimBuild(model).orElseThrow();
        lineages.switchTo(built);
        return built;
    }

    @AfterEach
    void close() {
        schedule.close();
        logged.close();
        client.close();
        store.close();
    }

    private void stops(Generation generation, Map<String, Long> documents, long... withoutAKey) {
        TreeMap<String, Stop> stopped = new TreeMap<>();
        documents.forEach((id, position) -> stopped.put(id, stop(position)));
        TreeMap<Long, Stop> incomplete = new TreeMap<>();
        LongStream.of(withoutAKey).forEach(position -> incomplete.put(position, stop(position)));
        generations.stops().write(generation, new Marks(stopped, incomplete, new TreeMap<>()));
    }

    private static Stop stop(long position) {
        return new Stop(position, Instant.EPOCH, "JacksonException");
    }

    private static Unreadable unreadable(long position, String model) {
        return new Unreadable(position, model, "JacksonException");
    }

    @Test
    void findsEachEventOnceByModelAndPosition() {
        stops(second, Map.of("x", 4L));
        stops(first, Map.of("a", 9L, "b", 3L, "c", 9L), 5);

        assertThat(alarm.all())
                .containsExactly(
                        unreadable(3, "first"),
                        unreadable(5, "first"),
                        unreadable(9, "first"),
                        unreadable(4, "second"));
    }

    @Test
    void raisesAnAlarmThatNamesPositionsAndModelsAndNoDocuments() {
        stops(first, Map.of("li-wei", 9L));
        stops(second, Map.of("li-wei", 4L));

        alarm.look();

        assertThat(alarms.all()).singleElement().satisfies(raised -> {
            assertThat(raised.what()).isEqualTo("stopped-documents");
            assertThat(raised.detail())
                    .isEqualTo("events that can't be taken: first at position 9, second at position 4" + RUNBOOK);
        });
    }

    @Test
    void namesTenAndSaysThatThereAreMore() {
        stops(first, Map.of(), LongStream.range(0, 10).toArray());
        alarm.look();
        assertThat(alarms.all().getFirst().detail()).endsWith("first at position 9" + RUNBOOK);

        stops(first, Map.of(), LongStream.range(0, 11).toArray());
        alarm.look();
        assertThat(alarms.all().getFirst().detail()).endsWith("first at position 9 and more" + RUNBOOK);
    }

    @Test
    void writesTheAlarmToTheLogWheneverItChanges() {
        stops(first, Map.of("a", 9L));
        alarm.look();
        alarm.look();
        assertThat(logged.lines()).singleElement().asString().contains("stopped-documents", "first at position 9");

        stops(first, Map.of("a", 9L, "b", 11L));
        alarm.look();
        assertThat(logged.lines()).hasSize(2);
    }

    @Test
    void endsTheAlarmOnceNothingStandsStill() {
        stops(first, Map.of("a", 9L));
        alarm.look();
        generations.stops().write(first, Marks.NONE);
        alarm.look();

        assertThat(alarms.all()).isEmpty();
    }

    @Test
    void looksAndTellsTheCommandSide() throws IOException {
        AtomicInteger told = new AtomicInteger();
        HttpServer commandSide = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        commandSide.createContext("/", exchange -> {
            told.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        commandSide.start();
        try {
            stops(first, Map.of("a", 9L));
            watch(URI.create("http://127.0.0.1:" + commandSide.getAddress().getPort()))
                    .look();
        } finally {
            commandSide.stop(0);
        }

        assertThat(alarms.all()).hasSize(1);
        assertThat(told).hasValue(1);
    }

    @Test
    void looksAgainAndAgainUntilItIsStopped() {
        StopWatch watch = watch(URI.create("http://127.0.0.1:1"));
        assertThat(watch.isRunning()).isFalse();

        watch.start();
        assertThat(watch.isRunning()).isTrue();
        assertThat(schedule.tasks()).extracting(TaskState::name).containsExactly("stop-watch");

        watch.stop();
        watch.stop();
        assertThat(watch.isRunning()).isFalse();
        assertThat(schedule.tasks()).isEmpty();
    }

    private StopWatch watch(URI commands) {
        return new StopWatch(alarm, new StopReports(new CommandCalls(commands, null, "read-models")), schedule);
    }
}
