package io.jiayou.audit.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.computing.TakesLong;
import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Of every endpoint of the audit somebody has decided whether it takes long. */
class LongAnswersOfTheAuditTest {

    /** They answer what is at hand, one event's proof, a tile, or begin what is built one at a time. */
    private static final Set<String> SHORT = Set.of(
            "auditStatus",
            "proveEvent",
            "proveConsistency",
            "auditCheckpoint",
            "auditKey",
            "auditBeginning",
            "auditHandovers",
            "auditHandover",
            "auditTile",
            "auditEntries",
            "makePast",
            "listPasts",
            "findPast",
            "dropPast",
            "listStatements",
            "findStatements",
            "auditStatements",
            "auditStatement");

    /** It asks for its places itself: it goes on after the endpoint has returned. */
    private static final Set<String> BY_ITSELF = Set.of("exportLog");

    @Test
    void whatReadsManyEventsWaitsForAPlace() throws ClassNotFoundException {
        List<Method> endpoints = endpoints();

        assertThat(names(endpoints.stream().filter(it -> it.isAnnotationPresent(TakesLong.class))))
                .containsExactlyInAnyOrder(
                        "findHistory",
                        "tellStory",
                        "findEvidence",
                        "proveEvents",
                        "fileReport",
                        "reportCsv",
                        "reportPdf",
                        "comparePasts");
        assertThat(names(endpoints.stream().filter(it -> !it.isAnnotationPresent(TakesLong.class))))
                .as("takes long, or says here why not")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(SHORT, BY_ITSELF).flatMap(Set::stream).toList());
    }

    private static List<Method> endpoints() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(
                false, new MockEnvironment().withProperty("jiayou.audit.directory", "audit"));
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        List<Method> endpoints = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents("io.jiayou.audit")) {
            Arrays.stream(Class.forName(found.getBeanClassName()).getDeclaredMethods())
                    .filter(it -> AnnotatedElementUtils.hasAnnotation(it, RequestMapping.class))
                    .forEach(endpoints::add);
        }
        return endpoints;
    }

    private static Set<String> names(Stream<Method> endpoints) {
        return endpoints
                .map(it -> it.getAnnotation(Operation.class).operationId())
                .collect(Collectors.toSet());
    }
}
