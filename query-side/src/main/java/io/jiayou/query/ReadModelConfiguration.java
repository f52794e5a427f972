package io.jiayou.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.jiayou.periodic.Schedule;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.LiveUpdates;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.documents.Lineages;
import io.jiayou.readmodel.documents.StoreClock;
import io.jiayou.readmodel.documents.Tokens;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.live.LiveTail;
import io.jiayou.readmodel.operations.Observatory;
import io.jiayou.readmodel.projection.LiveReadModels;
import io.jiayou.readmodel.projection.Pace;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.readmodel.projection.Processors;
import io.jiayou.readmodel.projection.Upkeep;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.readmodel.rebuild.Rebuilds;
import io.jiayou.readmodel.rebuild.Verifications;
import io.jiayou.readmodel.rebuild.Workshop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the read models' platform together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadModelSettings.class)
class ReadModelConfiguration {

    private static final String DATABASE = "jiayou";
    private static final Duration BUILD_CLAIM = Duration.ofSeconds(30);
    private static final Clock CLOCK = Clock.systemUTC();

    /** The database that the connection string names. */
    @Bean
    MongoDatabase readStore(MongoClient mongo, MongoConnectionDetails connection) {
        String named = connection.getConnectionString().getDatabase();
        return mongo.getDatabase(named == null ? DATABASE : named);
    }

    @Bean
    Catalogue readModelCatalogue(List<ReadModel<?>> models) {
        return new Catalogue(models);
    }

    @Bean
    History history(EventStore events) {
        return new History(events);
    }

    @Bean
    Generations generations(MongoDatabase database, ReadModelSettings settings) {
        StoreClock clock = new StoreClock(database);
        return new Generations(database, new Lineages(database, settings.nodeName(), BUILD_CLAIM, clock), clock);
    }

    @Bean
    ReadModels readModels(Generations generations, History history, Positions positions) {
        return new ChosenReadModels(generations, new LiveReadModels(generations), history, positions);
    }

    @Bean
    Processors readModelProcessors(
            EventStore events,
            MongoDatabase database,
            MeterRegistry meters,
            Catalogue models,
            ObjectProvider<Pace> pace,
            ReadModelSettings settings) {
        Tokens tokens = new Tokens(database, settings.nodeName(), settings.claimTimeout(), new StoreClock(database));
        return new Processors(
                events,
                tokens,
                meters,
                CLOCK,
                pace.getIfAvailable(() -> Pace.SHARED),
                models.all().size());
    }

    @Bean
    Positions positions(Generations generations, Processors processors) {
        return new Positions(generations, processors);
    }

    @Bean
    Workshop workshop(
            Catalogue models,
            History history,
            Generations generations,
            Processors processors,
            Positions positions,
            Schedule schedule,
            ReadModelSettings settings) {
        return new Workshop(
                models, history, generations, processors, positions, CLOCK, settings.documentsInMemory(), schedule);
    }

    @Bean
    Rebuilds rebuilds(Workshop workshop) {
        return new Rebuilds(workshop);
    }

    @Bean
    Pasts pasts(Workshop workshop, ReadModelSettings settings) {
        return new Pasts(workshop, settings.keepPasts());
    }

    @Bean
    Verifications verifications(Workshop workshop) {
        return new Verifications(workshop);
    }

    @Bean
    Upkeep readModelUpkeep(
            Catalogue models,
            Generations generations,
            Processors processors,
            Rebuilds rebuilds,
            History history,
            ObjectProvider<Pace> pace,
            Schedule schedule) {
        return new Upkeep(
                models, generations, processors, rebuilds, history, pace.getIfAvailable(() -> Pace.SHARED), schedule);
    }

    @Bean
    Observatory observatory(
            Catalogue models,
            Generations generations,
            Processors processors,
            Positions positions,
            Rebuilds rebuilds,
            Verifications verifications,
            History history,
            ReadModelSettings settings) {
        return new Observatory(
                models, generations, processors, positions, rebuilds, verifications, history, settings.readyWithin());
    }

    @Bean
    LiveUpdates liveUpdates(History history, Positions positions, ReadModels readModels) {
        return new LiveTail(history, positions, readModels);
    }
}
