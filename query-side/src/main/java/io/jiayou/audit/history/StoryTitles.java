package io.jiayou.audit.history;

import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.rules.Said;
import io.jiayou.timeline.Step;
import io.jiayou.values.Spoken;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What happened to an order in one line, for people: Chinese for Chinese, English for the rest. */
final class StoryTitles {

    private final ResourceBundle texts;
    private final Locale reader;

    StoryTitles(Locale reader) {
        this.reader = reader;
        this.texts = Reasons.texts(reader);
    }

    /**
     * An event of another kind is told by its stored name.
     *
     * @param event with its personal texts as whoever asks may read them
     */
    String title(Object event) {
        return switch (event) {
            case OrderEvent it -> order(it);
            case FeedbackEvent it -> feedback(it);
            default -> Step.storedName(event);
        };
    }

    private String order(OrderEvent event) {
        return switch (event) {
            case OrderPlaced it -> text(it, Spoken.grade(it.grade()), Spoken.money(it.payable()));
            case PaymentConfirmed it -> text(it, Spoken.money(it.amount()), Spoken.channel(it.channel()));
            case FuelDispensed it -> text(it, Spoken.litres(it.volumeMl()), Spoken.money(it.total()));
            case RefundRequired it -> text(it, Spoken.money(it.amount()), constant(it.reason()));
            case OrderCompleted it -> text(it, Spoken.litres(it.volumeMl()), Spoken.money(it.total()));
            case OrderCancelled it -> text(it, constant(it.reason()));
        };
    }

    private String feedback(FeedbackEvent event) {
        return switch (event) {
            case FeedbackFiled it -> text(it, constant(it.category()), it.text());
            case FeedbackAnswered it -> text(it, it.text());
            case FeedbackResolved it -> text(it, it.outcome());
            case FeedbackReopened it -> text(it, it.reason());
        };
    }

    private String text(Object event, Object... told) {
        Object[] values = Arrays.stream(told)
                .map(value -> value instanceof Said said ? said.in(reader) : value)
                .toArray();
        return new MessageFormat(texts.getString(Step.storedName(event)), reader).format(values);
    }

    private String constant(Enum<?> constant) {
        return Reasons.of(constant).in(reader);
    }
}
