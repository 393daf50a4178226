package lexicon

// goodsSpanish are names of goods by their code of [Goods], - for those without one.
const goodsSpanish = `
0201: carne bovina fresca; carne de vacuno fresca; carne de res fresca; carne bovina refrigerada
0202: carne bovina congelada; carne de vacuno congelada; carne de res congelada; carne vacuna congelada
0203: carne de cerdo; carne porcina
0207: carne de ave; carne de aves; carne aviar; carnes de ave; carne avícola
0803: bananas; bananos; banano; banana; plátanos
080440: aguacates; aguacate; palta; paltas
080610: uvas frescas; uvas de mesa; uva de mesa
080929: cerezas; cereza
0901: café
1001: trigo
1003: cebada
1005: maíz
1007: sorgo
1201: soja; soya; frijol de soya; frijol de soja; poroto de soja; porotos de soja; granos de soja; habas de soja; semillas de soja
1507: aceite de soja; aceite de soya
1701: azúcar
2204: vino; vinos
230120: harina de pescado
2304: harina de soja; harina de soya
2601: mineral de hierro; minerales de hierro
2602: mineral de manganeso
2603: mineral de cobre; minerales de cobre; concentrado de cobre; concentrados de cobre; minerales y concentrados de cobre; mineral y concentrado de cobre; minerales de cobre y sus concentrados; cobre en concentrado
2604: mineral de níquel
2607: concentrado de plomo; concentrados de plomo; mineral de plomo
2608: concentrado de zinc; concentrados de zinc; mineral de zinc; concentrados de cinc
2701: carbón
2709: petróleo crudo; crudo
271111: gas natural licuado; gnl
282520: hidróxido de litio
283691: carbonato de litio
4011: neumáticos; llantas
4703: celulosa química; pulpa química de madera; pasta química de madera
72: hierro y acero
720260: ferroníquel
720293: ferroniobio
7108: oro
7402: cobre sin refinar; cobre blíster; cobre blister
7403: cobre refinado
740311: cátodos de cobre; cátodo de cobre
847130: computadoras portátiles; ordenadores portátiles; laptops
850760: baterías de iones de litio; baterías de ion litio; baterías de litio
851713: teléfonos inteligentes; smartphones
854143: paneles solares; módulos solares; módulos fotovoltaicos; paneles fotovoltaicos
8703: automóviles; automóviles de pasajeros; coches; vehículos de pasajeros
870380: coches eléctricos; automóviles eléctricos; autos eléctricos; carros eléctricos
8711: motocicletas; motos
-: agrícola; agrícolas; agropecuario; agropecuaria; agropecuarios; agropecuarias; agroindustrial; agroindustriales; agroalimentario; agroalimentarios; alimentos; servicios; electrónico; electrónica; electrónicos; digital; digitales; tecnología; tecnológico; energía; energético; energética; minero; minera; minería; mineral; minerales; cobre; litio; carne; res; vacuno; cerdo; petróleo; petrolero; petroleras; combustibles; gas; fruta; frutas; pesca; pesquero; pescado; camarón; camarones; salmón; textil; textiles; maquinaria; automotriz; automotor; autos; vehículos; camiones; acero; hierro; plata; armas; farmacéutico; médico; industrial; industriales; manufacturero; manufacturas; manufacturados; químico; químicos; baterías; semiconductores; granos; cereales; algodón; madera; celulosa; turismo; cultural; equipos; fronterizo; transfronterizo; verde; materias; arándanos; uvas; nueces; lácteos; leche; cuero; cueros; lana; caucho; plástico; plásticos; papel; muebles; juguetes; calzado; ropa; aviones; barcos; tractores; autobuses; buses; motores; autopartes; componentes; electrodomésticos; computadoras; teléfonos; celulares; fertilizantes; medicamentos; vacunas; ganado; hidrógeno; electricidad; batería; aluminio; níquel; zinc; plomo; estaño; metales; cacao; flores; tabaco; arroz; eléctricos; híbridos; vacuna; bovina; porcina; aviar; pollo; aves; mariscos; frutos; hortalizas; hierro y cobre; chatarra; pulpa; aceite; aceites; harina; tierras raras
`
