package io.jiayou.imports.transactions;

import io.jiayou.command.Commands;
import io.jiayou.http.ReadersLanguage;
import io.jiayou.http.document.AnswersLines;
import io.jiayou.imports.Importing;
import io.jiayou.imports.Reading;
import io.jiayou.imports.RefusedLine;
import io.jiayou.imports.StrictRefusal;
import io.jiayou.imports.Tally;
import io.jiayou.imports.Zones;
import io.jiayou.rules.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /api/imports/transactions}. */
@RestController
@Tag(name = "Imports")
class TransactionImport {

    private final Importing importing;
    private final Commands commands;
    private final Sales sales;
    private final Clock clock;
    private final FuelProducts fuels = new FuelProducts();

    TransactionImport(Importing importing, Commands commands, Sales sales, Clock clock) {
        this.importing = importing;
        this.commands = commands;
        this.sales = sales;
        this.clock = clock;
    }

    @AnswersLines
    @PostMapping(path = "/api/imports/transactions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "importTransactions",
            summary = "Import fuel-card transactions from CSV files",
            description =
                    "Answers one JSON object per line: progress, a report, and a problem if it couldn't be finished.")
    void post(
            @RequestPart(required = false) @Nullable MultipartFile transactions,
            @RequestPart(required = false) @Nullable MultipartFile products,
            @RequestPart(required = false) @Nullable MultipartFile stations,
            @RequestPart(required = false) @Nullable MultipartFile customers,
            @Parameter(description = "import nothing if any line is at fault") @RequestParam(defaultValue = "false")
                    boolean strict,
            @Parameter(description = "IANA zone of the stations' clocks") @RequestParam(defaultValue = "Europe/Prague")
                    String zone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ZoneId clocks = Zones.read(zone);
        CardFiles files = CardFiles.of(transactions, products, stations, customers);
        try (Reading reading = importing.begin(request)) {
            post(files, strict, clocks, reading, response);
        }
    }

    private void post(CardFiles files, boolean strict, ZoneId clocks, Reading reading, HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant();
        Tally tally = new Tally(ReadersLanguage.current());
        SaleReader reader = new SaleReader(fuels, files, new LocalTimes(clocks, now), tally, reading);
        SaleFile file = new SaleFile(files.transactions(), reader, reading);
        SaleSending sending = new SaleSending(commands, sales, clocks, now);
        if (strict) {
            requireFaultless(file, sending, tally);
        }
        importing.carryOut(
                reading,
                response,
                tally,
                files.lines(),
                (flight, progress) -> file.forEach(tally, (line, sale) -> {
                    flight.start(sale.transaction(), () -> send(sending, line, sale, tally));
                    progress.run();
                }));
    }

    private void requireFaultless(SaleFile file, SaleSending sending, Tally lists) throws IOException {
        Tally check = lists.copy();
        file.check(sending, check);
        if (check.isFaulty()) {
            throw new StrictRefusal(check.report(importing.version()));
        }
    }

    private static void send(SaleSending sending, long line, Sale sale, Tally tally) {
        try {
            if (sending.send(sale)) {
                tally.accept(sale.total(), sale.volumeMl());
            } else {
                tally.recognise(sale.total(), sale.volumeMl());
            }
        } catch (RefusedLine refused) {
            tally.refuse(line, refused);
        } catch (RuleViolation violation) {
            tally.refuse(line, violation);
        }
    }
}
