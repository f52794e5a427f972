package io.jiayou.serialization;

import io.jiayou.approved.Approved;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An approved file of an event: {@code order.placed.r1.complete.json}. */
record ApprovedEvent(String file, String name, int revision) {

    private static final Pattern FORM = Pattern.compile("([a-z.-]+)\\.r([0-9]+)\\.[a-z-]+\\.json");

    static ApprovedEvent named(String file) {
        Matcher matcher = FORM.matcher(file);
        if (!matcher.matches()) {
            throw new AssertionError(file + " isn't named <stored name>.r<revision>.<variant>.json");
        }
        return new ApprovedEvent(file, matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    /** Whether it is neither of an earlier revision nor of a name that was given up for another. */
    boolean isOfToday() {
        Class<?> event = StoredEvents.all().get(name);
        return event != null && StoredEvents.storedAs(event).revision() == revision;
    }

    String json() {
        return Approved.read(Approved.EVENTS.resolve(file));
    }
}
