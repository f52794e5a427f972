package io.jiayou.http.perimeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.BreakableStore;
import io.jiayou.http.addresses.AddressRange;
import io.jiayou.periodic.Schedule;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.SecurityEvent;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Timeout(60)
class AddressListKeeperTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final BreakableStore events = new BreakableStore();
    private final AddressList list = new AddressList();
    private final Schedule schedule = Schedule.ofTheProcess();
    private final AddressListKeeper keeper = new AddressListKeeper(events.store(), list, Duration.ofHours(1), schedule);

    @AfterEach
    void close() {
        keeper.close();
        schedule.close();
    }

    @Test
    void readsTheListBeforeTheStartIsOver() {
        denied("203.0.113.0/24", 0);

        keeper.start();

        assertThat(letsIn("203.0.113.7")).isFalse();
        assertThat(letsIn("198.51.100.7")).isTrue();
    }

    @Test
    void letsEverybodyInWhileTheListCouldNeverBeRead() {
        denied("203.0.113.0/24", 0);
        events.breakDown();

        keeper.start();
        assertThat(letsIn("203.0.113.7")).isTrue();

        events.mend();
        keeper.look();
        assertThat(letsIn("203.0.113.7")).isFalse();
    }

    @Test
    void goesOnWithWhatItKnowsWhileTheStoreCannotBeRead() {
        denied("203.0.113.0/24", 0);
        keeper.look();
        events.breakDown();
        denied("198.51.100.0/24", 1);

        assertThatThrownBy(keeper::look).hasMessage("the store can't be read");
        assertThat(letsIn("203.0.113.7")).isFalse();
        assertThat(letsIn("198.51.100.7")).isTrue();
    }

    private void denied(String range, long sequence) {
        AddressesListed event = new AddressesListed(range, Listing.DENIED, null, AT);
        events.sound().publish(new GenericDomainEventMessage<>("Addresses", SecurityEvent.ADDRESSES, sequence, event));
    }

    private boolean letsIn(String address) {
        return list.letsIn(AddressRange.address(address));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void saysThatEverybodyIsLetInWhileTheListCouldNeverBeRead(CapturedOutput output) {
        events.breakDown();

        keeper.start();

        assertThat(output).contains("The list of addresses couldn't be read yet; it's tried again");
    }
}
