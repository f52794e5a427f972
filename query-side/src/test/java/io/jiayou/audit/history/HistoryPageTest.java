package io.jiayou.audit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.parameters.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryPageTest {

    @Test
    void goesOnBehindItsLastEvent() {
        HistoryPage page = HistoryPage.before(List.of(event(7), event(41)));

        assertThat(HistoryPage.after(page.nextCursor(), null)).isEqualTo(41);
        assertThat(page.next()).isEqualTo(41);
        assertThat(page.events()).isEqualTo(page.items()).hasSize(2);
    }

    @Test
    void endsWithoutACursor() {
        HistoryPage page = HistoryPage.last(List.of(event(7)));

        assertThat(page.nextCursor()).isNull();
        assertThat(page.next()).isNull();
        assertThat(page.events()).isEqualTo(page.items()).hasSize(1);
    }

    @Test
    void beginsWithTheFirstEventOrBehindThePositionThatIsGiven() {
        assertThat(HistoryPage.after(null, null)).isEqualTo(-1);
        assertThat(HistoryPage.after(null, 5L)).isEqualTo(5);
    }

    @Test
    void goesOnBehindBothOfTwoPlaces() {
        assertThat(HistoryPage.after(cursor("history", "5"), 7L)).isEqualTo(7);
        assertThat(HistoryPage.after(cursor("history", "7"), 5L)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-2", "x", "+5", "9223372036854775807", ""})
    void refusesACursorThatIsNoPlace(String position) {
        assertThatThrownBy(() -> HistoryPage.after(cursor("history", position), null))
                .satisfies(it -> isAbout(it, "cursor"));
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThatThrownBy(() -> HistoryPage.after(cursor("stations", "5"), null))
                .satisfies(it -> isAbout(it, "cursor"));
    }

    private static void isAbout(Throwable refusal, String field) {
        assertThat(refusal).isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.field())
                .isEqualTo(field));
    }

    private static String cursor(String list, String position) {
        return new Cursor(list, List.of(position)).text();
    }

    private static HistoryEvent event(long position) {
        return new HistoryEvent(
                position,
                "id",
                Instant.EPOCH,
                "order.completed",
                null,
                null,
                null,
                null,
                Map.of(),
                "{}",
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
