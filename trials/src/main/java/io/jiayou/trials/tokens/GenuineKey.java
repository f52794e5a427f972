package io.jiayou.trials.tokens;

import com.nimbusds.jose.jwk.ECKey;
import io.jiayou.embedded.records.SyncedRecords;
import java.nio.file.Path;
import java.text.ParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The key that a stopped system signs with, out of its data directory: for tokens that are wrong though well signed. */
final class GenuineKey {

    private GenuineKey() {}

    static ECKey of(Path data) throws ParseException {
        try (SyncedRecords records = new SyncedRecords(data.resolve("identity"))) {
            JsonNode ring = JsonMapper.builder()
                    .build()
                    .readTree(records.find("signing-keys/ring").orElseThrow());
            return ECKey.parse(ring.at("/keys/0/jwk").asString(""));
        }
    }
}
