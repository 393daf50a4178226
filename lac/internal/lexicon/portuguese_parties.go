package lexicon

const partiesPortuguese = `
BRA: brasileiro; brasileira; brasileiros; brasileiras
ARG: argentino; argentina; argentinos; argentinas
CHL: chileno; chilena; chilenos; chilenas
PER: peruano; peruana; peruanos; peruanas
MEX: mexicano; mexicana; mexicanos; mexicanas
COL: colombiano; colombiana; colombianos; colombianas
VEN: venezuelano; venezuelana; venezuelanos; venezuelanas
ECU: equatoriano; equatoriana; equatorianos; equatorianas
BOL: boliviano; boliviana; bolivianos; bolivianas
URY: uruguaio; uruguaia; uruguaios; uruguaias
PRY: paraguaio; paraguaia; paraguaios; paraguaias
CUB: cubano; cubana; cubanos; cubanas
PAN: panamenho; panamenha; panamenhos; panamenhas
DOM: dominicano; dominicana; dominicanos; dominicanas
HND: hondurenho; hondurenha; hondurenhos; hondurenhas
SLV: salvadorenho; salvadorenha; salvadorenhos; salvadorenhas
GTM: guatemalteco; guatemalteca; guatemaltecos; guatemaltecas
HTI: haitiano; haitiana; haitianos; haitianas
CRI: costarriquenho; costarriquenha
NIC: nicaraguense; nicaraguenses
LAC: América Latina e no Caribe; América Latina e ao Caribe; América Latina e Caribe; América Latina e o Caribe; América Latina e do Caribe; América Latina; latino-americano; latino-americanos; latino-americanas; ALC
CELAC: CELAC; Celac; Comunidade de Estados Latino-Americanos e Caribenhos
CARICOM: CARICOM; Caricom; Comunidade do Caribe; Comunidade Caribenha; Comunidade das Caraíbas
MERCOSUR: Mercosul; Mercado Comum do Sul
ANDEAN: Comunidade Andina; Comunidade Andina de Nações
PACALL: Aliança do Pacífico
SICA: SICA; Sistema da Integração Centro-Americana; Sistema de Integração Centro-Americana
CARIB: Caribe
ASIA: país asiático; nação asiática; parceiro asiático
SAM: América do Sul; sul-americano; sul-americana; sul-americanos; sul-americanas
CAM: América Central; centro-americano; centro-americana; centro-americanos; centro-americanas
NAM: América do Norte
EU: União Europeia; UE
AFR: África; africano; africanos; africanas
ASEAN: ASEAN
CHN: gigante asiático; chinês; chinesa; chineses; chinesas; Pequim; República Popular da China
USA: Estados Unidos; EUA; Washington; americano; estadunidense
UN: ONU; Nações Unidas
BRI: Iniciativa Cinturão e Rota; Iniciativa do Cinturão e Rota; Iniciativa Cinturão e Estrada; Cinturão e Estrada; Nova Rota da Seda; Rota da Seda; Cinturão e Rota
BRA: brasileiro; brasileira; Brasília
ARG: argentino; argentina
CHL: chileno; chilena
PER: peruano; peruana
MEX: mexicano; mexicana
DOM: República Dominicana
IDB: BID; Banco Interamericano de Desenvolvimento
WB: Banco Mundial
TWN: Taiwan
HKG: Hong Kong
TTO: Trindade e Tobago; Trinidade e Tobago
KNA: São Cristóvão e Neves
BHS: Baamas
VNM: Vietname
IRN: Irão
KEN: Quénia
POL: Polónia
CZE: República Tcheca; República Checa
ZWE: Zimbabwe
SGP: Cingapura
KOR: República da Coreia; República da Coréia
PRK: República Popular Democrática da Coreia
EGY: Egipto
MMR: Mianmar; Myanmar
NLD: Países Baixos
ROU: Roménia
YEM: Iémen
MAC: Macau
`

const booksPortuguese = `
CHN: Administração Geral das Alfândegas; Serviços de Alfândega da China; Serviços de Alfândega chineses; Serviços de Alfândega; alfândegas da China; Alfândega da China; estatísticas chinesas; dados chineses; dados oficiais chineses; números oficiais chineses; Administração Geral de Alfândegas; Administração Geral das Alfândegas da China; alfândega chinesa; alfândegas chinesas; alfândega da China; alfândegas da China; aduana chinesa; Ministério do Comércio da China; GACC
BRA: MDIC; Ministério do Desenvolvimento, Indústria, Comércio e Serviços; Ministério do Desenvolvimento; Secretaria de Comércio Exterior; Secex; Secretaria de Comércio Exterior; Comex Stat; Ministério do Desenvolvimento Indústria Comércio e Serviços
CHL: SUBREI
PER: SUNAT
MEX: INEGI
ARG: INDEC
COL: DANE
`
