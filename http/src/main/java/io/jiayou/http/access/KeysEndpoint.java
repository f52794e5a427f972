package io.jiayou.http.access;

import com.nimbusds.jose.KeySourceException;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /.well-known/jwks.json}: with it, anybody can check a token. */
@Hidden
@RestController
class KeysEndpoint {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final TokenKeys keys;

    KeysEndpoint(TokenKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> keys() {
        try {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(FRESH))
                    .body(keys.all().toJSONObject());
        } catch (KeySourceException e) {
            throw new ProblemException(Problem.UNAVAILABLE, null, "the keys can't be read at the moment");
        }
    }
}
