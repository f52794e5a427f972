package io.jiayou.feedback.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.parameters.Page;
import io.jiayou.testing.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedbackListTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final FeedbackList UNRESOLVED = new FeedbackList(FeedbackStatus.unresolved(), null, null);

    private final Documents<FeedbackDetails> documents = Documents.of(new FeedbackModel());
    private final Random random = new Random(3);

    @AfterEach
    void close() {
        documents.close();
    }

    private static FeedbackFiled filed(String id, FeedbackPriority priority, int secondsAgo) {
        return new FeedbackFiled(
                id,
                "driver-of-" + id,
                "order-of-" + id,
                FeedbackCategory.OTHER,
                "text",
                null,
                FeedbackChannel.PHONE,
                null,
                priority,
                NOW.minusSeconds(secondsAgo));
    }

    private List<String> ids(FeedbackList list) {
        return list.page(documents.collection(), null, 20).items().stream()
                .map(FeedbackItem::feedbackId)
                .toList();
    }

    @Test
    void putsTheMostUrgentFirstAndThenTheOldest() {
        documents.record(
                NOW,
                filed("praise", FeedbackPriority.ORDINARY, 999),
                filed("newer-money", FeedbackPriority.MONEY, 10),
                filed("older-money", FeedbackPriority.MONEY, 20),
                filed("complaint", FeedbackPriority.COMPLAINT, 5),
                filed("no-fuel", FeedbackPriority.PAID_WITHOUT_FUEL, 1));

        assertThat(ids(UNRESOLVED)).containsExactly("no-fuel", "older-money", "newer-money", "complaint", "praise");
    }

    @Test
    void goesOnWhereAFullPageEnded() {
        documents.record(
                NOW,
                filed("first", FeedbackPriority.ORDINARY, 30),
                filed("second", FeedbackPriority.ORDINARY, 20),
                filed("third", FeedbackPriority.ORDINARY, 10));

        Page<FeedbackItem> page = UNRESOLVED.page(documents.collection(), null, 2);
        Page<FeedbackItem> next = UNRESOLVED.page(documents.collection(), page.nextCursor(), 2);

        assertThat(page.items()).extracting(FeedbackItem::feedbackId).containsExactly("first", "second");
        assertThat(next.items()).extracting(FeedbackItem::feedbackId).containsExactly("third");
        assertThat(next.nextCursor()).isNull();
    }

    @Test
    void leavesOutWhatIsResolvedUntilItIsReopened() {
        documents.record(
                NOW,
                filed("open", FeedbackPriority.ORDINARY, 50),
                filed("answered", FeedbackPriority.ORDINARY, 40),
                filed("resolved", FeedbackPriority.ORDINARY, 30),
                filed("reopened", FeedbackPriority.ORDINARY, 20),
                new FeedbackAnswered("answered", null, "reply", null, NOW),
                new FeedbackResolved("resolved", null, "outcome", null, NOW),
                new FeedbackResolved("reopened", null, "outcome", null, NOW),
                new FeedbackReopened("reopened", null, "reason", NOW));

        assertThat(ids(UNRESOLVED)).containsExactly("open", "answered", "reopened");
        assertThat(ids(new FeedbackList(List.of(FeedbackStatus.RESOLVED), null, null)))
                .containsExactly("resolved");
        assertThat(ids(new FeedbackList(List.of(FeedbackStatus.RESOLVED, FeedbackStatus.OPEN), null, null)))
                .containsExactly("open", "resolved");
    }

    @Test
    void findsFeedbackOfADriverAndAboutAnOrder() {
        documents.record(NOW, filed("a", FeedbackPriority.MONEY, 1), filed("b", FeedbackPriority.MONEY, 2));

        assertThat(ids(new FeedbackList(FeedbackStatus.unresolved(), "driver-of-a", null)))
                .containsExactly("a");
        assertThat(ids(new FeedbackList(FeedbackStatus.unresolved(), null, "order-of-b")))
                .containsExactly("b");
        assertThat(ids(new FeedbackList(FeedbackStatus.unresolved(), "driver-of-a", "order-of-b")))
                .isEmpty();
    }

    @Test
    void readsEachWithTheDriversKeyOrWithOneOfItsOwn() {
        documents.record(
                NOW,
                filed("a", FeedbackPriority.MONEY, 2),
                new FeedbackFiled(
                        "b",
                        null,
                        null,
                        FeedbackCategory.OTHER,
                        "text",
                        null,
                        FeedbackChannel.EMAIL,
                        null,
                        FeedbackPriority.MONEY,
                        NOW));

        assertThat(UNRESOLVED.page(documents.collection(), null, 20).items())
                .extracting(FeedbackItem::person)
                .containsExactly("driver-of-a", "b");
    }

    @Test
    void givesEachOldOneOnceWhileNewOnesArrive() {
        documents.record(NOW, IntStream.range(0, 150).mapToObj(this::any).toList());
        List<String> before = allPages(false);

        List<String> during = allPages(true);

        assertThat(during).doesNotHaveDuplicates().containsSubsequence(before);
    }

    private FeedbackFiled any(int number) {
        FeedbackPriority[] priorities = FeedbackPriority.values();
        return filed("f" + number, priorities[random.nextInt(priorities.length)], random.nextInt(100));
    }

    private List<String> allPages(boolean whileNewOnesArrive) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<FeedbackItem> page = UNRESOLVED.page(documents.collection(), cursor, 7);
            page.items().forEach(item -> ids.add(item.feedbackId()));
            cursor = page.nextCursor();
            if (whileNewOnesArrive) {
                documents.record(NOW, any(1_000 + ids.size()));
            }
        } while (cursor != null);
        return ids;
    }
}
