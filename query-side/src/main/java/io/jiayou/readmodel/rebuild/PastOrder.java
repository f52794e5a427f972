package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.documents.WhatIf;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What past is wanted.
 *
 * @param asked the moment as somebody asked for it
 * @param position of the last event to take in, -1 for none
 * @param moment when that was
 * @param whatIf a rule, for a past that didn't happen
 * @param rule what the rule makes of each event
 * @param byQuery whether a query makes it by itself, and not somebody by name
 */
public record PastOrder(
        String name,
        String asked,
        long position,
        Instant moment,
        List<ReadModel<?>> models,
        @Nullable WhatIf whatIf,
        UnaryOperator<RecordedEvent> rule,
        boolean byQuery) {

    /** A past as it really was. */
    public static PastOrder of(String name, String asked, long position, Instant moment, List<ReadModel<?>> models) {
        return new PastOrder(name, asked, position, moment, models, null, UnaryOperator.identity(), false);
    }

    /** The same, made by a query by itself. */
    public PastOrder madeByQuery() {
        return new PastOrder(name, asked, position, moment, models, whatIf, rule, true);
    }
}
