package io.jiayou.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What generators, checkers and a maker of requests that nobody here wrote think of the API, each told its document alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final int MINUTES = Integer.getInteger("foreign.minutes", 1);

    /** The program's own, but for what hooks.py says of three of them. */
    private static final List<String> CHECKS = List.of(
            "fails_nowhere",
            "status_code_conformance",
            "content_type_conformance",
            "response_headers_conformance",
            "response_schema_conformance",
            "takes_what_it_describes",
            "refuses_what_it_excludes");

    private final Served served;

    ForeignIT(@TempDir Path directory) throws IOException {
        this.served = Served.in(directory.resolve("data"));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void checkersOfDocumentsFindNoError() throws IOException {
        Path node = node();
        Program tools = new Program(node);

        tools.succeeds("npx", "--no", "redocly", "lint", served.document(), "--config", "redocly.yaml");
        tools.succeeds(
                "npx", "--no", "spectral", "lint", served.document(), "--ruleset", "spectral.yaml", "--fail-severity", "error");
    }

    @Test
    void aClientGeneratedInTypeScriptCompilesStrictlyAndWalks() throws IOException {
        Path node = node();
        Map<String, String> environment = new LinkedHashMap<>(Map.of("JIAYOU_URL", served.address()));
        for (String role : List.of("agent", "head-office", "auditor")) {
            environment.put("TOKEN_" + role.toUpperCase(Locale.ROOT).replace('-', '_'), served.token(role));
        }
        environment.put("TOKEN_PAYMENTS", served.token("machine"));
        environment.put("TOKEN_DRIVER", served.token("driver", "--driver", "ts-d1"));
        for (String role : List.of("manager", "attendant")) {
            environment.put("TOKEN_" + role.toUpperCase(Locale.ROOT), served.token(role, "--station", "ts-s1"));
        }
        Program tools = new Program(node, environment);

        tools.succeeds("npx", "--no", "openapi-typescript", served.document(), "--output", "api.d.ts");
        tools.succeeds("npx", "--no", "tsc");
        String walked = tools.succeeds("node", "built/walk.js");

        assertThat(walked.strip())
                .isEqualTo("{\"status\":\"COMPLETED\",\"payable\":20000,\"sold\":19993,\"feedback\":true,\"history\":true}");
    }

    @Test
    void aClientGeneratedInJavaCompilesAndWalks() throws Exception {
        Walk walk = new Walk(served, "java");

        walk.opensAStation();
        walk.ordersFuel("13800138010");
        walk.fuels();
        walk.complains();

        walk.isTold();
    }

    /** Last: it changes whatever may be changed. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aMakerOfRequestsFindsNoDifference() throws Exception {
        Path python = python();
        Walk own = new Walk(served, "own");
        own.opensAStation();
        own.ordersFuel("13800138011");
        own.complains();

        Program tester = new Program(
                Path.of("python"),
                Map.of(
                        "JIAYOU", Path.of("../jiayou").toRealPath().toString(),
                        "JIAYOU_DATA", served.data().toString(),
                        "SCHEMATHESIS_HOOKS", "hooks",
                        "PYTHONPATH", "."));
        Program.Ended found = tester.run(
                python.resolve("schemathesis").toString(),
                "--no-color",
                "run",
                served.document(),
                "--phases=examples,coverage,fuzzing",
                "--checks=" + String.join(",", CHECKS),
                "--exclude-path-regex=/live$",
                "--workers=2",
                "--continue-on-failure",
                "--max-examples=" + 10 * MINUTES,
                "--max-time=" + 60 * MINUTES);

        Files.writeString(TARGET.resolve("schemathesis.txt"), found.output());
        assertThat(found.status()).as(found.output()).isZero();
    }

    /** What stands in package.json, installed; the test is skipped where Node isn't. */
    private static Path node() throws IOException {
        assumeTrue(Program.isThere("npm", "--version"), "Node isn't there");
        Path installed = copy("typescript");
        new Program(installed).succeeds("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        return installed;
    }

    /** The programs of what stands in requirements.txt; the test is skipped where Python isn't. */
    private static Path python() {
        assumeTrue(Program.isThere("python3", "-c", "import ensurepip, venv"), "Python with venv isn't there");
        Path environment = TARGET.resolve("python");
        Path programs = environment.resolve("bin");
        Program here = new Program(Path.of("python"));
        here.succeeds("python3", "-m", "venv", environment.toString());
        here.succeeds(programs.resolve("pip").toString(), "install", "--quiet", "--requirement", "requirements.txt");
        return programs;
    }

    private static Path copy(String folder) throws IOException {
        Path to = Files.createDirectories(TARGET.resolve(folder));
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }
}
