package io.jiayou.imports.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.imports.ImportAnswer;
import io.jiayou.imports.ImportClient;
import io.jiayou.imports.ImportServer;
import io.jiayou.imports.Positions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ImportServer
class TransactionImportIT {

    private static final String GOOD = ",2024-05-06,07:08:09,100,555,10,1,20,900.50";

    private final EventStore events;
    private ImportClient client = new ImportClient(0);

    @Autowired
    TransactionImportIT(EventStore events) {
        this.events = events;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = new ImportClient(port);
    }

    @Test
    void refusesFaultyLinesByTheirNumbersAndImportsTheOthers() throws Exception {
        ImportAnswer answer = client.transactions("", faulty("f"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.refused())
                .containsExactly(
                        "3 unlisted-product",
                        "4 unlisted-station",
                        "5 unlisted-customer",
                        "6 unreadable-value",
                        "7 unreadable-value",
                        "8 unreadable-value",
                        "9 negative-amount",
                        "10 negative-amount",
                        "11 zero-amount",
                        "12 zero-amount",
                        "13 unreadable-line",
                        "14 unreadable-line",
                        "15 no-such-time",
                        "16 future-time",
                        "17 not-fuel",
                        "18 not-fuel",
                        "19 transaction-differs",
                        "20 unreadable-value");
        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(answer.number("alreadyThere")).isEqualTo(1);
        assertThat(answer.number("lines")).isEqualTo(20);
        assertThat(answer.report().get("refused").get(15).get("detail").asString())
                .isEqualTo("CNG: sold by the kilogram and not by the litre");
    }

    @Test
    void importsNothingStrictlyIfAnyLineIsAtFault() throws Exception {
        long before = head();

        ImportAnswer answer = client.transactions("?strict=true", faulty("s"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().get("code").asString()).isEqualTo("import-refused");
        assertThat(answer.refused()).contains("9 negative-amount", "19 transaction-differs");
        assertThat(head()).isEqualTo(before);
    }

    /** A decision would refuse each; a strict import knows it before it sends anything. */
    @Test
    void refusesLinesBeyondTheLimitsOfEventsStrictlyOrNot() throws Exception {
        Map<String, byte[]> files = CardFileSamples.with(
                "L1,-292275056-01-01,09:41:00,100,1,10,1,28,672.64",
                "L2,-0001-01-01,09:41:00,100,1,10,1,28,672.64",
                "L3,0001-01-01,09:41:00,100,1,10,1,28,672.64",
                "L4,1582-10-10,09:41:00,100,1,10,1,28,672.64",
                "L5,2012-08-24,09:41:00,100,1,10,1,999999999,672.64",
                "L6,2012-08-24,09:41:00,100,1,10,1,0.001,999999999.99",
                "L7,2012-08-24,09:41:00,100,1,10,1,28,672.64");

        ImportAnswer strict = client.transactions("?strict=true", files);
        ImportAnswer lenient = client.transactions("", files);

        assertThat(strict.status()).isEqualTo(400);
        assertThat(lenient.number("accepted")).isEqualTo(1);
        assertThat(lenient.count("unreadable-value")).isEqualTo(6);
    }

    @Test
    void importsStrictlyWhatIsOnlyNoFuelOrNothingSold() throws Exception {
        ImportAnswer answer = client.transactions(
                "?strict=true",
                CardFileSamples.with(
                        "n1" + GOOD,
                        "n2,2024-05-06,07:08:09,100,555,10,3,1,30.00",
                        "n3,2024-05-06,07:08:09,100,555,10,1,0,30.00"));

        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(answer.refused()).containsExactly("3 not-fuel", "4 zero-amount");
    }

    @Test
    void refusesATransactionThatIsThereWithOtherContentStrictlyOrNot() throws Exception {
        client.transactions("", CardFileSamples.with("d1" + GOOD));
        Map<String, byte[]> other = CardFileSamples.with("d1,2024-05-06,07:08:09,100,555,10,1,20,900.51", "d2" + GOOD);
        long before = head();

        ImportAnswer strict = client.transactions("?strict=true", other);
        assertThat(head()).isEqualTo(before);
        ImportAnswer answer = client.transactions("", other);

        assertThat(strict.refused()).containsExactly("2 transaction-differs");
        assertThat(answer.refused()).containsExactly("2 transaction-differs");
        assertThat(answer.number("accepted")).isEqualTo(1);
    }

    @Test
    void importsTheWholeLinesOfAFileThatWasCutOff() throws Exception {
        byte[] whole = CardFileSamples.bytes(CardFileSamples.HEADER + "c1" + GOOD + "\n" + "c2" + GOOD);
        Map<String, byte[]> files = CardFileSamples.with();

        ImportAnswer cutInAPrice = client.transactions(
                "", CardFileSamples.but(files, "transactions", Arrays.copyOf(whole, whole.length - 1)));
        ImportAnswer cutInADate = client.transactions(
                "", CardFileSamples.but(files, "transactions", Arrays.copyOf(whole, whole.length - 30)));
        ImportAnswer withoutLastEnd = client.transactions("", CardFileSamples.but(files, "transactions", whole));

        assertThat(cutInAPrice.number("accepted")).isEqualTo(1);
        assertThat(cutInAPrice.refused()).containsExactly("3 unreadable-line");
        assertThat(cutInADate.refused()).containsExactly("3 unreadable-line");
        assertThat(withoutLastEnd.number("accepted")).isEqualTo(1);
        assertThat(withoutLastEnd.number("alreadyThere")).isEqualTo(1);
    }

    @Test
    void refusesFilesThatCanNotBeReadAtAll() throws Exception {
        Map<String, byte[]> good = CardFileSamples.with("b1" + GOOD);
        Charset latin = Charset.forName("ISO-8859-2");
        long before = head();

        isBroken(CardFileSamples.but(good, "transactions", new byte[0]), "transactions", 1, "the file is empty");
        isBroken(CardFileSamples.but(good, "customers", new byte[0]), "customers", 1, "the file is empty");
        isBroken(CardFileSamples.files("TransactionID,Date\n1,2\n"), "transactions", 1, "the column Time is missing");
        isBroken(
                CardFileSamples.but(good, "stations", CardFileSamples.bytes("\"GasStationID,ChainID\n1,2\n")),
                "stations",
                1,
                "the header can't be read: a quote isn't closed");
        isBroken(
                CardFileSamples.but(good, "products", "ProductID,Description\n1,Nafta\n5,Mytí\n".getBytes(latin)),
                "products",
                3,
                "not UTF-8");
        isBroken(
                CardFileSamples.but(good, "transactions", CardFileSamples.HEADER.getBytes(StandardCharsets.UTF_16LE)),
                "transactions",
                1,
                "the column TransactionID is missing");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void readsByteOrderMarksWindowsLineEndsAndColumnsInAnyOrder() throws Exception {
        String file = "\uFEFFPrice,Amount,ProductID,GasStationID,CardID,CustomerID,Time,Date,TransactionID,Note\r\n"
                + "\r\n12.34,\"5.5\",2,10,556,200,07:08,2024-05-06,w1,\"a \"\"note\"\"\"\r\n";

        ImportAnswer answer = client.transactions("", CardFileSamples.files(file));

        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(answer.report().get("sums").get(0).toString())
                .isEqualTo("{\"currency\":\"EUR\",\"amount\":1234,\"volumeMl\":5500,\"orders\":1}");
    }

    @Test
    void reportsUnusableLinesOfTheListsWithTheirFile() throws Exception {
        Map<String, byte[]> files = CardFileSamples.but(
                CardFileSamples.with("l1" + GOOD),
                "customers",
                CardFileSamples.bytes("CustomerID,Segment,Currency\n100,KAM,CZK\n200,LAM,EURO\n100,KAM,EUR\n300\n"));
        long before = head();

        ImportAnswer strict = client.transactions("?strict=true", files);
        assertThat(head()).isEqualTo(before);
        ImportAnswer answer = client.transactions("", files);

        assertThat(answer.refused())
                .isEqualTo(strict.refused())
                .containsExactly(
                        "customers 3 unreadable-value", "customers 4 listed-twice", "customers 5 unreadable-line");
        assertThat(answer.number("accepted")).isEqualTo(1);
    }

    /** The beginning of a number is another number, and that of a currency is none. */
    @Test
    void refusesTheLastLineOfAListThatMayBeCutOff() throws Exception {
        Map<String, byte[]> files = CardFileSamples.with("k1" + GOOD);

        ImportAnswer cut = client.transactions(
                "", CardFileSamples.but(files, "stations", CardFileSamples.bytes("GasStationID,ChainID\n10,1")));
        ImportAnswer whole = client.transactions(
                "", CardFileSamples.but(files, "customers", CardFileSamples.bytes("CustomerID,Currency\n100,CZK")));

        assertThat(cut.refused()).containsExactly("2 unlisted-station", "stations 2 unreadable-line");
        assertThat(whole.number("accepted")).isEqualTo(1);
    }

    @Test
    void refusesCurrenciesThatAreNoMoney() throws Exception {
        Map<String, byte[]> files = CardFileSamples.but(
                CardFileSamples.with("g1" + GOOD),
                "customers",
                CardFileSamples.bytes("CustomerID,Currency\n100,XAU\n"));

        assertThat(client.transactions("", files).refused())
                .containsExactly("2 unlisted-customer", "customers 2 unreadable-value");
    }

    @Test
    void namesTheFileThatIsMissing() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(CardFileSamples.with("m1" + GOOD));
        files.remove("products");

        ImportAnswer answer = client.transactions("", files);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().get("code").asString()).isEqualTo("missing-field");
        assertThat(answer.problem().get("field").asString()).isEqualTo("products");
    }

    @Test
    void countsEveryLineOfALargeFileOnceAndTellsTheProgress() throws Exception {
        StringBuilder file = new StringBuilder(CardFileSamples.HEADER);
        for (int line = 0; line < 5000; line++) {
            file.append("p")
                    .append(line % 4000)
                    .append(",2024-05-06,07:08:09,100,c")
                    .append(line % 40)
                    .append(",10,1,20,900.50\n");
        }

        ImportAnswer answer = client.transactions("", CardFileSamples.files(file.toString()));

        assertThat(answer.lines().getFirst().get("progress").get("total").asLong())
                .isEqualTo(5000);
        assertThat(answer.number("accepted")).isEqualTo(4000);
        assertThat(answer.number("alreadyThere")).isEqualTo(1000);
        assertThat(answer.report().get("sums").get(0).get("orders").asLong()).isEqualTo(4000);
    }

    private void isBroken(Map<String, byte[]> files, String file, long line, String reason) throws Exception {
        ImportAnswer answer = client.transactions("", files);

        assertThat(answer.status()).as(reason).isEqualTo(400);
        assertThat(answer.problem().get("file").asString()).isEqualTo(file);
        assertThat(answer.problem().get("line").asLong()).isEqualTo(line);
        assertThat(answer.problem().get("reason").asString()).isEqualTo(reason);
    }

    private static Map<String, byte[]> faulty(String prefix) {
        return CardFileSamples.with(
                prefix + "1" + GOOD,
                prefix + "3,2024-05-06,07:08:09,100,555,10,99,20,900.50",
                prefix + "4,2024-05-06,07:08:09,100,555,99,1,20,900.50",
                prefix + "5,2024-05-06,07:08:09,999,555,10,1,20,900.50",
                prefix + "6,2024-02-30,07:08:09,100,555,10,1,20,900.50",
                prefix + "7,2024-05-06,07:08:09,100,555,10,1,twenty,900.50",
                prefix + "8,2024-05-06,07:08:09,100,555,10,1,20,900.505",
                prefix + "9,2024-05-06,07:08:09,100,555,10,1,-20,900.50",
                prefix + "10,2024-05-06,07:08:09,100,555,10,1,20,-900.50",
                prefix + "11,2024-05-06,07:08:09,100,555,10,1,0,900.50",
                prefix + "12,2024-05-06,07:08:09,100,555,10,1,20,0.00",
                prefix + "13,2024-05-06,07:08:09,100",
                prefix + "14,2024-05-06,07:08:09,100,555,10,1,20,\"900.50",
                prefix + "15,2024-03-31,02:30:00,100,555,10,1,20,900.50",
                prefix + "16,2999-01-01,00:00:00,100,555,10,1,20,900.50",
                prefix + "17,2024-05-06,07:08:09,100,555,10,3,20,900.50",
                prefix + "18,2024-05-06,07:08:09,100,555,10,4,20,900.50",
                prefix + "1,2024-05-06,07:08:10,100,555,10,1,20,900.50",
                "a b" + GOOD,
                prefix + "1" + GOOD);
    }

    private long head() {
        return Positions.head(events);
    }
}
