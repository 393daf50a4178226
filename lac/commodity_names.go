package lac

import "golang.org/x/text/language"

// An HSSection is one of the 21 sections of the Harmonized System, each some
// chapters in a row. Sections are the same in all editions. The zero HSSection is
// none.
type HSSection uint8

// Section returns the section that c, a code of an HS edition, belongs to. It is
// none for chapters 77, which is reserved, 98 and 99, which are for what a
// country does not classify, for all goods and for codes of other nomenclatures.
func (c Commodity) Section() HSSection {
	chapter := c.chapter()
	for i, s := range hsSections {
		if s.first <= chapter && chapter <= s.last && chapter != "77" {
			return HSSection(i + 1)
		}
	}
	return 0
}

// chapter returns the HS chapter that c belongs to, empty if it is no code of HS.
func (c Commodity) chapter() string {
	if c.IsTotal() || c.Depth() < 2 || c.Edition()[0] != 'H' {
		return ""
	}
	return c.Code()[:2]
}

// Name returns the short name of c in English, Spanish, Portuguese or Chinese, or
// in English where tag is another language: "Ores, slag and ash" for chapter 26.
// Package lac has names for all goods and for the chapters of the Harmonized
// System; finer codes and other nomenclatures have none, and Name is empty. The
// names are the project's own; the nomenclature's are longer and say more exactly
// what belongs to a chapter.
func (c Commodity) Name(tag language.Tag) string {
	if c.IsTotal() {
		return inLanguage([4]string{"All goods", "Todas las mercancías", "Todas as mercadorias", "所有商品"}, tag)
	}
	if c == AllServices {
		return inLanguage([4]string{"All services", "Todos los servicios", "Todos os serviços", "所有服务"}, tag)
	}
	if c.Depth() != 2 {
		return ""
	}
	return inLanguage(hsChapters[c.chapter()], tag)
}

// IsValid reports whether s is one of the sections.
func (s HSSection) IsValid() bool { return 1 <= s && int(s) <= len(hsSections) }

// String returns the Roman numeral of s, empty if it is not valid.
func (s HSSection) String() string {
	if !s.IsValid() {
		return ""
	}
	return hsSections[s-1].numeral
}

// Name returns the short name of s, as [Commodity.Name] does.
func (s HSSection) Name(tag language.Tag) string {
	if !s.IsValid() {
		return ""
	}
	return inLanguage(hsSections[s-1].names, tag)
}

// Chapters returns the chapters of s in an edition of the Harmonized System, such
// as H6, in their order. It returns nil if s is not valid or there is no such
// edition.
func (s HSSection) Chapters(edition string) []Commodity {
	if !s.IsValid() || !knownEdition(edition) || edition[0] != 'H' {
		return nil
	}
	var chapters []Commodity
	of := hsSections[s-1]
	for code := []byte(of.first); string(code) <= of.last; {
		if c, err := CommodityOf(edition, code); err == nil && c.Section() == s {
			chapters = append(chapters, c)
		}
		if code[1]++; code[1] > '9' {
			code[0], code[1] = code[0]+1, '0'
		}
	}
	return chapters
}

// inLanguage chooses among names in English, Spanish, Portuguese and Chinese.
func inLanguage(names [4]string, tag language.Tag) string {
	switch base, _ := tag.Base(); base.String() {
	case "es":
		return names[1]
	case "pt":
		return names[2]
	case "zh":
		return names[3]
	}
	return names[0]
}

