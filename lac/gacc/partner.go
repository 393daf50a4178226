package gacc

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// groups are rows that are no countries, by the customs' names with the usual
// brackets, and one country that has the name of a region.
var groups = map[string]lac.Area{
	"总值": lac.World, "亚洲": lac.Asia, "非洲": lac.Africa, "欧洲": lac.Europe, "大洋洲": lac.Oceania,
	"东南亚国家联盟": lac.ASEAN, "东盟": lac.ASEAN,
	"拉丁美洲": lac.LatinAmericaCaribbean, "北美洲": lac.NorthernAmerica, "欧洲联盟": lac.EuropeanUnion,
	"亚洲其他国家(地区)": lac.AsiaNES, "非洲其他国家(地区)": parsed("577"), "欧洲其他国家(地区)": parsed("568"),
	"拉丁美洲其他国家(地区)": lac.LatinAmericaNES, "北美洲其他国家(地区)": lac.NorthernAmericaNES, "大洋洲其他国家(地区)": parsed("527"),
	"国家(地区)不明": lac.AreasNES, "国别(地区)不详": lac.AreasNES,
	"加那利群岛": parsed("XIC"), "塞卜泰(休达)": parsed("XCE"), "梅利利亚": parsed("XME"), "中非": parsed("CAF"),
}

// englishGroups are rows that are no countries, and names that the customs' English
// site has of its own, in small letters and without spaces.
var englishGroups = map[string]lac.Area{
	"total": lac.World, "asia": lac.Asia, "africa": lac.Africa, "europe": lac.Europe, "oceania": lac.Oceania,
	"asean": lac.ASEAN, "associationofsoutheastasiannations": lac.ASEAN, "europeanunion": lac.EuropeanUnion, "eu": lac.EuropeanUnion,
	"latinamerica": lac.LatinAmericaCaribbean, "northamerica": lac.NorthernAmerica,
	"r.o.korea": lac.SouthKorea, "rep.ofkorea": lac.SouthKorea, "rok": lac.SouthKorea, "southkorea": lac.SouthKorea, "d.p.r.korea": parsed("PRK"),
}

// parsed returns the area of a code that package lac has.
func parsed(code string) lac.Area {
	a, err := lac.ParseArea(code)
	if err != nil {
		panic(err)
	}
	return a
}

// partnerOf returns the area of a name in Chinese or English. Names of regions beside
// those in groups are not the customs'.
func partnerOf(name string) (lac.Area, error) {
	if name == "" {
		return 0, lac.ErrMissing
	}
	if a, ok := groups[strings.NewReplacer("（", "(", "）", ")", " ", "").Replace(name)]; ok {
		return a, nil
	}
	if a, ok := englishGroups[strings.ToLower(together(name))]; ok {
		return a, nil
	}
	a, err := lac.ParseArea(name)
	if before, _, found := strings.Cut(name, "("); err != nil && found { // United States (US)
		if b, err := lac.ParseArea(strings.TrimSpace(before)); err == nil && b.IsCountry() {
			return b, nil
		}
	}
	switch {
	case err != nil:
		return 0, err
	case !a.IsCountry():
		return 0, fmt.Errorf("%w: %v is no country", lac.ErrUnknownCode, a)
	}
	return a, nil
}
