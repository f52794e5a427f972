package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.personal.Place;
import io.jiayou.privacy.PersonalData;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where sealed texts may be opened for somebody. */
final class OpeningRules {

    private static final DescribedPredicate<JavaClass> WITH_OPENED_TEXTS = DescribedPredicate.describe(
            "with opened texts",
            type -> type.isRecord() && opened(type.reflect()).findAny().isPresent());

    /** What opens: the loading of aggregates, answers, and the index, which has the words of feedback. */
    private static final Set<String> OPEN = Set.of(
            "io.jiayou.command.OpenedEvents",
            "io.jiayou.audit.personal.PersonalReading",
            "io.jiayou.audit.index.HistoryIndexConfiguration");

    private OpeningRules() {}

    static List<ArchitectureRule> all() {
        return List.of(
                new ArchitectureRule(
                        "a text that is opened says where it comes from, in a document that says whose it is",
                        Modules.ours().and(WITH_OPENED_TEXTS),
                        7,
                        Conditions.haveNoFault("be of a person", type -> faults(type.reflect())),
                        "opening"),
                new ArchitectureRule(
                        "sealed texts are opened for commands and for answers, and where the history finds words",
                        Modules.ours().and(DescribedPredicate.not(Modules.in(Modules.PRIVACY))),
                        200,
                        Conditions.haveNoFault("open texts", OpeningRules::openings),
                        "unsealing"));
    }

    private static Stream<String> openings(JavaClass type) {
        return OPEN.contains(Modules.outermost(type).getName())
                ? Stream.empty()
                : type.getAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(PersonalData.class)
                                && access.getName().equals("opened"))
                        .map(JavaAccess::getDescription);
    }

    private static Stream<RecordComponent> opened(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Opened.class)
                        || component.getAccessor().isAnnotationPresent(Opened.class));
    }

    private static Stream<String> faults(Class<?> type) {
        return Stream.concat(
                isOfAPerson(type) ? Stream.empty() : Stream.of("nothing says whose it is"),
                opened(type).flatMap(OpeningRules::faults));
    }

    private static boolean isOfAPerson(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return OfPerson.class.isAssignableFrom(type) || around != null && isOfAPerson(around);
    }

    private static Stream<String> faults(RecordComponent component) {
        Opened opened = component.getAccessor().getAnnotation(Opened.class);
        if (component.getType() != String.class || opened.from().length == 0) {
            return Stream.of(component.getName() + " is no text of an event");
        }
        try {
            Place.from(opened.from(), opened.field());
            return Stream.empty();
        } catch (IllegalArgumentException notThere) {
            return Stream.of(notThere.getMessage());
        }
    }
}
