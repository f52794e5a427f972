package io.jiayou.cli;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.verify.ArchiveVerifier;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Trust;
import io.jiayou.rules.Detail;
import io.jiayou.transparency.TreeHead;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./jiayou backup verify}. */
@Command(
        name = "verify",
        description = {
            "Check all of an archive: that nothing is missing, exchanged, altered or rolled back.",
            "With an identity also what is inside, to the root that the audit log has signed. Exit status"
                    + " 0 only if all of it holds, from 10 on one for each verdict."
        },
        mixinStandardHelpOptions = true)
final class BackupVerify implements Callable<Integer> {

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        try (Progress progress = new Progress(Say.text(Detail.of("verifying")), !json.asked())) {
            Trust trust = archive.trust();
            Finding finding = new ArchiveVerifier(
                            archive.target(), trust, archive.known(trust), archive.identities(), InstantSource.system())
                    .verify(events -> progress.at(events, 0));
            progress.close();
            report(finding);
            return finding.status();
        } catch (ArchiveException e) {
            throw Failure.inWordsOf(ArchiveOptions.line(e));
        }
    }

    private void report(Finding finding) {
        TreeHead head = finding.head();
        if (json.asked()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("holds", finding.holds());
            answer.put(
                    "verdict",
                    finding.verdict() == null ? "HOLDS" : finding.verdict().name());
            answer.put("place", finding.place().toString());
            answer.put("detail", finding.detail());
            answer.put("segments", finding.segments());
            answer.put("sets", finding.sets());
            answer.put("events", finding.events());
            if (head != null) {
                answer.put("root", head.root().toString());
            }
            json.print(answer);
        } else if (finding.holds()) {
            Say.line(
                    "HOLDS: {0} events in {1} segments, {2} full backups{3}",
                    finding.events(),
                    finding.segments(),
                    finding.sets(),
                    head == null ? "" : Detail.of(", root {0}", head.root()));
        } else {
            Say.line("{0} at {1}: {2}", String.valueOf(finding.verdict()), finding.place(), finding.detail());
        }
    }
}
