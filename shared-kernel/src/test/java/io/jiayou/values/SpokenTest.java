package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.rules.Said;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {

    @ParameterizedTest
    @CsvSource({
        "20000, CNY, 200.00 元, 200.00 yuan",
        "123456789, CNY, '1,234,567.89 元', '1,234,567.89 yuan'",
        "-5, CNY, -0.05 元, -0.05 yuan",
        "1250, EUR, 12.50 欧元, 12.50 EUR",
        "3000, CZK, 30.00 捷克克朗, 30.00 CZK",
        "500, JPY, 500 日元, 500 JPY"
    })
    void amountsAreInMajorUnits(long amount, String currency, String chinese, String english) {
        isSaid(Spoken.money(new Money(amount, currency)), chinese, english);
    }

    @ParameterizedTest
    @CsvSource({
        "31250, 31.25 升, 31.25 litres",
        "31255, 31.255 升, 31.255 litres",
        "2000000, '2,000.00 升', '2,000.00 litres'",
        "0, 0.00 升, 0.00 litres"
    })
    void volumesAreInLitresAsPumpsShowThem(long millilitres, String chinese, String english) {
        isSaid(Spoken.litres(millilitres), chinese, english);
    }

    @ParameterizedTest
    @CsvSource({
        "92#, 92号汽油, 92# petrol",
        "101#, 101号汽油, 101# petrol",
        "0#, 0号柴油, 0# diesel",
        "50#, 50号柴油, 50# diesel",
        "51#, 51号汽油, 51# petrol",
        "-10#, -10号柴油, -10# diesel",
        "CNG, 压缩天然气, CNG",
        "E10, E10, E10",
        "92, 92, 92"
    })
    void gradesAreNamedByWhatTheyAre(String code, String chinese, String english) {
        isSaid(Spoken.grade(code), chinese, english);
    }

    @ParameterizedTest
    @CsvSource({
        "wechat-pay, 微信支付, WeChat Pay",
        "fuel-card, 加油卡, fuel card",
        "cash, 现金, cash",
        "shop-till-7, shop-till-7, shop-till-7"
    })
    void channelsAreNamedAsTheirUsersNameThem(String code, String chinese, String english) {
        isSaid(Spoken.channel(code), chinese, english);
    }

    @Test
    void aPriceHasThousandthsWhereThereAreAny() {
        isSaid(Spoken.price(new UnitPrice(7_980, "CNY")), "7.98 元／升", "7.98 yuan per litre");
        isSaid(Spoken.price(new UnitPrice(7_985, "CNY")), "7.985 元／升", "7.985 yuan per litre");
    }

    private static void isSaid(Said said, String chinese, String english) {
        assertThat(said.in(Locale.forLanguageTag("zh-Hans-CN"))).isEqualTo(chinese);
        assertThat(said.in(Locale.FRENCH)).isEqualTo(english);
    }
}
