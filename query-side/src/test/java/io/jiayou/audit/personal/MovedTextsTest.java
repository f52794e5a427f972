package io.jiayou.audit.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.log.AlarmJournal;
import io.jiayou.audit.log.Alarms;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.profile.DriverProfile;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.queue.FeedbackDetails;
import io.jiayou.feedback.queue.FeedbackStatus;
import io.jiayou.personal.SealedText;
import io.jiayou.privacy.MasterKeys;
import io.jiayou.privacy.MongoKeyStore;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.privacy.PersonalData;
import io.jiayou.privacy.PersonalReads;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody gets who can write read models, and copies a stranger's sealed texts to where they may read. */
class MovedTextsTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");
    private static final String STRANGER = "0197a3c5-0000-7000-8000-00000000d001";
    private static final String OWN = "0197a3c5-0000-7000-8000-00000000d002";

    private final EmbeddedMongo store = EmbeddedMongo.start();
    private final MongoKeyStore keys = new MongoKeyStore(store.uri("keys"));
    private final PersonalData data =
            PersonalData.under(new PersonKeys(keys, MasterKeys.of(MasterKeys.random()), Duration.ofMinutes(1)));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Alarms alarms;
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final PersonalReading reading = new PersonalReading(
            data,
            beans.getBeanProvider(PersonalReads.class),
            new MisplacedTexts(meters, beans.getBeanProvider(Alarms.class)));
    private final JsonMapper answers;

    private final DriverRegistered stranger = (DriverRegistered)
            data.sealed(new DriverRegistered(STRANGER, "陈一诺", "+8615400000001", "openid-1", "100001", AT));
    private final VehicleAdded car = (VehicleAdded) data.sealed(new VehicleAdded(STRANGER, "沪A20001", AT));
    private final DriverRegistered own =
            (DriverRegistered) data.sealed(new DriverRegistered(OWN, "李丽", "+8615400000002", null, null, AT));

    MovedTextsTest(@TempDir Path directory) {
        alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(directory));
        beans.addBean("alarms", alarms);
        beans.addBean("reading", reading);
        answers = JsonMapper.builder()
                .addModule(new OpenedAnswers(beans.getBeanProvider(PersonalReading.class)))
                .build();
    }

    @AfterEach
    void close() {
        keys.close();
        store.close();
    }

    private static DriverProfile profile(String driver, String name, @Nullable String phone, String plate) {
        List<DriverProfile.Vehicle> vehicles = List.of(new DriverProfile.Vehicle(plate, 1, AT));
        return new DriverProfile(driver, name, phone, List.of(), vehicles, 1, AT, null, 7);
    }

    private static FeedbackDetails feedback(@Nullable String driver, String text, String told) {
        return new FeedbackDetails(
                "f1",
                driver,
                null,
                FeedbackCategory.values()[0],
                text,
                null,
                FeedbackChannel.values()[0],
                FeedbackPriority.values()[0],
                0,
                null,
                AT,
                new FeedbackDetails.Handling(
                        FeedbackStatus.values()[0], List.of(new FeedbackDetails.Reply(told, AT)), told, told),
                List.of(),
                7);
    }

    private JsonNode answer(Object view) {
        return answers.valueToTree(List.of(view)).get(0);
    }

    private double misplaced() {
        return meters.counter("jiayou.personal.misplaced").count();
    }

    @Test
    void opensADocumentWithItsOwnTexts() {
        JsonNode answer = answer(profile(STRANGER, stranger.name(), stranger.phone(), car.plate()));

        assertThat(answer.path("name").asString()).isEqualTo("陈一诺");
        assertThat(answer.path("phone").asString()).isEqualTo("+8615400000001");
        assertThat(answer.at("/vehicles/0/plate").asString()).isEqualTo("沪A20001");
        assertThat(answer.has("person")).isFalse();
        assertThat(misplaced()).isZero();
        assertThat(alarms.all()).isEmpty();
    }

    @Test
    void opensNothingOfAStrangerInAnOwnDocument() {
        JsonNode answer = answer(profile(OWN, stranger.name(), stranger.phone(), car.plate()));

        assertThat(answer.toString()).doesNotContain("陈一诺", "15400000001", "沪A20001", "sealed1");
        assertThat(answer.path("name").asString()).isEqualTo(SealedText.NO_KEY);
        assertThat(answer.at("/vehicles/0/plate").asString()).isEqualTo(SealedText.NO_KEY);
        assertThat(misplaced()).isEqualTo(3);
        assertThat(alarms.all()).extracting(Alarms.Alarm::what).containsExactly("security-moved-text");
    }

    @Test
    void opensNoTextInAnotherFieldOfItsPerson() {
        JsonNode answer = answer(profile(
                STRANGER,
                Objects.requireNonNull(stranger.openid()),
                stranger.fuelCard(),
                Objects.requireNonNull(stranger.phone())));

        assertThat(answer.toString()).doesNotContain("openid-1", "100001", "15400000001");
        assertThat(misplaced()).isEqualTo(3);
    }

    @Test
    void opensNothingOfADriverAsFeedback() {
        for (String whose : new String[] {STRANGER, OWN, null}) {
            JsonNode answer = answer(feedback(whose, stranger.name(), car.plate()));

            assertThat(answer.toString()).doesNotContain("陈一诺", "沪A20001", "sealed1");
        }
    }

    @Test
    void opensRepliesOfTheirOwnFeedbackAlone() {
        FeedbackAnswered told = (FeedbackAnswered) data.sealed(new FeedbackAnswered("f1", STRANGER, "您好", null, AT));

        assertThat(answer(feedback(STRANGER, "in the open", told.text()))
                        .at("/handling/replies/0/text")
                        .isMissingNode())
                .isTrue();
        assertThat(answer(feedback(STRANGER, "in the open", told.text()))
                        .at("/replies/0/text")
                        .asString())
                .isEqualTo("您好");
        assertThat(answer(feedback(OWN, "in the open", told.text()))
                        .at("/replies/0/text")
                        .asString())
                .isEqualTo(SealedText.NO_KEY);
        assertThat(answer(feedback(STRANGER, "in the open", told.text()))
                        .at("/outcome")
                        .asString())
                .isEqualTo(SealedText.NO_KEY);
    }

    @Test
    void opensNoTextOfAStrangerInAnEventOfAnother() {
        String name = own.name();
        String payload =
                "{\"driverId\":\"" + OWN + "\",\"name\":\"" + stranger.name() + "\",\"phone\":\"" + name + "\"}";
        String right = "{\"driverId\":\"" + OWN + "\",\"name\":\"" + name + "\"}";

        assertThat(reading.open("driver.registered", right)).contains("李丽");
        assertThat(reading.open("driver.registered", payload)).doesNotContain("陈一诺", "李丽", "sealed1");
        assertThat(reading.open("driver.profile-changed", right)).doesNotContain("李丽");
        assertThat(reading.open(new DriverRegistered(OWN, stranger.name(), null, null, null, AT))
                        .toString())
                .doesNotContain("陈一诺");
    }
}
