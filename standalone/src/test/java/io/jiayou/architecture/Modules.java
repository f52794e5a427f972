package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which module a class belongs to, told by the place of its file: a module's folder or its jar. */
final class Modules {

    static final String KERNEL = "shared-kernel";
    static final String EMBEDDED_STORES = "embedded-stores";
    static final String TRANSPARENCY = "transparency";
    static final String ARCHIVE = "archive";
    static final String PERIODIC = "periodic";
    static final String HTTP = "http";
    static final String PRIVACY = "privacy";
    static final String COMMAND_SIDE = "command-side";
    static final String QUERY_SIDE = "query-side";
    static final String STANDALONE = "standalone";

    private static final Pattern FOLDER = Pattern.compile(".*/([a-z-]+)/target/(?:test-)?classes/.*");
    private static final Pattern JAR = Pattern.compile(".*/([a-z-]+)-[0-9][^/]*\\.jar!.*");

    private Modules() {}

    /** The module of a class of ours; empty for anybody else's. */
    static String of(JavaClass type) {
        JavaClass top = outermost(type);
        if (top.isAnnotatedWith(InModule.class)) {
            return top.getAnnotationOfType(InModule.class).value();
        }
        if (!top.getPackageName().startsWith("io.jiayou")) {
            return "";
        }
        return top.getSource().map(Source::getUri).map(Modules::at).orElse("");
    }

    /** All classes of ours. */
    static DescribedPredicate<JavaClass> ours() {
        return DescribedPredicate.describe("ours", type -> !of(type).isEmpty() && !isPackageInfo(type));
    }

    static DescribedPredicate<JavaClass> in(String module) {
        return DescribedPredicate.describe("of " + module, type -> of(type).equals(module) && !isPackageInfo(type));
    }

    private static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Modules::outermost).orElse(type);
    }

    private static String at(URI file) {
        String place = file.toString();
        Matcher jar = JAR.matcher(place);
        Matcher folder = FOLDER.matcher(place);
        if (jar.matches()) {
            return jar.group(1);
        }
        return folder.matches() ? folder.group(1) : "";
    }
}
