package io.jiayou.personal;

import io.jiayou.metadata.StoredAs;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a sealed text may stand: what it must have been sealed as for it to be opened there. Whoever can write where sealed
 * texts are kept could otherwise have anybody's text opened by copying it to where they may read.
 *
 * @param types stored names of the events that the text may come from
 * @param field the component in these events
 * @param person whose document or event it is; none where nobody knows, and then nothing is opened
 */
public record Place(
        Set<String> types, String field, @Nullable String person) {

    public Place {
        types = Set.copyOf(types);
    }

    /** In an event itself. */
    public static Place of(String type, String field, @Nullable String person) {
        return new Place(Set.of(type), field, person);
    }

    /**
     * In something made of events, of nobody yet.
     *
     * @throws IllegalArgumentException unless each of the events has this component, and it is personal
     */
    public static Place from(Class<?>[] events, String field) {
        for (Class<?> event : events) {
            if (!PersonalFields.of(event).names().contains(field)) {
                throw new IllegalArgumentException(event + " has no personal " + field);
            }
        }
        return new Place(Arrays.stream(events).map(Place::storedName).collect(Collectors.toSet()), field, null);
    }

    private static String storedName(Class<?> event) {
        return Objects.requireNonNull(event.getAnnotation(StoredAs.class)).value();
    }

    /** The same place in what is one person's. */
    public Place ofPerson(@Nullable String whose) {
        return new Place(types, field, whose);
    }

    /** Whether a text was sealed for here. */
    public boolean holds(SealedText text) {
        return types.contains(text.type())
                && field.equals(text.field())
                && text.person().equals(person);
    }
}
