package lexicon

// goodsPortuguese are names of goods by their code of [Goods], - for those without one.
const goodsPortuguese = `
0201: carne bovina fresca; carne bovina resfriada; carne bovina refrigerada
0202: carne bovina congelada
0203: carne suína; carne de porco; carnes suínas
0207: carne de aves; carnes de aves; carne avícola
0803: bananas; banana
080440: abacates; abacate
080610: uvas frescas; uvas de mesa
080929: cerejas; cereja
0901: café
1001: trigo
1003: cevada
1005: milho
1007: sorgo
1201: soja; soja em grão; soja em grãos; grãos de soja; grão de soja
1507: óleo de soja
1701: açúcar; açúcares
2204: vinho; vinhos
230120: farinha de peixe
2304: farelo de soja
2601: minério de ferro; minérios de ferro
2602: minério de manganês
2603: minério de cobre; minérios de cobre; concentrado de cobre; concentrados de cobre; minérios e concentrados de cobre; minério e concentrado de cobre; minérios de cobre e seus concentrados
2604: minério de níquel
2607: concentrado de chumbo; minério de chumbo
2608: concentrado de zinco; minério de zinco
2701: carvão
2709: petróleo bruto; petróleo cru; óleos brutos de petróleo
271111: gás natural liquefeito; gnl
282520: hidróxido de lítio
283691: carbonato de lítio
4011: pneus; pneumáticos
4703: celulose química; pasta química de madeira
72: ferro e aço
720260: ferroníquel
720293: ferronióbio
7108: ouro
7402: cobre não refinado; cobre blister
7403: cobre refinado
740311: catodos de cobre; cátodos de cobre; catodo de cobre
847130: computadores portáteis; notebooks; laptops
850760: baterias de íon lítio; baterias de íons de lítio; baterias de lítio
851713: smartphones; telefones inteligentes
854143: painéis solares; módulos solares; módulos fotovoltaicos; painéis fotovoltaicos
8703: automóveis; automóveis de passageiros; carros; carros de passeio; veículos de passeio; veículos de passageiros
870380: carros elétricos; automóveis elétricos
8711: motocicletas; motos
-: agrícola; agrícolas; agropecuário; agropecuária; agropecuários; agropecuárias; agronegócio; agroindustrial; alimentos; serviços; eletrônico; eletrônica; eletrônicos; digital; digitais; tecnologia; tecnológico; energia; energético; mineral; minerais; mineração; cobre; lítio; carne; carnes; bovina; suína; frango; petróleo; combustíveis; gás; fruta; frutas; pescado; pesca; peixe; camarão; têxtil; têxteis; maquinaria; máquinas; automotivo; veículos; caminhões; aço; ferro; prata; armas; farmacêutico; médico; industrial; industriais; manufaturados; químico; químicos; baterias; semicondutores; grãos; cereais; algodão; madeira; celulose; turismo; cultural; equipamentos; fronteiriço; transfronteiriço; verde; básicos; semimanufaturados; matérias; mirtilos; uvas; castanhas; laticínios; leite; couro; couros; lã; borracha; plástico; plásticos; papel; móveis; brinquedos; calçados; roupas; vestuário; aviões; aeronaves; navios; tratores; ônibus; motores; autopeças; peças; componentes; eletrodomésticos; computadores; telefones; celulares; fertilizantes; adubos; medicamentos; vacinas; gado; hidrogênio; eletricidade; bateria; alumínio; níquel; zinco; chumbo; estanho; metais; cacau; flores; tabaco; arroz; elétricos; híbridos; boi; aves; avícola; porco; frutos; óleo; óleos; farelo; minério; minérios; sucata; terras raras; nióbio; suco; sucos
`
