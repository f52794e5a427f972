package io.jiayou.cli;

import picocli.CommandLine.Command;

/** {@code ./jiayou backup}. */
@Command(
        name = "backup",
        description = "Archive the events, encrypted and provable, and look after the archives.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BackupInit.class,
            BackupKit.class,
            BackupRotateKey.class,
            BackupNow.class,
            BackupList.class,
            BackupVerify.class,
            BackupPrune.class
        })
final class Backup {}
