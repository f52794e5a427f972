package io.jiayou.trials.tampering;

import io.jiayou.embedded.events.StoredEvent;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Ways to change a store. Each says at which position the first difference has to be found. */
enum Mutation {
    BIT_FLIP {
        @Override
        long apply(Tampered store, RandomGenerator random) {
            int at = store.any(random);
            byte[] record = store.get(at).clone();
            int bit = random.nextInt(record.length * 8);
            record[bit / 8] ^= (byte) (1 << bit % 8);
            store.replace(at, record);
            return at;
        }
    },
    TRUNCATED_RECORD {
        @Override
        long apply(Tampered store, RandomGenerator random) {
            int at = store.any(random);
            byte[] record = store.get(at);
            store.replace(at, Arrays.copyOf(record, random.nextInt(record.length)));
            return at;
        }
    },
    DELETION {
        @Override
        long apply(Tampered store, RandomGenerator random) {
            int at = store.any(random);
            store.remove(at);
            return at;
        }
    },
    SWAP {
        @Override
        long apply(Tampered store, RandomGenerator random) {
            int one = store.any(random);
            int other = store.any(random);
            while (other == one) {
                other = store.any(random);
            }
            byte[] first = store.get(one);
            store.replace(one, store.get(other));
            store.replace(other, first);
            return Math.min(one, other);
        }
    },
    INSERTION {
        @Override
        long apply(Tampered store, RandomGenerator random) {
            int at = store.any(random);
            int copied = store.any(random);
            while (copied == at) {
                copied = store.any(random);
            }
            store.insert(at, store.get(copied));
            return at;
        }
    },
    /** A price, a volume or a time is changed, and the event stays a perfect one. */
    REPLACED_PAYLOAD {
        @Override
        long apply(Tampered store, RandomGenerator random) {
            int at = store.any(random);
            StoredEvent event = StoredEvent.decode(store.get(at));
            store.replace(
                    at,
                    withPayload(event, changedDigit(event.payload(), random)).encode());
            return at;
        }
    },
    /** The last events are gone, as after restoring an older state. */
    ROLL_BACK {
        @Override
        long apply(Tampered store, RandomGenerator random) {
            int size = store.any(random);
            store.cut(size);
            return size;
        }
    };

    /** @return the position at which the store differs first */
    abstract long apply(Tampered store, RandomGenerator random);

    private static byte[] changedDigit(byte[] payload, RandomGenerator random) {
        List<Integer> digits = IntStream.range(0, payload.length)
                .filter(at -> payload[at] >= '1' && payload[at] <= '9')
                .boxed()
                .toList();
        byte[] changed = payload.clone();
        if (digits.isEmpty()) {
            changed[changed.length - 1] = ' ';
        } else {
            int at = digits.get(random.nextInt(digits.size()));
            changed[at] = (byte) (changed[at] == '9' ? '1' : changed[at] + 1);
        }
        return changed;
    }

    private static StoredEvent withPayload(StoredEvent event, byte[] payload) {
        return new StoredEvent(
                event.identifier(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.timestamp(),
                event.payloadType(),
                event.payloadRevision(),
                payload,
                event.metaData());
    }
}
