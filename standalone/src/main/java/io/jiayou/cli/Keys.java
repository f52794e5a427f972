package io.jiayou.cli;

import picocli.CommandLine.Command;

/** {@code ./jiayou keys}. */
@Command(
        name = "keys",
        description = "Look after the master key of personal data.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RotateMasterKey.class)
final class Keys {}
