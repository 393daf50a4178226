package lexicon

import "strings"

// wordsSpanish says which words play which part in a Spanish claim. See
// [Claims] for its form.
const wordsSpanish = `
up: crecer/v crece creció; aumentar/v; subir/v; incrementar/v; incrementarse; elevar/v; elevarse; ascender/v; alza; ampliar/v; superar/v
down: caer/v cae cayó cayeron caído; disminuyeron; redujeron; contrajeron; desplomarse; desplomó; desplomaron; bajar/v; disminuir/v disminuyó disminuye; reducir/v redujo reduce; descender/v; retroceder/v; contraerse; contrajo; baja
less: caídas; descensos; bajas; retrocesos; contracciones; caída; descenso; baja; reducción; disminución; contracción; retroceso; desplome; crecimiento negativo; menos; menor; menores; inferior; inferiores; por debajo
growth: alzas; subidas; aumentos; incrementos; caídas; descensos; bajas; retrocesos; contracciones; crecimiento negativo; contracción; retroceso; desplome; crecimiento; aumento; incremento; alza; subida; caída; descenso; baja; reducción; disminución; interanual; expansión
more: más; menos; mayor; mayores; superior; superiores; inferior; inferiores; menor; menores; por debajo; por encima
than: que; frente a; respecto a; respecto de; en comparación con; comparado con; con respecto a
share: cuota de mercado; participación de mercado; peso; responsable; responsable del; responsable de; responsables de; representar/v; suponer/v supone; constituir/v constituye; participación; cuota; proporción; equivaler/v equivale; concentrar/v
fiscalyear: año fiscal; años fiscales; ejercicio fiscal; ejercicios fiscales; ejercicio presupuestario; ejercicio económico; ejercicio financiero; año financiero; año presupuestario; año económico; año agrícola; año comercial; año académico; año escolar; campaña agrícola; año cafetero; año azucarero; año de comercialización; campaña de comercialización
fiscalof: fiscal; ejercicio; campaña; zafra; temporada; cosecha; curso; ciclo
price: precio; precios; valor unitario; valores unitarios; flete; fletes; costo; coste
fact: reportar/p; dejar/p; generar/p; cerrar/p; terminar/p; obtuvo; obtuvieron; contabilizar/p; mover/p; ascender/p
reach: ascender/v asciende ascienden
say: mostrar/v muestra muestran; arrojar/v; evidenciar/v; divulgar/v; comparar/v; resumir/v; sintetizar/v; celebrar/p; replicar/v; enumerar/v; rematar/v; apuntar/v; reseñar/v; relatar/v; precisar/v
growth manner: a a; i a; en términos interanuales; en términos anuales; en la comparación anual; en la comparación interanual; en tasa interanual; interanuales
compared than: frente a igual lapso de; de cara a
balance surplus: saldo a favor; balanza a favor; números negros; en números negros
balance deficit: saldo en contra; balanza en contra; números rojos; en números rojos; en rojo
ever: serie; serie histórica; registros
takes: se llevó; se llevaron; acaparar/p; copar/p
down: se contrajo; se contrajeron; menguar/v; desinflar/v; flaquear/v
up: repuntar/v; despegar/v; remontar/v
say third: a su juicio; en su opinión; a su entender; a su parecer; según sus cálculos
origin: de origen
recorded: marca; cifra
balance surplus: saldo comercial positivo; saldo comercial favorable; balanza comercial positiva; balanza comercial favorable; balanza comercial superavitaria; balanza favorable
balance deficit: saldo comercial negativo; saldo comercial desfavorable; balanza comercial negativa; balanza comercial deficitaria; balanza desfavorable
thus: de modo que; de manera que; de forma que; con ello; con eso; con esto; con lo que; con lo cual; por lo que; de este modo; de esta manera; de esta forma; lo que dejó; lo que arrojó; como resultado; lo que deja
held: acoger/v; albergar/v; organizar/v
agreement: acuerdo; acuerdos; memorando; memorandos; memorándum; memorandos de entendimiento; memorando de entendimiento; memorándum de entendimiento; memorándums de entendimiento; convenio; convenios; documentos de cooperación; documento de cooperación; acuerdos de cooperación; acuerdo de cooperación; convenios de cooperación; instrumentos; instrumentos de cooperación; plan de cooperación
signed: firmó; firmaron; han firmado; ha firmado; suscribió; suscribieron; han suscrito; ha suscrito; rubricó; rubricaron
buysfrom: compras; adquisiciones
refer stop: lo que
more than compared: más de lo que
more less than compared: menos de lo que
narrow: puerto; puertos; aeropuerto; aeropuertos; terminal; zona franca; zonas francas
plain notonly: no solo; no sólo; no solamente; no únicamente
office: analista senior; presidente ejecutivo; presidenta ejecutiva; directivo; directiva; ingeniero; ingeniera; agregado comercial; agregada comercial; socio director; socia directora; titular de la cámara; rector; rectora; dirigente; empresario; empresaria; vicegobernador; comisario; comisaria
say: estimar/v; calcular/v; prever/v prevé prevén; proyectar/v; vaticinar/v; augurar/v
growth manner: en la misma comparación; en igual comparación
fiscalyear: este curso; curso académico; el curso pasado; presente curso; próximo curso
manner: a cambio
establish: restableció; restablecieron; restablecido; reanudó; reanudaron; reanudado; estableció; establecieron; establecido; entabló; entablaron; establece; establecen
sends: enviar/v envió envía; destinar/v; mandar/v; dirigir/v dirigió dirige
takes: compró; compra; adquirió; adquiere
deny: dejó de ser; deja de ser; ha dejado de ser; dejaron de ser; dejó de
rate: tasa; inflación; interés; desempleo; arancel; aranceles; impuesto
pledge: prometer/v; promesa; promesas; comprometer/v; comprometerse; compromiso; compromisos; anunciar/v; anuncio; oferta; paquete; meta; objetivo; presentar/v; proponer/v propuso
leftout: salvo; excepto; sin contar; a excepción de; con excepción de; con la excepción de; exceptuando
future: dará; darán; será; serán; hará; harán; va a; van a; otorgará; ofrecerá; proporcionará; invertirá; enviará; construirá; recibirá; recibirán; llevará; llevarán; destinará; concederá; aportará; brindará; ejecutará; acordar/v acordaron; acordó; acuerdan; planear/v; prevé otorgar; impulsará; realizará; realizarán; implementará; implementarán
pledge future: buscan; busca; pretende; pretenden; aspira a; aspiran a; se propone; se proponen; se comprometió a; se comprometieron a; tiene previsto; tienen previsto; planea; planean; se fijaron; se fijó
forecast: esperar/v; se espera; prever/v prevé; podría; podrían; pronosticar/v; estimar/v; proyectar/v; previsto; probable
duty: debe; deben; debería; deberían; hay que; tiene que; tienen que; exhortar/v; instar/v; pedir/v pidió; llamar a; llamó a
fact: ofrecido; comprometió; comprometieron; comprometido; asignó; asignaron; ha; han; había; habían; es; son; fue; fueron; era; eran; fueran; sido; alcanzar/p; llegar/p; sumar/p; totalizar/p; invertir/p invirtió; enviar/p; construir/p construyó; crear/p; ejecutar/p; realizar/p; ofrecer/p; otorgar/p; conceder/p; firmar/p; aprobar/p; exportar/p; importar/p; recibir/p; situar/p; ubicar/p; generar/p; mantener/p mantuvo; permanecer/p; celebrar/p; estar/p está están estuvo; tener/p tiene tienen tuvo; desarrollar/p; poner en marcha; llevar a cabo; llevado a cabo; llevó a cabo; se situó; asciende; ascendió; cubrir/p cubre cubren; hacer/p hizo hecho; impartir/p
cost: costar/v cuesta; costo; coste; precio; valor; valorado; valorados; valorada; por valor de
say: decir/v dijo dice dijeron dicho; afirmar/v; señalar/v; indicar/v; declarar/v; agregar/v; añadir/v; según; explicar/v explicó; destacar/v; subrayar/v; recordar/v recordó; sostener/v sostuvo; manifestar/v; expresar/v; precisar/v; apuntar/v; asegurar/v; informar/v; de acuerdo con; recalcar/v; comentar/v; insistir/v; enfatizar/v; reiterar/v
super: mayor; principal; primer; primera; más grande; más importante
role: socio; socia; mercado; proveedor; comprador; inversor; inversionista; acreedor; prestamista; donante; destino; exportador; importador; fuente; origen; economía; cliente; contribuyente
rank: ocupar/v; lugar; puesto; posición; situarse; ubicarse; se ubica; se sitúa
other: más; adicionales; otro; otra; otros; otras
among: uno de; una de; entre
row: consecutivo; consecutivos; consecutivas; seguido; seguidos; seguidas; ininterrumpidos
run: encadenar/v; hilar/v; ligar/v; consecutivo; consecutivos; seguidos; de forma consecutiva; sin interrupción; consecutivamente
year: año; años
decade: década; décadas; decenio
monthunit: mes; meses
quarter: trimestre; trimestres
half: semestre; semestres
day: día; días; semana; semanas; hora; horas; minuto; minutos
in: en; durante; por; a lo largo de; dentro de; al; a; sobre
since: desde; a partir de
from: de; desde; entre
to: a; y; hasta; e; al
by: para; antes de; hasta; a finales de; hacia; a más tardar en
ago: atrás; antes; antes de eso
beforeago: hace
ago year last: un año antes; un año atrás; el año anterior
last: pasado; pasada; pasados; último; última; últimos; últimas; anterior; anteriores
next: próximo; próxima; próximos; próximas; siguiente; siguientes; que viene
this: este; esta; presente; actual; en curso
each: anual; anuales; anualmente; al año; por año; cada año; de promedio anual
meeting: cumbre; foro; reunión; conferencia; exposición; expo; feria; diálogo; congreso; sesión; simposio; seminario; encuentro; asamblea; reunión ministerial; salón
held: reunirse; se reunió; se reunieron; celebrar/v; celebrarse; se celebró; inaugurar/v; abrir/v; tener lugar; tuvo lugar; realizarse; se realizó; convocar/v; se llevó a cabo; comenzar/v comenzó; concluir/v concluyó; acoger/v
all: todos; todas; cada uno de; cada; la totalidad de
member: países; país; estados; estado; naciones; nación; miembros; miembro; economías; gobiernos; provincias; municipios; hogares; islas; aldeas; partidas
serve: libre de aranceles; libres de aranceles; arancel cero; beneficiar/v; atender/v; cubrir/v cubre; alcanzar/v; acceso a; exentos; exentas
region: región; continente
of: de; del; de los; de las; de la
stop: el; la; los; las; un; una; unos; unas; en; a; al; de; del; con; sin; y; e; o; u; pero; mientras; que; como; cuando; donde; quien; cuyo; por; para; sobre; entre; desde; hasta; ante; tras; según; es; son; fue; fueron; ha; han; había; se; su; sus; este; esta; estos; estas; no; ni; si; ya; también; más; menos; cada; todos; todas; ambos; ambas; anuales; anualmente; durante; mediante; contra; hacia; lo; le; les; así; aún; hoy; en total; además; 
det: los; las; el; la; ambos; ambas; estos; estas; esos; nuestros; sus; su; nuestras; dichos
numbered: resolución; artículo; capítulo; página; párrafo; sección; número; núm; figura; cuadro; sala; grupo de; grupo; agenda; objetivo; anexo; fase; teléfono; tel; ley; decreto; ruta; nivel
abstract: principios; principio; objetivos; puntos; pilares; artículos; razones; prioridades; aspectos; palabras; cuestiones; formas; lados; partes; frentes; fases; pasos; manos; lecciones; factores; dimensiones; tipos; sentidos; temas; ejes; presidentes; ministros; líderes; pueblos; jefes; veces; cancilleres
plural: gente; personal; mujeres; personas; jóvenes
times: veces
not: no; ningún; ninguna; ninguno; nunca; sin; nadie; jamás
and: y; e; así como; pero; mientras; además de
first: primer; primera; primeros; primeras
same: mismo; misma; igual; idéntico; similar
period: periodo; período; lapso
todate: en lo que va del año; en lo que va de año; en lo que va de este año; lo que va del año; lo que va de año; lo que va de este año; en el acumulado del año; acumulado del año
now: ahora; actualmente; hoy; hoy en día; ya; en la actualidad; hoy por hoy
later: después; más tarde; luego
1 later: al año siguiente; el año siguiente
1 quarterpart: 1t; t1
2 quarterpart: 2t; t2
3 quarterpart: 3t; t3
4 quarterpart: 4t; t4
week: semana; semanas
1 weekday: lunes
2 weekday: martes
3 weekday: miércoles
4 weekday: jueves
5 weekday: viernes
6 weekday: sábado
7 weekday: domingo
2 daysago: ayer
compared than: respecto a; respecto al; respecto de; respecto del; frente a; frente al; con respecto a; con respecto al; con respecto de; en comparación con; en comparación al; en comparación a; comparado con; comparada con; comparados con; comparadas con; con relación a; con relación al; en relación con; en relación a; en relación al; versus; contra
monthly: intermensual; mensual
one: un; una
most: más
single: único; única
worldwide: mundo; país; planeta; hemisferio; isla; historia; continente; subregión; mundial; sector; región; nación
super: mejor; peor; segunda mayor; segundo mayor; tercer mayor; tercera mayor; primeras
role: registro; resultado; nivel; marca; receptor; receptora; productor; productora; consumidor; consumidora; empleador; potencia; suministrador; abastecedor; destinatario; emisor; exportadora; importadora; compradora; inversionista; puerto; valor; número
plain: total; totales; valor; volumen; bilateral; bilaterales; monto; cifra; conjunto; bienes; mercancías; mercaderías; productos; exterior; recíproco; mercado; global; envíos; billones; millones
bilateral: bilateral; bilaterales; comercio bilateral; ambos países; los dos países
pronoun: se; lo; esto; ello; cifra
balance: déficit; superávit; balanza; saldo; desequilibrio; diferencia; brecha; desbalance
surplus: superávit
deficit: déficit
balance surplus: saldo positivo; saldo favorable; saldo a favor; saldo superavitario; balanza favorable; balanza superavitaria; superávits
balance deficit: saldo negativo; saldo desfavorable; saldo en contra; saldo deficitario; balanza desfavorable; balanza deficitaria; balanza negativa
part: mensual; mensuales; diario; diaria; diarios; promedio; promedió; promediaron; semanal; trimestral; per cápita; per capita; por habitante; por persona; por cabeza; al mes; por mes; al día; por día; media
everywhere: todo; todos; todas; toda; otro; otra; otros; otras; demás; mundo; mundial; mundiales; resto; incluida; incluido; incluyendo
deny: negar/v niega niegan nieguen; desmentir/v desmiente desmienten; rechazar/v; no es cierto; no es verdad; es falso; falso; falsa; nadie cree; dudar/v; mentira; infundado; incorrecto
if: si; suponiendo; supongamos; suponga; en caso de; siempre que; salvo que
reported: críticos; opositores; supuestamente; presuntamente; detractores
turnover bothflows: importaciones y exportaciones; exportaciones e importaciones
part: respectivamente
turnover: comercio; intercambio; intercambio comercial; comercio bilateral
flowverb: vender/v; exportar/v; comprar/v; importar/v; adquirir/v adquirió
toward: a; al; hacia; para; con destino a; con destino al; rumbo a; a la; a los
origin: desde; procedentes de; provenientes de; procedente de; proveniente de; originarios de
between: entre
sumof: sumar/v; totalizar/v; sume; sumen; acumular/v
reach: alcanzar/v; llegar/v; sumar/v; totalizar/v; ascender/v
short: quedó por debajo de; se quedó por debajo de; quedaron por debajo de; se quedó corto de
passed: pasó los; pasó las; pasaron los
passed from of: pasó del; pasaron del; pasando del; pasó de; pasaron de; ha pasado de; han pasado de; pasar de; pasando de; pasó desde; pasaron desde
online: en línea; virtual; virtualmente; por videoconferencia; por video; videoconferencia; de forma virtual
at: en
person: mandatario; mandataria; ejecutivo; líder; dirigente; autoridad; titular; diplomática; jerarca; empresario; experto; experta
third: él; ella
say: exponer/v expuso; revelar/v; detallar/v; mencionar/v; comunicar/v; reconocer/v reconoció; estimó; puntualizar/v; acotar/v; advertir/v advirtió
if: podría haber; habría; habrían; hubiera; hubiese; pudo haber
part: aparte de; aparte del; además de; además del; quitando; descontado; descontada; descontando; fuera de; valor agregado; valor añadido; excepto; salvo; sin contar; excluyendo; excluida; excluido; en yuanes; medido en yuanes; en moneda local; en términos reales; en volumen; por volumen
bywhich: en; por; un; a
multiply up: multiplicar/v; multiplicarse; multiplicaron
manner: con creces; ampliamente; holgadamente; con holgura; anual; interanual; promedio; medio; media; tasa; acumulado; acumulada; apenas; casi; solo; leve; fuerte; notable; real; nominal; cercano; cercana; superior; del orden
up: avanzar/v; repuntar/v; trepar/v; saltar/v; dispararse; disparó; dispararon; mejorar/v; rebotar/v; acelerar/v; expandirse; expandió; expandieron; ensanchar/v; engrosar/v; incrementó; incrementaron
down: mermar/v; desacelerar/v; hundirse; hundió; hundieron; recortar/v; contraer/v; encoger/v; ceder/v; perder/v perdió pierde; retrajo; retrajeron; achicar/v
growth up: avance; repunte; salto; rebote; ascenso; mejora; auge; recuperación; ritmo de crecimiento
growth down less: merma; bajón; desaceleración; retracción; derrumbe; recorte; pérdida
growth: variación; ritmo
more: más alto; más alta; más bajo; más baja; más altos; más bajos
less: más bajo; más baja; más bajos; más bajas
isnow: es; son; sigue; siguen; continúa; permanece; sigue siendo
particle: de; del; da; dos; de la; de los
up: crezca; crezcan; aumente; aumenten; suba; suban; se eleve; se eleven; avancen
down: disminuya; disminuyan; caiga; caigan; baje; bajen; se reduzca; se reduzcan; se contraiga; descienda; desciendan
reach: llegue; lleguen; sume; sumen
exceed up: supere; superen
recorded: registrado; registrada; registrados; registradas; observado; observada; alcanzado; alcanzada; obtenido; obtenida; nivel; total
pledge future: pretendemos; prometemos; planeamos; vamos a; nos proponemos; aspiramos a; queremos; nos comprometemos a
fact: hemos; habíamos; tenemos; ofrecimos; otorgamos; concedimos; enviamos; creamos; invertimos; construimos; realizamos; ejecutamos; exportamos; importamos; recibimos; firmamos; generamos; formamos
plain: histórico; histórica; históricos; históricas
say: lamentar/v; criticar/v; aclarar/v; remarcar/v; opinar/v; resaltar/v; matizar/v; replicar/v; sentenciar/v; considerar/v; argumentar/v; alertar/v; celebró; puntualizar/v
ending: terminados; terminado; finalizados; finalizado; cerrados; previos; anteriores; que terminaron
fact: presentaron; presentó; registraron; registró; experimentaron; experimentó; mostraron; mostró
manner: expresivo; expresiva; significativo; significativa; importante; sostenido; sostenida; considerable
up: dispara; disparan; acrecentar/v; acrecentarse; escalar/v
down: desploma; desploman; hunde; hunden
and: en tanto; por su parte; en cambio
overtake: desplazado; superado; reemplazado; sustituido; desbancado; destronado; sobrepasado; desplazó; desplaza; desplazar; desplazando; superó; supera; superando; reemplazó; reemplaza; reemplazando; sustituyó; sustituye; sustituyendo; desbancó; desbancando; destronó; sobrepasó; sobrepasando; relegó; relegando
beforethen: antes de
exceed: superar/v; sobrepasar/v; rebasar/v; exceder/v
within: dentro de; en; en el transcurso de; en apenas; en solo; en menos de
through: hasta
end: fines; finales; fin; mediados; principios; comienzos
office: presidente; presidenta; ministro; ministra; canciller; embajador; embajadora; portavoz; vocero; vocera; director; directora; director general; directora general; subdirector general; subdirectora general; subdirector; subdirectora; secretario; secretaria; secretario general; jefe; jefa; gobernador; economista; investigador; representante; cónsul; diplomático; viceministro; viceministra; viceministro de relaciones exteriores; primer ministro; alto funcionario; funcionario; profesor
body: ministerio; cancillería; departamento; banco; comisión; embajada; instituto; universidad; agencia; asociación; cámara; comité; oficina; secretaría; empresa; organización; fondo; gobierno; congreso; dirección
honour: sr; sra; don; doña; dr; dra
refer: que; los; las; la; el; lo; de; esa; esos; aquel; su
noname: relaciones exteriores; relaciones; exteriores; exterior; economía; hacienda; agricultura; ganadería; industria; energía; minas; minería; salud; finanzas; transporte; transportes; comunicaciones; defensa; turismo; producción; desarrollo; planificación; ambiente; ciencia; educación; cultura; tecnología; comercio; pesca; obras públicas; infraestructura; aduanas; estado
cause: a causa de; debido a; debido al; gracias a; gracias al; a raíz de; por culpa de; como consecuencia de; ante la; ante el; en medio de; impulsado por; impulsada por; impulsados por; impulsadas por; por la sequía; por la pandemia; por la caída; por el alza; por la baja; por la menor; por el menor; por la mayor; por el mayor; por menores; por mayores; afectado por; afectada por; afectados por; afectadas por
speechby: discurso de; discurso del; discurso de la; palabras de; palabras del; palabras de la; intervención de; intervención del; intervención de la; declaración de; declaración del; artículo de; artículo del; mensaje de; mensaje del; por el embajador; por la embajadora
reported: según algunos; según algunas; según ciertos; según ciertas; según rumores; algunos dicen; algunos afirman; algunos sostienen; algunos creen; hay quien dice; hay quienes dicen; hay quien afirma; se rumorea; se dice que; se especula; rumor; rumores; especulación; especulaciones; hipotético; hipotética; hipotéticamente; al contrario de; contrariamente a; contrario a; bromear/v; erróneamente; exageradamente; equivocadamente
if: de haber; de haberse; como si; aunque fuera; siempre y cuando; a menos que; a no ser que; de no ser por; si no fuera por; imaginar/v
deny: lejos de; no hay pruebas; no hay evidencia; equivocado; equivocada; mentir/v; miente; mienten; bulo; engañoso; engañosa; erróneo; errónea
fact: quedar/v; ubicar/v; situar/v; colocar/v; cifrarse; cifrar/v
forecast: meta es; objetivo es; aspiración es; meta era; objetivo era
role: producto de exportación; producto exportado; producto más exportado; rubro de exportación; rubro exportado; bien exportado; bien más exportado; producto importado; producto más importado
office: vicepresidente; vicepresidenta; vicecanciller; gerente; gerente general; director ejecutivo; directora ejecutiva; encargado de negocios; encargada de negocios; alcalde; alcaldesa; senador; senadora; diputado; diputada; analista; experto; experta; académico; académica; consejero; consejera; cónsul general; asesor; asesora; coordinador; coordinadora; secretaria general; profesora; investigadora; subgerente
numberof: número de; cantidad de; número total de
forecast: debería; deberían; puede; pueden; estaría; estarían; camino de; rumbo a los
record: récord; máximo histórico; récord histórico; nivel récord; cifra récord; máximo de la historia
recordlow: mínimo histórico; mínimo de la historia
highest: más alto; más alta; más altos; más altas; mayor; mayores; máximo; mejor
lowest: más bajo; más baja; más bajos; más bajas; menor; menores; mínimo; peor
ever: historia; jamás registrado; de todos los tiempos
firsttime: por primera vez; primera vez
average: promedio; promediar/v; en promedio; de media; media; promedio anual
real: en términos reales; términos reales; a precios constantes; descontada la inflación
gdp: pib; producto interno bruto; producto interior bruto; producto bruto interno
havethem: tiene; tienen; tenía; tenían; mantiene; mantienen; mantuvo; mantenido
formal: formales; plenas; oficiales; formal; oficial
partnerof: con
takes: recibió; recibe; absorber/v; compró; compra; concentrar/v; representar/v; tomó; acaparar/v; adquirió
goesto: fue; fueron; va; van; destinar/v; destinó; dirigió; dirigieron; dirige; destino; se dirigió; se dirigieron; tuvo como destino; tuvieron como destino
fact: batir/v; promediar/v; marcar/v; registrar/v; tocar/v
each average: promedio anual; media anual; promedio por año; promedio de cada año
takes: suministrar/v; proveer/v proveyó; aportar/v; abastecer/v
export: envíos; colocaciones; embarcar/v; despachar/v
flowverb: embarcar/v; despachar/v
fact: embarcar/p; despachar/p
bimester: bimestre
det: nuestro; nuestra
office: subsecretario; subsecretaria
person: funcionario; funcionaria; ministra; experta; directivo; directiva
row: consecutiva; sucesivo; sucesiva; sucesivos; sucesivas; seguida; continuo; continuos; ininterrumpido
held: conclusión; clausura; inauguración; celebración; apertura; cierre
super: principales
role: exportadores; importadores; proveedores; socios; compradores
article: un; una; el; la
possessor: su; sus
joins: se adhirió a; se adhirieron a; se adhirió; adherirse; se sumó a; se sumaron a; sumarse a; se unió a; se unieron a; unirse a; ingresó a; ingresaron a; ingresó en; entró en; se incorporó a; incorporarse a
byvalue manner: en valor; en dólares; en términos de valor
supplier: proveedor; proveedora; suministrador; abastecedor
originof: origen; fuente; proveedor
corrects: perdón; quise decir; quiero decir; corrijo; me corrijo; mejor dicho; disculpen; fe de erratas; rectifico
deny: mito; mitos; bulo
leaves: se retiró; retirarse; retirada; retiro; salió; salida; abandonó; abandona; se salió
lacks: carece; carecen; carecía; carecían
almost: casi; prácticamente
source: provino de; provinieron de; proviene de; provienen de; provenía de; provenían de; procedió de; procedieron de; procede de; proceden de; procedía de; vino de; vinieron de; viene de; vienen de; llegó de; llegaron de; llegó desde; llegaron desde; tuvo origen en; tuvieron origen en; tuvo su origen en; tuvieron su origen en; tuvo como origen; tuvieron como origen; se originó en; se originaron en
behind: después de; después del; detrás de; por detrás de; solo por detrás de; sólo por detrás de; tras; a la zaga de; superado solo por; superada solo por
those: las; los; aquellas
buyer: cliente; comprador; compradora
takeup: cifra; valor
offer: ofrecido
forit: para
atplace: en
vaguemany: muchos
vagueseveral: varios
thatsaid: que
courtesy: buenos días; buenas tardes; buenas noches; señoras y señores; gracias; agradeció; agradecer; placer; bienvenidos; cálida bienvenida; pronunció un discurso; hizo estas declaraciones; hizo las declaraciones; saludó
plain: dólar; dólares
same: mismos; mismas
hadbeen: había; habían
havethem: ha; han
stop: cuales; siendo; ellos; ellas
stop and: sino que; sino también
sink: mercado; destino; cliente; comprador
ours fact: tuvimos; tenemos; registramos
points: ese; esa; dicho; dicha
relative: que; cuyo; cuya; cuyos; cuyas; donde; quien
ours: nuestro; nuestra; nuestros; nuestras; nosotros
ours fact flowverb export: exportamos; vendimos; vendemos; hemos exportado; hemos vendido
ours fact flowverb import: importamos; compramos; adquirimos; hemos importado; hemos comprado
thecountry: país; nación
asksfor: pidió; pide; pidieron; pidiendo; solicitar/v; quiere; quieren; necesita
`

