package io.jiayou.audit.report;

import io.jiayou.http.ReadersLanguage;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.parameters.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit/report}, as a table or on paper. */
@RestController
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class FileReport {

    private static final String CSV = "text/csv";
    private static final MediaType TABLE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String FROM = "the first moment of the period, by the time of recording";
    private static final String TO = "the first moment behind it";

    private final Inquiry inquiry;

    FileReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    @TakesLong
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(
                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                        schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping(
            path = "/api/audit/report",
            produces = {CSV, MediaType.APPLICATION_PDF_VALUE})
    @Operation(
            operationId = "fileReport",
            summary = "The audit report of a period",
            description = "As text/csv or application/pdf, whichever Accept prefers; a table if it doesn't care.")
    ResponseEntity<byte[]> either(
            @Parameter(description = FROM, schema = @Schema(type = "string", format = "date-time")) @RequestParam
                    String from,
            @Parameter(description = TO, schema = @Schema(type = "string", format = "date-time")) @RequestParam
                    String to,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE)
                    String accept) {
        List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
        MimeTypeUtils.sortBySpecificity(wanted);
        wanted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
        boolean onPaper = wanted.stream()
                .filter(type -> type.includes(TABLE) || type.includes(MediaType.APPLICATION_PDF))
                .findFirst()
                .filter(type -> !type.includes(TABLE))
                .isPresent();
        return onPaper ? pdf(from, to) : csv(from, to);
    }

    @TakesLong
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    @GetMapping("/api/audit/report.csv")
    @Operation(operationId = "reportCsv", summary = "The audit report of a period as a table")
    ResponseEntity<byte[]> csv(
            @Parameter(description = FROM, schema = @Schema(type = "string", format = "date-time")) @RequestParam
                    String from,
            @Parameter(description = TO, schema = @Schema(type = "string", format = "date-time")) @RequestParam
                    String to) {
        return file("csv", TABLE, CsvReport.of(report(from, to)));
    }

    @TakesLong
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/audit/report.pdf")
    @Operation(
            operationId = "reportPdf",
            summary = "The audit report of a period on paper",
            description = "In Chinese or English, by Accept-Language; times are those of the business zone.")
    ResponseEntity<byte[]> pdf(
            @Parameter(description = FROM, schema = @Schema(type = "string", format = "date-time")) @RequestParam
                    String from,
            @Parameter(description = TO, schema = @Schema(type = "string", format = "date-time")) @RequestParam
                    String to) {
        PeriodReport report = report(from, to);
        Times times = inquiry.times(report.from(), report.until());
        return file("pdf", MediaType.APPLICATION_PDF, PdfReport.of(report, times, ReadersLanguage.current()));
    }

    private PeriodReport report(String from, String to) {
        Instant first = Parameters.instant("from", from);
        Instant until = Parameters.instant("to", to);
        if (!first.isBefore(until)) {
            throw Parameters.invalid("to", "to is after from");
        }
        return inquiry.report(first, until);
    }

    private static ResponseEntity<byte[]> file(String ending, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit-report." + ending)
                                .build()
                                .toString())
                .body(content);
    }
}
