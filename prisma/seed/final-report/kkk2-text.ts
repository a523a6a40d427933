// The first chapters of the demo project's final report, written from its facts. Every figure is bound to the data; the words
// say only what the plan and the quarterly reports say.
import {
  budgetOf,
  count,
  item,
  link,
  measured,
  p,
  purchaseCountOf,
  purchasesOf,
  type SectionSpec,
  see,
  target,
  targetCount,
  toimintamallitOf,
} from './content.ts'

const accessToCare = 'P4-I1-KANS-1'

export const kkk2Sections: SectionSpec[] = [
  {
    place: '4',
    blocks: [
      p`Investoinnissa 1 on kaksi osa-aluetta: palveluvelan purku ja hoitoon pääsyn parantaminen sekä erikseen määriteltyjen digitaalisten toimintamallien käyttöönotto. Talousarvio on yhteensä ${budgetOf('P4-I1')} (${see('talousarvio')}). Hankintoja on tehty ${purchaseCountOf('P4-I1')}, ja niiden hinta on yhteensä ${purchasesOf('P4-I1')} (${see('hankinnat')}).`,
    ],
    own: [
      {
        title: 'Talous ja hankesuunnitelman muutokset investoinnissa 1',
        kind: 'chapter',
        blocks: [
          { type: 'budget_table', name: 'talousarvio', caption: 'Investoinnin 1 talousarvio', investment: 'P4-I1' },
          p`Hankesuunnitelmaa muutettiin investoinnissa 1 hankkeen aikana useita kertoja. Muutokset ja niiden päätöskuukaudet on koottu taulukkoon (${see('muutokset')}).`,
          {
            type: 'decision_list',
            name: 'muutokset',
            caption: 'Hankesuunnitelman muutokset investoinnissa 1',
            investment: 'P4-I1',
          },
          { type: 'purchase_table', name: 'hankinnat', caption: 'Investoinnin 1 hankinnat', investment: 'P4-I1' },
        ],
      },
    ],
  },
  {
    place: '4.1',
    blocks: [
      p`Kansallinen tavoite koskee kiireettömiä hoitokäyntejä, joissa hoitoon pääsee seitsemän päivän määräajassa. Niiden osuuden välitavoite oli ${target(accessToCare, 'interim')} ja tavoite vuoden 2025 loppuun mennessä ${target(accessToCare)}. Kainuussa osuus oli heinäkuussa 2025 ${measured(accessToCare)}, eli tavoitteen taso on ylitetty (${see('kuvio-hoitoonpaasy')}).`,
      {
        type: 'indicator_table',
        name: 'kansallinen',
        caption: 'Investoinnin 1 kansallinen mittari',
        investment: 'P4-I1',
        pick: 'national',
      },
      {
        type: 'chart',
        name: 'kuvio-hoitoonpaasy',
        caption: 'Kiireettömät hoitokäynnit seitsemän päivän määräajassa Kainuussa',
        indicator: accessToCare,
      },
      p`Nuorten perustason yksikkö palvelee 13–17-vuotiaita koko Kainuussa, ja hoitoon pyritään pääsemään 14 vuorokaudessa. Tammi–heinäkuussa 2025 hoitoon ohjautui ${count('P4-I1A-TP2-PERUSTASO-M01')} nuorta. Nuoret antoivat hoidosta keskimäärin ${measured('P4-I1A-TP2-PERUSTASO-M10')}.`,
      p`Mielenterveyspalvelujen jonossa oli viikolla 35 yhteensä ${count('P4-I1A-TP2-TERAPIAT-M03', 0)} asiakasta. Viikolla 21 heitä oli kolmessa vertailukelpoisessa yksikössä ${count('P4-I1A-TP2-TERAPIAT-M03', 1)}. Hoitotakuu oli viikolla 35 ylittynyt ${count('P4-I1A-TP2-TERAPIAT-M04', 0)} asiakkaalla.`,
      p`Velkaa purettiin näin:`,
      {
        type: 'list',
        items: [
          item`Mielihetket-malli on otettu käyttöön kouluilla: tapaamiseen osallistui ${count('P4-I1A-TP2-MIELI-M02')} nuorta.`,
          item`Neuropsykiatrisen hoitopolun koulutukset on pidetty, ja niihin osallistui ${count('P4-I1A-TP2-NEPSY-M06')} ammattilaista.`,
          item`Verkkopalvelussa on julkaistu ${count('P4-I1A-TP1-KETJUT-M01')} hoito- ja palveluketjua. Sivustolla oli kesällä 2025 yhteensä ${count('P4-I1A-TP1-KETJUT-M04')} kävijää.`,
          item`Omaishoitajien tuen ja suun terveydenhuollon työpaketit päättyivät kesäkuussa 2025.`,
        ],
      },
      {
        type: 'indicator_table',
        name: 'mitatut',
        caption: 'Palveluvelan purkamisen mittarit, joista on tulos',
        investment: 'P4-I1A',
        pick: 'measured',
      },
    ],
  },
  {
    place: '4.2',
    blocks: [
      p`Investoinnissa 1 uudistettuja toimintamalleja on ${toimintamallitOf('P4-I1')} (${see('toimintamallit')}). Hankkeen aineistossa ei ole tietoa siitä, mitkä malleista on otettu käyttöön tai pilotoitu ja mitkä ovat jääneet käyttöön.`,
      {
        type: 'toimintamalli_table',
        name: 'toimintamallit',
        caption: 'Investoinnin 1 toimintamallit',
        investment: 'P4-I1',
      },
    ],
    own: [
      {
        title: 'Muutoskyvykkyyden kehittäminen',
        kind: 'workpackage',
        blocks: [
          p`Matalan työelämän laadun yksiköille pidettiin voimavarakeskeisiä työyhteisövalmennuksia. Malli on kaikkien käytettävissä ${link('Innokylässä', 'https://innokyla.fi/fi/toimintamalli/tulevaisuuden-imussa-voimavarakeskeinen-tyoyhteisovalmennus-muutoskyvykkyyden')}. Työelämän laatua kuvaava QWL-indeksi oli marraskuun 2024 mittauksessa ${measured('P4-I1A-TP1-MUUTOS-M01')}, mikä oli toukokuuta vähemmän.`,
        ],
      },
      {
        title: 'Omaishoitajien jaksamisen tukeminen',
        kind: 'workpackage',
        blocks: [
          p`Työpaketissa syntyivät omaishoidon palvelukokonaisuus verkkosivuille, iäkkäiden omaishoitajien vertaistapaamisten malli sekä omaishoitajan hyvinvointi- ja terveystarkastus.`,
          {
            type: 'links',
            items: [
              {
                text: 'Omaishoidon palvelukokonaisuus',
                address: 'https://palveluketjut.kainuu.fi/omaishoidon-palvelukokonaisuus/',
              },
              {
                text: 'Omaishoidon kehittäminen Innokylässä',
                address:
                  'https://innokyla.fi/fi/toimintamalli/omaishoidon-kehittaminen-kainuun-hyvinvointialueella-rrpp4i1',
              },
            ],
          },
        ],
      },
      {
        title: 'Suun terveydenhuollon kehittäminen',
        kind: 'workpackage',
        blocks: [
          p`Syntyi hammashoitopelon hoito- ja palveluketju ja kolme toimintamallia: 17-vuotiaiden Pop up -tarkastus, ohjaaminen Nopsa-perhetyöhön ja maahanmuuttajaperheiden jalkautuva suunterveystyö.`,
          {
            type: 'links',
            items: [{ text: 'Hammashoitopelko', address: 'https://palveluketjut.kainuu.fi/hammashoitopelko/' }],
          },
        ],
      },
    ],
  },
  {
    place: '4.3',
    blocks: [
      p`Digituen malli ja digitsemppareiden verkosto ovat toiminnassa. Digitsemppareita oli elokuun 2025 lopussa ${count('P4-I1B-TP2-DIGITUKI-M04')}, kun hankkeen alussa asetettu tavoite oli ${targetCount('P4-I1B-TP2-DIGITUKI-M04')}.`,
      p`Sähköisen perhekeskuksen palvelut Omaperhe ja Omahelpperi ovat käytössä. Käyntejä, joissa evästeet hyväksyttiin ja kunta valittiin, oli elokuun 2025 loppupuolelle mennessä Omaperheessä ${count('P4-I1B-TP3-M01')} ja Omahelpperissä ${count('P4-I1B-TP3-M07')}. Ammattilaisista ${measured('P4-I1B-TP3-M06')} piti jatkoa tärkeänä.`,
      p`Suomi.fi-viestien pilotti alkoi syyskuun 2025 alussa suu- ja leukasairauksien poliklinikalla. Kirjeiden lähetyksestä oli aktivoitu ${measured('P4-I1B-TP2-SUOMIFI-M02')}, kun tavoite joulukuulle 2025 on ${target('P4-I1B-TP2-SUOMIFI-M02')}. Palveluseteli- ja ostopalvelujärjestelmän käyttöönottoja oli tehty ${measured('P4-I1B-TP4-M01')}. Käyttöönottoihin liittyvät hankinnat ovat hankintojen luettelossa (${see('hankinnat')}).`,
    ],
  },
]
