package io.jiayou.security.log;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.identity.events.AccountCreated;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginRefused;
import io.jiayou.identity.events.MachineKeyIssued;
import io.jiayou.identity.events.RoleGranted;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.metadata.StoredAs;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.security.events.AddressesUnlisted;
import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.SecurityEvent;
import io.jiayou.security.events.TaskFellSilent;
import io.jiayou.timeline.Moments;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each security event. Refusals are counted before they become events, so floods of them stay few. */
@Component
public class SecurityLog implements ReadModel<SecurityItem> {

    static final String KIND = "kind";
    static final String ACTOR = "actor";
    static final String POSITION = "position";

    @Override
    public String name() {
        return "security-log";
    }

    @Override
    public Class<SecurityItem> view() {
        return SecurityItem.class;
    }

    @Override
    public List<String> indexes() {
        return List.of(POSITION, KIND + ',' + POSITION, ACTOR + ',' + POSITION);
    }

    @Override
    public boolean reads(Class<?> event) {
        return IdentityEvent.class.isAssignableFrom(event)
                || SecurityEvent.class.isAssignableFrom(event)
                || event == DriverErased.class;
    }

    /** Named by what an event says, since a document's id has to come from that alone. */
    @Override
    public Collection<String> documentsOf(Object event) {
        return switch (event) {
            case RefusalsCounted it ->
                List.of(String.join(
                        "/", "refusals", it.kind().name(), it.actor() + "", it.network() + "", it.at() + ""));
            case DataExported it -> List.of(String.join("/", "export", it.actor(), it.what(), it.at() + ""));
            case TaskFellSilent it -> List.of(String.join("/", "task", it.task(), it.at() + ""));
            case AddressesListed it -> List.of(String.join("/", what(it), it.range(), it.at() + ""));
            case AddressesUnlisted it -> List.of(String.join("/", what(it), it.range(), it.at() + ""));
            case IdentityEvent it -> List.of(String.join("/", what(it), it.subject(), it.at() + ""));
            case DriverErased it -> List.of(String.join("/", what(it), it.driverId(), it.at() + ""));
            default -> List.of();
        };
    }

    /** The same thing twice in one moment is one document, counted. */
    @Override
    public SecurityItem fold(String id, @Nullable SecurityItem view, RecordedEvent event) {
        long before = view == null ? 0 : view.count();
        return switch (event.payload()) {
            case IdentityEvent of ->
                item(id, SecurityKind.of(of), of, of.subject(), ofIdentity(of), before + 1, of.at(), event);
            case DriverErased of -> item(id, SecurityKind.ERASURE, of, of.driverId(), null, before + 1, of.at(), event);
            default -> ofBorder(id, (SecurityEvent) event.payload(), before, event);
        };
    }

    private static SecurityItem ofBorder(String id, SecurityEvent of, long before, RecordedEvent event) {
        return switch (of) {
            case AddressesListed it ->
                item(id, SecurityKind.of(it), it, it.range(), it.listing().name(), before + 1, it.at(), event);
            case AddressesUnlisted it ->
                item(id, SecurityKind.of(it), it, it.range(), null, before + 1, it.at(), event);
            case DataExported it -> seen(id, it, it.actor(), null, it.what(), before + 1, event);
            case TaskFellSilent it ->
                item(id, SecurityKind.of(it), it, it.task(), it.detail(), before + 1, it.at(), event);
            case RefusalsCounted it ->
                seen(id, it, it.actor(), it.network(), it.kind().name(), before + it.count(), event);
        };
    }

    private static SecurityItem item(
            String id,
            SecurityKind kind,
            Object what,
            String subject,
            @Nullable String detail,
            long count,
            Instant at,
            RecordedEvent event) {
        return new SecurityItem(
                id,
                kind,
                what(what),
                subject,
                event.metadata().get(MetadataKeys.ACTOR),
                event.metadata().get(MetadataKeys.NETWORK),
                detail,
                count,
                Moments.kept(at),
                event.position());
    }

    /** What was seen at the border: the event's own actor and network, since the system itself wrote it down. */
    private static SecurityItem seen(
            String id,
            SecurityEvent of,
            @Nullable String actor,
            @Nullable String network,
            String detail,
            long count,
            RecordedEvent event) {
        Instant at = Moments.kept(of.at());
        return new SecurityItem(
                id, SecurityKind.of(of), what(of), null, actor, network, detail, count, at, event.position());
    }

    private static @Nullable String ofIdentity(IdentityEvent event) {
        return switch (event) {
            case LoggedIn it -> it.role() + " by " + it.way();
            case LoginRefused it -> it.reason().name();
            case SessionEnded it -> it.reason().name();
            case AccountCreated it -> it.role();
            case RoleGranted it -> it.role();
            case MachineKeyIssued it -> String.join(" ", it.scopes());
            default -> null;
        };
    }

    private static String what(Object event) {
        return Objects.requireNonNull(event.getClass().getAnnotation(StoredAs.class))
                .value();
    }
}
