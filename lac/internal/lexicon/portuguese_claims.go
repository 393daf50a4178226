package lexicon

import "strings"

// wordsPortuguese says which words play which part in a Portuguese claim. See
// [Claims] for its form.
const wordsPortuguese = `
up: crescer/v; aumentar/v; subir/v sobe; elevar/v; avançar/v; ampliar/v; alta; expandir/v; ultrapassar/v; superar/v
down: cair/v cai caiu caíram; contraiu; contraíram; diminuíram; reduziram; encolheram; despencar/v; baixar/v; diminuir/v diminuiu; reduzir/v reduziu; recuar/v; encolher/v; queda
less: quedas; recuos; baixas; queda; recuo; redução; diminuição; contração; retração; baixa; crescimento negativo; menos; menor; menores; inferior; inferiores; abaixo
growth: altas; aumentos; quedas; recuos; baixas; crescimento negativo; contração; retração; diminuição; crescimento; aumento; alta; elevação; queda; recuo; redução; expansão; avanço; interanual
more: mais; menos; maior; maiores; superior; superiores; inferior; inferiores; menor; menores; abaixo; acima
than: que; do que; em relação a; ante; em comparação com; frente a; na comparação com
share: participação de mercado; fatia de mercado; fatia; quota de mercado; peso; responsável; responsável por; responsáveis por; representar/v; responder/v; constituir/v; participação; fatia; parcela; proporção; equivaler/v; corresponder/v
fiscalyear: ano fiscal; anos fiscais; ano financeiro; ano orçamentário; ano comercial; ano agrícola; ano safra; ano econômico; ano económico; ano letivo; ano lectivo; exercício fiscal; exercício financeiro; exercício orçamentário; ano cafeeiro
fiscalof: fiscal; exercício; safra; temporada; colheita; campanha; ciclo
price: preço; preços; valor unitário; valores unitários; frete; fretes; custo
fact: render/p; fechar/p; encerrar/p; terminar/p; apurar/p; obteve; obtiveram; contabilizar/p; ascender/p; movimentar/p; perfez
reach: ascender/v; perfaz; perfez; perfazem
say: mostrar/v; apontar/v; sinalizar/v; demonstrar/v; evidenciar/v; divulgar/v; comparar/v; resumir/v; sintetizar/v; concluir/v; prosseguir/v; enumerar/v; assinalar/v; ressalvar/v; notar/v; recordar/v; relatar/v; precisar/v
growth manner: a a; em termos homólogos; homólogo; homóloga; homólogos; homólogas; em termos anuais; na comparação anual; na comparação interanual; variação homóloga
compared than: face a; face ao; face à; face aos; face às; em face de
balance surplus: no azul; saldo a favor
balance deficit: no vermelho; saldo contra
ever: série; série histórica; início da série; desde o início da série histórica
takes: levar/p; ficou com; ficaram com; absorveu; abocanhar/p
import: desembarques
plain: comprado; comprados; vendido
down: murchar/v; minguar/v; retrair/v; retraiu; retraíram
up: engatar/v; decolar/v
say third: em sua opinião; em sua avaliação; na sua avaliação; na sua opinião; a seu ver; pelos seus cálculos
origin: de origem
recorded: marca; cifra; montante
balance surplus: saldo comercial positivo; saldo comercial favorável; balança comercial positiva; balança comercial favorável; balança comercial superavitária; balança superavitária
balance deficit: saldo comercial negativo; saldo comercial desfavorável; balança comercial negativa; balança comercial deficitária
thus: de modo que; de forma que; de maneira que; com isso; com isto; desse modo; deste modo; dessa forma; desta forma; dessa maneira; o que deixou; o que resultou; como resultado; com o que; resultando
held: acontecer/v; decorrer/v; acolher/v; organizar/v
agreement: acordo; acordos; memorando; memorandos; memorando de entendimento; memorandos de entendimento; documentos de cooperação; documento de cooperação; acordos de cooperação; acordo de cooperação; atos; atos bilaterais; instrumentos; convênios; plano de cooperação
signed: assinou; assinaram; firmou; firmaram; celebrou; celebraram; rubricou; rubricaram
buysfrom: compras; aquisições
narrow: porto; portos; aeroporto; aeroportos; terminal; zona franca; zonas francas
plain notonly: não só; não apenas; não somente; não unicamente
office: investigador; investigadora; empresário; empresária; dirigente; engenheiro; engenheira; reitor; reitora; economista chefe; adido comercial; adida comercial; comissário; comissária; vereador; sócio; deputado federal; deputada federal; executivo; executiva; historiador; historiadora; docente
say: estimar/v; calcular/v; prever/v prevê preveem; projetar/v; avaliar/v
growth manner: na mesma comparação; na mesma base de comparação; em igual comparação
manner: em troca
establish: restabeleceu; restabeleceram; reestabeleceu; reestabeleceram; retomou; retomaram; reatou; reataram; estabeleceu; estabeleceram; estabelecido; estabelece; estabelecem
sends: enviar/v; destinar/v; mandar/v; direcionar/v; remeter/v
say third: para ele; para ela
deny: deixou de ser; deixa de ser; deixaram de ser; deixou de
rate: taxa; inflação; juros; desemprego; tarifa; tarifas; imposto
pledge: prometer/v; promessa; promessas; comprometer/v; comprometer-se; compromisso; compromissos; anunciar/v; anúncio; oferta; pacote; meta; objetivo; propor/v propôs
leftout: exceto; salvo; sem contar; com exceção de; à exceção de; com a exceção de; excetuando
future: dará; darão; será; serão; vai; vão; fará; farão; concederá; oferecerá; fornecerá; investirá; enviará; construirá; receberá; receberão; destinará; acordar/v; acordaram; acertar/v; concordar/v; realizará; realizarão; implementará; implementarão
pledge future: planejar/v; pretender/v; visa; visam; buscam; querem; almejam; aspiram a; comprometeu-se a; comprometeram-se a
forecast: esperar/v; espera-se; prever/v prevê; poderia; poderiam; projetar/v; estimar/v; previsto; provável; pode chegar
duty: deve; devem; deveria; deveriam; precisa; precisam; é preciso; instar/v; pedir/v pediu; apelar/v
fact: oferecido; comprometeu; comprometeram; comprometido; tem; têm; tinha; tinham; é; são; foi; foram; era; eram; sido; há; alcançar/p; atingir/p; chegar/p; somar/p; totalizar/p; investir/p; enviar/p; construir/p; criar/p; executar/p; realizar/p; oferecer/p; conceder/p; assinar/p; aprovar/p; exportar/p; importar/p; receber/p; gerar/p; manter/p manteve; permanecer/p; está; estão; esteve; ter/p teve tiveram; desenvolver/p; levar a cabo; cobrir/p; cobre; fazer/p fez feito
cost: custar/v; custo; preço; valor; avaliado; avaliados; no valor de
say: dizer/v disse diz disseram dito; afirmar/v; declarar/v; acrescentar/v; segundo; explicar/v; destacar/v; ressaltar/v; sublinhar/v; lembrar/v; apontar/v; informar/v; de acordo com; conforme; observar/v; enfatizar/v; reiterar/v; insistir/v; salientar/v
super: maior; principal; primeiro; primeira; mais importante
role: parceiro; parceira; mercado; fornecedor; fornecedora; comprador; investidor; credor; doador; destino; exportador; importador; fonte; origem; economia; cliente
rank: ocupar/v; lugar; posto; posição; colocação
other: mais; adicionais; outro; outra; outros; outras
among: um dos; uma das; entre
row: consecutivo; consecutivos; consecutivas; seguido; seguidos; ininterruptos
run: encadear/v; emendar/v; consecutivos; seguidos; consecutivo; sem interrupção; consecutivamente
year: ano; anos
decade: década; décadas; decénio
monthunit: mês; meses
quarter: trimestre; trimestres
half: semestre; semestres
day: dia; dias; semana; semanas; hora; horas; minuto; minutos
in: em; no; na; nos; nas; durante; por; ao longo de; dentro de
since: desde; a partir de
from: de; desde; entre
to: a; e; até; ao
by: até; antes de; para
ago: atrás; antes
beforeago: há; faz
ago year last: um ano antes; um ano atrás; o ano anterior
last: passado; passada; passados; último; última; últimos; últimas; anterior; anteriores
next: próximo; próxima; próximos; próximas; seguinte; seguintes; que vem
this: este; esta; deste; desta; neste; nesta; atual; corrente; presente
each: anual; anuais; anualmente; por ano; ao ano; a cada ano; cada ano
meeting: cúpula; cimeira; fórum; reunião; conferência; exposição; expo; feira; diálogo; congresso; sessão; simpósio; seminário; encontro; assembleia; reunião ministerial; salão
held: reunir-se; reuniu-se; reuniram-se; se reuniu; se reuniram; realizar/v; realizar-se; realizou-se; celebrar/v; inaugurar/v; abrir/v; ocorrer/v; ter lugar; teve lugar; convocar/v; começar/v; concluir/v; sediar/v
all: todos; todas; todos os; todas as; cada um dos; cada; a totalidade de
member: países; país; estados; estado; nações; nação; membros; membro; economias; governos; províncias; municípios; famílias; ilhas; aldeias; linhas
serve: livre de tarifas; livres de tarifas; tarifa zero; beneficiar/v; atender/v; cobrir/v; alcançar/v; acesso a; isentos; isentas
region: região; continente
of: de; do; da; dos; das
stop: o; a; os; as; um; uma; uns; umas; em; no; na; nos; nas; a; ao; aos; à; às; de; do; da; dos; das; com; sem; e; ou; mas; enquanto; que; como; quando; onde; quem; cujo; por; para; sobre; entre; desde; até; ante; após; segundo; é; são; foi; foram; tem; têm; há; se; seu; sua; seus; suas; este; esta; não; nem; já; também; mais; menos; cada; todos; todas; ambos; ambas; anuais; anualmente; durante; contra; pelo; pela; pelos; pelas; lhe; lá; ali; hoje; ainda; assim; no total; além
det: os; as; o; a; ambos; ambas; estes; estas; esses; nossos; seus; suas; seu; sua
numbered: resolução; artigo; capítulo; página; parágrafo; seção; número; figura; tabela; sala; grupo dos; grupo; agenda; objetivo; anexo; fase; telefone; tel; lei; decreto; rota; nível
abstract: princípios; princípio; objetivos; pontos; pilares; artigos; razões; prioridades; aspectos; palavras; questões; formas; lados; partes; frentes; fases; passos; mãos; lições; fatores; dimensões; tipos; sentidos; temas; eixos; presidentes; ministros; líderes; povos; chefes; vezes
plural: gente; pessoal; mulheres; pessoas; jovens
times: vezes
not: não; nenhum; nenhuma; nunca; sem; ninguém; jamais
and: e; bem como; mas; enquanto; além de; assim como
first: primeiro; primeira; primeiros; primeiras
same: mesmo; mesma; igual; idêntico; idêntica; similar
period: período; intervalo
todate: no acumulado do ano; acumulado do ano; no acumulado deste ano; no ano até agora; este ano até agora; até agora neste ano
now: agora; atualmente; hoje; já; até agora; no momento
later: depois; mais tarde; após
1 later: no ano seguinte; o ano seguinte
1 quarterpart: 1t; t1
2 quarterpart: 2t; t2
3 quarterpart: 3t; t3
4 quarterpart: 4t; t4
week: semana; semanas
1 weekday: segunda feira
2 weekday: terça feira
3 weekday: quarta feira
4 weekday: quinta feira
5 weekday: sexta feira
6 weekday: sábado
7 weekday: domingo
2 daysago: ontem
compared than: em relação a; em relação ao; em relação à; em relação aos; em relação às; ante; frente a; frente ao; frente à; frente aos; frente às; diante dos; ante os; ante as; contra os; contra as; na comparação com; em comparação com; em comparação ao; em comparação a; em comparação à; comparado a; comparado com; comparada com; comparados com; comparado ao; contra; versus; diante de; na comparação a; na comparação ao
monthly: na comparação mensal; na margem
one: um; uma
most: mais
single: único; única
worldwide: mundo; país; planeta; hemisfério; ilha; história; continente; mundial; setor; região; nação
super: melhor; pior
role: resultado; nível; marca; receptor; receptora; produtor; produtora; consumidor; consumidora; empregador; potência; compradora; exportadora; importadora; investidora; porto; valor; número; recorde
plain: total; totais; valor; volume; bilateral; bilaterais; montante; cifra; conjunto; bens; mercadorias; produtos; exterior; corrente; fluxo; mercado; recíproco; balança; asiático; parceiro; bilhões; milhões
bilateral: bilateral; bilaterais; os dois países; ambos os países
pronoun: se; isso; isto; valor
balance: déficit; défice; superávit; superavit; balança; saldo; desequilíbrio; diferença
surplus: superávit; superavit
deficit: déficit; défice
balance surplus: saldo positivo; saldo favorável; saldo superavitário; balança favorável; balança superavitária; superávits
balance deficit: saldo negativo; saldo desfavorável; saldo deficitário; balança desfavorável; balança deficitária; balança negativa
part: mensal; mensais; diário; diária; diárias; diários; média; em média; semanal; trimestral; per capita; por habitante; por pessoa; por cabeça; por mês; ao mês; por dia; ao dia
everywhere: todo; tudo; todos; todas; toda; outro; outra; outros; outras; demais; mundo; mundial; mundiais; resto; global; incluída; incluído; incluindo
deny: negar/v nega negam neguem; desmentir/v desmente desmentem; rejeitar/v; refutar/v; não é verdade; não é certo; é falso; falso; falsa; ninguém acredita; duvidar/v; mentira; infundado; incorreto
if: se; caso; supondo; suponha; suponhamos
reported: críticos; opositores; supostamente; alegadamente; detratores
turnover bothflows: importações e exportações; exportações e importações
part: respectivamente
turnover: comércio; corrente de comércio; intercâmbio comercial; trocas comerciais
flowverb: vender/v; exportar/v; comprar/v; importar/v; adquirir/v
toward: ao; à; às; aos; para; para a; para o; rumo a; com destino a; com destino à; com destino ao
origin: desde; vindas da; vindos da; provenientes de; provenientes da; provenientes do; procedentes de; procedentes da; procedentes do; oriundas da; oriundos da
between: entre
sumof: somar/v; totalizar/v; some; somem; acumular/v
reach: alcançar/v; atingir/v; chegar/v; somar/v; totalizar/v
short: ficou abaixo de; ficaram abaixo de; ficou aquém de; ficou aquém dos
passed from of: passou de; passou dos; passaram de; passaram dos; passa de; passa dos; passava de; passando de
online: on line; online; virtual; virtualmente; por videoconferência; por vídeo; videoconferência; de forma virtual
at: em; no; na
person: mandatário; mandatária; líder; dirigente; autoridade; titular; empresário; especialista; executivo
third: ele; ela
say: revelar/v; detalhar/v; mencionar/v; comunicar/v; reconhecer/v; avaliar/v; frisar/v; completar/v; comentar/v; indicar/v
if: poderia ter; teria; teriam; pode ter
part: fora; à parte; além do; além da; além dos; além das; tirando; descontado; descontada; descontados; descontando; valor agregado; valor acrescentado; exceto; salvo; sem contar; excluindo; excluída; excluído; em yuans; medido em yuans; em moeda local; em termos reais; em volume; por volume
bywhich: em; por; um; a
multiply up: multiplicar/v; multiplicar-se; multiplicou-se; multiplicaram-se
manner: com folga; amplamente; largamente; anual; interanual; médio; média; taxa; acumulado; acumulada; apenas; quase; só; leve; forte; expressivo; expressiva; real; nominal; próximo; próxima; da ordem
up: acelerar/v; saltar/v; disparar/v; melhorar/v; incrementar/v; expandir-se; expandiu-se; escalar/v; engordar/v
down: desacelerar/v; despencou; despencaram; ceder/v; perder/v perdeu; tombar/v; desabar/v; afundar/v
growth up: subida; incremento; salto; melhora; retomada; recuperação; acréscimo
growth down less: tombo; baixa; perda; desaceleração; decréscimo; encolhimento; diminuição
growth: variação; ritmo
more: a mais; a menos; mais alto; mais alta; mais baixo; mais baixa
less: a menos; mais baixo; mais baixa
isnow: é; são; segue; seguem; continua; permanece; segue sendo; continua sendo
particle: de; da; do; dos; das
up: cresça; cresçam; aumente; aumentem; suba; subam; avancem
down: diminua; diminuam; caia; caiam; recue; recuem; encolha; encolham
reach: chegue; cheguem; some; somem; atinja; atinjam
exceed up: supere; superem; ultrapasse; ultrapassem
recorded: registrado; registrada; registrados; registradas; verificado; verificada; observado; observada; apurado; obtido; obtida; nível; patamar; total
pledge future: pretendemos; prometemos; planejamos; vamos; queremos; nos comprometemos a
fact: temos; tínhamos; oferecemos; concedemos; enviamos; criamos; investimos; construímos; realizamos; executamos; exportamos; importamos; recebemos; assinamos; geramos; formamos
plain: histórico; histórica; históricos; históricas
say: lamentar/v; criticar/v; esclarecer/v; opinar/v; ponderar/v; argumentar/v; alertar/v; considerar/v; rebater/v; defender/v; celebrou; garantir/v; contar/v
ending: encerrados; encerrado; terminados; terminado; findos; anteriores
fact: apresentaram; apresentou; registraram; registrou; tiveram; teve; tiveram um; mostraram
manner: expressivo; expressiva; significativo; significativa; importante; considerável; forte
up: dispara; disparam; dispararam; disparou; saltar/v; acelerar/v; engordar/v
down: despenca; despencam; despencaram; despencou; tombar/v; desabar/v; encolher/v; desacelerar/v
and: por sua vez; já; em contrapartida
overtake: ultrapassado; superado; desbancado; substituído; destronado; ultrapassou; ultrapassa; ultrapassando; superou; supera; superando; desbancou; desbancando; substituiu; substituindo; destronou; desalojou; tomou o lugar
beforethen: antes de
exceed: superar/v; ultrapassar/v; exceder/v
within: dentro de; em; em apenas; em menos de
through: até
end: fim; final; finais; meados; início
office: presidente; ministro; ministra; chanceler; embaixador; embaixadora; porta-voz; diretor; diretora; diretor geral; diretora geral; vice diretor; vice diretora; vice diretor geral; vice diretora geral; diretor geral adjunto; diretora geral adjunta; secretário; secretária; secretário geral; chefe; governador; economista; pesquisador; representante; cônsul; diplomata; vice ministro; primeiro ministro; alto funcionário; funcionário; professor
body: ministério; chancelaria; departamento; banco; comissão; embaixada; instituto; universidade; agência; associação; câmara; comitê; escritório; secretaria; empresa; organização; fundo; governo; congresso; itamaraty
honour: sr; sra; dr; dra
refer: que; os; as; a; o; de; do; da; dos; essa; seu
noname: relações exteriores; relações; exteriores; exterior; economia; fazenda; agricultura; pecuária; indústria; energia; minas; saúde; finanças; transportes; comunicações; defesa; turismo; desenvolvimento; planejamento; orçamento; ambiente; ciência; educação; cultura; tecnologia; comércio; pesca; serviços; negócios estrangeiros; negócios; estrangeiros; estado
cause: por causa de; por causa da; por causa do; devido a; devido à; devido ao; graças a; graças à; graças ao; em razão de; em razão da; em razão do; em função de; em função da; em função do; em meio a; em meio à; em meio ao; em decorrência de; em decorrência da; puxado por; puxada por; puxados por; puxadas por; impulsionado por; impulsionada por; impulsionados por; impulsionadas por; diante da; diante do
speechby: discurso de; discurso do; discurso da; palavras de; palavras do; palavras da; pronunciamento de; pronunciamento do; intervenção do; intervenção da; intervenção de; declaração do; declaração da; artigo do; artigo da; mensagem do; mensagem da; pelo embaixador; pela embaixadora
reported: segundo alguns; segundo algumas; segundo certos; segundo rumores; segundo boatos; alguns dizem; alguns afirmam; alguns sustentam; alguns acreditam; há quem diga; há quem afirme; diz-se que; especula-se; rumor; rumores; boato; boatos; especulação; especulações; hipotético; hipotética; hipoteticamente; ao contrário do que; ao contrário de; contrariamente a; brincar/v; erroneamente; equivocadamente
if: tivesse; tivessem; houvesse; houvessem; fosse; fossem; como se; a não ser que; não fosse; desde que; imaginar/v; na hipótese de
deny: longe de; não há provas; não há evidência; não há evidências; errado; errada; mentir/v; mente; fake news; enganoso; enganosa; equivocado; equivocada; errôneo; errônea
fact: ficar/v; situar/v; situar-se; situou-se; situaram-se; fixar/v; fixou-se; cifrar/v; cifrou-se; cifraram-se
forecast: meta é; objetivo é; ambição é; meta era; objetivo era
role: produto de exportação; produto exportado; produto mais exportado; item de exportação; produto importado; produto mais importado
office: vice presidente; vice chanceler; vice governador; prefeito; prefeita; senador; senadora; deputado; deputada; analista; especialista; gerente; diretor executivo; diretora executiva; encarregado de negócios; encarregada de negócios; cônsul geral; assessor; assessora; coordenador; coordenadora; conselheiro; conselheira; acadêmico; presidente executivo; secretária geral; professora; pesquisadora
numberof: número de; quantidade de; número total de
forecast: deve; devem; pode; podem; irá; irão; deverá; deverão; a caminho de
record: recorde; recorde histórico; máxima histórica; nível recorde; valor recorde; recordes
recordlow: mínima histórica; mínimo histórico
highest: mais alto; mais alta; mais altos; mais altas; maior; maiores; melhor
lowest: mais baixo; mais baixa; menor; menores; pior
ever: história; já registrado; já registrada; de todos os tempos; série histórica
firsttime: pela primeira vez; primeira vez
average: média; em média; médias; média anual
real: em termos reais; termos reais; a preços constantes; descontada a inflação
gdp: pib; produto interno bruto
havethem: tem; têm; tinha; tinham; mantém; mantêm; manteve; mantido
formal: formais; plenas; oficiais; formal; oficial
partnerof: com
takes: recebeu; recebe; absorver/v; comprou; compra; concentrar/v; representar/v; ficou com; adquiriu; respondeu por; responde por
goesto: foi; foram; vai; vão; destinar/v; seguiu; seguiram; destino; teve como destino; tiveram como destino; direcionado; direcionados; direcionada; direcionadas
fact: bater/v; marcar/v; registrar/v; renovar/v
origin: vindas de; vindas do; vindas da; vindos de; vindos do; vindos da
each average: média anual; média por ano; média de cada ano
than thanit: do que
takes: fornecer/v; suprir/v; abastecer/v
export: embarcar/v; despachar/v
flowverb: embarcar/v; despachar/v
fact: embarcar/p; despachar/p
bimester: bimestre
det: nosso; nossa; nossas
person: secretário; secretária; funcionária; executiva; diretor; diretora; diplomata
meanwhile: já
office: subsecretário; subsecretária
row: consecutiva; sucessivo; sucessiva; sucessivos; sucessivas; seguida; seguidas; ininterrupto
held: conclusão; encerramento; abertura; realização; inauguração
super: principais
role: exportadores; importadores; fornecedores; parceiros; compradores
article: um; uma; o; a
possessor: seu; sua; seus; suas
joins: aderiu à; aderiu a; aderiram à; aderiram a; aderiu; aderiram; aderir à; juntou-se à; juntou-se a; ingressou na; ingressaram na; entrou na; entraram na
byvalue manner: em valor; em dólares; em termos de valor; em receita
supplier: fornecedor; fornecedora
originof: origem; fonte; fornecedor
corrects: perdão; quis dizer; quero dizer; corrijo; me corrijo; ou melhor; aliás; desculpe; desculpem; errata; retifico
deny: mito; mitos; boato
leaves: retirou; retirada; saiu; saída; deixou; abandonou; abandona
lacks: carece; carecem; carecia
almost: quase; praticamente
source: veio da; veio do; veio de; vieram da; vieram do; vieram de; vem da; vem do; vêm da; vêm do; provém da; provém do; provêm da; proveio da; provieram da; provieram do; tem origem na; têm origem na; teve origem na; tiveram origem na; teve origem no; tiveram origem no; teve como origem a; tiveram como origem a; se originou na; originou-se na; originaram-se na; foram originárias da; chegaram da; procedeu da; procederam da
behind: depois de; depois do; depois da; depois dos; depois das; atrás de; atrás do; atrás da; atrás dos; atrás das; atrás apenas de; atrás apenas do; atrás apenas da; atrás apenas dos; atrás somente dos; após; superado apenas por
those: as; os; aquelas
buyer: cliente; comprador; compradora
takeup: total; volume; valor
offer: oferecido
forit: para
atplace: em
vaguemany: muitos
vagueseveral: vários
thatsaid: que
courtesy: bom dia; boa tarde; boa noite; senhoras e senhores; obrigado; obrigada; agradeceu; agradecer; prazer; bem vindos; proferiu um discurso; fez as declarações; fez a declaração; saudou
plain: dólar; dólares
same: mesmos; mesmas
hadbeen: tinha; tinham; havia; haviam
stop: quais; sendo; eles; elas
sink: mercado; destino; cliente; comprador
ours fact: tivemos; temos; registramos; registrámos
points: esse; essa; nesse; nessa; aquele; aquela
points of: desse; dessa; daquele; daquela
relative: que; cujo; cuja; cujos; cujas; onde; quem
ours: nosso; nossa; nossos; nossas; nós
ours fact flowverb export: exportamos; vendemos
ours fact flowverb import: importamos; compramos; adquirimos
thecountry: país; nação
asksfor: pediu; pede; pediram; solicitar/v; quer; querem; precisa
`

