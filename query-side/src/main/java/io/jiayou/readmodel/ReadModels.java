package io.jiayou.readmodel;

/** Where queries find the documents of read models. */
public interface ReadModels {

    <V extends View> Views<V> of(ReadModel<V> model);
}
