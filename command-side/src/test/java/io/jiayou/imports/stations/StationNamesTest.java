package io.jiayou.imports.stations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as they occur in public lists of places, with the brackets already in normal form. */
class StationNamesTest {

    private final StationNames names = new StationNames();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    中国石化(康健加油站),        中国石化,   康健加油站,              康健
                    中国石化加油站(仙霞路站),    中国石化,   仙霞路站,                仙霞路
                    中国石化加油站(虹井路),      中国石化,   虹井路加油站,            虹井路
                    中国石化(天山路店),          中国石化,   天山路店,                天山路
                    中国石化武宁路加油站,        中国石化,   武宁路加油站,            武宁路
                    中国石化溧阳加油站(溧阳路),  中国石化,   溧阳加油站(溧阳路),      溧阳溧阳路
                    中国石化(申联瑞南油气站),    中国石化,   申联瑞南油气站,          申联瑞南
                    中国石化(申联瑞南加油站),    中国石化,   申联瑞南加油站,          申联瑞南
                    中石化加油站(杨树浦路3站),   中国石化,   杨树浦路3站,             杨树浦路3
                    中国石化加油(气)站,          中国石化,   加油(气)站,              ''
                    中国石化加油加氢站,          中国石化,   加油加氢站,              ''
                    中国石化(安智油氢合建站),    中国石化,   安智油氢合建站,          安智
                    中国石化(上海爱使东方加汽站), 中国石化,  上海爱使东方加汽站,      爱使东方
                    中国石油加油加气站(茸惠路),  中国石油,   茸惠路加油加气站,        茸惠路
                    中国石油油气站(安达站),      中国石油,   安达站,                  安达
                    中国石油,                    中国石油,   中国石油,                ''
                    中国石油(三三公路店),        中国石油,   三三公路店,              三三公路
                    中国海油加油站(外环高速站),  中国海油,   外环高速站,              外环高速
                    中国航油加油站(迎宾一路站),  中国航油,   迎宾一路站,              迎宾一路
                    中化道达尔亭大加油站,        中化道达尔, 亭大加油站,              亭大
                    壳牌加油站(金钱公路站),      壳牌,       金钱公路站,              金钱公路
                    绿地能源加油站(申霞路),      绿地能源,   申霞路加油站,            申霞路
                    加油站(古猗园路),            ,           古猗园路加油站,          古猗园路
                    上海洞泾加油站,              ,           上海洞泾加油站,          洞泾
                    洞泾加油站有限公司,          ,           洞泾加油站有限公司,      洞泾
                    东上海加油中心,              ,           东上海加油中心,          东上海
                    新奥九环加油加气站,          ,           新奥九环加油加气站,      新奥九环
                    中港石化加油站(松花江路站),  ,           中港石化加油站(松花江路站), 中港石化松花江路
                    """)
    void areTakenApart(String name, String brand, String own, String core) {
        assertThat(names.isFuelStation(name)).isTrue();
        assertThat(names.read(name)).isEqualTo(new StationName(brand, own, core));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BP快速充电站(上海锦和中心)",
                "中国石化停车充电站(龙川站)",
                "普天海油汽车充电站(长安路)",
                "特来电充电站(上海海博油田)",
                "蔚来换电站(上海五维空间)",
                "嘉定安亭电动汽车充换电站",
                "国家电网",
                "国家电网(江桥供电营业站)",
                "来电(上海站北广场)",
                "街电(蓝站棋牌株洲路店)",
                "中小型客车泊位",
                "米市渡(轮渡站)",
                "上海北玻站",
                "4毛加油",
                "振翔加油站加油卡销售服务中心",
                "中国石化加油站西门",
                "航空加油站",
                "上海石化",
                "卡佑石油",
                "中国石化上海石油分公司(青浦片区培训站)",
                "中国海油东海石油管理局(安顺路站)",
                "沪太路加油站(公交站)",
                "加油站公交站",
                "加油站停车场",
                "中国石化加油站公共厕所",
                "中国石化加油站东南门",
                "加油站(已关闭)",
                "加油站(暂停营业)"
            })
    void ofOtherPlacesAreToldApart(String name) {
        assertThat(names.isFuelStation(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"中国石化加油站(西门站)", "中国石化加油站(南门站)", "中国石化上海石油分公司(康宁加油站)"})
    void thatOnlyLookLikeOtherPlacesAreStations(String name) {
        assertThat(names.isFuelStation(name)).isTrue();
    }
}
