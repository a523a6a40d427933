// What the official questions lack: their Swedish wording, our own translation, and what is asked of every toimintamalli.

/** Swedish titles of the template's chapters and questions, by their place. */
export const swedishTitles: Record<string, string> = {
  '1': 'Sammanfattning av projektets resultat',
  '4': 'Investering 1: Uppnåendet av vårdgarantin främjas och den vård-, rehabiliterings- och serviceskuld som coronavirusläget har orsakat avvecklas',
  '4.1':
    'Hur har ni genom projektets åtgärder lyckats avveckla den vård-, rehabiliterings- eller serviceskuld som coronatiden har orsakat i social- och hälsovårdstjänsterna, vården, långtidsvården eller omsorgen?',
  '4.2': 'Förnyade verksamhetsmodeller under projektet',
  '4.3':
    'Vilka särskilt fastställda digitala verksamhetsmodeller har ni tagit i bruk och förankrat (punkt 1b i projektplanen)?',
  '4.3#noInnokyla': 'Verksamhetsmodeller som inte beskrevs i Innokylä',
  '6': 'Investering 3: Den kunskapsbas som stöder social- och hälsovårdens kostnadseffektivitet och den effektbaserade styrningen stärks',
  '6.1': 'Utveckling av dokumenteringspraxis',
  '6.1.1':
    'Hur har man genom att utveckla dokumenteringspraxis kunnat åtgärda informationsbehov som identifierats i välfärdsområdet eller nationellt och som observerades även under coronakrisen?',
  '6.1.2': 'Hur har de nationella anvisningarna för dokumentering inom socialvården tagits i bruk?',
  '6.1.3':
    'Hur har de nationella anvisningarna för dokumentering inom hälso- och sjukvården tagits i bruk? Hur har man genomfört den enhetliga dokumentering som uppföljningen av vårdgarantin förutsätter?',
  '6.1.4':
    'Hur har samarbetet mellan socialvården och hälso- och sjukvården genomförts när dokumenteringspraxis har gjorts enhetlig?',
  '6.1.5':
    'Hur har välfärdsområdet deltagit i THL:s gemensamma nätverk som främjar utvecklingen av dokumentering, och hur har nätverket stött ett omfattande ibruktagande av de nationella anvisningarna för dokumentering?',
  '6.1.6':
    'Hur har välfärdsområdet samarbetat med projektet Kansa-koulu, som främjar dokumenteringen inom socialvården?',
  '6.2': 'Utveckling av rapporteringen inom det strukturella sociala arbetet',
  '6.2.1':
    'Hur kan man med hjälp av den nationella modellen för informationsproduktion inom det strukturella sociala arbetet åtgärda informationsbehov som identifierats i välfärdsområdet eller nationellt, även under coronakrisen?',
  '6.2.2':
    'Hur har välfärdsområdet deltagit i utvecklingen av den nationella modellen för informationsproduktion inom det strukturella sociala arbetet och av modellunderlaget för välfärdsområdets genomförandeplan för det strukturella sociala arbetet?',
  '6.2.3':
    'Hur har man i området arbetat med att utarbeta en regional genomförandeplan enligt modellunderlaget för välfärdsområdets genomförandeplan för det strukturella sociala arbetet?',
  '6.2.4': 'Hurdan är områdets genomförandeplan för det strukturella sociala arbetet?',
  '6.2.5':
    'Hur har deltagandet i utvecklingen av den nationella modellen för informationsproduktion inom det strukturella sociala arbetet och välfärdsområdets genomförandeplan för det strukturella sociala arbetet stärkt områdets strukturella sociala arbete som en del av utvecklingen av socialvården och informationsledningen?',
  '6.3': 'Utveckling av effektbaserad styrning och informationsledning',
  '6.3.1':
    'Hur har pilotförsöket utvecklat effektbaserade arbetssätt och informationsledning inom social- och hälsovården i välfärdsområdet?',
  '6.3.2':
    'Hur har pilotförsöket med effektbaserad styrning och informationsledning stärkt användningen av information om effekt och kostnadseffektivitet i beslutsfattandet, planeringen, styrningen och serviceproduktionen inom social- och hälsovården?',
  '6.3.3':
    'Hur har pilotförsöket främjat en effektbaserad styrning av den serviceproduktion som välfärdsområdet i egenskap av anordnare har i egen regi och/eller köper?',
  '6.3.4':
    'Hur har välfärdsområdet deltagit i det nationella nätverkssamarbetet, och hur har samarbetet stött utvecklingen av effektbaserad styrning och informationsledning i området?',
  '7': 'Investering 4: Servicedesignade digitala innovationer som främjar vårdgarantin tas i bruk',
  '7.1': 'Effekter av ibruktagandet av digitala lösningar',
  '7.1.1':
    'Hur har de digitala lösningar som tagits i bruk och/eller utvidgats i området under projektet ökat serviceproduktionens resurseffektivitet och främjat tillgången till tjänster?',
  '7.1.2':
    'Hur har de digitala lösningar som tagits i bruk och/eller utvidgats i området under projektet stött en tidig upptäckt av problem och ökat användningen av förebyggande tjänster?',
  '7.1.3':
    'Hur har de digitala lösningar som tagits i bruk och/eller utvidgats i området under projektet möjliggjort ett bredare utbud av multiprofessionella tjänster och att specialkompetens delas mellan olika områden och serviceanordnare?',
  '7.1.4':
    'Hur har de digitala lösningar som tagits i bruk och/eller utvidgats i området under projektet gjort det möjligt att stärka klienternas roll och därigenom öka effektiviteten och effekten?',
  '7.2':
    'Stöd för social- och hälsovårdspersonalens och invånarnas kompetens samt för användningen av digitala lösningar',
  '7.2.1':
    'Hur har man främjat stödet för social- och hälsovårdspersonalens kompetens och en ökad användning av digitala lösningar?',
  '7.2.2':
    'Hur har man främjat invånarnas förståelse och kunnande i att använda digitala tjänster som stöd för hälsa och välbefinnande?',
  '7.3': 'Digitala tjänster för invånarna',
  '7.3.1': 'Hur har utvecklingen av insamlingen av klientrespons framskridit?',
  '7.3.2': 'Hur har utvecklingen av den elektroniska tidsbokningen framskridit?',
  '7.3.4': 'Hur har utvecklingen av användningen av uppgifter som uppstår i egenvården framskridit?',
  '7.3.5': 'Hur har utvecklingen av distanstjänster för invånarna framskridit?',
  '7.4': 'Digitala system för yrkesutbildade personer',
  '7.4.1': 'Hur har utvecklingen av de yrkesutbildades digitala arbetsredskap framskridit?',
  '7.4.2': 'Hur har utvecklingen av digitala lösningar för klient- och servicehandledning framskridit?',
  Liitteet: 'Bilagor',
}

