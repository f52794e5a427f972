package io.jiayou.audit.clocks;

import com.mongodb.client.MongoDatabase;
import io.jiayou.audit.log.Alarms;
import io.jiayou.periodic.Schedule;
import io.jiayou.readmodel.documents.StoreClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every query node notes how its clock goes; the one that keeps the alarms compares all. */
@Configuration(proxyBeanMethods = false)
class ClocksConfiguration {

    @Bean
    NodeClocks nodeClocks(MongoDatabase database, @Value("${jiayou.read-models.node:${random.uuid}}") String node) {
        return new NodeClocks(database, node, Clock.systemUTC(), new StoreClock(database));
    }

    @Bean
    ClockWatch clockWatch(NodeClocks clocks, ObjectProvider<Alarms> alarms, Schedule schedule) {
        return new ClockWatch(clocks, alarms::orderedStream, schedule);
    }

    @Bean
    MeterBinder clockMetrics(NodeClocks clocks) {
        return registry -> Gauge.builder(
                        "jiayou.clock.ahead", clocks, it -> it.ahead().toMillis() / 1e3)
                .description("Seconds by which this node's clock is ahead of the read store's")
                .baseUnit("seconds")
                .register(registry);
    }
}
