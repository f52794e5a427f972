package io.jiayou.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.personal.Place;
import io.jiayou.personal.SealedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PersonalDataTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");
    private static final Duration LONG = Duration.ofHours(1);
    private static final String MASTER = MasterKeys.random();
    private static final DriverRegistered WANG = new DriverRegistered("d1", "王小明", "+8613800138000", null, null, AT);
    private static final DriverRegistered LI = new DriverRegistered("d2", "李丽", "+8613800138001", null, null, AT);

    private final KeysInMemory store = new KeysInMemory();
    private final PersonKeys keys = keys(store, MASTER, LONG);
    private final PersonalData data = PersonalData.under(keys);

    private static PersonKeys keys(KeyStore store, String masterKeys, Duration linger) {
        return new PersonKeys(store, MasterKeys.of(masterKeys), linger);
    }

    private DriverRegistered sealed(DriverRegistered event) {
        return (DriverRegistered) data.sealed(event);
    }

    @Nested
    class Sealing {

        @Test
        void hidesPersonalTextsAndNothingElse() {
            DriverRegistered sealed = sealed(WANG);

            assertThat(sealed.toString()).doesNotContain("王小明").doesNotContain("13800138000");
            assertThat(sealed.driverId()).isEqualTo("d1");
            assertThat(sealed.openid()).isNull();
            assertThat(data.opened(sealed)).isEqualTo(WANG);
        }

        @Test
        void givesNoTextTwiceTheSameForm() {
            assertThat(sealed(WANG).name()).isNotEqualTo(sealed(WANG).name());
        }

        @Test
        void sealsATextThatLooksSealed() {
            String typed = sealed(LI).name();
            DriverRegistered posing = new DriverRegistered("d1", typed, null, null, null, AT);

            assertThat(((DriverRegistered) data.opened(sealed(posing))).name()).isEqualTo(typed);
        }

        /** Opened by Java's own cipher, which shares no code with what seals. */
        @Test
        void isAes256Gcm() throws GeneralSecurityException {
            SealedText name = SealedText.parse(sealed(WANG).name()).orElseThrow();
            String stored = store.find("key/d1").orElseThrow();
            byte[] wrapped = Base64.getDecoder()
                    .decode(JsonMapper.builder()
                            .build()
                            .readTree(stored)
                            .path("wrapped")
                            .asString());
            byte[] key = MasterKeys.of(MASTER).unwrap(wrapped, "jiayou person key d1");
            byte[] ciphertext = name.ciphertext();

            // before it, five bytes that name the key, and twelve that begin the counter
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, ciphertext, 5, 12));
            cipher.updateAAD("sealed1:driver.registered:name:d1:".getBytes(StandardCharsets.UTF_8));

            assertThat(key).hasSize(32);
            assertThat(new String(cipher.doFinal(ciphertext, 17, ciphertext.length - 17), StandardCharsets.UTF_8))
                    .isEqualTo("王小明");
        }

        @Test
        void keepsNothingOfAnErasedPerson() {
            keys.begin("d1", AT, List::of);

            assertThat(sealed(WANG).name()).isEqualTo(SealedText.ERASED);
            FeedbackResolved resolved = new FeedbackResolved("f1", "d1", "已转达", null, AT);
            assertThat(data.sealed(resolved)).isEqualTo(new FeedbackResolved("f1", "d1", SealedText.ERASED, null, AT));
            assertThat(store.keys("key/")).isEmpty();
        }
    }

    @Nested
    class Opening {

        @Test
        void refusesATextThatWasMovedToAnotherPerson() {
            DriverRegistered moved = new DriverRegistered("d2", sealed(WANG).name(), null, null, null, AT);

            assertThatThrownBy(() -> data.opened(moved)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void refusesATextThatWasRelabelledForAnotherField() {
            String relabelled = sealed(WANG).name().replace(":name:", ":phone:");
            DriverRegistered moved = new DriverRegistered("d1", "x", relabelled, null, null, AT);

            assertThatThrownBy(() -> data.opened(moved))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was changed");
        }

        @Test
        void refusesATextThatWasMovedToAnotherTypeOfEvents() {
            DriverProfileChanged moved =
                    new DriverProfileChanged("d1", sealed(WANG).name(), null, AT);

            assertThatThrownBy(() -> data.opened(moved)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void opensATextInItsOwnPlaceAlone() {
            String name = sealed(WANG).name();
            List<String> told = new ArrayList<>();

            assertThat(data.opened(name, Place.of("driver.registered", "name", "d1"), told::add))
                    .isEqualTo("王小明");
            assertThat(told).isEmpty();
            for (Place other : List.of(
                    Place.of("driver.registered", "name", "d2"),
                    Place.of("driver.registered", "phone", "d1"),
                    Place.of("driver.profile-changed", "name", "d1"),
                    Place.of("driver.registered", "name", null))) {
                assertThat(data.opened(name, other, told::add)).isEqualTo(SealedText.NO_KEY);
            }
            assertThat(told).hasSize(4).allMatch(it -> it.equals("sealed for another place"));
        }

        @Test
        void showsNothingOfATextThatWasChanged() {
            String changed = sealed(WANG).name().replace(":d1:", ":d2:");
            data.sealed(LI);
            List<String> told = new ArrayList<>();

            assertThat(data.opened(changed, Place.of("driver.registered", "name", "d2"), told::add))
                    .isEqualTo(SealedText.NO_KEY);
            String flipped = sealed(WANG).name();
            flipped = flipped.substring(0, flipped.length() - 4) + (flipped.endsWith("AAAA") ? "BBBB" : "AAAA");
            assertThat(data.opened(flipped, Place.of("driver.registered", "name", "d1"), told::add))
                    .isEqualTo(SealedText.NO_KEY);
            assertThat(told).contains("changed");
        }

        @Test
        void leavesATextFromBeforeSealingAsItIs() {
            assertThat(data.opened(new VehicleAdded("d1", "沪A12345", AT)))
                    .isEqualTo(new VehicleAdded("d1", "沪A12345", AT));
        }

        @Test
        void saysWhereTheKeyIsMissing() {
            DriverRegistered sealed = sealed(WANG);
            PersonalData elsewhere = PersonalData.under(keys(new KeysInMemory(), MASTER, LONG));

            assertThat(((DriverRegistered) elsewhere.opened(sealed)).name()).isEqualTo(SealedText.NO_KEY);
            elsewhere.sealed(WANG);
            assertThat(((DriverRegistered) elsewhere.opened(sealed)).name())
                    .as("another key of the same person")
                    .isEqualTo(SealedText.NO_KEY);
            assertThat(((DriverRegistered) PersonalData.inTheOpen().opened(sealed)).name())
                    .isEqualTo(SealedText.NO_KEY);
        }
    }

    @Nested
    class Erasing {

        @Test
        void leavesNothingReadableOfOneAndAllOfTheOthers() {
            DriverRegistered wang = sealed(WANG);
            DriverRegistered li = sealed(LI);

            keys.begin("d1", AT, () -> List.of("claim"));
            keys.finish("d1");

            assertThat(data.opened(wang))
                    .isEqualTo(new DriverRegistered("d1", SealedText.ERASED, SealedText.ERASED, null, null, AT));
            assertThat(data.opened(li)).isEqualTo(LI);
            assertThat(store.keys("key/")).containsExactly("key/d2");
            assertThat(keys.erasures()).singleElement().satisfies(erasure -> {
                assertThat(erasure.finished()).isTrue();
                assertThat(Erasure.parse(erasure.line()).claims()).containsExactly("claim");
            });
        }

        /** An event of before there was sealing: this is known, and written where erasing is explained. */
        @Test
        void doesNotReachATextInTheOpen() {
            keys.begin("d1", AT, List::of);
            keys.finish("d1");

            VehicleAdded before = new VehicleAdded("d1", "沪A12345", AT);
            assertThat(data.opened(before)).isEqualTo(before);
        }

        @Test
        void takesBackAKeyThatWasBeingMadeMeanwhile() {
            KeyStore slow = new BegunMeanwhile(store, "d1");

            PersonalData.under(keys(slow, MASTER, LONG)).sealed(WANG);

            assertThat(store.keys("key/")).isEmpty();
        }

        @Test
        void revivesNoKeyFromABackup() {
            sealed(WANG);
            sealed(LI);
            List<String> backup = keys.lines();
            PersonKeys restored = keys(new KeysInMemory(), MASTER, LONG);

            restored.keep(Erasure.parse("d1 2026-03-01T08:30:00Z"));

            assertThat(backup.stream().filter(restored::restore)).hasSize(1);
            assertThat(restored.lines()).containsExactly(backup.getLast());
        }

        @Test
        void isKnownToAnotherNodeAfterItsLinger() {
            DriverRegistered wang = sealed(WANG);
            PersonalData other = PersonalData.under(keys(store, MASTER, Duration.ZERO));
            PersonKeys slowKeys = keys(store, MASTER, LONG);
            PersonalData slow = PersonalData.under(slowKeys);
            assertThat(other.opened(wang)).isEqualTo(WANG);
            assertThat(slow.opened(wang)).isEqualTo(WANG);

            keys.begin("d1", AT, List::of);

            assertThat(other.isErased("d1")).isTrue();
            assertThat(slow.opened(wang)).as("lingers until it's told").isEqualTo(WANG);
            slowKeys.forget("d1");
            assertThat(slow.isErased("d1")).isTrue();
        }
    }

    @Nested
    class RotatingTheMasterKey {

        @Test
        void wrapsAllKeysAnewAndRewritesNoEvent() {
            DriverRegistered wang = sealed(WANG);
            String newer = MasterKeys.random();

            assertThat(keys(store, newer + "\n" + MASTER, LONG).rewrap()).isOne();
            assertThat(keys(store, newer + "\n" + MASTER, LONG).rewrap()).isZero();

            PersonalData after = PersonalData.under(keys(store, newer, LONG));
            assertThat(after.opened(wang)).isEqualTo(WANG);
            PersonalData before = PersonalData.under(keys(store, MASTER, LONG));
            assertThatThrownBy(() -> before.opened(wang)).hasMessageContaining("master key");
        }

        @Test
        void refusesWhatIsNoKey() {
            assertThatThrownBy(() -> MasterKeys.of("short")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Somebody begins to erase a person at the moment in which a key is made. */
    private record BegunMeanwhile(KeyStore store, String person) implements KeyStore {

        @Override
        public java.util.Optional<String> find(String key) {
            return store.find(key);
        }

        @Override
        public boolean replace(
                String key,
                @org.jspecify.annotations.Nullable String before,
                @org.jspecify.annotations.Nullable String after) {
            boolean replaced = store.replace(key, before, after);
            if (key.startsWith("key/") && after != null) {
                PersonalDataTest.keys(store, MASTER, LONG).begin(person, AT, List::of);
            }
            return replaced;
        }

        @Override
        public List<String> keys(String prefix) {
            return store.keys(prefix);
        }

        @Override
        public void shred(String key) {
            store.shred(key);
        }
    }
}
