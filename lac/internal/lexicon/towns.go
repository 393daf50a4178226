package lexicon

// Towns are those in which meetings between China and Latin America and the
// Caribbean are held, a line each: the English name, and the names in the four
// languages.
const Towns = `
Beijing: Beijing; Pekín; Pequim; 北京
Shanghai: Shanghai; Shanghái; Xangai; 上海
Guangzhou: Guangzhou; Cantón; Cantão; 广州
Hangzhou: Hangzhou; 杭州
Ningbo: Ningbo; 宁波
Zhuhai: Zhuhai; 珠海
Chongqing: Chongqing; 重庆
Nanjing: Nanjing; Nankín; 南京
Chengdu: Chengdu; 成都
Santiago: Santiago; Santiago de Chile; 圣地亚哥
Brasilia: Brasilia; Brasília; 巴西利亚
Rio de Janeiro: Rio de Janeiro; Río de Janeiro; 里约热内卢
São Paulo: São Paulo; Sao Paulo; 圣保罗
Buenos Aires: Buenos Aires; 布宜诺斯艾利斯
Lima: Lima; 利马
Havana: Havana; La Habana; Havana; 哈瓦那
Mexico City: Mexico City; Ciudad de México; Cidade do México; 墨西哥城
Guadalajara: Guadalajara; 瓜达拉哈拉
Bogotá: Bogotá; Bogota; 波哥大
Caracas: Caracas; 加拉加斯
Quito: Quito; 基多
Montevideo: Montevideo; Montevidéu; 蒙得维的亚
Punta del Este: Punta del Este; 埃斯特角
Panama City: Panama City; Ciudad de Panamá; Cidade do Panamá; 巴拿马城
San José: San José; 圣何塞
Kingston: Kingston; 金斯敦
Montego Bay: Montego Bay; 蒙特哥贝
Georgetown: Georgetown; 乔治敦
Port of Spain: Port of Spain; Puerto España; 西班牙港
Bridgetown: Bridgetown; 布里奇敦
Tegucigalpa: Tegucigalpa; 特古西加尔巴
Buenaventura: Buenaventura
Johannesburg: Johannesburg; Johannesburgo; Joanesburgo; 约翰内斯堡
Dakar: Dakar; 达喀尔
`

// TownCountries says of each of the Towns in which country it is, a line each: the
// country's code, and the English names of its towns.
const TownCountries = `
CHN: Beijing; Shanghai; Guangzhou; Hangzhou; Ningbo; Zhuhai; Chongqing; Nanjing; Chengdu
CHL: Santiago
BRA: Brasilia; Rio de Janeiro; São Paulo
ARG: Buenos Aires
PER: Lima
CUB: Havana
MEX: Mexico City; Guadalajara
COL: Bogotá; Buenaventura
VEN: Caracas
ECU: Quito
URY: Montevideo; Punta del Este
PAN: Panama City
CRI: San José
JAM: Kingston; Montego Bay
GUY: Georgetown
TTO: Port of Spain
BRB: Bridgetown
HND: Tegucigalpa
ZAF: Johannesburg
SEN: Dakar
`
