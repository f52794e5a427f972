package io.jiayou.cli;

import io.jiayou.readmodel.documents.Statement;
import io.jiayou.rules.Detail;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jiayou}: one script for whoever runs the system. */
@Command(
        name = "jiayou",
        description = "Event-sourced fuel ordering on your machine.",
        mixinStandardHelpOptions = true,
        version = Statement.SOFTWARE,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Start.class,
            Stop.class,
            Status.class,
            Import.class,
            Rebuild.class,
            Pasts.class,
            History.class,
            Audit.class,
            RunWitness.class,
            Backup.class,
            Restore.class,
            RunDrill.class,
            Token.class,
            Keys.class
        },
        footer = {
            "",
            "Long proofs and measurements: jiayou prove --help, jiayou bench --help.",
            "Exit status: 0 success, 1 failure, 2 wrong usage."
        })
public final class Jiayou {

    /** As picocli says it, with no type of its own. */
    private static final String NO_COMMAND = "Missing required subcommand";

    private Jiayou() {}

    public static void main(String[] arguments) {
        // Standard output is the command's: without this the libraries below would log there.
        System.setProperty("logback.configurationFile", "io/jiayou/cli/logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return Help.in(UserLanguage.current(), new CommandLine(new Jiayou()))
                .setExecutionStrategy(Jiayou::execute)
                .setExecutionExceptionHandler(Jiayou::inOneLine)
                .setParameterExceptionHandler(Jiayou::wrongUsage)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** One line, and where there is more; which commands there are is shown to whoever names none. */
    private static int wrongUsage(CommandLine.ParameterException wrong, String[] ignored) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println("jiayou: " + Say.text(Detail.of("{0} ({1} --help tells more)", WrongUsage.of(wrong), name)));
        if (String.valueOf(wrong.getMessage()).startsWith(NO_COMMAND)) {
            command.usage(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** What a program reads is always in English, its server's words included. */
    private static int execute(CommandLine.ParseResult asked) {
        for (CommandLine.ParseResult parsed = asked; parsed != null; parsed = parsed.subcommand()) {
            if (parsed.hasMatchedOption("--json")) {
                System.setProperty(UserLanguage.SETTING, "C");
            }
        }
        return new CommandLine.RunLast().execute(asked);
    }

    private static int inOneLine(Exception failure, CommandLine command, CommandLine.ParseResult ignored) {
        command.getErr().println("jiayou: " + Terminal.plain(Reason.of(failure)));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
