package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.documents.PastRecord.Share;
import io.jiayou.readmodel.documents.PastRecord.State;
import io.jiayou.readmodel.documents.WhatIf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a past stands: read models as they stood at a moment, under a name.
 *
 * @param asOf the moment as it was asked for: a position or an instant
 * @param position of the last event taken in, -1 for none
 * @param moment when that was: the instant that was asked for, or when that event was recorded
 * @param state whether it can be asked
 * @param events how many events are folded so far, as far as this node knows
 * @param total how many events there are to fold
 * @param models what it holds: its generations, and in the end their documents and canonical hashes
 * @param rule the rule under which it was folded, as it is proposed; absent if it's what really happened
 * @param whatIf the same with perLitre in thousandths and percent in hundredths, for clients from before there was rule
 * @param startedAt since when it is made
 * @param endedAt when it was ready, or failed; absent before
 * @param keepUntil when it is dropped
 * @param error why it failed; absent if it didn't
 */
public record PastReport(
        String name,
        String asOf,
        long position,
        Instant moment,
        State state,
        long events,
        long total,
        List<Share> models,

        @Schema(description = "the proposed rule, as it is proposed; absent if it's what really happened") @Nullable
        ProposedRuleReport rule,

        @Schema(description = "rule with perLitre in thousandths and percent in hundredths", deprecated = true)
        @Nullable
        WhatIf whatIf,

        Instant startedAt,
        @Nullable Instant endedAt,
        Instant keepUntil,
        @Nullable String error) {

    static PastReport of(PastRecord past, long events) {
        return new PastReport(
                past.name(),
                past.asked(),
                past.position(),
                past.moment(),
                past.state(),
                events,
                past.position() + 1,
                past.models(),
                past.whatIf() == null ? null : ProposedRuleReport.of(past.whatIf()),
                past.whatIf(),
                past.startedAt(),
                past.endedAt(),
                past.keepUntil(),
                past.error());
    }
}
