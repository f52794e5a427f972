package io.jiayou.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ./jiayou pasts}. */
@Command(
        name = "pasts",
        description = {
            "Read models as they stood at a moment: list, compare, switch to, drop.",
            "jiayou rebuild --until makes one."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Pasts.Show.class, Pasts.Compare.class, Pasts.Switch.class, Pasts.Drop.class})
final class Pasts {

    private static String path(@Nullable String name) {
        return PastCall.PASTS + "/" + encoded(name);
    }

    private static String encoded(@Nullable String name) {
        return URLEncoder.encode(String.valueOf(name), StandardCharsets.UTF_8);
    }

    /** {@code ./jiayou pasts list}. */
    @Command(name = "list", description = "Show the pasts that there are.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private final DataOption data = new DataOption();

        @Mixin
        private final JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            JsonNode answer = data.running().get(PastCall.PASTS);
            if (json.asked()) {
                json.print(answer);
            } else if (answer.path("items").isEmpty()) {
                Say.line("there are none");
            } else {
                answer.path("items").forEach(PastCall::print);
            }
            return 0;
        }
    }

    /** {@code ./jiayou pasts compare}. */
    @Command(
            name = "compare",
            description =
                    "Compare a past with another one, or with what is live. Exit status 0 only if both are equal.",
            mixinStandardHelpOptions = true)
    static final class Compare implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "The past's name.")
        private @Nullable String name;

        @Option(names = "--with", paramLabel = "NAME", description = "The other one's name. Default: what is live.")
        private String with = "live";

        @Mixin
        private final DataOption data = new DataOption();

        @Mixin
        private final JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            JsonNode answer = data.running().get(path(name) + "/differences?with=" + encoded(with));
            if (json.asked()) {
                json.print(answer);
            } else {
                answer.path("models").forEach(Compare::print);
            }
            return answer.path("equal").asBoolean(false) ? 0 : 1;
        }

        private static void print(JsonNode model) {
            if (model.path("equal").asBoolean(false)) {
                Say.line(
                        "{0} equal: {1} documents {2}",
                        "%-18s".formatted(model.path("model").asString("")),
                        model.path("here").asLong(0),
                        model.path("hereHash").asString(""));
                return;
            }
            Say.line(
                    "{0} {1} and {2} documents: {3} only here, {4} only there, {5} differ: {6}",
                    "%-18s".formatted(model.path("model").asString("")),
                    model.path("here").asLong(0),
                    model.path("there").asLong(0),
                    model.path("onlyHere").asLong(0),
                    model.path("onlyThere").asLong(0),
                    model.path("different").asLong(0),
                    model.path("first"));
        }
    }

    /** {@code ./jiayou pasts switch}. */
    @Command(
            name = "switch",
            description = {
                "Make a past's read models the live ones: they go on from there to the present, are compared, and"
                        + " serve.",
                "What was live before stays for a way back; the past doesn't hold them any more."
            },
            mixinStandardHelpOptions = true)
    static final class Switch implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "The past's name.")
        private @Nullable String name;

        @Option(names = "--model", paramLabel = "NAME", description = "One read model. Default: all that it holds.")
        private String model = "all";

        @Mixin
        private final DataOption data = new DataOption();

        @Mixin
        private final JsonOption json = new JsonOption();

        @Override
        public Integer call() throws InterruptedException {
            return Rebuild.run(data.running(), "/" + encoded(model) + "/switch-to/" + encoded(name), json);
        }
    }

    /** {@code ./jiayou pasts drop}. */
    @Command(name = "drop", description = "Drop a past with all its documents.", mixinStandardHelpOptions = true)
    static final class Drop implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "The past's name.")
        private @Nullable String name;

        @Mixin
        private final DataOption data = new DataOption();

        @Override
        public Integer call() {
            data.running().delete(path(name));
            Say.line("{0}: dropped", String.valueOf(name));
            return 0;
        }
    }
}
