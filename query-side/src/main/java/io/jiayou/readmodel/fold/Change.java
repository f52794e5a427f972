package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.View;
import org.jspecify.annotations.Nullable;

/** What a batch of events made of one document; it was none before its first event. */
public record Change<V extends View>(@Nullable V before, V after) {}
