package io.jiayou.cli;

import io.jiayou.readmodel.documents.Statement;
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

    private Jiayou() {}

    public static void main(String[] arguments) {
        // Standard output is the command's: without this the libraries below would log there.
        System.setProperty("logback.configurationFile", "io/jiayou/cli/logback.xml");
        System.exit(new CommandLine(new Jiayou())
                .setExecutionExceptionHandler(Jiayou::inOneLine)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    private static int inOneLine(Exception failure, CommandLine command, CommandLine.ParseResult ignored) {
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        command.getErr().println("jiayou: " + reason);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
