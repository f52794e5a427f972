package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.View;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a fold's documents are. */
public interface Shelf<V extends View> {

    /** Those of the documents that exist, by their ids. */
    Map<String, V> load(Set<String> ids);

    void write(List<Change<V>> changes);

    /** Documents of which nothing is left once an event is left out. */
    void remove(Set<String> ids);

    /** What is known to be missing or left out; told before the documents that follow from it are written. */
    void keep(Marks marks);
}