const topicsSpanish = `
trade: importaciones y exportaciones; exportaciones e importaciones; comercio; intercambio comercial; intercambios; comercial; comerciales; comercio bilateral; intercambio
export: vender/v; exportaciones; exportación; ventas; embarques; despachos; exportar/v
import: comprar/v; adquirir/v; importaciones; importación; compras; importar/v
project: proyecto; proyectos; obras
infrastructure: infraestructura; infraestructuras; proyectos de infraestructura; proyectos de infraestructuras; obras de infraestructura
capacity: capacidad productiva; capacidad de producción; proyectos de capacidad productiva; proyectos de cooperación en capacidad productiva; proyectos de capacidad de producción; cooperación en capacidad productiva
livelihood: medios de vida; bienestar; bienestar social; bienestar de la población; condiciones de vida; sustento; carácter social; proyectos de bienestar
job: empleo; empleos; puestos de trabajo
scholarship: beca; becas
training: plazas de formación; plazas de capacitación; oportunidades de formación; oportunidades de capacitación; capacitación; formación; cupos de capacitación; cupos de formación
measure: medidas; iniciativas
ties: relaciones diplomáticas; vínculos diplomáticos; lazos diplomáticos
loan gives: prestó; prestaron; ha prestado; han prestado; habían prestado; había prestado
loan: préstamo; préstamos; créditos; empréstitos
oneloan: préstamo; empréstito; crédito
terms: interés; intereses; tasa; plazo; reembolsable; reembolso; pagadero; respaldado; respaldada; respaldados; respaldadas; garantía; garantías; garantizado; garantizada; garantizados; garantizadas; de gracia
addedup: acumulado; acumulada; acumulados; acumuladas; acumula; acumuló; acumularon
accordingto: según; de acuerdo con; de acuerdo a
gives: otorgó; otorgaron; concedió; concedieron; dio; dieron; entregó; entregaron; aprobó; aprobaron; ha otorgado; ha concedido; han otorgado; han concedido; comprometió; comprometieron; hizo; hicieron
gets: recibió; recibieron; obtuvo; obtuvieron; ha recibido; contrajo; contrató; consiguió; captó; tomó
stands: era; eran; ascendieron; ascendió
plain: por valor de; por un valor de; por un total de; por un monto de; por un valor total de; nuevos
lender: bancos de desarrollo; bancos de política; bancos de fomento; bancos estatales de desarrollo; bancos públicos de desarrollo; bancos políticos; banca de desarrollo
body otherlender: bancos comerciales; banco de desarrollo; banco comercial; banca comercial; banco de exportación e importación; eximbank; banco mundial
countsit: cepal; unctad; ocde; fmi; universidad de boston; red alc china; aiddata; banco mundial; banco central; banco de méxico; secretaría de economía; proinversión
creditline: línea de crédito; líneas de crédito; swap; canje de monedas; swap de monedas; intercambio de monedas; canje de divisas
debt: deuda; deudas
othersum: inversión; inversiones; invertir/v invirtió; crédito; ayuda; asistencia; financiación; financiamiento; donación; donaciones; déficit; superávit; presupuesto; reservas; fondo; fondos; pib; contratos; acuerdos
stock: stock de inversión extranjera directa; stock de inversión directa; stock de ied; acervo de inversión extranjera directa; acervo de inversión directa; inversión directa acumulada; inversión extranjera directa acumulada; stock de inversión; acervo de inversión; stock de la inversión directa; acervo de la inversión directa; stock de la inversión extranjera directa; acervo de la inversión extranjera directa; stock de la ied; acervo de ied; acervo de la ied
investment: flujos de inversión directa; flujo de inversión directa; flujos de inversión extranjera directa; flujo de inversión extranjera directa; flujos de ied; flujo de ied; inversión extranjera directa; inversión directa; ied
`

