package io.jiayou.identity.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.approved.SampleEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityEventTest {

    @Test
    void standsInTheStreamOfWhatItNamesFirst() throws ReflectiveOperationException {
        List<IdentityEvent> events = SampleEvents.all().stream()
                .map(SampleEvents.Sample::event)
                .filter(IdentityEvent.class::isInstance)
                .map(IdentityEvent.class::cast)
                .toList();

        assertThat(events).hasSizeGreaterThan(10);
        for (IdentityEvent event : events) {
            assertThat(event.subject())
                    .as(event.getClass().getSimpleName())
                    .isEqualTo(event.getClass()
                            .getRecordComponents()[0]
                            .getAccessor()
                            .invoke(event));
        }
    }
}
