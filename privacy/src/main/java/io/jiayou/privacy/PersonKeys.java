package io.jiayou.privacy;

import com.google.crypto.tink.Aead;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of persons, and who is erased. What was read is remembered for a while, on this node; whatever this node erases it
 * forgets at once.
 */
public final class PersonKeys {

    /** What is known of a person: a key, or that there is none, or never will be one again. */
    record Standing(@Nullable Key key, boolean erased) {}

    /** @param number that ciphertexts begin with */
    record Key(int number, Aead aead) {}

    /** @param wrapped in Base64 */
    private record KeyRecord(int number, String wrapped) {}

    private static final String KEYS = "key/";
    private static final String ERASED = "erased/";
    private static final String CONTEXT = "jiayou person key ";
    private static final int STRIPES = 64;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom NUMBERS = new SecureRandom();

    private final KeyStore store;
    private final KeyWrapping wrapping;
    private final Remembered remembered;
    private final List<Object> stripes =
            IntStream.range(0, STRIPES).mapToObj(stripe -> new Object()).toList();

    /** @param linger how long a key is remembered that another node may have erased */
    public PersonKeys(KeyStore store, KeyWrapping wrapping, Duration linger) {
        this.store = store;
        this.wrapping = wrapping;
        this.remembered = new Remembered(linger);
    }

    /** To take over what goes with a backup: no key can be used or made. */
    public static PersonKeys withoutMasterKey(KeyStore store) {
        return new PersonKeys(store, new NoMasterKey(), Duration.ZERO);
    }

    KeyStore store() {
        return store;
    }

    Standing find(String person) {
        Standing known = remembered.of(person);
        if (known != null) {
            return known;
        }
        synchronized (stripe(person)) {
            Standing read = read(person);
            remembered.put(person, read);
            return read;
        }
    }

    /** As above; whoever isn't erased and has no key gets one. */
    Standing findOrMake(String person) {
        Standing known = find(person);
        if (known.erased() || known.key() != null) {
            return known;
        }
        synchronized (stripe(person)) {
            byte[] key = Gcm.randomKey();
            String wrapped = Base64.getEncoder().encodeToString(wrapping.wrap(key, CONTEXT + person));
            String made = JSON.writeValueAsString(new KeyRecord(NUMBERS.nextInt(), wrapped));
            store.replace(KEYS + person, null, made);
            // another node may have been faster, or may have begun to erase the person meanwhile
            if (isErased(person)) {
                store.replace(KEYS + person, made, null);
                store.shred(KEYS + person);
            }
            Standing read = read(person);
            remembered.put(person, read);
            return read;
        }
    }

    private Standing read(String person) {
        if (isErased(person)) {
            return new Standing(null, true);
        }
        return new Standing(
                store.find(KEYS + person).map(json -> key(person, json)).orElse(null), false);
    }

    private boolean isErased(String person) {
        return store.find(ERASED + person).isPresent();
    }

    private Key key(String person, String json) {
        KeyRecord stored = JSON.readValue(json, KeyRecord.class);
        byte[] key = wrapping.unwrap(Base64.getDecoder().decode(stored.wrapped()), CONTEXT + person);
        return new Key(stored.number(), Gcm.of(List.of(new Gcm.Numbered(stored.number(), key))));
    }

    /**
     * Begins to erase a person: from now on nothing is sealed for them, whatever happens. A second time changes nothing.
     *
     * @param claims ids of the identifiers that the person holds; asked the first time only
     * @return the erasure as it was first begun
     */
    public Erasure begin(String person, Instant since, Supplier<List<String>> claims) {
        Optional<Erasure> begun = erasure(person);
        if (begun.isEmpty()) {
            keep(new Erasure(person, since, false, claims.get()));
        }
        return begun.or(() -> erasure(person)).orElseThrow();
    }

    private Optional<Erasure> erasure(String person) {
        return store.find(ERASED + person).map(json -> JSON.readValue(json, Erasure.class));
    }

    /** Makes an erasure known that was recorded elsewhere. */
    public void keep(Erasure erasure) {
        synchronized (stripe(erasure.person())) {
            store.replace(ERASED + erasure.person(), null, JSON.writeValueAsString(erasure));
            remembered.forget(erasure.person());
        }
    }

    /** Destroys the key of a person whose erasure was begun and recorded. */
    public void finish(String person) {
        synchronized (stripe(person)) {
            String begun = store.find(ERASED + person)
                    .orElseThrow(() -> new IllegalStateException("an erasure is finished that wasn't begun"));
            destroy(person);
            store.replace(
                    ERASED + person,
                    begun,
                    JSON.writeValueAsString(JSON.readValue(begun, Erasure.class).done()));
        }
    }

    /** Destroys a key; of a person who is known to be erased. */
    public void destroy(String person) {
        store.find(KEYS + person).ifPresent(key -> store.replace(KEYS + person, key, null));
        store.shred(KEYS + person);
        remembered.forget(person);
    }

    /** Reads anew what is known of a person: another node may have erased them. */
    public void forget(String person) {
        remembered.forget(person);
    }

    /** All erasures, in the order of the persons. */
    public List<Erasure> erasures() {
        return store.keys(ERASED).stream()
                .map(store::find)
                .flatMap(Optional::stream)
                .map(json -> JSON.readValue(json, Erasure.class))
                .toList();
    }

    /** The wrapped keys, each as one line {@code PERSON RECORD}, as they go with backups. */
    public List<String> lines() {
        return store.keys(KEYS).stream()
                .flatMap(key -> store.find(key).stream().map(json -> key.substring(KEYS.length()) + ' ' + json))
                .toList();
    }

    /**
     * Takes over a wrapped key from a line, unless its person is erased or has one.
     *
     * @return whether it was taken
     */
    public boolean restore(String line) {
        int space = line.indexOf(' ');
        String person = line.substring(0, space);
        return !isErased(person) && store.replace(KEYS + person, null, line.substring(space + 1));
    }

    /**
     * Wraps by the newest master key whatever isn't.
     *
     * @return how many keys that were
     */
    public int rewrap() {
        int rewrapped = 0;
        for (String key : store.keys(KEYS)) {
            String json = store.find(key).orElse(null);
            if (json != null && rewrap(key, json)) {
                rewrapped++;
            }
        }
        store.shred(KEYS);
        return rewrapped;
    }

    private boolean rewrap(String key, String json) {
        KeyRecord stored = JSON.readValue(json, KeyRecord.class);
        byte[] wrapped = Base64.getDecoder().decode(stored.wrapped());
        if (wrapping.isCurrent(wrapped)) {
            return false;
        }
        String context = CONTEXT + key.substring(KEYS.length());
        byte[] anew = wrapping.wrap(wrapping.unwrap(wrapped, context), context);
        KeyRecord after = new KeyRecord(stored.number(), Base64.getEncoder().encodeToString(anew));
        return store.replace(key, json, JSON.writeValueAsString(after));
    }

    private Object stripe(String person) {
        return stripes.get(Math.floorMod(person.hashCode(), STRIPES));
    }
}
