package extract

import "github.com/sinolac/sinolac/lac"

// A countRow names what figures of cooperation count, so that the four languages
// give one unit for it. Other nouns are units by their own names.
type countRow struct {
	unit           lac.Unit
	en, es, pt, zh string
}

var countRows = []countRow{
	{lac.UnitCountries, "countries, country, nations, nation, governments", "países, país, naciones, nación", "países, país, nações, nação", "国家, 国, 國家, 國"},
	{lac.UnitProjects, "projects, project, schemes", "proyectos, proyecto", "projetos, projeto, projectos, projecto", "项目, 工程, 項目"},
	{lac.UnitJobs, "jobs, job, posts", "empleos, empleo, puestos", "empregos, emprego, postos", "就业岗位, 岗位, 就业机会, 工作岗位"},
	{lac.UnitPeople, "people, persons, person, inhabitants, residents, citizens", "personas, persona, habitantes, habitante, ciudadanos", "pessoas, pessoa, habitantes, habitante, cidadãos", "人, 人口, 人次, 居民, 民众, 百姓"},
	{lac.UnitPlaces, "places, slots, seats", "plazas, plaza, cupos", "vagas, vaga", "名额, 培训名额, 名額"},
	{lac.UnitScholarships, "scholarships, scholarship, bursaries", "becas, beca", "bolsas", "奖学金, 奖学金名额, 政府奖学金名额, 政府奖学金"},
	{lac.UnitMeetings, "meetings, meeting", "reuniones, reunión", "reuniões, reunião", "会议"},
	{lac.UnitMeasures, "measures, measure", "medidas, medida", "medidas, medida", "举措, 措施"},
	{"companies", "companies, company, firms, firm, enterprises, businesses", "empresas, empresa, compañías, compañía", "empresas, empresa, companhias", "企业, 公司, 企業"},
	{"doses", "doses, dose", "dosis", "doses, dose", "剂, 剂疫苗"},
	{"students", "students, student", "estudiantes, alumnos", "estudantes, alunos", "学生, 留学生"},
	{"cities", "cities, city", "ciudades, ciudad", "cidades, cidade", "城市"},
	{"agreements", "agreements, agreement", "acuerdos, acuerdo", "acordos, acordo", "协议, 协定"},
	{"vehicles", "vehicles, vehicle", "vehículos, vehículo", "veículos, veículo", "车辆"},
}

// addCounts adds the names of what is counted. In Chinese they are phrases that
// follow the number, elsewhere nouns that may stand further off.
func (l *lexicon) addCounts() {
	for i := range countRows {
		r := &countRows[i]
		u := &unit{unit: r.unit}
		row := unitRow{en: r.en, es: r.es, pt: r.pt, zh: r.zh}
		l.addAfter(row.names(l.tag), phrase{role: roleCount, unit: u})
	}
}