/** Asked in every section that tells of a toimintamalli, in this order. */
export const toimintamalliPrompts: { key: string; textFi: string; textSv: string }[] = [
  {
    key: 'starting-point',
    textFi: 'Lähtötilanne: mikä ei toiminut, ja mistä se tiedettiin?',
    textSv: 'Utgångsläget: vad fungerade inte, och hur visste man det?',
  },
  {
    key: 'goal',
    textFi: 'Tavoite: mitä haluttiin muuttaa, ja millä luvulla tai teolla sen saavuttaminen näkyy?',
    textSv: 'Målet: vad ville man ändra, och med vilken siffra eller handling syns det att målet har nåtts?',
  },
  {
    key: 'what-was-new',
    textFi: 'Mikä oli uutta: mitä tehdään nyt toisin kuin ennen hanketta?',
    textSv: 'Vad var nytt: vad görs nu på ett annat sätt än före projektet?',
  },
  {
    key: 'how',
    textFi: 'Miten se tehtiin: keiden kanssa, missä vaiheissa ja millä työtavoilla?',
    textSv: 'Hur det gjordes: med vem, i vilka skeden och med vilka arbetssätt?',
  },
  {
    key: 'accessibility',
    textFi: 'Saavutettavuus: miten palvelua voivat käyttää ne, joille se voisi jäädä hankalaksi?',
    textSv: 'Tillgänglighet: hur kan tjänsten användas av dem för vilka den annars kunde bli svår?',
  },
  {
    key: 'clients',
    textFi: 'Asiakaslähtöisyys: miten asiakkaat olivat mukana, ja mitä heidän palautteensa muutti?',
    textSv: 'Klientorientering: hur var klienterna med, och vad ändrades till följd av deras respons?',
  },
  {
    key: 'results',
    textFi: 'Tulokset mittareittain: luku, ajankohta, vertailukohta ja tavoite. Kerro myös, mitä ei saatu mitattua.',
    textSv: 'Resultat enligt mätare: siffra, tidpunkt, jämförelse och mål. Berätta också vad som inte kunde mätas.',
  },
  {
    key: 'what-remains',
    textFi: 'Mitä jää: kuka vastaa mallista hankkeen jälkeen, millä rahalla, ja mikä jäi kesken?',
    textSv: 'Vad som blir kvar: vem ansvarar för modellen efter projektet, med vilka medel, och vad blev ogjort?',
  },
]
