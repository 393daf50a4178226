package lac

// Countries and territories by ISO 3166-1 alpha-3 code. [ParseArea] knows every
// other one.
const (
	China         Area = 'C'<<16 | 'H'<<8 | 'N' // mainland China: without Hong Kong, Macao and Taiwan
	HongKong      Area = 'H'<<16 | 'K'<<8 | 'G'
	Macao         Area = 'M'<<16 | 'A'<<8 | 'C'
	Taiwan        Area = 'T'<<16 | 'W'<<8 | 'N' // UN Comtrade files it under OtherAsia
	UnitedStates  Area = 'U'<<16 | 'S'<<8 | 'A'
	Canada        Area = 'C'<<16 | 'A'<<8 | 'N'
	Japan         Area = 'J'<<16 | 'P'<<8 | 'N'
	SouthKorea    Area = 'K'<<16 | 'O'<<8 | 'R'
	India         Area = 'I'<<16 | 'N'<<8 | 'D'
	Germany       Area = 'D'<<16 | 'E'<<8 | 'U'
	Netherlands   Area = 'N'<<16 | 'L'<<8 | 'D'
	Spain         Area = 'E'<<16 | 'S'<<8 | 'P'
	Portugal      Area = 'P'<<16 | 'R'<<8 | 'T'
	France        Area = 'F'<<16 | 'R'<<8 | 'A'
	Italy         Area = 'I'<<16 | 'T'<<8 | 'A'
	UnitedKingdom Area = 'G'<<16 | 'B'<<8 | 'R'
	Russia        Area = 'R'<<16 | 'U'<<8 | 'S'

	// The members of CELAC.
	AntiguaAndBarbuda            Area = 'A'<<16 | 'T'<<8 | 'G'
	Argentina                    Area = 'A'<<16 | 'R'<<8 | 'G'
	Bahamas                      Area = 'B'<<16 | 'H'<<8 | 'S'
	Barbados                     Area = 'B'<<16 | 'R'<<8 | 'B'
	Belize                       Area = 'B'<<16 | 'L'<<8 | 'Z'
	Bolivia                      Area = 'B'<<16 | 'O'<<8 | 'L'
	Brazil                       Area = 'B'<<16 | 'R'<<8 | 'A'
	Chile                        Area = 'C'<<16 | 'H'<<8 | 'L'
	Colombia                     Area = 'C'<<16 | 'O'<<8 | 'L'
	CostaRica                    Area = 'C'<<16 | 'R'<<8 | 'I'
	Cuba                         Area = 'C'<<16 | 'U'<<8 | 'B'
	Dominica                     Area = 'D'<<16 | 'M'<<8 | 'A'
	DominicanRepublic            Area = 'D'<<16 | 'O'<<8 | 'M'
	Ecuador                      Area = 'E'<<16 | 'C'<<8 | 'U'
	ElSalvador                   Area = 'S'<<16 | 'L'<<8 | 'V'
	Grenada                      Area = 'G'<<16 | 'R'<<8 | 'D'
	Guatemala                    Area = 'G'<<16 | 'T'<<8 | 'M'
	Guyana                       Area = 'G'<<16 | 'U'<<8 | 'Y'
	Haiti                        Area = 'H'<<16 | 'T'<<8 | 'I'
	Honduras                     Area = 'H'<<16 | 'N'<<8 | 'D'
	Jamaica                      Area = 'J'<<16 | 'A'<<8 | 'M'
	Mexico                       Area = 'M'<<16 | 'E'<<8 | 'X'
	Nicaragua                    Area = 'N'<<16 | 'I'<<8 | 'C'
	Panama                       Area = 'P'<<16 | 'A'<<8 | 'N'
	Paraguay                     Area = 'P'<<16 | 'R'<<8 | 'Y'
	Peru                         Area = 'P'<<16 | 'E'<<8 | 'R'
	SaintKittsAndNevis           Area = 'K'<<16 | 'N'<<8 | 'A'
	SaintLucia                   Area = 'L'<<16 | 'C'<<8 | 'A'
	SaintVincentAndTheGrenadines Area = 'V'<<16 | 'C'<<8 | 'T'
	Suriname                     Area = 'S'<<16 | 'U'<<8 | 'R'
	TrinidadAndTobago            Area = 'T'<<16 | 'T'<<8 | 'O'
	Uruguay                      Area = 'U'<<16 | 'R'<<8 | 'Y'
	Venezuela                    Area = 'V'<<16 | 'E'<<8 | 'N'

	// Territories of the region, which have trade of their own.
	Anguilla              Area = 'A'<<16 | 'I'<<8 | 'A'
	Aruba                 Area = 'A'<<16 | 'B'<<8 | 'W'
	BritishVirginIslands  Area = 'V'<<16 | 'G'<<8 | 'B'
	CaribbeanNetherlands  Area = 'B'<<16 | 'E'<<8 | 'S'
	CaymanIslands         Area = 'C'<<16 | 'Y'<<8 | 'M'
	Curacao               Area = 'C'<<16 | 'U'<<8 | 'W'
	FalklandIslands       Area = 'F'<<16 | 'L'<<8 | 'K'
	FrenchGuiana          Area = 'G'<<16 | 'U'<<8 | 'F'
	Guadeloupe            Area = 'G'<<16 | 'L'<<8 | 'P'
	Martinique            Area = 'M'<<16 | 'T'<<8 | 'Q'
	Montserrat            Area = 'M'<<16 | 'S'<<8 | 'R'
	PuertoRico            Area = 'P'<<16 | 'R'<<8 | 'I'
	SaintBarthelemy       Area = 'B'<<16 | 'L'<<8 | 'M'
	SaintMartin           Area = 'M'<<16 | 'A'<<8 | 'F' // the French part
	SintMaarten           Area = 'S'<<16 | 'X'<<8 | 'M' // the Dutch part
	TurksAndCaicosIslands Area = 'T'<<16 | 'C'<<8 | 'A'
	USVirginIslands       Area = 'V'<<16 | 'I'<<8 | 'R'
)

