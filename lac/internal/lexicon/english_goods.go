package lexicon

// goodsEnglish are names of goods by their code of [Goods], - for those without one.
const goodsEnglish = `
0201: fresh beef; chilled beef
0202: frozen beef
0203: pork
0207: poultry; poultry meat
0803: bananas; banana
080440: avocados; avocado
080610: fresh grapes; table grapes
080929: cherries; cherry; sweet cherries
0901: coffee
1001: wheat
1003: barley
1005: maize; corn
1007: sorghum
1201: soybean; soybeans; soya beans; soya bean
1507: soybean oil; soya bean oil
1701: sugar
2204: wine; wines
230120: fishmeal; fish meal
2304: soybean meal; soya bean meal
2601: iron ore; iron ores
2602: manganese ore
2603: copper ore; copper ores; copper concentrate; copper concentrates; copper ores and concentrates; copper ore and concentrate; copper ore and concentrates
2604: nickel ore
2607: lead ore; lead concentrate; lead concentrates
2608: zinc ore; zinc concentrate; zinc concentrates
2701: coal
2709: crude oil; crude petroleum; crude
271111: liquefied natural gas; lng
282520: lithium hydroxide
283691: lithium carbonate; lithium carbonates
4011: tyres; tires
4703: chemical wood pulp; chemical pulp
72: iron and steel
720260: ferronickel
720293: ferroniobium
7108: gold
7402: unrefined copper; blister copper
7403: refined copper
740311: copper cathodes; copper cathode
847130: laptops; laptop computers; notebook computers
850760: lithium ion batteries; lithium batteries; lithium ion battery
851713: smartphones; smartphone
854143: solar panels; solar panel; solar modules; photovoltaic modules; photovoltaic panels; pv modules
8703: passenger cars; cars; car; passenger vehicles
870380: electric cars; electric car; battery electric cars; electric passenger cars; pure electric cars
8711: motorcycles; motorbikes
-: agricultural; agriculture; farm; agri; food; foodstuffs; services; service; e commerce; ecommerce; electronic commerce; online; cross border; digital; technology; technological; tech; energy; mineral; minerals; mining; copper; lithium; beef; meat; chicken; oil; fuel; fuels; petroleum; gas; fruit; fruits; seafood; shrimp; salmon; fish; textile; textiles; clothing; garments; machinery; electronics; electronic; electric; electrical; green; commodity; commodities; raw; automobile; automobiles; automotive; auto; vehicles; trucks; steel; iron; ore; silver; arms; weapons; drug; drugs; pharmaceutical; pharmaceuticals; medical; manufactured; manufactures; industrial; chemical; chemicals; batteries; semiconductors; chips; grain; grains; cereals; cotton; wood; pulp; timber; tourism; cultural; equipment; phones; solar; panels; non oil; private; processing; border; copper ore and lithium; nuts; berries; blueberries; grapes; nickel; zinc; lead; aluminium; aluminum; tin; metals; metal; rare earths; lithium products; beverages; dairy; milk; leather; hides; wool; rubber; plastics; plastic; paper; furniture; toys; footwear; shoes; garment; aircraft; tractors; buses; components; appliances; computers; telecom; telecommunications; fertilizers; fertilisers; fertilizer; pesticides; vaccines; medicines; livestock; cattle; hydrogen; electricity; battery; scrap; cacao; cocoa; flowers; tobacco; rice; nonferrous; ev; evs; hybrid
`
