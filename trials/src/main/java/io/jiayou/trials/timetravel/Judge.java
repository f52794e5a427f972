package io.jiayou.trials.timetravel;

import com.mongodb.MongoClientSettings;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two views by their canonical bytes. */
final class Judge {

    private Judge() {}

    /**
     * What is wrong with a view, in one line.
     *
     * @param expected what it has to be; null if there has to be none
     */
    static Optional<String> wrong(Object what, @Nullable View expected, @Nullable View actual) {
        if (expected == null || actual == null) {
            return expected == actual
                    ? Optional.empty()
                    : Optional.of(what + " is " + told(actual) + ", not " + told(expected));
        }
        if (expected.getClass() == actual.getClass() && Arrays.equals(bytes(expected), bytes(actual))) {
            return Optional.empty();
        }
        return Optional.of(what + " differs: it is " + told(actual) + ", not " + told(expected));
    }

    private static String told(@Nullable View view) {
        return view == null ? "nothing" : "%s at position %d".formatted(view.id(), view.position());
    }

    private static <V extends View> byte[] bytes(V view) {
        @SuppressWarnings("unchecked") // the class of a V
        Class<V> type = (Class<V>) view.getClass();
        return new Canonical<>(type, MongoClientSettings.getDefaultCodecRegistry()).bytes(view);
    }
}
