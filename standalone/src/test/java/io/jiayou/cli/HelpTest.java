package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {

    /** Words that are the same in both. */
    private static final String HEADINGS = "Usage:|Commands:";

    private static CommandLine command() {
        return Jiayou.commandLine();
    }

    private static String help(Locale reader, String... names) {
        CommandLine command = Help.in(reader, command());
        for (String name : names) {
            command = Objects.requireNonNull(command.getSubcommands().get(name));
        }
        return command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    @Test
    void everySentenceHasItsChineseAndNoneIsLeftOver() {
        Set<String> said = new TreeSet<>(Help.said(command()));

        assertThat(said).hasSizeGreaterThan(120);
        assertThat(new TreeSet<>(Help.CHINESE.keySet())).as("help_zh.txt").isEqualTo(said);
        assertThat(Help.CHINESE.values())
                .allSatisfy(chinese -> assertThat(chinese).containsPattern("\\p{IsHan}"));
    }

    @Test
    void nothingOfTheHelpOfAnyCommandIsEnglishForWhoeverReadsChinese() {
        List<String> left = new ArrayList<>();
        List<CommandLine> all = new ArrayList<>(List.of(Help.in(Locale.CHINESE, command())));
        for (int next = 0; next < all.size(); next++) {
            all.addAll(all.get(next).getSubcommands().values());
            String help = all.get(next).getUsageMessage(CommandLine.Help.Ansi.OFF);
            Help.CHINESE.keySet().stream()
                    .filter(english -> english.matches(".*[a-z]{3,} [a-z]{2,}.*|" + HEADINGS))
                    .filter(english -> help.replaceAll("\\s+", " ").contains(english))
                    .forEach(left::add);
        }

        assertThat(all).hasSizeGreaterThan(25);
        assertThat(left).isEmpty();
    }

    @Test
    void isInTheReadersLanguage() {
        assertThat(help(Locale.CHINESE)).contains("用法：jiayou", "命令：", "启动系统，等到可以访问为止。", "退出状态：0 成功");
        assertThat(help(Locale.CHINESE, "audit", "report"))
                .contains("--from=MOMENT", "该时期的起始时刻", "系统保存一切数据的目录", "显示本帮助并退出。");
        assertThat(help(Locale.CHINESE, "backup", "prune")).contains("保留最新的多少个。默认：3。");
        assertThat(help(Locale.ENGLISH)).contains("Usage: jiayou", "Start the system and wait until it serves.");
    }

    @Test
    void everyCommandHasHelpAndMostCanAnswerPrograms() {
        List<CommandLine> leaves = new ArrayList<>(List.of(command()));
        for (int next = 0; next < leaves.size(); next++) {
            leaves.addAll(leaves.get(next).getSubcommands().values());
        }
        leaves.removeIf(command -> !command.getSubcommands().isEmpty());

        assertThat(leaves)
                .allSatisfy(command -> assertThat(command.getCommandSpec().findOption("--help"))
                        .as(command.getCommandSpec().qualifiedName())
                        .isNotNull());
        assertThat(leaves)
                .filteredOn(command -> command.getCommandSpec().findOption("--json") == null)
                .extracting(CommandLine::getCommandName)
                .as("what writes a file, says yes or speaks for itself")
                .containsExactlyInAnyOrder("drop", "export", "prove", "report", "rotate-key", "witness");
    }
}
