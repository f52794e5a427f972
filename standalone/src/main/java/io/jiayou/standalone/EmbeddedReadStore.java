package io.jiayou.standalone;

import com.mongodb.ConnectionString;
import io.jiayou.backup.Attachments;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.periodic.Schedule;
import io.jiayou.readmodel.projection.Pace;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Read models in memory, with a checkpoint in the data directory, unless a MongoDB keeps them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jiayou.mongodb", havingValue = "false")
class EmbeddedReadStore {

    private static final String DATABASE = "jiayou";

    @Bean
    Pace readModelPace() {
        return Pace.ALONE;
    }

    @Bean
    EmbeddedMongo embeddedMongo() {
        return EmbeddedMongo.start();
    }

    /** Loads when it is made, before anything reads the store; writes when the last reader is gone. */
    @Bean
    ReadModelCheckpoint readModelCheckpoint(
            EmbeddedMongo mongo,
            EventStore events,
            Schedule schedule,
            @Value("${jiayou.data:data}") Path data,
            @Value("${jiayou.checkpoint-every:5m}") Duration interval) {
        return new ReadModelCheckpoint(uri(mongo), events, data, schedule, interval);
    }

    @Bean
    MongoConnectionDetails mongoConnectionDetails(EmbeddedMongo mongo, ReadModelCheckpoint loaded) {
        return () -> uri(mongo);
    }

    private static ConnectionString uri(EmbeddedMongo mongo) {
        return new ConnectionString(mongo.uri(DATABASE));
    }

    @Bean
    Attachments checkpointAttachment(@Value("${jiayou.data:data}") Path data) {
        return () -> CheckpointAttachment.of(data);
    }
}