var hsSections = [...]struct {
	numeral, first, last string // the chapters that it begins and ends with
	names                [4]string
}{
	{"I", "01", "05", [4]string{"Live animals; animal products", "Animales vivos y productos animales", "Animais vivos e produtos animais", "活动物；动物产品"}},
	{"II", "06", "14", [4]string{"Vegetable products", "Productos vegetales", "Produtos vegetais", "植物产品"}},
	{"III", "15", "15", [4]string{"Animal, vegetable and microbial fats and oils", "Grasas y aceites animales, vegetales o microbianos", "Gorduras e óleos animais, vegetais ou microbianos", "动、植物或微生物油脂"}},
	{"IV", "16", "24", [4]string{"Prepared food, beverages and tobacco", "Alimentos preparados, bebidas y tabaco", "Alimentos preparados, bebidas e tabaco", "食品、饮料、酒及烟草"}},
	{"V", "25", "27", [4]string{"Mineral products", "Productos minerales", "Produtos minerais", "矿产品"}},
	{"VI", "28", "38", [4]string{"Products of the chemical industries", "Productos de las industrias químicas", "Produtos das indústrias químicas", "化学工业产品"}},
	{"VII", "39", "40", [4]string{"Plastics and rubber", "Plástico y caucho", "Plásticos e borracha", "塑料和橡胶"}},
	{"VIII", "41", "43", [4]string{"Hides, skins, leather and travel goods", "Pieles, cueros y artículos de viaje", "Peles, couros e artigos de viagem", "皮革、毛皮和旅行用品"}},
	{"IX", "44", "46", [4]string{"Wood, cork and basketware", "Madera, corcho y cestería", "Madeira, cortiça e cestaria", "木材、软木和编结品"}},
	{"X", "47", "49", [4]string{"Pulp, paper and printed goods", "Pasta, papel e impresos", "Pasta, papel e impressos", "纸浆、纸和印刷品"}},
	{"XI", "50", "63", [4]string{"Textiles and clothing", "Textiles y prendas de vestir", "Têxteis e vestuário", "纺织品和服装"}},
	{"XII", "64", "67", [4]string{"Footwear, headgear and umbrellas", "Calzado, sombreros y paraguas", "Calçado, chapéus e guarda-chuvas", "鞋帽和伞"}},
	{"XIII", "68", "70", [4]string{"Articles of stone, ceramics and glass", "Manufacturas de piedra, cerámica y vidrio", "Obras de pedra, cerâmica e vidro", "石料制品、陶瓷和玻璃"}},
	{"XIV", "71", "71", [4]string{"Pearls, precious stones and metals", "Perlas, piedras y metales preciosos", "Pérolas, pedras e metais preciosos", "珠宝和贵金属"}},
	{"XV", "72", "83", [4]string{"Base metals and their articles", "Metales comunes y sus manufacturas", "Metais comuns e suas obras", "贱金属及其制品"}},
	{"XVI", "84", "85", [4]string{"Machinery and electrical equipment", "Máquinas y material eléctrico", "Máquinas e material elétrico", "机器和电气设备"}},
	{"XVII", "86", "89", [4]string{"Vehicles, aircraft and vessels", "Vehículos, aeronaves y embarcaciones", "Veículos, aeronaves e embarcações", "车辆、航空器和船舶"}},
	{"XVIII", "90", "92", [4]string{"Instruments, clocks and watches", "Instrumentos y relojes", "Instrumentos e relógios", "仪器和钟表"}},
	{"XIX", "93", "93", [4]string{"Arms and ammunition", "Armas y municiones", "Armas e munições", "武器和弹药"}},
	{"XX", "94", "96", [4]string{"Miscellaneous manufactured articles", "Manufacturas diversas", "Obras diversas", "杂项制品"}},
	{"XXI", "97", "97", [4]string{"Works of art and antiques", "Objetos de arte y antigüedades", "Objetos de arte e antiguidades", "艺术品和古物"}},
}

