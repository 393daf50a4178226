package lexicon

const partiesSpanish = `
BRA: brasileño; brasileña; brasileños; brasileñas
ARG: argentino; argentina; argentinos; argentinas
CHL: chileno; chilena; chilenos; chilenas
PER: peruano; peruana; peruanos; peruanas
MEX: mexicano; mexicana; mexicanos; mexicanas
COL: colombiano; colombiana; colombianos; colombianas
VEN: venezolano; venezolana; venezolanos; venezolanas
ECU: ecuatoriano; ecuatoriana; ecuatorianos; ecuatorianas
BOL: boliviano; boliviana; bolivianos; bolivianas
URY: uruguayo; uruguaya; uruguayos; uruguayas
PRY: paraguayo; paraguaya; paraguayos; paraguayas
CUB: cubano; cubana; cubanos; cubanas
PAN: panameño; panameña; panameños; panameñas
DOM: dominicano; dominicana; dominicanos; dominicanas
HND: hondureño; hondureña; hondureños; hondureñas
SLV: salvadoreño; salvadoreña; salvadoreños; salvadoreñas
GTM: guatemalteco; guatemalteca; guatemaltecos; guatemaltecas
HTI: haitiano; haitiana; haitianos; haitianas
CRI: costarricense; costarricenses
NIC: nicaragüense; nicaragüenses
LAC: América Latina y el Caribe; Latinoamérica y el Caribe; América Latina; Latinoamérica; latinoamericano; latinoamericanos; latinoamericanas; ALC
CELAC: CELAC; Celac; Comunidad de Estados Latinoamericanos y Caribeños
CARICOM: CARICOM; Caricom; Comunidad del Caribe; Comunidad Caribeña
MERCOSUR: Mercosur; Mercado Común del Sur
ANDEAN: Comunidad Andina; Comunidad Andina de Naciones
PACALL: Alianza del Pacífico
SICA: SICA; Sistema de la Integración Centroamericana; Sistema de Integración Centroamericana
CARIB: Caribe
ASIA: país asiático; nación asiática; socio asiático; gigante asiático
SAM: América del Sur; Sudamérica; Suramérica; sudamericano; sudamericana; sudamericanos; sudamericanas; suramericano; suramericana
CAM: América Central; Centroamérica; centroamericano; centroamericana; centroamericanos; centroamericanas
NAM: América del Norte; Norteamérica
EU: Unión Europea; UE
AFR: África; africano; africanos; africanas
ASEAN: ASEAN
CHN: chino; china; chinos; chinas; Pekín; Beijing; República Popular China
USA: Estados Unidos; EE UU; EEUU; Washington; estadounidense
UN: ONU; Naciones Unidas
BRI: Iniciativa de la Franja y la Ruta; Iniciativa Franja y Ruta; Franja y Ruta; Nueva Ruta de la Seda; Ruta de la Seda; Franja y la Ruta
BRA: brasileño; brasileña; Brasilia
ARG: argentino; argentina
CHL: chileno; chilena
PER: peruano; peruana
MEX: mexicano; mexicana
DOM: República Dominicana
IDB: BID; Banco Interamericano de Desarrollo
WB: Banco Mundial
LACBANK: CAF
TWN: Taiwán
HKG: Hong Kong
TTO: Trinidad y Tabago
KNA: Saint Kitts y Nevis
SUR: Suriname
VNM: Viet Nam
KOR: República de Corea
PRK: República Popular Democrática de Corea; República Democrática Popular de Corea
TZA: Tanzanía; República Unida de Tanzanía
MDA: República de Moldova; Moldova
CZE: República Checa
RWA: Rwanda
KEN: Kenya
ZWE: Zimbabwe
MWI: Malawi
BWA: Botswana
DJI: Djibouti
LSO: Lesotho
SAU: Arabia Saudita
BHR: Bahrein; Bahréin
QAT: Qatar
IRQ: Iraq
TUR: Türkiye
BLR: Belarús
BGD: Bangladesh
BTN: Bhután
PNG: Papua Nueva Guinea
FJI: Fiji
CIV: Costa de Marfil
GNB: Guinea-Bissau; Guinea Bissau
LAO: República Democrática Popular Lao
GBR: Reino Unido de Gran Bretaña e Irlanda del Norte; Gran Bretaña
SWZ: Eswatini; Swazilandia
KAZ: Kazajstán
MMR: Myanmar; Birmania
MAC: Macao
`

const booksSpanish = `
CHN: Administración General de Aduanas; Administración General de Aduanas de China; aduanas de China; aduana china; aduanas chinas; aduana de China; Ministerio de Comercio de China; GACC
BRA: MDIC; Secex
CHL: SUBREI; DIRECON; ProChile; Aduanas de Chile; Servicio Nacional de Aduanas de Chile; Banco Central de Chile
PER: SUNAT; Mincetur; PromPerú
MEX: INEGI; Banxico; Banco de México
ARG: INDEC
COL: DANE
`
