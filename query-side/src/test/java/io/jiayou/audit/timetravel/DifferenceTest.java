package io.jiayou.audit.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DifferenceTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static Difference difference(String pointer, @Nullable String before, @Nullable String after) {
        return new Difference(pointer, before == null ? null : json(before), after == null ? null : json(after));
    }

    private static List<Difference> between(String before, String after) {
        return Difference.between(json(before), json(after));
    }

    @Test
    void equalAnswersDifferInNothing() {
        assertThat(between("{'a': 1, 'b': [1, {'c': null}]}", "{'b': [1, {'c': null}], 'a': 1}"))
                .isEmpty();
    }

    @Test
    void namesEachFieldThatDiffers() {
        assertThat(between("{'a': {'b': 1, 'c': 2}, 'd': 3}", "{'a': {'b': 5, 'c': 2}, 'e': {'f': 1}}"))
                .containsExactly(
                        difference("/a/b", "1", "5"), difference("/d", "3", null), difference("/e", null, "{'f': 1}"));
    }

    @Test
    void comparesListsEntryByEntry() {
        assertThat(between("{'a': [1, {'b': 2}, 3]}", "{'a': [1, {'b': 4}]}"))
                .containsExactly(difference("/a/1/b", "2", "4"), difference("/a/2", "3", null));
        assertThat(between("{'a': []}", "{'a': ['x']}")).containsExactly(difference("/a/0", null, "'x'"));
    }

    @Test
    void tellsNullFromAbsent() {
        assertThat(between("{'a': null}", "{}")).containsExactly(difference("/a", "null", null));
        assertThat(between("{'a': null}", "{'a': 1}")).containsExactly(difference("/a", "null", "1"));
    }

    @Test
    void escapesNamesAsPointersDo() {
        assertThat(between("{}", "{'a/b~c': 1}")).containsExactly(difference("/a~1b~0c", null, "1"));
    }

    @Test
    void everyPointerLeadsToWhatItTells() {
        JsonNode before = json("{'x': {'y/z': [1, 2, {'q': 'r'}]}, 'n': 1}");
        JsonNode after = json("{'x': {'y/z': [1, 3, {'q': 's', 't': []}, 4]}, 'n': '1'}");

        List<Difference> differences = Difference.between(before, after);

        assertThat(differences).hasSize(5);
        assertThat(differences).allSatisfy(difference -> {
            assertThat(before.at(difference.pointer()).isMissingNode()).isEqualTo(difference.before() == null);
            assertThat(after.at(difference.pointer()).isMissingNode()).isEqualTo(difference.after() == null);
        });
    }
}