const pairsSpanish = `
sino brasileño; chino brasileño; sino brasileña; chino brasileña; sino brasileños; chino brasileños; sino brasileñas; chino brasileñas: BRA
sino argentino; chino argentino; sino argentina; chino argentina; sino argentinos; chino argentinos; sino argentinas; chino argentinas: ARG
sino chileno; chino chileno; sino chilena; chino chilena; sino chilenos; chino chilenos; sino chilenas; chino chilenas: CHL
sino peruano; chino peruano; sino peruana; chino peruana; sino peruanos; chino peruanos; sino peruanas; chino peruanas: PER
sino mexicano; chino mexicano; sino mexicana; chino mexicana; sino mexicanos; chino mexicanos; sino mexicanas; chino mexicanas: MEX
sino colombiano; chino colombiano; sino colombiana; chino colombiana; sino colombianos; chino colombianos; sino colombianas; chino colombianas: COL
sino venezolano; chino venezolano; sino venezolana; chino venezolana; sino venezolanos; chino venezolanos; sino venezolanas; chino venezolanas: VEN
sino ecuatoriano; chino ecuatoriano; sino ecuatoriana; chino ecuatoriana; sino ecuatorianos; chino ecuatorianos; sino ecuatorianas; chino ecuatorianas: ECU
sino boliviano; chino boliviano; sino boliviana; chino boliviana; sino bolivianos; chino bolivianos; sino bolivianas; chino bolivianas: BOL
sino uruguayo; chino uruguayo; sino uruguaya; chino uruguaya; sino uruguayos; chino uruguayos; sino uruguayas; chino uruguayas: URY
sino paraguayo; chino paraguayo; sino paraguaya; chino paraguaya; sino paraguayos; chino paraguayos; sino paraguayas; chino paraguayas: PRY
sino cubano; chino cubano; sino cubana; chino cubana; sino cubanos; chino cubanos; sino cubanas; chino cubanas: CUB
sino panameño; chino panameño; sino panameña; chino panameña; sino panameños; chino panameños; sino panameñas; chino panameñas: PAN
sino dominicano; chino dominicano; sino dominicana; chino dominicana; sino dominicanos; chino dominicanos; sino dominicanas; chino dominicanas: DOM
sino hondureño; chino hondureño; sino hondureña; chino hondureña; sino hondureños; chino hondureños; sino hondureñas; chino hondureñas: HND
sino salvadoreño; chino salvadoreño; sino salvadoreña; chino salvadoreña; sino salvadoreños; chino salvadoreños; sino salvadoreñas; chino salvadoreñas: SLV
sino guatemalteco; chino guatemalteco; sino guatemalteca; chino guatemalteca; sino guatemaltecos; chino guatemaltecos; sino guatemaltecas; chino guatemaltecas: GTM
sino haitiano; chino haitiano; sino haitiana; chino haitiana; sino haitianos; chino haitianos; sino haitianas; chino haitianas: HTI
sino latinoamericano; chino latinoamericano; sino latinoamericana; chino latinoamericana: LAC
`

