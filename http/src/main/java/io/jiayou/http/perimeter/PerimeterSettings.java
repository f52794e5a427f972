package io.jiayou.http.perimeter;

import io.jiayou.http.addresses.AddressRange;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code jiayou.perimeter}, but for rates, which are {@link io.jiayou.http.bounds.Bound bounds}.
 *
 * @param unlimited ranges of addresses that no rate and no number of connections holds for: what tests and benchmarks name
 * @param trustedProxies ranges of addresses whose {@code X-Forwarded-} headers are believed; they carry others' connections
 * @param lookEvery how often a node looks for changes of the list of addresses
 */
@ConfigurationProperties("jiayou.perimeter")
public record PerimeterSettings(
        @DefaultValue List<AddressRange> unlimited,
        @DefaultValue List<AddressRange> trustedProxies,
        @DefaultValue("5s") Duration lookEvery) {

    boolean isUnlimited(InetAddress address) {
        return unlimited.stream().anyMatch(it -> it.contains(address));
    }

    boolean isTrustedProxy(InetAddress address) {
        return trustedProxies.stream().anyMatch(it -> it.contains(address));
    }

    /** Whether one address may have as many connections as there are. */
    boolean carriesOthers(InetAddress address) {
        return isUnlimited(address) || isTrustedProxy(address);
    }
}