// M49 regions by number, and the statistical areas that tables of the region's
// trade show.
const (
	World                 Area = numbered | 1
	SouthAmerica          Area = numbered | 5
	CentralAmerica        Area = numbered | 13 // with Mexico, as in M49
	Americas              Area = numbered | 19
	NorthernAmerica       Area = numbered | 21
	Caribbean             Area = numbered | 29
	Africa                Area = numbered | 2
	Asia                  Area = numbered | 142
	Europe                Area = numbered | 150
	Oceania               Area = numbered | 9
	LatinAmericaCaribbean Area = numbered | 419
	OtherAsia             Area = numbered | 490 // "Other Asia, not elsewhere specified"
	AreasNES              Area = numbered | 899 // "Areas, not elsewhere specified"

	// Rests that have no number of their own.
	EuropeEUNES        Area = 'X'<<16 | 'E'<<8 | 'U' // UN Comtrade's 492, "Europe EU, nes"
	AsiaNES            Area = 'X'<<16 | 'A'<<8 | 'S' // of China's customs, which list Taiwan apart
	LatinAmericaNES    Area = 'X'<<16 | 'L'<<8 | 'A' // of China's customs
	NorthernAmericaNES Area = 'X'<<16 | 'N'<<8 | 'A' // of China's customs
)

// Blocs, whose members change with the day: see [Area.Members].
const (
	CELAC           Area = lettered | 'C'&31<<25 | 'E'&31<<20 | 'L'&31<<15 | 'A'&31<<10 | 'C'&31<<5          // CELAC
	CARICOM         Area = lettered | 'C'&31<<25 | 'A'&31<<20 | 'R'&31<<15 | 'I'&31<<10 | 'C'&31<<5 | 'O'&31 // CARICOM
	Mercosur        Area = lettered | 'M'&31<<25 | 'E'&31<<20 | 'R'&31<<15 | 'C'&31<<10 | 'O'&31<<5 | 'S'&31 // MERCOSUR
	AndeanCommunity Area = lettered | 'A'&31<<25 | 'N'&31<<20 | 'D'&31<<15 | 'E'&31<<10 | 'A'&31<<5 | 'N'&31 // ANDEAN
	SICA            Area = lettered | 'S'&31<<25 | 'I'&31<<20 | 'C'&31<<15 | 'A'&31<<10                      // SICA
	PacificAlliance Area = lettered | 'P'&31<<25 | 'A'&31<<20 | 'C'&31<<15 | 'A'&31<<10 | 'L'&31<<5 | 'L'&31 // PACALL
	EuropeanUnion   Area = lettered | 'E'&31<<25 | 'U'&31<<20                                                // EU
	ALADI           Area = lettered | 'A'&31<<25 | 'L'&31<<20 | 'A'&31<<15 | 'D'&31<<10 | 'I'&31<<5          // Latin American Integration Association
	OECS            Area = lettered | 'O'&31<<25 | 'E'&31<<20 | 'C'&31<<15 | 'S'&31<<10                      // Organisation of Eastern Caribbean States
	UNASUR          Area = lettered | 'U'&31<<25 | 'N'&31<<20 | 'A'&31<<15 | 'S'&31<<10 | 'U'&31<<5 | 'R'&31 // Union of South American Nations
	ASEAN           Area = lettered | 'A'&31<<25 | 'S'&31<<20 | 'E'&31<<15 | 'A'&31<<10 | 'N'&31<<5          // Association of Southeast Asian Nations, 975 in UN Comtrade
	SACU            Area = lettered | 'S'&31<<25 | 'A'&31<<20 | 'C'&31<<15 | 'U'&31<<10                      // Southern African Customs Union, 711 in UN Comtrade
)
