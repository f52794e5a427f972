package io.jiayou.cli;

import io.jiayou.rules.Languages;
import io.jiayou.rules.Translations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What {@code --help} says in Chinese. The English stands in the commands and is the key of its Chinese in {@code help_zh.txt};
 * picocli asks for it by the names of commands and options.
 */
final class Help extends ResourceBundle {

    /** How picocli writes names and descriptions of its own options, for somebody to say otherwise. */
    private static final Pattern STANDARD = Pattern.compile("^\\$\\{[\\w.]+:-(.*)}$");

    static final Map<String, String> CHINESE = Translations.beside(Help.class, "help_zh.txt");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> english = new ArrayList<>();

    private Help(CommandLine command) {
        // as they are written, with names of values instead of values
        command.setInterpolateVariables(false);
        of(command);
        command.setInterpolateVariables(true);
    }

    /** In English the commands speak for themselves. */
    static CommandLine in(Locale reader, CommandLine command) {
        return Languages.isChinese(reader) ? command.setResourceBundle(new Help(command)) : command;
    }

    /** All that the help of a command and those below it says, in English. */
    static List<String> said(CommandLine command) {
        return List.copyOf(new Help(command).english);
    }

    private void of(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName(".");
        UsageMessageSpec usage = spec.usageMessage();
        lines(name + ".usage.description", usage.description());
        lines(name + ".usage.footer", usage.footer());
        heading(name + ".usage.synopsisHeading", usage.synopsisHeading());
        if (!command.getSubcommands().isEmpty()) {
            heading(name + ".usage.commandListHeading", usage.commandListHeading());
        }
        spec.args().forEach(argument -> lines(name + "." + key(argument), argument.description()));
        command.getSubcommands().values().forEach(this::of);
    }

    private static String key(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option ->
                STANDARD.matcher(option.longestName()).replaceFirst("$1").replaceFirst("^-+", "");
            case PositionalParamSpec parameter -> parameter.paramLabel() + "[" + parameter.index() + "]";
            default -> argument.paramLabel();
        };
    }

    private void lines(String key, String[] lines) {
        for (int n = 0; n < lines.length; n++) {
            texts.put(key + "." + n, translated(lines[n]));
        }
    }

    /** A heading keeps the line end that it has. */
    private void heading(String key, String heading) {
        String words = heading.replace("%n", "");
        texts.put(key, heading.replace(words, translated(words)));
    }

    private String translated(String written) {
        String line = STANDARD.matcher(written).replaceFirst("$1");
        if (line.isBlank()) {
            return line;
        }
        english.add(line.strip());
        return CHINESE.getOrDefault(line.strip(), line);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
