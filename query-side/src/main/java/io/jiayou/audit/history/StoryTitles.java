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
import io.jiayou.timeline.Step;
import io.jiayou.values.Money;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What happened to an order in one line, for people: Chinese for Chinese, English for the rest. */
final class StoryTitles {

    private static final Control NO_MACHINE_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final int MILLI = 3;

    private final ResourceBundle texts;
    private final Locale reader;

    StoryTitles(Locale reader) {
        this.reader = reader;
        this.texts = ResourceBundle.getBundle(
                "io.jiayou.audit.history.titles", reader, StoryTitles.class.getClassLoader(), NO_MACHINE_LOCALE);
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
            case OrderPlaced it -> text(it, it.grade(), money(it.payable()));
            case PaymentConfirmed it -> text(it, money(it.amount()), it.channel());
            case FuelDispensed it -> text(it, litres(it.volumeMl()), money(it.total()));
            case RefundRequired it -> text(it, money(it.amount()), constant(it.reason()));
            case OrderCompleted it -> text(it, litres(it.volumeMl()), money(it.total()));
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
        return new MessageFormat(texts.getString(Step.storedName(event)), reader).format(told);
    }

    private String constant(Enum<?> constant) {
        return texts.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private static String litres(long volumeMl) {
        return BigDecimal.valueOf(volumeMl, MILLI).toPlainString();
    }

    private static String money(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + money.currency();
    }
}
