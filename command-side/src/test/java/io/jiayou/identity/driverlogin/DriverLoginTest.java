package io.jiayou.identity.driverlogin;

import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.KEY;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Role;
import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.Aggregates;
import io.jiayou.command.AnnulmentTurnsForTests;
import io.jiayou.command.CommandMetrics;
import io.jiayou.command.Commands;
import io.jiayou.command.Lookup;
import io.jiayou.driver.Driver;
import io.jiayou.driver.DriverAggregate;
import io.jiayou.driver.DriverAggregates;
import io.jiayou.driver.Identifier;
import io.jiayou.driver.IdentifierClaims;
import io.jiayou.driver.Proofs;
import io.jiayou.driver.changephone.ChangePhone;
import io.jiayou.driver.changephone.ChangePhoneHandler;
import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierClaimed;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.IdentifierProved;
import io.jiayou.driver.events.IdentifierReleased;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.driver.registerdriver.RegisterDriverHandler;
import io.jiayou.driver.settlecontact.SettleContact;
import io.jiayou.driver.settlecontact.SettleContactHandler;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.IdentityAlone;
import io.jiayou.identity.events.LoggedIn;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.privacy.PersonalData;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MessageHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has shown a number or an openid, on drivers' own decisions and events in memory. */
class DriverLoginTest {

    private static final String OPENID = "openid-1";

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Lookup<Identifier, IdentifierEvent> claims = DriverAggregates.identifierLookup(events);
    private final Proofs proofs = new Proofs(events);
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final Commands commands = new Commands(
            DefaultCommandGateway.builder().commandBus(bus).build(),
            events,
            new CommandMetrics(new SimpleMeterRegistry()));
    private final IdentityAlone identity = new IdentityAlone();
    private final DriverStanding standing = new DriverStanding(events);
    private final Sessions sessions = identity.sessions(standing);
    private final ShownIdentifiers shown = new ShownIdentifiers(claims, proofs, KEY, commands, identity.clock());
    private final DriverLogin login = new DriverLogin(shown, sessions);

