package extract

import "github.com/sinolac/sinolac/lac"

// A unit is what stands after a number, or around it, and says what it measures.
type unit struct {
	countries []country // whose money a shared name may be
	unit      lac.Unit
	class     unitClass
	doubt     string // why unit is a word and no code
	weight    *unit  // what it is where something is weighed: pounds
	parts     int64  // how many make the unit of a currency: 100 cents
}

type unitClass uint8

const (
	unitMeasure unitClass = iota // of length, weight, power …
	unitMoney
	unitPercent // percent and percentage points
	unitTimes   // multiples
	unitTime    // years, days: a measure that counts
	unitAge
)

// A unitRow names a unit in the four languages. Symbols are written the same in
// all of them, and their case matters.
type unitRow struct {
	unit    lac.Unit
	class   unitClass
	symbols string
	en, es  string
	pt, zh  string
}

var unitRows = []unitRow{
	{lac.UnitPercent, unitPercent, "%, ％, ﹪, pct, pc", "percent, per cent, pct, pct., percents, per-cent, percentage", "por ciento, porciento, por cien", "por cento, porcento", ""},
	{lac.UnitPoints, unitPercent, "pp, p.p., ppts", "percentage points, percentage point, percent points, per cent points, pct points, %-points, % points, ppt", "puntos porcentuales, punto porcentual", "pontos percentuais, ponto percentual", "个百分点, 百分点, 個百分點, 百分點, 个点"},
	{"basis-points", unitPercent, "bp, bps", "basis points, basis point", "puntos básicos, punto básico, puntos base", "pontos-base, pontos base, ponto-base, pontos básicos", "个基点, 基点"},
	{"permille", unitPercent, "‰", "per mille, permille, per mil", "por mil", "por mil", ""},
	{lac.UnitTimes, unitTimes, "×", "times, fold, x", "veces, vez", "vezes, vez", "倍"},

	// Length
	{lac.UnitKM, unitMeasure, "km, kms, Km, KM, ㎞", "kilometres, kilometre, kilometers, kilometer", "kilómetros, kilómetro", "quilômetros, quilômetro, quilómetros, quilómetro", "公里, 千米"},
	{"m", unitMeasure, "m, ㎡", "metres, metre, meters, meter", "metros, metro", "metros, metro", "米, 公尺"},
	{"cm", unitMeasure, "cm", "centimetres, centimetre, centimeters, centimeter", "centímetros, centímetro", "centímetros, centímetro", "厘米, 公分"},
	{"mm", unitMeasure, "mm", "millimetres, millimetre, millimeters, millimeter", "milímetros, milímetro", "milímetros, milímetro", "毫米"},
	{"dm", unitMeasure, "dm", "decimetres, decimetre, decimeters, decimeter", "decímetros, decímetro", "decímetros, decímetro", "分米"},
	{"nm", unitMeasure, "nm", "nanometres, nanometre, nanometers, nanometer", "nanómetros, nanómetro", "nanômetros, nanômetro", "纳米"},
	{"um", unitMeasure, "μm, µm", "micrometres, micrometre, micrometers, micrometer, microns, micron", "micrómetros, micrómetro, micras", "micrômetros, micrômetro, micra", "微米"},
	{"miles", unitMeasure, "mi", "miles, mile", "millas, milla", "milhas, milha", "英里, 哩"},
	{"nautical-miles", unitMeasure, "nmi", "nautical miles, nautical mile", "millas náuticas, milla náutica", "milhas náuticas, milha náutica", "海里"},
	{"ft", unitMeasure, "ft", "feet, foot", "pies, pie", "pés, pé", "英尺"},
	{"in", unitMeasure, "″", "inches, inch", "pulgadas, pulgada", "polegadas, polegada", "英寸, 吋"},
	{"yd", unitMeasure, "yd", "yards, yard", "yardas, yarda", "jardas, jarda", "码"},
	{"li", unitMeasure, "", "", "", "", "华里"},
	{"light-years", unitMeasure, "ly", "light years, light year, light-years, light-year", "años luz, año luz, años-luz", "anos-luz, anos luz, ano-luz, ano luz", "光年"},

	// Area
	{"km2", unitMeasure, "km², km2, km^2, sq km, sq. km, ㎢", "square kilometres, square kilometre, square kilometers, square kilometer", "kilómetros cuadrados, kilómetro cuadrado", "quilômetros quadrados, quilômetro quadrado, quilómetros quadrados", "平方公里, 平方千米"},
	{"m2", unitMeasure, "m², m2, m^2, sq m, sq. m, sqm", "square metres, square metre, square meters, square meter", "metros cuadrados, metro cuadrado", "metros quadrados, metro quadrado", "平方米, 平米"},
	{"cm2", unitMeasure, "cm², cm2", "square centimetres, square centimetre, square centimeters, square centimeter", "centímetros cuadrados, centímetro cuadrado", "centímetros quadrados, centímetro quadrado", "平方厘米"},
	{"sq-miles", unitMeasure, "sq mi, sq. mi, mi²", "square miles, square mile", "millas cuadradas, milla cuadrada", "milhas quadradas, milha quadrada", "平方英里"},
	{"sq-ft", unitMeasure, "sq ft, sq. ft, ft², sqft", "square feet, square foot", "pies cuadrados, pie cuadrado", "pés quadrados, pé quadrado", "平方英尺"},
	{"sq-yd", unitMeasure, "sq yd, yd²", "square yards, square yard", "yardas cuadradas", "jardas quadradas", "平方码"},
	{"sq-in", unitMeasure, "sq in, in²", "square inches, square inch", "pulgadas cuadradas, pulgada cuadrada", "polegadas quadradas, polegada quadrada", "平方英寸"},
	{"ha", unitMeasure, "ha, has", "hectares, hectare", "hectáreas, hectárea", "hectares, hectare", "公顷"},
	{"acres", unitMeasure, "ac", "acres, acre", "acres, acre", "acres, acre", "英亩"},
	{"mu", unitMeasure, "", "mu", "", "", "亩"},

	// Volume
	{"m3", unitMeasure, "m³, m3, m^3, cbm, cu m", "cubic metres, cubic metre, cubic meters, cubic meter", "metros cúbicos, metro cúbico", "metros cúbicos, metro cúbico", "立方米, 立方"},
	{"cm3", unitMeasure, "cm³, cm3, cc", "cubic centimetres, cubic centimetre, cubic centimeters, cubic centimeter", "centímetros cúbicos, centímetro cúbico", "centímetros cúbicos, centímetro cúbico", "立方厘米"},
	{"km3", unitMeasure, "km³, km3", "cubic kilometres, cubic kilometre, cubic kilometers, cubic kilometer", "kilómetros cúbicos", "quilômetros cúbicos", "立方公里, 立方千米"},
	{"cu-ft", unitMeasure, "ft³, cu ft", "cubic feet, cubic foot", "pies cúbicos, pie cúbico", "pés cúbicos, pé cúbico", "立方英尺"},
	{"cu-in", unitMeasure, "cu in, in³", "cubic inches, cubic inch", "pulgadas cúbicas", "polegadas cúbicas", "立方英寸"},
	{"cu-yd", unitMeasure, "cu yd, yd³", "cubic yards, cubic yard", "yardas cúbicas", "jardas cúbicas", "立方码"},
	{"L", unitMeasure, "L, l, lt, lts, ℓ", "litres, litre, liters, liter", "litros, litro", "litros, litro", "升, 公升"},
	{"mL", unitMeasure, "mL, ml, ㎖", "millilitres, millilitre, milliliters, milliliter", "mililitros, mililitro", "mililitros, mililitro", "毫升"},
	{"cL", unitMeasure, "cL, cl", "centilitres, centilitre, centiliters, centiliter", "centilitros, centilitro", "centilitros, centilitro", "厘升"},
	{"hL", unitMeasure, "hL, hl", "hectolitres, hectolitre, hectoliters, hectoliter", "hectolitros, hectolitro", "hectolitros, hectolitro", "百升"},
	{"gallons", unitMeasure, "gal", "gallons, gallon", "galones, galón", "galões, galão", "加仑"},
	{"pints", unitMeasure, "", "pints, pint", "pintas, pinta", "", "品脱"},
	{"quarts", unitMeasure, "qt", "quarts, quart", "", "", "夸脱"},
	{"fl-oz", unitMeasure, "fl oz", "fluid ounces, fluid ounce", "onzas líquidas, onza líquida", "onças fluidas, onça fluida", "液盎司"},
	{"cups", unitMeasure, "", "cups, cup", "", "", ""},
	{"tablespoons", unitMeasure, "tbsp", "tablespoons, tablespoon", "cucharadas, cucharada", "colheres de sopa", "汤匙"},
	{"teaspoons", unitMeasure, "tsp", "teaspoons, teaspoon", "cucharaditas, cucharadita", "colheres de chá", "茶匙"},
	{"barrels", unitMeasure, "bbl, bbls", "barrels, barrel", "barriles, barril", "barris, barril", "桶"},
	{"bushels", unitMeasure, "bu", "bushels, bushel", "", "", "蒲式耳"},

	// Weight
	{lac.UnitTonnes, unitMeasure, "t, MT, mt", "tonnes, tonne, metric tons, metric ton, metric tonnes, metric tonne, tons, ton", "toneladas, tonelada, toneladas métricas, tonelada métrica", "toneladas, tonelada, toneladas métricas, tonelada métrica", "吨, 公吨, 噸"},
	{"kt", unitMeasure, "kt", "kilotonnes, kilotons", "kilotones", "quilotons", ""},
	{lac.UnitKilograms, unitMeasure, "kg, kgs, Kg, KG, ㎏", "kilograms, kilogram, kilogrammes, kilos, kilo", "kilogramos, kilogramo, kilos, kilo", "quilogramas, quilograma, quilos, quilo", "公斤, 千克"},
	{"g", unitMeasure, "g, gr", "grams, gram, grammes, gramme", "gramos, gramo", "gramas, grama", "克"},
	{"mg", unitMeasure, "mg", "milligrams, milligram", "miligramos, miligramo", "miligramas, miligrama", "毫克"},
	{"lb", unitMeasure, "lb, lbs, lb., lbs.", "pound-mass", "", "", "磅"},
	{"oz", unitMeasure, "oz", "ounces, ounce", "onzas, onza", "onças, onça", "盎司, 盎斯"},
	{"st", unitMeasure, "", "stone", "", "", ""},
	{"jin", unitMeasure, "", "", "", "", "斤"},
	{"quintals", unitMeasure, "qq", "quintals, quintal", "quintales, quintal", "quintais, quintal", "公担"},
	{"carats", unitMeasure, "ct", "carats, carat", "quilates, quilate", "quilates, quilate", "克拉"},
	{"dwt", unitMeasure, "dwt, DWT", "deadweight tons, deadweight tonnes", "toneladas de peso muerto", "toneladas de porte bruto", "载重吨"},
	{"TEU", unitMeasure, "TEU, TEUs, teu, teus", "twenty-foot equivalent units", "", "", "标准箱, 标箱"},

	// Power and energy
	{lac.UnitMegawatts, unitMeasure, "MW, Mw", "megawatts, megawatt", "megavatios, megavatio", "megawatts, megawatt", "兆瓦"},
	{"GW", unitMeasure, "GW, Gw", "gigawatts, gigawatt", "gigavatios, gigavatio", "gigawatts, gigawatt", "吉瓦"},
	{"TW", unitMeasure, "TW", "terawatts, terawatt", "teravatios", "terawatts, terawatt", "太瓦"},
	{"kW", unitMeasure, "kW, kw, KW", "kilowatts, kilowatt", "kilovatios, kilovatio", "quilowatts, quilowatt", "千瓦"},
	{"W", unitMeasure, "W", "watts, watt", "vatios, vatio", "watts, watt", "瓦, 瓦特"},
	{"kWh", unitMeasure, "kWh, kwh, KWh, kW·h", "kilowatt hours, kilowatt-hours, kilowatt hour, kilowatthours", "kilovatios hora, kilovatio hora, kilovatios-hora", "quilowatts-hora, quilowatt-hora, quilowatts hora", "千瓦时, 度电, 千瓦小时"},
	{"MWh", unitMeasure, "MWh", "megawatt hours, megawatt-hours, megawatt hour", "megavatios hora, megavatios-hora", "megawatts-hora, megawatt-hora", "兆瓦时"},
	{"GWh", unitMeasure, "GWh", "gigawatt hours, gigawatt-hours, gigawatt hour", "gigavatios hora, gigavatios-hora", "gigawatts-hora, gigawatt-hora", "吉瓦时"},
	{"TWh", unitMeasure, "TWh", "terawatt hours, terawatt-hours, terawatt hour", "teravatios hora, teravatios-hora", "terawatts-hora, terawatt-hora", "太瓦时"},
	{"MVA", unitMeasure, "MVA", "", "", "", "兆伏安"},
	{"kV", unitMeasure, "kV, kv, KV", "kilovolts, kilovolt, kilo-volt", "kilovoltios, kilovoltio, kilovolts", "quilovolts, quilovolt", "千伏"},
	{"V", unitMeasure, "V", "volts, volt", "voltios, voltio", "volts, volt", "伏, 伏特"},
	{"hp", unitMeasure, "hp", "horsepower", "caballos de fuerza", "cavalos-vapor", "马力"},
	{"kcal", unitMeasure, "kcal", "kilocalories, kilocalorie, calories, calorie", "kilocalorías, calorías", "quilocalorias, calorias", "千卡, 卡路里"},
	{"J", unitMeasure, "J", "joules, joule", "julios, julio", "joules, joule", "焦耳"},
	{"Hz", unitMeasure, "Hz", "hertz", "hercios, hertz", "hertz", "赫兹"},
	{"MHz", unitMeasure, "MHz", "megahertz", "megahercios", "megahertz", "兆赫"},
	{"GHz", unitMeasure, "GHz", "gigahertz", "gigahercios", "gigahertz", "吉赫"},

	// Speed and flow
	{"km/h", unitMeasure, "km/h, kmh, kph, km/hr, kmph", "kilometres per hour, kilometers per hour, kilometre per hour, kilometer per hour, kilometres an hour, kilometers an hour", "kilómetros por hora, kilómetro por hora", "quilômetros por hora, quilômetro por hora, quilómetros por hora", "公里每小时, 千米每小时, 公里/小时"},
	{"mph", unitMeasure, "mph", "miles per hour, mile per hour, miles an hour", "millas por hora", "milhas por hora", "英里每小时"},
	{"m/s", unitMeasure, "m/s", "metres per second, meters per second", "metros por segundo", "metros por segundo", "米每秒, 米/秒"},
	{"km/s", unitMeasure, "km/s", "kilometres per second, kilometers per second", "kilómetros por segundo", "quilômetros por segundo", "公里每秒, 千米每秒"},
	{"knots", unitMeasure, "kn", "knots, knot", "nudos, nudo", "nós", "节"},
	{"bpd", unitMeasure, "bpd, b/d", "barrels per day, barrels a day", "barriles por día, barriles diarios, barriles al día", "barris por dia, barris diários, barris/dia", "桶/日"},

	// Temperature
	{"celsius", unitMeasure, "°C, ° C, ℃, ºC, º C", "degrees Celsius, degree Celsius, degrees centigrade, deg C, Celsius, degrees C", "grados Celsius, grado Celsius, grados centígrados, grado centígrado, grados C", "graus Celsius, grau Celsius, graus centígrados, grau centígrado, graus C", "摄氏度, 攝氏度"},
	{"fahrenheit", unitMeasure, "°F, ° F, ℉, ºF, º F", "degrees Fahrenheit, degree Fahrenheit, Fahrenheit, deg F, degrees F", "grados Fahrenheit, grado Fahrenheit", "graus Fahrenheit, grau Fahrenheit", "华氏度"},
	{"kelvin", unitMeasure, "", "kelvins, kelvin", "kelvin, kelvins", "kelvin, kelvins", "开尔文"},
	{"degrees", unitMeasure, "°", "degrees, degree", "grados, grado", "graus, grau", "度"},

	// Data
	{"bit", unitMeasure, "", "bits, bit", "bits, bit", "bits, bit", "比特"},
	{"B", unitMeasure, "", "bytes, byte", "bytes, byte", "bytes, byte", "字节"},
	{"kB", unitMeasure, "kB, KB, kb, Kb", "kilobytes, kilobyte", "kilobytes, kilobyte", "kilobytes, kilobyte", "千字节"},
	{"MB", unitMeasure, "MB, Mb, mb", "megabytes, megabyte", "megabytes, megabyte", "megabytes, megabyte", "兆字节"},
	{"GB", unitMeasure, "GB, Gb, gb", "gigabytes, gigabyte", "gigabytes, gigabyte", "gigabytes, gigabyte", "吉字节"},
	{"TB", unitMeasure, "TB, Tb", "terabytes, terabyte", "terabytes, terabyte", "terabytes, terabyte", "太字节"},
	{"PB", unitMeasure, "PB", "petabytes, petabyte", "petabytes, petabyte", "petabytes, petabyte", "拍字节"},
	{"Mbps", unitMeasure, "Mbps, mbps, Mb/s, Mbit/s", "megabits per second", "megabits por segundo", "megabits por segundo", ""},
	{"Gbps", unitMeasure, "Gbps, Gb/s, Gbit/s", "gigabits per second", "gigabits por segundo", "gigabits por segundo", ""},

	// Age
	{lac.UnitYears, unitAge, "", "years old, year old, years-old, year-old, years of age", "años de edad, año de edad", "anos de idade, ano de idade", "岁, 周岁, 歲"},
	{"months", unitAge, "", "months old, month old", "meses de edad, mes de edad", "meses de idade, mês de idade", "个月大"},
	{"weeks", unitAge, "", "weeks old, week old", "semanas de edad", "semanas de idade", "周大"},
	{lac.UnitDays, unitAge, "", "days old, day old", "días de edad", "dias de idade", "天大"},

	// Time
	{lac.UnitYears, unitTime, "", "years, year, yrs, yr", "años, año", "anos, ano", "年, 载"},
	{"decades", unitTime, "", "decades, decade", "décadas, década, decenios, decenio", "décadas, década", ""},
	{"centuries", unitTime, "", "centuries, century", "siglos, siglo", "séculos, século", "世纪, 个世纪"},
	{"quarters", unitTime, "", "", "trimestres, trimestre", "trimestres, trimestre", "季度, 个季度"},
	{"months", unitTime, "", "months, month", "meses, mes", "meses, mês", "个月, 個月"},
	{"weeks", unitTime, "", "weeks, week", "semanas, semana", "semanas, semana", "周, 个星期, 星期"},
	{lac.UnitDays, unitTime, "", "days, day", "días, día", "dias, dia", "天, 日"},
	{"hours", unitTime, "hrs, h", "hours, hour", "horas, hora", "horas, hora", "小时, 个小时, 小時"},
	{"minutes", unitTime, "min, mins", "minutes, minute", "minutos, minuto", "minutos, minuto", "分钟, 分鐘"},
	{"seconds", unitTime, "sec, secs", "seconds", "segundos", "segundos", "秒, 秒钟"},
	{"ms", unitTime, "ms", "milliseconds, millisecond", "milisegundos", "milissegundos", "毫秒"},
}

// addUnits adds the names of all units in the lexicon's language, and their symbols.
func (l *lexicon) addUnits() {
	for i := range unitRows {
		r := &unitRows[i]
		u := &unit{unit: r.unit, class: r.class}
		for _, symbol := range list(r.symbols) {
			l.addAfter(symbol, phrase{exact: symbol, role: roleUnit, unit: u})
		}
		l.addAfter(r.names(l.tag), phrase{role: roleUnit, unit: u})
	}
}

func (r *unitRow) names(tag string) string {
	switch tag {
	case "es":
		return r.es
	case "pt":
		return r.pt
	case "zh":
		return r.zh
	}
	return r.en
}
