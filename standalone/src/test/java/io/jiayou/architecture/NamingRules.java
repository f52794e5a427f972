package io.jiayou.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of the field, without suffixes that only say what kind of class it is. */
final class NamingRules {

    private static final Pattern EMPTY_WORD = Pattern.compile(".*(?:Command|Impl|Managers?|Helpers?|Utils?)");
    /** Where messages are declared; elsewhere a name may tell one view of events from another. */
    private static final Set<String> OF_MESSAGES = Set.of(Modules.KERNEL, Modules.COMMAND_SIDE);

    private NamingRules() {}

    static List<ArchitectureRule> all() {
        return List.of(new ArchitectureRule(
                "names say what a class is for",
                Modules.ours(),
                200,
                Conditions.haveNoFault("be named for what they do", NamingRules::faults),
                "naming"));
    }

    private static Stream<String> faults(JavaClass type) {
        String name = type.getSimpleName();
        if (EMPTY_WORD.matcher(name).matches()) {
            return Stream.of(name + " ends in a word that says nothing");
        }
        boolean message = OF_MESSAGES.contains(Modules.of(type)) && !type.isInterface();
        return message && name.endsWith("Event")
                ? Stream.of(name + " is named in the past tense, without a suffix")
                : Stream.empty();
    }
}
