package lexicon

// Goods are the codes of the Harmonized System that names of goods in texts stand
// for, with the text of the heading. Source: World Customs Organization, Harmonized
// System nomenclature 2022 (https://www.wcoomd.org/en/topics/nomenclature).
//
// A name is given a code only if what it means is what the heading holds. Names of
// which the goods lie in several headings have none: beef is fresh (0201) and frozen
// (0202), copper is ore (2603), blister (7402) and refined (7403), wood pulp is 4701
// to 4706, vehicles are 8701 to 8716, shrimp is in 0306 and 1605, a battery in 8506
// or 8507, a telephone in 851713, 851714 or 851718, steel in chapters 72 and 73.
var Goods = map[string]string{
	"0202":   "Meat of bovine animals, frozen",
	"0201":   "Meat of bovine animals, fresh or chilled",
	"0203":   "Meat of swine, fresh, chilled or frozen",
	"0207":   "Meat and edible offal of poultry",
	"0803":   "Bananas, including plantains, fresh or dried",
	"080440": "Avocados, fresh or dried",
	"080610": "Grapes, fresh",
	"080929": "Cherries other than sour cherries, fresh",
	"0901":   "Coffee; husks, skins and substitutes containing coffee",
	"1001":   "Wheat and meslin",
	"1003":   "Barley",
	"1005":   "Maize (corn)",
	"1007":   "Grain sorghum",
	"1201":   "Soya beans, whether or not broken",
	"1507":   "Soya-bean oil and its fractions",
	"1701":   "Cane or beet sugar and chemically pure sucrose, in solid form",
	"2204":   "Wine of fresh grapes",
	"230120": "Flours, meals and pellets, of fish or of crustaceans, molluscs or other aquatic invertebrates",
	"2304":   "Oil-cake and other solid residues from the extraction of soya-bean oil",
	"2601":   "Iron ores and concentrates",
	"2602":   "Manganese ores and concentrates",
	"2603":   "Copper ores and concentrates",
	"2604":   "Nickel ores and concentrates",
	"2607":   "Lead ores and concentrates",
	"2608":   "Zinc ores and concentrates",
	"2701":   "Coal",
	"2709":   "Petroleum oils and oils obtained from bituminous minerals, crude",
	"271111": "Natural gas, liquefied",
	"282520": "Lithium oxide and hydroxide",
	"283691": "Lithium carbonates",
	"4011":   "New pneumatic tyres, of rubber",
	"4703":   "Chemical wood pulp, soda or sulphate, other than dissolving grades",
	"72":     "Iron and steel",
	"720260": "Ferro-nickel",
	"720293": "Ferro-niobium",
	"7108":   "Gold, unwrought or in semi-manufactured forms, or in powder form",
	"7402":   "Unrefined copper; copper anodes for electrolytic refining",
	"7403":   "Refined copper and copper alloys, unwrought",
	"740311": "Refined copper, cathodes and sections of cathodes",
	"847130": "Portable automatic data processing machines, weighing not more than 10 kg",
	"850760": "Lithium-ion accumulators",
	"851713": "Smartphones",
	"854143": "Photovoltaic cells assembled in modules or made up into panels",
	"8703":   "Motor cars and other motor vehicles principally designed for the transport of persons",
	"870380": "Motor cars with only electric motor for propulsion",
	"8711":   "Motorcycles and cycles fitted with an auxiliary motor",
}
