package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Public proof vectors, which were made by others for others. */
class MerkleVectorsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "merkle-vectors");

    /** Its roots are placeholders, not hashes: it's about the sizes. No root of ours can be one. */
    private static final String PLACEHOLDERS = "consistency/additional/sizes-are-equal-one-and-proof-is-empty";

    @Test
    void inclusionProofsAreJudgedAsWanted() {
        judge("inclusion.json", MerkleVectorsTest::verifyInclusion);
    }

    @Test
    void consistencyProofsAreJudgedAsWanted() {
        judge("consistency.json", MerkleVectorsTest::verifyConsistency);
    }

    private static void judge(String file, Consumer<JsonNode> verification) {
        JsonNode cases = new ObjectMapper().readTree(FOLDER.resolve(file).toFile());
        List<String> misjudged = new ArrayList<>();
        for (JsonNode one : cases) {
            if (refuses(() -> verification.accept(one)) != one.get("wantErr").asBoolean()) {
                misjudged.add(one.get("name").asString());
            }
        }
        assertThat(cases.size()).isEqualTo(98);
        assertThat(misjudged).isEmpty();
    }

    private static void verifyInclusion(JsonNode one) {
        new InclusionProof(number(one, "leafIdx"), hashes(one))
                .verify(hash(one, "leafHash"), new TreeHead(number(one, "treeSize"), hash(one, "root")));
    }

    private static void verifyConsistency(JsonNode one) {
        new ConsistencyProof(hashes(one))
                .verify(
                        new TreeHead(number(one, "size1"), hash(one, "root1")),
                        new TreeHead(number(one, "size2"), hash(one, "root2")));
    }

    /** Numbers are uint64; those above 2^63 − 1 become negative. */
    private static long number(JsonNode one, String field) {
        return new BigInteger(one.get(field).asString()).longValue();
    }

    private static Hash hash(JsonNode one, String field) {
        byte[] bytes = Base64.getDecoder().decode(one.get(field).asString());
        return one.get("name").asString().equals(PLACEHOLDERS) ? Hash.sha256(bytes) : Hash.of(bytes);
    }

    private static List<Hash> hashes(JsonNode one) {
        JsonNode proof = one.get("proof");
        return proof.isNull()
                ? List.of()
                : Stream.iterate(0, i -> i < proof.size(), i -> i + 1)
                        .map(i -> Hash.parse(proof.get(i).asString()))
                        .toList();
    }
}
