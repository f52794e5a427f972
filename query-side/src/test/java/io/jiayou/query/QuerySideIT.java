package io.jiayou.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.projection.Positions;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = {QuerySide.class, EmbeddedStores.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=query-side", "jiayou.axon-server=false"})
class QuerySideIT {

    @LocalServerPort
    private int port;

    @Autowired
    private EventStore events;

    @Autowired
    private Catalogue models;

    @Autowired
    private Positions positions;

    @Autowired
    private Generations generations;

    @Test
    void foldsEveryModelAsEventsCome() throws InterruptedException {
        String id = "0190d2a0-0000-7000-8000-000000000001";
        events.publish(new GenericDomainEventMessage<>(
                "Driver", id, 0, new DriverRegistered(id, "Li", "+8613800000000", null, null, Instant.EPOCH)));
        long head = events.createHeadToken().position().orElseThrow();

        for (ReadModel<?> model : models.all()) {
            assertThat(positions.await(model, head, Duration.ofSeconds(10)))
                    .as(model.name())
                    .isTrue();
        }
        assertThat(models.all()).hasSizeGreaterThan(5);
        ReadModel<?> profiles = models.named("driver-profile").orElseThrow();
        assertThat(generations
                        .documents(profiles, generations.live(profiles).orElseThrow())
                        .collection()
                        .countDocuments())
                .isEqualTo(1);
    }
}
