package io.jiayou.cli;

import picocli.CommandLine.Command;

/** {@code ./jiayou import}. */
@Command(
        name = "import",
        description = "Load stations or transactions from files.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ImportStations.class, ImportTransactions.class})
final class Import {}
