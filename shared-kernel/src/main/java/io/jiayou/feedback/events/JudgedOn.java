package io.jiayou.feedback.events;

import io.jiayou.values.Limit;
import io.jiayou.values.Limited;

/**
 * The history of an order that an answer or an outcome rests on: what there was of it at that moment.
 *
 * @param events how many: those with the sequences 0 to {@code events - 1}
 * @param digest of these events' canonical lines ({@link io.jiayou.audit.HistoryDigest}), in Base64
 */
public record JudgedOn(
        @Limited(Limit.ID) String orderId,
        @Limited(Limit.COUNT) long events,
        @Limited(Limit.DIGEST) String digest) {}
