package io.jiayou.readmodel;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read model: which documents an event reaches, and what becomes of each. Pure: no clock, no store, no log. The same
 * fold serves live updates, rebuilds, time travel and tests.
 *
 * @param <V> a record that the driver's record codec can store
 */
public interface ReadModel<V extends View> {

    /** Its stable name in lower case with dashes; names its collections, metrics and commands. */
    String name();

    Class<V> view();

    /** Fields with an index each; a compound index names its fields in order, separated by commas. */
    List<String> indexes();

    /** The ids of the documents that an event changes; none for events that don't concern this model. */
    Collection<String> documentsOf(Object event);

    /**
     * Whether events of a class may reach any document: asked of those that can't be read. A model that doesn't say
     * otherwise may miss something with each of them.
     */
    default boolean reads(Class<?> event) {
        return true;
    }

    /** Whether an event reaches the document that has the id of its aggregate, and no other. */
    default boolean isKeyedByAggregate() {
        return false;
    }

    /**
     * The document after an event. What it throws stops the document, so it throws only what the event itself is to
     * blame for. Documents are never deleted, so that a second delivery can always be told.
     *
     * @param id one of {@link #documentsOf}
     * @param view the document so far; none before its first event
     */
    V fold(String id, @Nullable V view, RecordedEvent event);
}
