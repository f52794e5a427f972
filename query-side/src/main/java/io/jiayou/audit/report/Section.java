package io.jiayou.audit.report;

import io.jiayou.rules.Detail;
import java.util.Locale;

/** The parts of the report, in their order. */
enum Section {
    SALES(Detail.of("Sales")),
    REFUNDS_DUE(Detail.of("Refunds that became due")),
    CANCELLATIONS(Detail.of("Cancellations")),
    PRICE_CHANGES(Detail.of("Price changes")),
    PERSONAL_DATA(Detail.of("Who was shown personal data")),
    ANNULMENTS(Detail.of("Annulled events")),
    ALARMS(Detail.of("Alarms")),
    LOG(Detail.of("The log that proves the events")),
    VERIFICATION(Detail.of("The last check of the event store"));

    private final Detail title;

    Section(Detail title) {
        this.title = title;
    }

    /** For people. */
    Detail title() {
        return title;
    }

    /** For programs: {@code refunds-due}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
