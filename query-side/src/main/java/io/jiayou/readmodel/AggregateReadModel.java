package io.jiayou.readmodel;

/**
 * A read model each of whose documents is made of the events of one aggregate, the one that has the document's id. Its
 * past states are folded from that aggregate's events alone.
 */
public interface AggregateReadModel<V extends View> extends ReadModel<V> {

    @Override
    default boolean isKeyedByAggregate() {
        return true;
    }
}
