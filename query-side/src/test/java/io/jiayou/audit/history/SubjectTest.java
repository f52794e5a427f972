package io.jiayou.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.log.ListedRecords;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubjectTest {

    private final EventRecord driver = ListedRecords.event("d1", "{\"driverId\":\"d1\"}");
    private final EventRecord placed = ListedRecords.event("o1", "{\"orderId\":\"o1\",\"driverId\":\"d1\"}");
    private final EventRecord paid = ListedRecords.event("o1", "{\"orderId\":\"o1\"}");
    private final EventRecord filed = ListedRecords.event("f1", "{\"feedbackId\":\"f1\",\"orderId\":\"o1\"}");
    private final EventRecord answered = ListedRecords.event("f1", "{\"feedbackId\":\"f1\"}");
    private final EventRecord others = ListedRecords.event("o2", "{\"orderId\":\"o2\",\"driverId\":\"d2\"}");
    private final EventRecord mentions =
            ListedRecords.event("o3", "{\"orderId\":\"o3\",\"text\":\"d1\",\"at\":\"o1\"}");

    private Stream<EventRecord> of(Subject subject) {
        return Stream.of(driver, placed, paid, filed, answered, others, mentions)
                .filter(subject::isOf);
    }

    @Test
    void aDriverHasTheEventsOfTheirOrders() {
        assertThat(of(new Subject("driver", "d1"))).containsExactly(driver, placed, paid);
    }

    @Test
    void anOrderHasTheEventsOfItsFeedback() {
        assertThat(of(new Subject("order", "o1"))).containsExactly(placed, paid, filed, answered);
    }

    @Test
    void nobodyHasNone() {
        assertThat(of(new Subject("driver", "d3"))).isEmpty();
    }
}
