package io.jiayou.http.document;

import com.github.therapi.runtimejavadoc.BaseJavadoc;
import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Javadoc of records and enumerations says, as Markdown; an annotation processor keeps it beside their classes. Empty
 * where nothing is said.
 */
final class Javadocs {

    private static final Pattern FIRST_SENTENCE = Pattern.compile(".*?[.!?](?=\\s|$)");

    private final Map<Class<?>, ClassJavadoc> read = new ConcurrentHashMap<>();

    /** The first sentence about a type. */
    String summary(Class<?> type) {
        String whole = markdown(of(type).getComment());
        Matcher sentence = FIRST_SENTENCE.matcher(whole);
        return sentence.lookingAt() ? sentence.group() : whole;
    }

    String of(RecordComponent component) {
        return of(component.getDeclaringRecord()).getRecordComponents().stream()
                .filter(param -> param.getName().equals(component.getName()))
                .map(ParamJavadoc::getComment)
                .map(Javadocs::markdown)
                .findFirst()
                .orElse("");
    }

    String of(Enum<?> constant) {
        return of(constant.getDeclaringClass()).getEnumConstants().stream()
                .filter(it -> it.getName().equals(constant.name()))
                .map(BaseJavadoc::getComment)
                .map(Javadocs::markdown)
                .findFirst()
                .orElse("");
    }

    private ClassJavadoc of(Class<?> type) {
        return read.computeIfAbsent(type, RuntimeJavadoc::getJavadoc);
    }

    private static String markdown(Comment comment) {
        Markdown text = new Markdown();
        comment.visit(text);
        return text.written.toString().strip().replaceAll("\\s+", " ");
    }

    private static final class Markdown implements CommentVisitor {

        private final StringBuilder written = new StringBuilder();

        @Override
        public void commentText(String text) {
            written.append(text);
        }

        /** The label, or the name of what is linked without where it is. */
        @Override
        public void inlineLink(Link link) {
            written.append(link.getLabel().replaceFirst("\\(.*", "").replaceFirst("^[\\w.]*[.#](?=\\w)", ""));
        }

        @Override
        public void inlineTag(String name, String text) {
            String quote = name.equals("code") ? "`" : "";
            written.append(quote).append(text.strip()).append(quote);
        }

        @Override
        public void inlineValue(Value constant) {
            written.append(constant.getReferencedMemberName());
        }
    }
}
