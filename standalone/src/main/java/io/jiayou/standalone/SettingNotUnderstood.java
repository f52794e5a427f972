package io.jiayou.standalone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting has a value that isn't of its kind: who set it is told which one that is. */
final class SettingNotUnderstood extends AbstractFailureAnalyzer<TypeMismatchException> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, TypeMismatchException cause) {
        InjectionPoint point = innermost(failure);
        Value value = point == null ? null : point.getAnnotation(Value.class);
        if (value == null) {
            return null;
        }
        Matcher setting = PLACEHOLDER.matcher(value.value());
        if (!setting.find()) {
            return null;
        }
        String usual = setting.group(2);
        return new FailureAnalysis(
                "%s can't be %s: %s%s"
                        .formatted(
                                setting.group(1),
                                cause.getValue(),
                                cause.getMostSpecificCause().getMessage(),
                                usual == null || usual.isEmpty() ? "" : "; where it isn't set it is " + usual),
                "Change the setting; docs/settings.md lists all of them.",
                cause);
    }

    /** Beans that need each other fail one for the other: the last has the setting. */
    private static @Nullable InjectionPoint innermost(Throwable failure) {
        InjectionPoint point = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            point = at instanceof UnsatisfiedDependencyException unsatisfied ? unsatisfied.getInjectionPoint() : point;
        }
        return point;
    }
}
