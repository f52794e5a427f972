package io.jiayou.rules;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds the English of every {@link Detail} in sources, by what takes one: methods and constructors with their parameter. */
final class SaidInSources extends TreeScanner<Void, String> {

    /**
     * A sentence where it is said.
     *
     * @param values how many it is said with; -1 if it isn't a constant
     */
    record Sentence(String place, String english, int values) {}

    /** By name: which argument is the sentence. */
    private static final Map<String, Integer> TAKE_IT = Map.ofEntries(
            Map.entry("violated", 0),
            Map.entry("require", 1),
            Map.entry("because", 0),
            Map.entry("invalid", 1),
            Map.entry("NotAllowed", 0),
            Map.entry("ProblemException", 2));

    /** By whose method: these have names that others have too. */
    private static final Set<String> WHOLE = Set.of("Detail.of", "Say.line", "Say.item", "Say.note", "Say.warning");

    /** How those pass it on to one another. */
    private static final String PARAMETER = "english";

    private final List<Sentence> found = new ArrayList<>();

    static List<Sentence> in(List<Path> folders) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SaidInSources scanner = new SaidInSources();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    folders.stream().flatMap(SaidInSources::sources).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            task.parse().forEach(unit -> scanner.scan(unit, unit.getSourceFile().getName()));
        }
        return scanner.found;
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, String place) {
        String called = call.getMethodSelect().toString();
        String name = called.substring(called.lastIndexOf('.') + 1);
        boolean detail = WHOLE.contains(called) || (called.equals("of") && place.endsWith("/Detail.java"));
        take(detail ? Integer.valueOf(0) : TAKE_IT.get(name), call.getArguments(), place);
        return super.visitMethodInvocation(call, place);
    }

    @Override
    public Void visitNewClass(NewClassTree made, String place) {
        String type = made.getIdentifier().toString();
        boolean ofCommand = type.equals("Failure") && place.contains("/jiayou/cli/")
                || type.equals("Unusable") && place.contains("/jiayou/standalone/");
        take(ofCommand ? Integer.valueOf(0) : TAKE_IT.get(type), made.getArguments(), place);
        return super.visitNewClass(made, place);
    }

    private void take(@Nullable Integer position, List<? extends ExpressionTree> arguments, String place) {
        if (position != null && position < arguments.size()) {
            sentences(arguments.get(position), arguments.size() - position - 1, place);
        }
    }

    /** Others than those of sentences have methods of these names too; what they take is no text. */
    private void sentences(Tree argument, int values, String place) {
        if (argument instanceof ConditionalExpressionTree either) {
            sentences(either.getTrueExpression(), values, place);
            sentences(either.getFalseExpression(), values, place);
        } else if (argument instanceof ParenthesizedTree inner) {
            sentences(inner.getExpression(), values, place);
        } else if (constant(argument) instanceof String english) {
            found.add(new Sentence(place, english, values));
        } else if (isComposed(argument, place)) {
            found.add(new Sentence(place, argument.toString(), -1));
        }
    }

    /** A text, or several one behind the other, as long ones are written. */
    private static @Nullable String constant(Tree argument) {
        if (argument instanceof LiteralTree literal) {
            return literal.getValue() instanceof String text ? text : null;
        }
        if (argument instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            String left = constant(sum.getLeftOperand());
            String right = constant(sum.getRightOperand());
            return left == null || right == null ? null : left + right;
        }
        return null;
    }

    private static boolean isComposed(Tree argument, String place) {
        return switch (argument) {
            case BinaryTree operation -> operation.getKind() == Tree.Kind.PLUS;
            case MethodInvocationTree call -> call.toString().matches("(?s)(String\\.|\".*\"\\.format).*");
            case IdentifierTree name -> !name.getName().contentEquals(PARAMETER) && isOfProblems(place, name);
            default -> false;
        };
    }

    private static boolean isOfProblems(String place, IdentifierTree name) {
        return List.of("detail", "why", "reason", "message", "text")
                        .contains(name.getName().toString())
                && !place.endsWith("ProblemException.java");
    }
}
