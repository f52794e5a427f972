package io.jiayou.http.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

    private static final String PROXY = "10.0.0.1";

    private final AtomicLong nanos = new AtomicLong();
    private final OpenConnections connections = new OpenConnections(
            Bounds.of(new Machine(512L << 20, 2), Map.of(Bound.CONNECTIONS, 40L, Bound.CONNECTIONS_PER_ADDRESS, 10L)),
            address -> address.equals(AddressRange.address(PROXY)),
            nanos::get);
    private final List<SocketChannel> open = new ArrayList<>();

    @Test
    void giveAnAddressItsShareAndCountWhatIsClosed() throws IOException {
        assertThat(admitted("203.0.113.1", 20)).isEqualTo(10);

        connections.gone(open.getFirst());
        connections.gone(open.getFirst());
        assertThat(admitted("203.0.113.1", 20)).isEqualTo(1);
        assertThat(admitted("203.0.113.2", 1)).isEqualTo(1);
    }

    @Test
    void forgetAddressesThatHaveNone() throws IOException {
        admitted("203.0.113.1", 5);
        open.forEach(connections::gone);

        assertThat(connections.owners()).isZero();
        assertThat(connections.size()).isZero();
    }

    @Test
    void countAnIpv6NetworkAsOne() throws IOException {
        assertThat(admitted("2001:db8::1", 6)).isEqualTo(6);
        assertThat(admitted("2001:db8::2", 6)).isEqualTo(4);
        assertThat(admitted("2001:db8:0:1::1", 1)).isEqualTo(1);
    }

    @Test
    void makeRoomForWhoHasFewerWhenAllPlacesAreTaken() throws IOException {
        for (int n = 1; n <= 4; n++) {
            admitted("203.0.113." + n, 10);
        }

        assertThat(admitted("198.51.100.7", 3)).isEqualTo(3);
        assertThat(cut()).isEqualTo(3);
    }

    @Test
    void makeRoomAlsoWhileWhatWasCutIsStillThere() throws IOException {
        for (int n = 1; n <= 4; n++) {
            admitted("203.0.113." + n, 10);
        }
        for (int n = 1; n <= 30; n++) {
            admitted("198.51.100." + n, 1);
        }

        // 40 places for 35 addresses: each of the 30 has its one, and nobody has closed anything yet
        assertThat(admitted("192.0.2.1", 1)).isEqualTo(1);
        assertThat(cut()).isEqualTo(31);
    }

    @Test
    void takeNoPlaceFromARequestThatIsUnderWay() throws IOException {
        for (int n = 1; n <= 4; n++) {
            admitted("203.0.113." + n, 10);
        }
        open.forEach(it -> Objects.requireNonNull(connections.of(it)).hasRequest());

        assertThat(admitted("198.51.100.7", 1)).isZero();
    }

    @Test
    void letProxiesHaveAsManyAsThereAre() throws IOException {
        assertThat(admitted(PROXY, 60)).isEqualTo(40);
    }

    @Test
    void cutHeadsThatAreNotWholeInTime() throws IOException {
        admitted("203.0.113.1", 3);
        Connection answering = Objects.requireNonNull(connections.of(open.get(0)));
        answering.hasRequest();
        Connection resting = Objects.requireNonNull(connections.of(open.get(1)));
        resting.rests();
        nanos.addAndGet(11_000_000_000L);
        connections.cutLate();
        assertThat(cut()).isEqualTo(1);

        resting.stirs(nanos.get());
        answering.hasAnswered(nanos.get());
        nanos.addAndGet(9_000_000_000L);
        resting.stirs(nanos.get());
        connections.cutLate();
        assertThat(cut()).isEqualTo(1);
        nanos.addAndGet(2_000_000_000L);
        connections.cutLate();
        assertThat(cut()).isEqualTo(3);
    }

    private int admitted(String address, int times) throws IOException {
        int admitted = 0;
        for (int n = 0; n < times; n++) {
            SocketChannel channel = SocketChannel.open();
            nanos.incrementAndGet();
            if (connections.admit(channel, AddressRange.address(address))) {
                admitted++;
                open.add(channel);
            }
            channel.close();
        }
        return admitted;
    }

    private long cut() {
        return open.stream()
                .map(connections::of)
                .filter(it -> it != null && it.isCut())
                .count();
    }
}
