package io.jiayou.testing;

import io.jiayou.http.ProblemException;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import io.jiayou.rules.Problem;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A read model with an endpoint, for tests of what all endpoints share. It is outside of what the query side scans. */
@TestConfiguration(proxyBeanMethods = false)
public class TalliesOnTheWeb {

    @Bean
    Tallies tallies() {
        return new Tallies("tallies");
    }

    @RestController
    record Endpoint(ReadModels readModels, Tallies tallies) {

        @GetMapping("/test/tallies/{id}")
        @Reads(Tallies.class)
        Tally tally(@PathVariable String id) {
            return readModels
                    .of(tallies)
                    .find(id)
                    .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, null, "no such tally"));
        }
    }
}