    DriverLoginTest() {
        Aggregates<DriverAggregate, Driver, DriverEvent> drivers =
                DriverAggregates.driverShells(events, PersonalData.inTheOpen());
        IdentifierClaims identifiers =
                new IdentifierClaims(DriverAggregates.identifierShells(events), claims, proofs, KEY);
        List.of(
                        new RegisterDriverHandler(drivers, identifiers),
                        new SettleContactHandler(drivers, identifiers),
                        new ChangePhoneHandler(drivers, identifiers))
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus));
    }

    @Test
    void registersWhoIsNewByPhone() {
        Granted granted = login.of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE);

        assertThat(granted.role()).isEqualTo(Role.DRIVER.code());
        assertThat(registered(driver(granted)))
                .isEqualTo(new DriverRegistered(
                        driver(granted),
                        "车主",
                        PHONE,
                        null,
                        null,
                        identity.clock().instant()));
        assertThat(shown.isOf(IdentifierKind.PHONE, PHONE, driver(granted))).isTrue();
        assertThat(identity.written())
                .containsExactly(new LoggedIn(
                        granted.sessionId(),
                        driver(granted),
                        "driver",
                        LoginWay.PHONE,
                        identity.clock().instant()));
    }

    @Test
    void registersWhoIsNewByWechat() {
        Granted granted = login.of(IdentifierKind.OPENID, OPENID, LoginWay.WECHAT);

        assertThat(registered(driver(granted)).openid()).isEqualTo(OPENID);
        assertThat(registered(driver(granted)).phone()).isNull();
        assertThat(shown.isOf(IdentifierKind.OPENID, OPENID, driver(granted))).isTrue();
    }

    @Test
    void findsWhoCameBefore() {
        Granted first = login.of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE);
        Granted second = login.of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE);

        assertThat(second.driverId()).isEqualTo(first.driverId());
        assertThat(second.sessionId()).isNotEqualTo(first.sessionId());
        assertThat(identity.written()).hasSize(2).hasOnlyElementsOfType(LoggedIn.class);
    }

    @Test
    void makesAContactTheOwnOfWhoShowsItFirst() {
        register(ID, PHONE, null, false);
        assertThat(shown.isOf(IdentifierKind.PHONE, PHONE, ID)).isFalse();

        assertThat(login.of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE).driverId())
                .isEqualTo(ID);
        assertThat(shown.isOf(IdentifierKind.PHONE, PHONE, ID)).isTrue();
        assertThat(shown.isOf(IdentifierKind.PHONE, PHONE, OTHER_ID)).isFalse();
    }

    @Test
    void isNobodyElseByAContactThatTheyNamed() {
        register(ID, PHONE, OPENID, false);
        assertThat(login.of(IdentifierKind.OPENID, OPENID, LoginWay.WECHAT).driverId())
                .isEqualTo(ID);

        Granted owner = login.of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE);

        assertThat(owner.driverId()).isNotEqualTo(ID);
        assertThat(shown.isOf(IdentifierKind.PHONE, PHONE, driver(owner))).isTrue();
    }

    /** What such a driver had claimed is free for whoever shows it. */
    @Test
    void isSomebodyNewByTheNumberOfADriverWhoseRegistrationIsAnnulled() {
        register(ID, PHONE, null, true);
        annul(ID);

        Granted granted = login.of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE);

        assertThat(granted.driverId()).isNotEqualTo(ID);
        assertThat(holder(PHONE)).isEqualTo(granted.driverId());
        assertThat(eventsOf(PHONE))
                .containsExactly(
                        IdentifierClaimed.class,
                        IdentifierProved.class,
                        IdentifierReleased.class,
                        IdentifierClaimed.class,
                        IdentifierProved.class);
        assertThat(login.of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE).driverId())
                .isEqualTo(granted.driverId());
    }

    @Test
    void freesAContactButNotWhatWasShown() {
        register(ID, PHONE, null, false);
        register(OTHER_ID, OTHER_PHONE, null, true);

        shown.free(IdentifierKind.PHONE, PHONE, ID);
        assertThat(holder(PHONE)).as("one's own").isEqualTo(ID);
        shown.free(IdentifierKind.PHONE, OTHER_PHONE, ID);
        assertThat(holder(OTHER_PHONE)).as("shown by another").isEqualTo(OTHER_ID);
        shown.free(IdentifierKind.PHONE, PHONE, OTHER_ID);
        assertThat(holder(PHONE)).as("a contact of another").isNull();
        shown.free(IdentifierKind.PHONE, "+8613800138009", ID);
    }

    @Test
    void freesWhatADriverNamedWhoseRegistrationIsAnnulled() {
        register(ID, PHONE, null, false);
        register(OTHER_ID, OTHER_PHONE, null, true);
        annul(ID);

        shown.free(IdentifierKind.PHONE, PHONE, OTHER_ID);
        commands.send(OTHER_ID, new ChangePhone(OTHER_ID, PHONE, AT));

        assertThat(shown.isOf(IdentifierKind.PHONE, PHONE, OTHER_ID)).isTrue();
    }

    @Test
    void asksNothingOfADriverWhoHasShownWhatAnotherShows() {
        register(ID, PHONE, null, true);
        Commands refusing = answering(SettleContact.class, message -> {
            throw new IllegalStateException("nothing is to be settled");
        });

        new ShownIdentifiers(claims, proofs, KEY, refusing, identity.clock())
                .free(IdentifierKind.PHONE, PHONE, OTHER_ID);

        assertThat(holder(PHONE)).isEqualTo(ID);
    }

    @Test
    void endsTheSessionOfWhoseNumberWasChangedMeanwhile() {
        Granted first = login.of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE);
        AtomicReference<String> changed = new AtomicReference<>();
        ShownIdentifiers late = new ShownIdentifiers(claims, proofs, KEY, commands, identity.clock()) {
            @Override
            String driver(IdentifierKind kind, String identifier) {
                String driverId = super.driver(kind, identifier);
                commands.send(driverId, new ChangePhone(driverId, OTHER_PHONE, AT));
                changed.set(driverId);
                return driverId;
            }
        };

        assertThatThrownBy(() -> new DriverLogin(late, sessions).of(IdentifierKind.PHONE, PHONE, LoginWay.PHONE))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(Problem.LOGIN_REFUSED));

        assertThat(changed).hasValue(driver(first));
        LoggedIn second = (LoggedIn) identity.written().get(1);
        assertThat(identity.written().subList(2, identity.written().size()))
                .containsExactly(new SessionEnded(
                        second.sessionId(),
                        driver(first),
                        SessionEnd.ACCOUNT_CHANGED,
                        identity.clock().instant()));
    }

    @Test
    void givesUpIfOthersChangeItEightTimes() {
        register(ID, PHONE, null, false);
        AtomicInteger asked = new AtomicInteger();
        Commands idle = answering(SettleContact.class, message -> asked.incrementAndGet());
        ShownIdentifiers without = new ShownIdentifiers(claims, proofs, KEY, idle, identity.clock());

        assertThatThrownBy(() -> without.driver(IdentifierKind.PHONE, PHONE))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(Problem.CONFLICT));
        assertThat(asked).hasValue(8);
    }

    @Test
    void tellsOfWhateverElseRefusesARegistration() {
        Commands refused = answering(RegisterDriver.class, message -> {
            throw Rule.DRIVER_UNKNOWN.violated("for this test");
        });
        ShownIdentifiers without = new ShownIdentifiers(claims, proofs, KEY, refused, identity.clock());

        assertThatThrownBy(() -> without.driver(IdentifierKind.PHONE, PHONE)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void standsUntilTheDriverIsErased() {
        assertThat(standing.ways()).containsExactlyInAnyOrder(LoginWay.PHONE, LoginWay.WECHAT);
        assertThat(standing.holds(ID, 0)).isFalse();
        register(ID, PHONE, null, true);
        assertThat(standing.holds(ID, 0)).isTrue();

        events.publish(new GenericDomainEventMessage<>("Driver", ID, 1, new DriverErased(ID, AT)));

        assertThat(standing.holds(ID, 0)).isFalse();
    }

    /** The commands of a node on which one kind is answered so. */
    private Commands answering(Class<?> kind, MessageHandler<CommandMessage<?>> answer) {
        CommandBus other = SimpleCommandBus.builder().build();
        other.subscribe(kind.getName(), answer);
        return new Commands(
                DefaultCommandGateway.builder().commandBus(other).build(),
                events,
                new CommandMetrics(new SimpleMeterRegistry()));
    }

    private void register(String driverId, String phone, @Nullable String openid, boolean shown) {
        commands.send(driverId, new RegisterDriver(driverId, NAME, phone, openid, null, shown, AT));
    }

    /** Two people found that the registration can't stand. */
    private void annul(String driverId) {
        DomainEventMessage<?> registration = events.readEvents(driverId).next();
        events.publish(new GenericDomainEventMessage<>(
                "Annulments",
                AnnulmentEvent.REGISTER,
                0,
                new AnnulmentConfirmed(1, registration.getIdentifier(), driverId, 0, "eve", AT)));
        AnnulmentTurnsForTests.lookAgain();
    }

    /** What happened to the claim on a number. */
    private List<Class<?>> eventsOf(String phone) {
        return events.readEvents(KEY.claimId(IdentifierKind.PHONE, phone))
                .asStream()
                .<Class<?>>map(DomainEventMessage::getPayloadType)
                .toList();
    }

    private DriverRegistered registered(String driverId) {
        return (DriverRegistered) events.readEvents(driverId).next().getPayload();
    }

    private @Nullable String holder(String phone) {
        return claims.find(KEY.claimId(IdentifierKind.PHONE, phone))
                .map(Identifier::holder)
                .orElse(null);
    }

    private static String driver(Granted granted) {
        return Objects.requireNonNull(granted.driverId());
    }
}
