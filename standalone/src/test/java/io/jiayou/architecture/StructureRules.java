package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import io.jiayou.http.lasting.Lasting;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.web.bind.annotation.RestController;

/** How packages and beans hang together. */
final class StructureRules {

    private static final Set<String> INJECTED = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");
    private static final Set<String> UPLOADED =
            Set.of("org.springframework.web.multipart.MultipartFile", "jakarta.servlet.http.Part");
    private static final Set<String> STORING =
            Set.of("transferTo", "getOriginalFilename", "getResource", "write", "getSubmittedFileName");
    private static final DescribedPredicate<JavaClass> ENDPOINTS = DescribedPredicate.describe(
            "of endpoints", type -> Modules.outermost(type).isAnnotatedWith(RestController.class));

    /** Answers that go on after the request's thread has left. */
    private static final Set<String> ANSWERS_THAT_LAST = Set.of(
            "org.springframework.web.servlet.mvc.method.annotation.SseEmitter",
            "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter",
            "org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody",
            "org.springframework.web.socket.WebSocketSession",
            "jakarta.servlet.AsyncContext",
            "jakarta.websocket.Session");

    private StructureRules() {}

    static List<ArchitectureRule> all() {
        return List.of(
                new ArchitectureRule(
                        "every package says what lives there and where null may be",
                        Modules.ours(),
                        200,
                        Conditions.haveNoFault("be in a null-marked package", StructureRules::unmarked),
                        "nullness"),
                new ArchitectureRule(
                        "no package depends on itself by a detour", Modules.ours(), 200, noCycles(), "cycles"),
                new ArchitectureRule(
                        "what a bean needs comes through its constructor",
                        Modules.ours(),
                        200,
                        Conditions.haveNoFault("have no injected field", StructureRules::injected),
                        "injection"),
                new ArchitectureRule(
                        "an answer that lasts ends with the right that it was begun by",
                        Modules.ours(),
                        200,
                        Conditions.haveNoFault("last beyond its right", StructureRules::lastsUnheld),
                        "lasting"),
                new ArchitectureRule(
                        "an endpoint knows no endpoint of another slice",
                        ENDPOINTS,
                        15,
                        Conditions.dependOnNo(
                                "endpoint of another slice",
                                (type, target) -> ENDPOINTS.test(target)
                                        && !target.getPackage().equals(type.getPackage())),
                        "endpoints"),
                new ArchitectureRule(
                        "a client's file is read and never stored, and its name is of no use",
                        Modules.ours(),
                        200,
                        Conditions.haveNoFault("store files of clients", StructureRules::stored),
                        "files"));
    }

    private static Stream<String> stored(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access ->
                        UPLOADED.contains(access.getTargetOwner().getName()) && STORING.contains(access.getName()))
                .map(JavaAccess::getDescription);
    }

    private static ArchCondition<JavaClass> noCycles() {
        return Conditions.haveNoFaultAmongAll("be in a package that no way leads back to", all -> {
            PackageCycles cycles = PackageCycles.of(all);
            return type -> cycles.through(type.getPackageName()).stream();
        });
    }

    private static Stream<String> lastsUnheld(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .filter(ANSWERS_THAT_LAST::contains)
                .distinct()
                .filter(answer -> type.getPackage().getClasses().stream().noneMatch(StructureRules::holdsByARight))
                .map(answer -> "nothing in its package holds its " + answer + " by a right");
    }

    private static boolean holdsByARight(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Lasting.class));
    }

    private static Stream<String> unmarked(JavaClass type) {
        boolean marked = type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
        return marked ? Stream.empty() : Stream.of(type.getPackageName() + " has no @NullMarked package-info");
    }

    private static Stream<String> injected(JavaClass type) {
        return type.getFields().stream().filter(StructureRules::isInjected).map(JavaField::getDescription);
    }

    private static boolean isInjected(JavaField field) {
        return field.getAnnotations().stream()
                .anyMatch(
                        annotation -> INJECTED.contains(annotation.getRawType().getName()));
    }
}
