package io.jiayou.cli;

import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Whether a machine reads the answer. */
final class JsonOption {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "Answer as one JSON document on standard output.")
    private boolean asked;

    boolean asked() {
        return asked;
    }

    void print(Object answer) {
        System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }
}
