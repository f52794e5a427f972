package io.jiayou.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {

    record Counted(@Nullable String name, int count) {}

    private final CredentialsInMemory stored = new CredentialsInMemory();
    private final Vault vault = new Vault(stored);
    private final Records<Counted> records = vault.records("counts", Counted.class);

    @Test
    void areFoundByTheirIdsAndOfTheirKindAlone() {
        count("a");
        vault.records("others", Counted.class).decide("b", none -> Decided.become(new Counted("b", 9), 9));

        assertThat(records.find("a")).contains(new Counted("a", 1));
        assertThat(records.find("b")).isEmpty();
        assertThat(records.ids("")).containsExactly("a");
    }

    @Test
    void becomeWhatWasDecidedAndTellTheAnswer() {
        assertThat(count("a")).isEqualTo(1);
        assertThat(count("a")).isEqualTo(2);
        assertThat(records.find("a")).contains(new Counted("a", 2));
    }

    @Test
    void stayAsTheyAreIfThatWasDecided() {
        count("a");
        int writes = stored.work().get(1);

        assertThat(records.<String>decide("a", before -> Decided.keep("nothing to do")))
                .isEqualTo("nothing to do");
        assertThat(records.find("a")).contains(new Counted("a", 1));
        assertThat(stored.work().get(1)).isEqualTo(writes);
    }

    @Test
    void goIfThatWasDecided() {
        count("a");

        assertThat(records.<Boolean>decide("a", before -> Decided.become(null, true)))
                .isTrue();
        assertThat(records.find("a")).isEmpty();
        assertThat(records.ids("")).isEmpty();
    }

    @Test
    void areDecidedOnAgainIfSomebodyWasFaster() {
        count("a");
        List<Integer> seen = new ArrayList<>();

        int answer = records.decide("a", before -> {
            int count = before.orElseThrow().count();
            seen.add(count);
            if (seen.size() == 1) {
                count("a");
            }
            return Decided.become(new Counted("a", count + 10), count);
        });

        assertThat(seen).containsExactly(1, 2);
        assertThat(answer).isEqualTo(2);
        assertThat(records.find("a")).contains(new Counted("a", 12));
    }

    @Test
    void areListedByTheBeginningsOfTheirIdsInOrder() {
        for (String id : List.of("b/2", "a/1", "b/1")) {
            count(id);
        }

        assertThat(records.ids("b/")).containsExactly("b/1", "b/2");
        assertThat(records.all("b/")).containsExactly(new Counted("b/1", 1), new Counted("b/2", 1));
        assertThat(records.all("c/")).isEmpty();
    }

    @Test
    void ofAnEarlierVersionLackWhatItDidNotKnow() {
        stored.replace("counts/old", null, "{\"name\":\"old\"}");

        assertThat(records.find("old")).contains(new Counted("old", 0));
    }

    @Test
    void areNowhereWithoutAStore() {
        Vault none = new Vault(new NoCredentials());

        assertThat(vault.isOpen()).isTrue();
        assertThat(none.isOpen()).isFalse();
        Records<Counted> nowhere = none.records("counts", Counted.class);
        assertUnavailable(() -> nowhere.find("a"));
        assertUnavailable(() -> nowhere.ids(""));
        assertUnavailable(() -> new NoCredentials().replace("counts/a", null, "{}"));
    }

    private static void assertUnavailable(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.problem())
                .isEqualTo(Problem.UNAVAILABLE));
    }

    private int count(String id) {
        return records.decide(id, (Optional<Counted> before) -> {
            int count = before.map(Counted::count).orElse(0) + 1;
            return Decided.become(new Counted(id, count), count);
        });
    }
}