// formsSpanish returns regular forms of a Spanish verb: of the present, the past,
// the future and the participle, or of the past and the participle alone if kind
// is p.
func formsSpanish(verb, kind string) []string {
	stem := verb[:len(verb)-2]
	past := []string{"ó", "aron", "ado", "ada", "ados", "adas", "aba", "aban"}
	others := []string{"a", "an", "ando"}
	if !strings.HasSuffix(verb, "ar") {
		past = []string{"ió", "ieron", "ido", "ida", "idos", "idas", "ía", "ían"}
		others = []string{"e", "en", "iendo"}
	}
	var out []string
	for _, ending := range past {
		out = append(out, stem+ending)
	}
	if kind != "p" {
		for _, ending := range others {
			out = append(out, stem+ending)
		}
		out = append(out, verb, verb+"á", verb+"án", verb+"ía", verb+"ían")
	}
	return out
}

var spanishClaims = Claims{
	NoFutures: "oría, inería, niería, finería, ganadería, mercadería, cancillería, tesorería, batería, cafetería, artillería, portería, librería, panadería, maquinaría",
	Futures:   "rá, rán, remos, ré, ría, rían", Participles: "ado, ada, ados, adas, ido, ida, idos, idas", Pasts: "ó, aron, ieron",
	Words: wordsSpanish, Topics: topicsSpanish, Parties: partiesSpanish, Pairs: pairsSpanish, Goods: goodsSpanish, Books: booksSpanish,
	Numbers:   "uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
	HeadFirst: true, Forms: formsSpanish,
}
