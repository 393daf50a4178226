package grammar

// changeRemarks say in what a saying differs from the one before it.
var changeRemarks = []Remark{
	{"figure: {line}, was {line}", "cifra: {1}, antes {2}", "número: {1}, antes {2}", "数字：{1}，原为{2}"},
	{"hedge: {line}, was {line}", "matiz: {1}, antes {2}", "ressalva: {1}, antes {2}", "限定词：{1}，原为{2}"},
	{"period: {line}, was {line}", "periodo: {1}, antes {2}", "período: {1}, antes {2}", "时期：{1}，原为{2}"},
	{"scope: {line}, was {line}", "alcance: {1}, antes {2}", "alcance: {1}, antes {2}", "范围：{1}，原为{2}"},
	{"kind: {line}, was {line}", "tipo: {1}, antes {2}", "tipo: {1}, antes {2}", "类型：{1}，原为{2}"},
	{"none", "ninguno", "nenhum", "无"},
	{"over", "más de", "mais de", "超过"},
	{"at least", "al menos", "pelo menos", "至少"},
	{"under", "menos de", "menos de", "不足"},
	{"up to", "hasta", "até", "至多"},
	{"nearly", "casi", "quase", "近"},
	{"about", "unos", "cerca de", "约"},
	{"from … to", "de … a", "de … a", "从…到"},
	{"promised", "prometido", "prometido", "承诺"},
	{"stated", "dicho", "dito", "表述"},
}