var hsChapters = map[string][4]string{
	"01": {"Live animals", "Animales vivos", "Animais vivos", "活动物"},
	"02": {"Meat and edible offal", "Carne y despojos comestibles", "Carnes e miudezas comestíveis", "肉及食用杂碎"},
	"03": {"Fish, crustaceans and molluscs", "Pescados, crustáceos y moluscos", "Peixes, crustáceos e moluscos", "鱼、甲壳动物和软体动物"},
	"04": {"Dairy produce, eggs and honey", "Leche, huevos y miel", "Leite, ovos e mel", "乳、蛋和蜂蜜"},
	"05": {"Other products of animal origin", "Otros productos de origen animal", "Outros produtos de origem animal", "其他动物产品"},
	"06": {"Live plants and cut flowers", "Plantas vivas y flores cortadas", "Plantas vivas e flores cortadas", "活植物和鲜花"},
	"07": {"Vegetables and roots", "Hortalizas y raíces", "Produtos hortícolas e raízes", "蔬菜和根茎"},
	"08": {"Fruit and nuts", "Frutas y frutos secos", "Frutas e nozes", "水果和坚果"},
	"09": {"Coffee, tea and spices", "Café, té y especias", "Café, chá e especiarias", "咖啡、茶和香料"},
	"10": {"Cereals", "Cereales", "Cereais", "谷物"},
	"11": {"Milling products, malt and starches", "Productos de la molinería, malta y almidones", "Produtos da moagem, malte e amidos", "制粉产品、麦芽和淀粉"},
	"12": {"Oil seeds, grains and medicinal plants", "Semillas oleaginosas, granos y plantas medicinales", "Sementes oleaginosas, grãos e plantas medicinais", "油籽、子仁和药用植物"},
	"13": {"Gums, resins and vegetable extracts", "Gomas, resinas y extractos vegetales", "Gomas, resinas e extratos vegetais", "树胶、树脂和植物浸膏"},
	"14": {"Vegetable plaiting materials", "Materias trenzables vegetales", "Matérias vegetais para entrançar", "植物编结材料"},
	"15": {"Fats and oils", "Grasas y aceites", "Gorduras e óleos", "油脂"},
	"16": {"Preparations of meat and fish", "Preparaciones de carne y pescado", "Preparações de carne e peixe", "肉和鱼制品"},
	"17": {"Sugars and confectionery", "Azúcares y confitería", "Açúcares e confeitaria", "糖及糖食"},
	"18": {"Cocoa and its preparations", "Cacao y sus preparaciones", "Cacau e suas preparações", "可可及其制品"},
	"19": {"Preparations of cereals, flour and milk", "Preparaciones de cereales, harina y leche", "Preparações de cereais, farinha e leite", "谷物、粮食粉和乳制品"},
	"20": {"Preparations of vegetables and fruit", "Preparaciones de hortalizas y frutas", "Preparações de hortícolas e frutas", "蔬菜和水果制品"},
	"21": {"Miscellaneous edible preparations", "Preparaciones alimenticias diversas", "Preparações alimentícias diversas", "杂项食品"},
	"22": {"Beverages, spirits and vinegar", "Bebidas, alcohol y vinagre", "Bebidas, álcool e vinagre", "饮料、酒和醋"},
	"23": {"Food residues and animal fodder", "Residuos de alimentos y piensos", "Resíduos de alimentos e rações", "食品残渣和饲料"},
	"24": {"Tobacco and nicotine products", "Tabaco y productos con nicotina", "Tabaco e produtos com nicotina", "烟草和尼古丁产品"},
	"25": {"Salt, sulphur, earths, stone and cement", "Sal, azufre, tierras, piedras y cemento", "Sal, enxofre, terras, pedras e cimento", "盐、硫磺、土、石料和水泥"},
	"26": {"Ores, slag and ash", "Minerales metalíferos, escorias y cenizas", "Minérios, escórias e cinzas", "矿砂、矿渣和矿灰"},
	"27": {"Mineral fuels and oils", "Combustibles y aceites minerales", "Combustíveis e óleos minerais", "矿物燃料和矿物油"},
	"28": {"Inorganic chemicals", "Productos químicos inorgánicos", "Produtos químicos inorgânicos", "无机化学品"},
	"29": {"Organic chemicals", "Productos químicos orgánicos", "Produtos químicos orgânicos", "有机化学品"},
	"30": {"Pharmaceutical products", "Productos farmacéuticos", "Produtos farmacêuticos", "药品"},
	"31": {"Fertilizers", "Abonos", "Adubos e fertilizantes", "肥料"},
	"32": {"Dyes, paints, varnishes and inks", "Colorantes, pinturas, barnices y tintas", "Corantes, tintas e vernizes", "染料、油漆和墨水"},
	"33": {"Essential oils, perfumery and cosmetics", "Aceites esenciales, perfumería y cosmética", "Óleos essenciais, perfumaria e cosméticos", "精油、香料和化妆品"},
	"34": {"Soap, washing preparations and waxes", "Jabón, detergentes y ceras", "Sabões, detergentes e ceras", "肥皂、洗涤剂和蜡"},
	"35": {"Starches, glues and enzymes", "Almidones, colas y enzimas", "Amidos, colas e enzimas", "淀粉、胶和酶"},
	"36": {"Explosives, matches and pyrotechnics", "Explosivos, fósforos y pirotecnia", "Explosivos, fósforos e pirotecnia", "炸药、火柴和烟火制品"},
	"37": {"Photographic goods", "Productos fotográficos", "Produtos fotográficos", "照相及电影用品"},
	"38": {"Miscellaneous chemical products", "Productos químicos diversos", "Produtos químicos diversos", "杂项化学产品"},
	"39": {"Plastics", "Plásticos", "Plásticos", "塑料及其制品"},
	"40": {"Rubber", "Caucho", "Borracha", "橡胶及其制品"},
	"41": {"Raw hides, skins and leather", "Pieles y cueros", "Peles e couros", "生皮和皮革"},
	"42": {"Leather articles, saddlery and handbags", "Manufacturas de cuero, talabartería y bolsos", "Obras de couro, artigos de correeiro e bolsas", "皮革制品、鞍具和手提包"},
	"43": {"Furskins", "Peletería", "Peles com pelo", "毛皮和人造毛皮"},
	"44": {"Wood and wood charcoal", "Madera y carbón vegetal", "Madeira e carvão vegetal", "木及木炭"},
	"45": {"Cork", "Corcho", "Cortiça", "软木及其制品"},
	"46": {"Straw, basketware and wickerwork", "Espartería y cestería", "Espartaria e cestaria", "草编结品和篮筐"},
	"47": {"Wood pulp and waste paper", "Pasta de madera y papel para reciclar", "Pasta de madeira e papel para reciclar", "木浆和废纸"},
	"48": {"Paper and paperboard", "Papel y cartón", "Papel e cartão", "纸和纸板"},
	"49": {"Printed books, newspapers and pictures", "Libros, periódicos y otros impresos", "Livros, jornais e outros impressos", "书籍、报纸和印刷品"},
	"50": {"Silk", "Seda", "Seda", "蚕丝"},
	"51": {"Wool and animal hair", "Lana y pelo de animales", "Lã e pelos de animais", "羊毛和动物毛"},
	"52": {"Cotton", "Algodón", "Algodão", "棉花"},
	"53": {"Other vegetable textile fibres", "Otras fibras textiles vegetales", "Outras fibras têxteis vegetais", "其他植物纺织纤维"},
	"54": {"Man-made filaments", "Filamentos sintéticos o artificiales", "Filamentos sintéticos ou artificiais", "化学纤维长丝"},
	"55": {"Man-made staple fibres", "Fibras sintéticas o artificiales discontinuas", "Fibras sintéticas ou artificiais descontínuas", "化学纤维短纤"},
	"56": {"Wadding, felt, nonwovens and ropes", "Guata, fieltro, tela sin tejer y cuerdas", "Pastas, feltros, falsos tecidos e cordas", "絮胎、毡呢、无纺织物和绳索"},
	"57": {"Carpets and floor coverings", "Alfombras y revestimientos de suelo", "Tapetes e revestimentos de pavimentos", "地毯和铺地制品"},
	"58": {"Special fabrics, lace and embroidery", "Tejidos especiales, encajes y bordados", "Tecidos especiais, rendas e bordados", "特种织物、花边和刺绣品"},
	"59": {"Coated and industrial textile fabrics", "Tejidos recubiertos y de uso técnico", "Tecidos revestidos e de uso técnico", "涂层和工业用纺织物"},
	"60": {"Knitted and crocheted fabrics", "Tejidos de punto", "Tecidos de malha", "针织物和钩编织物"},
	"61": {"Apparel, knitted or crocheted", "Prendas de vestir de punto", "Vestuário de malha", "针织或钩编服装"},
	"62": {"Apparel, not knitted or crocheted", "Prendas de vestir, excepto de punto", "Vestuário, exceto de malha", "非针织或非钩编服装"},
	"63": {"Other made up textiles and worn clothing", "Otros textiles confeccionados y ropa usada", "Outros têxteis confeccionados e roupa usada", "其他纺织制成品和旧衣物"},
	"64": {"Footwear", "Calzado", "Calçado", "鞋靴"},
	"65": {"Headgear", "Sombreros y demás tocados", "Chapéus", "帽类"},
	"66": {"Umbrellas and walking-sticks", "Paraguas y bastones", "Guarda-chuvas e bengalas", "雨伞和手杖"},
	"67": {"Feathers, artificial flowers and hair articles", "Plumas, flores artificiales y manufacturas de cabello", "Penas, flores artificiais e obras de cabelo", "羽毛、人造花和人发制品"},
	"68": {"Articles of stone, plaster and cement", "Manufacturas de piedra, yeso y cemento", "Obras de pedra, gesso e cimento", "石料、石膏和水泥制品"},
	"69": {"Ceramic products", "Productos cerámicos", "Produtos cerâmicos", "陶瓷产品"},
	"70": {"Glass and glassware", "Vidrio y sus manufacturas", "Vidro e suas obras", "玻璃及其制品"},
	"71": {"Pearls, precious stones, precious metals and coin", "Perlas, piedras y metales preciosos, monedas", "Pérolas, pedras e metais preciosos, moedas", "珍珠、宝石、贵金属和硬币"},
	"72": {"Iron and steel", "Hierro y acero", "Ferro e aço", "钢铁"},
	"73": {"Articles of iron or steel", "Manufacturas de hierro o acero", "Obras de ferro ou aço", "钢铁制品"},
	"74": {"Copper", "Cobre", "Cobre", "铜及其制品"},
	"75": {"Nickel", "Níquel", "Níquel", "镍及其制品"},
	"76": {"Aluminium", "Aluminio", "Alumínio", "铝及其制品"},
	"78": {"Lead", "Plomo", "Chumbo", "铅及其制品"},
	"79": {"Zinc", "Cinc", "Zinco", "锌及其制品"},
	"80": {"Tin", "Estaño", "Estanho", "锡及其制品"},
	"81": {"Other base metals and cermets", "Otros metales comunes y cermets", "Outros metais comuns e cermets", "其他贱金属和金属陶瓷"},
	"82": {"Tools and cutlery of base metal", "Herramientas y cuchillería de metal común", "Ferramentas e cutelaria de metais comuns", "贱金属工具和刀具"},
	"83": {"Miscellaneous articles of base metal", "Manufacturas diversas de metal común", "Obras diversas de metais comuns", "贱金属杂项制品"},
	"84": {"Machinery, boilers and nuclear reactors", "Máquinas, calderas y reactores nucleares", "Máquinas, caldeiras e reatores nucleares", "机器、锅炉和核反应堆"},
	"85": {"Electrical machinery and equipment", "Máquinas, aparatos y material eléctrico", "Máquinas, aparelhos e material elétrico", "电机和电气设备"},
	"86": {"Railway locomotives and rolling-stock", "Locomotoras y material ferroviario", "Locomotivas e material ferroviário", "铁道机车和车辆"},
	"87": {"Vehicles other than railway", "Vehículos, excepto ferroviarios", "Veículos, exceto ferroviários", "铁道以外的车辆"},
	"88": {"Aircraft and spacecraft", "Aeronaves y vehículos espaciales", "Aeronaves e veículos espaciais", "航空器和航天器"},
	"89": {"Ships and boats", "Barcos y demás artefactos flotantes", "Embarcações e estruturas flutuantes", "船舶和浮动结构体"},
	"90": {"Optical, measuring and medical instruments", "Instrumentos de óptica, medida y medicina", "Instrumentos de óptica, medida e medicina", "光学、计量和医疗仪器"},
	"91": {"Clocks and watches", "Relojes", "Relógios", "钟表"},
	"92": {"Musical instruments", "Instrumentos musicales", "Instrumentos musicais", "乐器"},
	"93": {"Arms and ammunition", "Armas y municiones", "Armas e munições", "武器和弹药"},
	"94": {"Furniture, lamps and prefabricated buildings", "Muebles, lámparas y construcciones prefabricadas", "Móveis, luminárias e construções pré-fabricadas", "家具、灯具和活动房屋"},
	"95": {"Toys, games and sports goods", "Juguetes, juegos y artículos de deporte", "Brinquedos, jogos e artigos de esporte", "玩具、游戏和运动用品"},
	"96": {"Miscellaneous manufactured articles", "Manufacturas diversas", "Obras diversas", "杂项制品"},
	"97": {"Works of art and antiques", "Objetos de arte y antigüedades", "Objetos de arte e antiguidades", "艺术品和古物"},
	"99": {"Commodities not specified by kind", "Mercancías no especificadas según su naturaleza", "Mercadorias não especificadas por natureza", "未按种类分列的商品"},
}