const topicsPortuguese = `
trade: importações e exportações; exportações e importações; comércio; intercâmbio comercial; trocas comerciais; comercial; comerciais; corrente de comércio; trocas
export: vender/v; exportações; exportação; vendas; embarques; exportar/v
import: comprar/v; adquirir/v; importações; importação; compras; importar/v
project: projeto; projetos; obras
infrastructure: infraestrutura; infraestruturas; projetos de infraestrutura; projetos de infraestruturas; obras de infraestrutura
capacity: capacidade produtiva; capacidade de produção; projetos de capacidade produtiva; projetos de cooperação em capacidade produtiva; cooperação em capacidade produtiva
livelihood: meios de vida; bem estar; bem-estar; bem-estar social; condições de vida; subsistência; melhoria de vida; projetos de bem-estar
job: emprego; empregos; postos de trabalho
scholarship: bolsa; bolsas; bolsas de estudo; bolsas governamentais
training: vagas de formação; vagas de treinamento; oportunidades de formação; oportunidades de capacitação; oportunidades de treinamento; capacitação; formação; treinamento; vagas de capacitação
measure: medidas; iniciativas
ties: relações diplomáticas; laços diplomáticos; vínculos diplomáticos
loan gives: emprestou; emprestaram; tinha emprestado; haviam emprestado; havia emprestado
loan: empréstimo; empréstimos; créditos
oneloan: empréstimo; crédito
terms: juros; taxa; prazo; reembolso; garantia; garantias; garantido; garantida; garantidos; garantidas; lastreado; lastreada; lastreados; lastreadas; carência
addedup: acumulado; acumulada; acumulados; acumuladas; acumula; acumulou; acumularam
accordingto: segundo; de acordo com; conforme
loan gets: tomou emprestado; tomou emprestados; tomou emprestadas; tomaram emprestado; tomaram emprestados
gives: concedeu; concederam; deu; deram; aprovou; aprovaram; forneceu; forneceram; outorgou; fez; fizeram; comprometeu
gets: recebeu; receberam; obteve; obtiveram; contraiu; contratou; captou; tomou
stands: era; eram; ficou; ficaram
plain: no valor de; no valor total de; no total de; num total de; em um total de; novos
lender: bancos de desenvolvimento; bancos de fomento; bancos de política; bancos estatais de desenvolvimento; bancos públicos de desenvolvimento
body otherlender: bancos comerciais; banco de desenvolvimento; banco comercial; banco de exportação e importação; eximbank; banco mundial
countsit: cepal; unctad; ocde; fmi; universidade de boston; red alc china; aiddata; cebc; conselho empresarial brasil china; banco mundial; banco central; bacen
creditline: linha de crédito; linhas de crédito; swap; swap cambial; swap de moedas; troca de moedas
debt: dívida; dívidas
othersum: investimento; investimentos; investir/v; crédito; ajuda; assistência; financiamento; doação; doações; déficit; superávit; orçamento; reservas; fundo; fundos; pib; contratos; acordos
stock: estoque de investimento estrangeiro direto; estoque de investimento direto; estoque de ied; estoque de investimento; estoque de investimentos; estoque do investimento direto; estoque do investimento estrangeiro direto; estoque do ied
investment: fluxo de investimento direto; fluxos de investimento direto; fluxo de investimento estrangeiro direto; fluxos de investimento estrangeiro direto; fluxo de ied; investimento estrangeiro direto; investimento direto; ied
`

