package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jiayou.access.AccessTable;
import io.jiayou.access.EndpointRule;
import io.jiayou.access.Rights;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The table of rights has a rule for everything there is and for nothing else, and docs/access.md shows it. */
class AccessTableTest {

    private static final Path DOCUMENT = Path.of("../docs/access.md");
    private static final String[] AT_THE_TOP = {""};
    /** In code: an endpoint of ours, and what stands behind it. */
    private static final Pattern NAMED =
            Pattern.compile("`((?:GET|POST|PUT|DELETE) /(?:api|audit|\\.well-known)[A-Za-z0-9/{}*_.-]*)([^`]*)`");

    private static final String BEGIN = "<!-- the tables are written by a test -->";

    @Test
    void hasARuleForEveryEndpointAndNoOther() {
        Set<String> endpoints = found(RestController.class)
                .filter(type -> !type.getPackageName().startsWith("io.jiayou.acceptance"))
                .flatMap(AccessTableTest::endpoints)
                .filter(name -> !name.endsWith("/error}"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rules = AccessTable.shipped().endpoints().stream()
                .filter(rule -> isOurs(rule.path()))
                .map(EndpointRule::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(endpoints).hasSizeGreaterThan(50);
        assertThat(rules).containsExactlyElementsOf(endpoints);
    }

    @Test
    void hasARuleForEveryCommandAndNoOther() {
        Set<String> commands = found(Component.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .map(method -> method.getParameterTypes()[0].getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(commands).hasSizeGreaterThan(20);
        assertThat(new TreeSet<>(AccessTable.shipped().commands().keySet())).containsExactlyElementsOf(commands);
    }

    @Test
    void letsWatchAnOrderWhoeverMayReadIt() {
        assertThat(rightsTo("GET /api/orders/{orderId}/live")).isEqualTo(rightsTo("GET /api/orders/{orderId}"));
    }

    /** Sums of a moment are answered 202 with the address of that report. */
    @Test
    void letsReadTheReportOfAPastWhoeverMayAskForTheSales() {
        assertThat(rightsTo("GET /api/pasts/{name}").rights())
                .containsAll(rightsTo("GET /api/dashboards/sales").rights());
    }

    private static Rights rightsTo(String endpoint) {
        return AccessTable.shipped().endpoints().stream()
                .filter(rule -> rule.name().equals(endpoint))
                .map(EndpointRule::rights)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isShownInTheDocumentAsItIs() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(BEGIN)) + BEGIN + "\n\n" + tables();
        if (Boolean.getBoolean("jiayou.approve") && System.getenv("CI") == null) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/access.md; -Djiayou.approve=true writes it")
                .isEqualTo(expected);
    }

    /** Readers try what a document names. */
    @Test
    void hasEveryEndpointThatADocumentNames() throws IOException {
        Set<String> rules = AccessTable.shipped().endpoints().stream()
                .map(rule -> unnamed(rule.name()))
                .collect(Collectors.toSet());
        List<String> named = new ArrayList<>();
        for (Path document : documents()) {
            Matcher endpoint = NAMED.matcher(Files.readString(document));
            while (endpoint.find()) {
                String name = unnamed(endpoint.group(1)).replaceAll("/$", "");
                boolean isCut =
                        endpoint.group(2).startsWith("[") || endpoint.group(2).startsWith("…");
                if (rules.stream().noneMatch(rule -> rule.equals(name) || isCut && rule.startsWith(name))) {
                    named.add(document + ": " + endpoint.group());
                }
            }
        }

        assertThat(named).isEmpty();
    }

    private static String unnamed(String endpoint) {
        return endpoint.replaceAll("\\{[^}]*}", "{}");
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("../docs"));
                Stream<Path> top = Files.list(Path.of(".."))) {
            List<Path> all = Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
            assertThat(all).hasSizeGreaterThan(30);
            return all;
        }
    }

    private static String tables() {
        StringBuilder text =
                new StringBuilder("## Endpoints\n\n| Endpoint | Holds | Whose | Who |\n|---|---|---|---|\n");
        for (EndpointRule rule : AccessTable.shipped().endpoints()) {
            String whose = rule.byCommand()
                    ? "asked by the command's rule"
                    : rule.objects().stream().map(place -> place.kind().code()).collect(Collectors.joining(", "));
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(rule.name(), rule.always() ? "always" : "required", whose, rule.rights()));
        }
        text.append("\n## Commands\n\n| Command | Who |\n|---|---|\n");
        AccessTable.shipped()
                .commands()
                .forEach((command, rights) -> text.append("| `%s` | %s |\n".formatted(command, rights)));
        return text.toString();
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/api/") || path.startsWith("/audit/") || path.startsWith("/.well-known/");
    }

    /** Past Spring, which leaves out what isn't configured here. */
    private static Stream<Class<?>> found(Class<? extends Annotation> annotation) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.jiayou").stream()
                        .filter(type -> type.isAnnotatedWith(annotation))
                        .map(JavaClass::reflect);
    }

    private static Stream<String> endpoints(Class<?> type) {
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        String prefix = above == null || above.path().length == 0 ? "" : above.path()[0];
        return Arrays.stream(type.getDeclaredMethods()).flatMap(method -> endpoints(method, prefix));
    }

    private static Stream<String> endpoints(Method method, String prefix) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.method())
                        .flatMap(verb -> Arrays.stream(mapping.path().length == 0 ? AT_THE_TOP : mapping.path())
                                .map(path -> verb + " " + prefix + path));
    }
}
