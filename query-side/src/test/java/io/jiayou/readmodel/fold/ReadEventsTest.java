package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.approved.SampleEvents;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.security.events.SecurityEvent;
import io.jiayou.serialization.StoredEvents;
import io.jiayou.station.events.StationEvent;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.stereotype.Component;

/**
 * What the application's read models say of events that can't be read: every model of this module, and every event that
 * can be stored.
 */
class ReadEventsTest {

    private static final String CLASS = ".class";
    private static final List<Object> EVENTS =
            SampleEvents.all().stream().map(SampleEvents.Sample::event).toList();

    private static List<ReadModel<?>> models() throws IOException, URISyntaxException {
        Path classes = Path.of(ReadModel.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(CLASS))
                    .map(ReadEventsTest::loaded)
                    .filter(type -> type.isAnnotationPresent(Component.class) && ReadModel.class.isAssignableFrom(type))
                    .<ReadModel<?>>map(type -> (ReadModel<?>) BeanUtils.instantiateClass(type))
                    .toList();
        }
    }

    private static Class<?> loaded(String file) {
        String name = file.substring(0, file.length() - CLASS.length()).replace(File.separatorChar, '.');
        try {
            return Class.forName(name, false, ReadModel.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    @Test
    void areAmongTheSamples() throws IOException, URISyntaxException {
        assertThat(EVENTS)
                .extracting(Object::getClass)
                .containsAll(StoredEvents.all().values().stream()
                        .<Class<?>>map(it -> it)
                        .toList());
        assertThat(models()).hasSizeGreaterThan(5);
    }

    /** Otherwise an unreadable event would stop nothing that lacks it, or what lacks nothing. */
    @ParameterizedTest
    @MethodSource("models")
    void areThoseThatReachDocuments(ReadModel<?> model) {
        assertThat(EVENTS).allSatisfy(event -> assertThat(model.reads(event.getClass()))
                .as("%s reads %s", model.name(), event.getClass().getSimpleName())
                .isEqualTo(!model.documentsOf(event).isEmpty()));
    }

    /** Only then is it known which document stands still if an event can't be read. */
    @ParameterizedTest
    @MethodSource("models")
    void reachTheDocumentOfTheirAggregateWhereTheModelSaysSo(ReadModel<?> model) {
        List<Object> read =
                EVENTS.stream().filter(event -> model.reads(event.getClass())).toList();

        assertThat(model.isKeyedByAggregate())
                .as(model.name())
                .isEqualTo(read.stream()
                        .allMatch(event -> List.copyOf(model.documentsOf(event)).equals(List.of(aggregateOf(event)))));
    }

    private static String aggregateOf(Object event) {
        return switch (event) {
            case OrderEvent it -> it.orderId();
            case StationEvent it -> it.stationId();
            case DriverEvent it -> it.driverId();
            case FeedbackEvent it -> it.feedbackId();
            case IdentityEvent it -> it.subject();
            case SecurityEvent it -> it.subject();
            default -> throw new IllegalArgumentException(event + " is of no aggregate that is read");
        };
    }
}