const pairsPortuguese = `
sino brasileiro; chino brasileiro; sino brasileira; chino brasileira; sino brasileiros; chino brasileiros; sino brasileiras; chino brasileiras: BRA
sino argentino; chino argentino; sino argentina; chino argentina; sino argentinos; chino argentinos; sino argentinas; chino argentinas: ARG
sino chileno; chino chileno; sino chilena; chino chilena; sino chilenos; chino chilenos; sino chilenas; chino chilenas: CHL
sino peruano; chino peruano; sino peruana; chino peruana; sino peruanos; chino peruanos; sino peruanas; chino peruanas: PER
sino mexicano; chino mexicano; sino mexicana; chino mexicana; sino mexicanos; chino mexicanos; sino mexicanas; chino mexicanas: MEX
sino colombiano; chino colombiano; sino colombiana; chino colombiana; sino colombianos; chino colombianos; sino colombianas; chino colombianas: COL
sino venezuelano; chino venezuelano; sino venezuelana; chino venezuelana; sino venezuelanos; chino venezuelanos; sino venezuelanas; chino venezuelanas: VEN
sino equatoriano; chino equatoriano; sino equatoriana; chino equatoriana; sino equatorianos; chino equatorianos; sino equatorianas; chino equatorianas: ECU
sino boliviano; chino boliviano; sino boliviana; chino boliviana; sino bolivianos; chino bolivianos; sino bolivianas; chino bolivianas: BOL
sino uruguaio; chino uruguaio; sino uruguaia; chino uruguaia; sino uruguaios; chino uruguaios; sino uruguaias; chino uruguaias: URY
sino paraguaio; chino paraguaio; sino paraguaia; chino paraguaia; sino paraguaios; chino paraguaios; sino paraguaias; chino paraguaias: PRY
sino cubano; chino cubano; sino cubana; chino cubana; sino cubanos; chino cubanos; sino cubanas; chino cubanas: CUB
sino panamenho; chino panamenho; sino panamenha; chino panamenha; sino panamenhos; chino panamenhos; sino panamenhas; chino panamenhas: PAN
sino dominicano; chino dominicano; sino dominicana; chino dominicana; sino dominicanos; chino dominicanos; sino dominicanas; chino dominicanas: DOM
sino hondurenho; chino hondurenho; sino hondurenha; chino hondurenha; sino hondurenhos; chino hondurenhos; sino hondurenhas; chino hondurenhas: HND
sino salvadorenho; chino salvadorenho; sino salvadorenha; chino salvadorenha; sino salvadorenhos; chino salvadorenhos; sino salvadorenhas; chino salvadorenhas: SLV
sino guatemalteco; chino guatemalteco; sino guatemalteca; chino guatemalteca; sino guatemaltecos; chino guatemaltecos; sino guatemaltecas; chino guatemaltecas: GTM
sino haitiano; chino haitiano; sino haitiana; chino haitiana; sino haitianos; chino haitianos; sino haitianas; chino haitianas: HTI
sino latino americano; chino latino americano; sino latino americana; chino latino americana; sino latino-americana; chino latino-americana: LAC
`

