package lexicon

// partiesEnglish are names of groups, regions and organisations, names of
// countries that CLDR has otherwise, and names of peoples.
const partiesEnglish = `
LAC: Latin America and the Caribbean; Latin American and the Caribbean; Latin and Caribbean; Latin America; Latin American and Caribbean; Latin American; LAC; the Americas
CELAC: CELAC; Community of Latin American and Caribbean States
CARICOM: CARICOM; Caribbean Community
CARIB: Caribbean
ASIA: Asian country; Asian nation; Asian partner; Asian power; Asian powerhouse; Asian economy
SAM: South America; South American
CAM: Central America; Central American
NAM: North America; North American
MERCOSUR: Mercosur; Southern Common Market
ANDEAN: Andean Community; Andean Community of Nations
PACALL: Pacific Alliance
SICA: SICA; Central American Integration System
EU: European Union; EU; European
ASEAN: ASEAN; Association of Southeast Asian Nations; Southeast Asia
AFR: Africa; African; Africans
AU: African Union; AU
ARB: Arab states; Arab world; Arab; Arab League; Arab countries
CAS: Central Asia; Central Asian
BRI: Belt & Road; New Silk Road; Belt and Road; BRI; Silk Road; Belt and Road Initiative
BRICS: BRICS
G77: Group of 77; G77
LDC: LDC; LDCs; least developed countries
NCA: Northern Central America; Northern Triangle
MEKONG: Mekong; Lancang Mekong; MLCSF
PIF: Pacific islands; Pacific Islands Forum
WORLD: world
IDB: IDB; Inter American Development Bank; IDB Lab; IDB Invest
AIIB: AIIB; Asian Infrastructure Investment Bank
NDB: NDB; New Development Bank; BRICS bank
ADB: ADB; Asian Development Bank
AFDB: AfDB; African Development Bank
WB: World Bank; World Bank Group
IMF: IMF; International Monetary Fund
LACBANK: CAF; Development Bank of Latin America
CDB: CDB; Caribbean Development Bank
EIB: EIB; European Investment Bank
UN: UN; U.N.; United Nations
WHO: WHO; World Health Organization
APEP: APEP
APEC: APEC
G20: G20
USA: United States; US; U.S.; USA; American; Americans; Washington; America
CHN: Chinese; Beijing; Asian giant; PRC; Sino; Chinese mainland; Mainland China
GBR: Britain; UK; British; Great Britain; London
RUS: Russian; Russians; Moscow
JPN: Japanese; Tokyo
IND: Indian; Indians; New Delhi
DEU: German; Germans; Berlin
FRA: French; Paris
ESP: Spanish; Madrid
PRT: Portuguese; Lisbon
ITA: Italian
KOR: South Korean; Seoul; South Korea
PRK: North Korea; North Korean
BRA: Brazilian; Brazilians; Brasilia; Brasília
ARG: Argentine; Argentinian; Argentinean
CHL: Chilean; Chileans
PER: Peruvian; Peruvians
COL: Colombian; Colombians
MEX: Mexican; Mexicans
VEN: Venezuelan; Venezuelans
ECU: Ecuadorian; Ecuadorean
BOL: Bolivian; Bolivians
URY: Uruguayan
PRY: Paraguayan
CUB: Cuban; Cubans; Havana
DOM: Dominican Republic
PAN: Panamanian
CRI: Costa Rican
HND: Honduran
NIC: Nicaraguan
SLV: Salvadoran
GTM: Guatemalan
HTI: Haitian
JAM: Jamaican
GUY: Guyanese
SUR: Surinamese
TTO: Trinidad; Trinidadian
BRB: Barbadian
BHS: Bahamian; Bahamas
ATG: Antigua; Antigua and Barbuda
KNA: St Kitts and Nevis; Saint Kitts and Nevis
LCA: Saint Lucia; St Lucia
VCT: Saint Vincent; St Vincent and the Grenadines
BLZ: Belizean; Belizeans
IDN: Indonesian; Jakarta
MYS: Malaysian; Kuala Lumpur
THA: Thai; Bangkok
VNM: Vietnamese; Hanoi
PHL: Philippine; Filipino; Manila
KHM: Cambodian; Phnom Penh
LAO: Lao; Laotian; Vientiane; Laos
MMR: Myanmar; Burma
SGP: Singaporean
PAK: Pakistani; Islamabad
LKA: Sri Lankan; Colombo
BGD: Bangladeshi; Dhaka
NPL: Nepali; Nepalese
KAZ: Kazakh; Kazakhstani; Astana
UZB: Uzbek; Tashkent
ARE: Emirati; UAE; United Arab Emirates; Emirates
SAU: Saudi; Riyadh
EGY: Egyptian; Cairo
ETH: Ethiopian; Addis Ababa
KEN: Kenyan; Nairobi
NGA: Nigerian; Nigerians; Abuja
ZAF: South African; Pretoria
ZMB: Zambian; Lusaka
ZWE: Zimbabwean
TZA: Tanzanian
GHA: Ghanaian; Accra
AGO: Angolan; Luanda
UGA: Ugandan; Kampala
RWA: Rwandan; Kigali
SEN: Senegalese; Dakar
COD: Congo; Congolese; DRC
CIV: Ivory Coast; Ivorian
TUR: Turkish; Ankara; Turkey
IRN: Iranian; Tehran
ISR: Israeli
AUS: Australian; Canberra
NZL: New Zealand
CAN: Canadian; Ottawa
FJI: Fijian
PNG: Papua New Guinean
SLB: Honiara; Solomon Islander
HUN: Hungarian
SRB: Serbian
GRC: Greek
POL: Polish
NLD: Dutch
CZE: Czech
DNK: Danish
HKG: Hong Kong
MAC: Macao; Macau
TWN: Taiwan; Taiwanese; Taipei
`

// booksEnglish are names of the offices that keep a country's books of trade.
const booksEnglish = `
CHN: Chinese customs; China customs; China's customs; customs of China; Chinese customs data; Chinese customs figures; General Administration of Customs; General Administration of Customs of China; China's General Administration of Customs; GACC; GAC; MOFCOM; Chinese ministry of commerce; China's ministry of commerce
BRA: MDIC; Secex; Comex Stat; Brazilian customs; Brazil's trade ministry
CHL: Chilean customs; SUBREI; DIRECON; ProChile
PER: SUNAT; Mincetur; Peruvian customs
MEX: INEGI; Banxico; Mexican customs
ARG: INDEC; Argentine customs
COL: DANE; Colombian customs
`
