package io.jiayou.readmodel;

/** One document of a read model: a record whose first component is annotated {@code @BsonId}. */
public interface View {

    String id();

    /** The global position of the last event folded into it; an event at or before it changes nothing any more. */
    long position();
}
