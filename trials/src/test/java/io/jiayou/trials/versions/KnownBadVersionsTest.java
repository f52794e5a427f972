package io.jiayou.trials.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This module stands on all others: what they run on, and what tests run on, is on its class path. */
class KnownBadVersionsTest {

    private static final Path LIST = Path.of("../docs/known-bad-versions.txt");

    private static final List<Dependency> RESOLVED = Dependency.of(System.getProperty("java.class.path"));

    @Test
    void areOnNoClassPath() throws IOException {
        KnownBadVersions list = KnownBadVersions.parse(Files.readAllLines(LIST));

        assertThat(list.entries()).hasSizeGreaterThan(20);
        assertThat(RESOLVED).hasSizeGreaterThan(100);
        assertThat(list.among(RESOLVED))
                .as("docs/known-bad-versions.txt; docs/dependencies.md says what to do")
                .isEmpty();
    }

    @Test
    void areFoundAmongWhatIsReallyThere() {
        Dependency tomcat = RESOLVED.stream()
                .filter(it -> it.artifact().equals("tomcat-embed-core"))
                .findFirst()
                .orElseThrow();
        KnownBadVersions list = KnownBadVersions.parse(List.of(
                "# a list", "", tomcat.name() + " | [" + tomcat.version() + "," + tomcat.version() + "] | a test"));

        assertThat(list.among(RESOLVED)).containsExactly(tomcat.name() + " " + tomcat.version() + ": a test");
    }

    @Test
    void areToldByTheirPlaceInARepository() {
        String path = "/x/repository/org/yaml/snakeyaml/1.33/snakeyaml-1.33.jar:/project/http/target/classes:"
                + "/x/repository/io/netty/netty-transport/4.2.19.Final/netty-transport-4.2.19.Final-linux-x86_64.jar";

        assertThat(Dependency.of(path))
                .containsExactly(
                        new Dependency("org.yaml", "snakeyaml", new Version("1.33")),
                        new Dependency("io.netty", "netty-transport", new Version("4.2.19.Final")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[,2.0) | 1.33 | true",
                "[,2.0) | 2.0 | false",
                "[,2.0] | 2.0 | true",
                "(1.0,2.0) | 1.0 | false",
                "[1.0,2.0) | 1.0 | true",
                "[1.0,2.0) | 0.9.9 | false",
                "[1.0,) | 99 | true",
                "[,1.0) [2.0,2.1) | 2.0.5 | true",
                "[,1.0) [2.0,2.1) | 1.5 | false",
                "[,1.10.0) | 1.9.12 | true",
                "[,4.1.129) | 4.1.129.Final | false",
                "[,4.1.129) | 4.1.128.Final | true",
                "[,11.0.11) | 11.0.11-M1 | true",
                "[11.0.0-M1,11.0.11) | 11.0.0-M2 | true",
                "[,32.0.0) | 33.4.8-jre | false",
                "[,32.0.0) | 31.1-jre | true",
                "[,2.0) | 2.0-rc1 | true"
            })
    void areComparedAsReleasesFollowEachOther(String ranges, String version, boolean bad) {
        assertThat(VersionRange.all(ranges).stream().anyMatch(it -> it.contains(new Version(version))))
                .isEqualTo(bad);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.yaml:snakeyaml",
                "org.yaml:snakeyaml | [,2.0)",
                "org.yaml:snakeyaml | [,2.0) | ",
                "org.yaml:snakeyaml | before 2.0 | why",
                "org.yaml:snakeyaml | [,2.0 | why",
                "snakeyaml | [,2.0) | why"
            })
    void areNeverWatchedForByALineThatSaysNothing(String line) {
        assertThatThrownBy(() -> KnownBadVersions.parse(List.of(line))).isInstanceOf(IllegalArgumentException.class);
    }
}
