package io.jiayou.cli;

import picocli.CommandLine.Command;

/** {@code ./jiayou audit}. */
@Command(
        name = "audit",
        description = "Prove what happened, and check proofs without the system.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AuditVerify.class,
            AuditRefold.class,
            AuditExport.class,
            AuditProve.class,
            AuditReport.class,
            AuditRotateKey.class
        })
final class Audit {}
