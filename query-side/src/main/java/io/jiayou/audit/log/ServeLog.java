package io.jiayou.audit.log;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.http.ProblemException;
import io.jiayou.http.document.AnswersBytes;
import io.jiayou.http.document.AnswersText;
import io.jiayou.rules.Problem;
import io.jiayou.transparency.EntryBundle;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.Tile;
import io.jiayou.transparency.VerificationException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log under {@code /audit/log/}, as tlog-tiles says: public tools read it without knowing anything of us. */
@RestController
@RequestMapping("/audit/log")
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class ServeLog {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).immutable();

    private final AuditLog log;
    private final EventRecords records;

    ServeLog(AuditLog log, EventRecords records) {
        this.log = log;
        this.records = records;
    }

    @AnswersText
    @GetMapping("/checkpoint")
    @Operation(
            operationId = "auditCheckpoint",
            summary = "The newest signed checkpoint",
            description = "C2SP tlog-checkpoint.")
    ResponseEntity<byte[]> checkpoint() {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .body(log.newest().checkpoint().format().getBytes(StandardCharsets.UTF_8));
    }

    @AnswersText
    @GetMapping("/vkey")
    @Operation(
            operationId = "auditKey",
            summary = "The key that verifies checkpoints",
            description = "C2SP signed-note. Get it once, on a way that you trust, and keep it.")
    ResponseEntity<byte[]> key() {
        return text(log.verifierKey() + "\n");
    }

    @ApiResponse(responseCode = "404", ref = "#/components/responses/Problem404")
    @AnswersText
    @GetMapping("/beginning")
    @Operation(
            operationId = "auditBeginning",
            summary = "With how many events of which other log this one begins",
            description = "C2SP signed-note. Only of a log whose system was restored until a moment.")
    ResponseEntity<byte[]> beginning() {
        return Optional.ofNullable(log.beginning())
                .map(ServeLog::text)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND, null, "this log begins with its first event, and with no other log's"));
    }

    @AnswersText
    @GetMapping("/handovers")
    @Operation(
            operationId = "auditHandovers",
            summary = "The names of all handovers from one key of the log to the next, oldest first, one per line")
    ResponseEntity<byte[]> handovers() {
        return text(log.handovers().keySet().stream().map(name -> name + "\n").collect(Collectors.joining()));
    }

    @AnswersText
    @GetMapping("/handovers/{name}")
    @Operation(
            operationId = "auditHandover",
            summary = "That another key signs the log from now on",
            description = "C2SP signed-note, signed by the key before and by the new one.")
    ResponseEntity<byte[]> handover(
            @Parameter(example = "000000.note") @PathVariable @Pattern(regexp = "[0-9]{6,12}\\.note") String name) {
        return Optional.ofNullable(log.handovers().get(name))
                .map(ServeLog::text)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, null, "no handover has this name"));
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text.getBytes(StandardCharsets.UTF_8));
    }

    @AnswersBytes
    @GetMapping("/tile/{*path}")
    @Operation(
            operationId = "auditTile",
            summary = "A tile of the tree's hashes",
            description = "C2SP tlog-tiles: tile/LEVEL/INDEX[.p/WIDTH].")
    ResponseEntity<byte[]> tile(
            @Parameter(schema = @Schema(type = "string", pattern = '^' + Tile.LEVEL_AND_PLACE + '$')) @PathVariable
                    String path) {
        return binary("tile" + path, this::hashes, FOR_EVER);
    }

    /** What an erasure takes away is kept by nobody on the way. */
    @AnswersBytes
    @GetMapping("/tile/entries/{*path}")
    @Operation(
            operationId = "auditEntries",
            summary = "A bundle of the log's entries",
            description = "C2SP tlog-tiles: tile/entries/INDEX[.p/WIDTH].")
    ResponseEntity<byte[]> entries(
            @Parameter(schema = @Schema(type = "string", pattern = '^' + Tile.PLACE + '$')) @PathVariable String path) {
        return binary("tile/0" + path, this::entries, CacheControl.noStore());
    }

    private static ResponseEntity<byte[]> binary(
            String path, Function<Tile, byte @Nullable []> read, CacheControl keeping) {
        byte[] content;
        try {
            content = read.apply(Tile.parse(path));
        } catch (VerificationException | IllegalArgumentException e) {
            throw new ProblemException(Problem.NOT_FOUND, null, "no tile has this path");
        }
        if (content == null) {
            throw new ProblemException(Problem.NOT_FOUND, null, "the log has no such tile yet");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(keeping)
                .body(content);
    }

    /** A narrower partial tile is the beginning of a wider one. */
    private byte @Nullable [] hashes(Tile tile) {
        for (int width = tile.width(); width <= Tile.FULL; width++) {
            byte[] there = log.tile(new Tile(tile.level(), tile.index(), width).path());
            if (there != null) {
                return Arrays.copyOf(there, tile.width() * Hash.LENGTH);
            }
        }
        return null;
    }

    private byte @Nullable [] entries(Tile tile) {
        long covered = log.newest().size();
        // An index that no log reaches would leave the range of a long.
        if (tile.index() > covered / Tile.FULL) {
            return null;
        }
        long first = tile.index() * Tile.FULL;
        if (first + tile.width() > covered) {
            return null;
        }
        return EntryBundle.encode(records.from(first, tile.width()).stream()
                .map(EventRecord::canonical)
                .toList());
    }
}