// formsPortuguese returns regular forms of a Portuguese verb, as formsSpanish.
func formsPortuguese(verb, kind string) []string {
	stem := verb[:len(verb)-2]
	past := []string{"ou", "aram", "ado", "ada", "ados", "adas", "ava", "avam"}
	others := []string{"a", "am", "ando"}
	switch {
	case strings.HasSuffix(verb, "er"):
		past = []string{"eu", "eram", "ido", "ida", "idos", "idas", "ia", "iam"}
		others = []string{"e", "em", "endo"}
	case strings.HasSuffix(verb, "ir"):
		past = []string{"iu", "iram", "ido", "ida", "idos", "idas", "ia", "iam"}
		others = []string{"e", "em", "indo"}
	}
	var out []string
	for _, ending := range past {
		out = append(out, stem+ending)
	}
	if kind != "p" {
		for _, ending := range others {
			out = append(out, stem+ending)
		}
		out = append(out, verb, verb+"á", verb+"ão", verb+"ia", verb+"iam")
	}
	return out
}

var portugueseClaims = Claims{
	NoFutures: "ária, éria, íria, ória, úria, ústria, oria, parceria, bateria, galeria, loteria, secretaria, maquinaria, refinaria, engenharia, portaria, tesouraria, padaria, livraria, chancelaria",
	Futures:   "rá, rão, remos, rei, ria, riam", Participles: "ado, ada, ados, adas, ido, ida, idos, idas", Pasts: "ou, aram, eu, eram, iu, iram, íram",
	Words: wordsPortuguese, Topics: topicsPortuguese, Parties: partiesPortuguese, Pairs: pairsPortuguese, Goods: goodsPortuguese, Books: booksPortuguese,
	Numbers:   "um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis/dezasseis dezessete dezoito dezenove vinte",
	HeadFirst: true, Forms: formsPortuguese,
}
