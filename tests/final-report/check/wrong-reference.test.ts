import { describe, expect, it } from 'vitest'
import { wrongReference } from '@/lib/final-report/check/wrong-reference/model'
import { figure, table, told, written } from './written-report'

const attachments = { attachments: [{ label: 'LIITE 1', title: 'Muistio', present_in_text: true }] }
const inText = (text: string) =>
  told(
    wrongReference,
    written(
      [{ id: '4.2', blocks: [text, figure('Kuva 1', 'Digipolun vaiheet'), table('Taulukko 1', 'Jonot')] }],
      attachments,
    ),
  )

describe('a reference that leads nowhere', () => {
  it.each([
    ['Katso kuva 12.', 'kuva 12'],
    ['Kuvassa 2 näkyy muutos.', 'Kuvassa 2'],
    ['Tulos selviää taulukosta 3.', 'taulukosta 3'],
    ['Päätös on liitteessä 2.', 'liitteessä 2'],
    ['Päätös (LIITE 4) tehtiin.', 'LIITE 4'],
    ['Siitä kerrotaan luvussa 7.3.', 'luvussa 7.3'],
    ['Siitä kerrotaan luvussa 9.', 'luvussa 9'],
    ['Vrt. {{ref:Kuva 7}}.', 'Kuva 7'],
    ['Vrt. luku {{ref:6.6}}.', '6.6'],
  ])('%s', (text, value) => expect(inText(text)).toEqual([`4.2 missing: ${value}`]))

  it('counts every number of a series', () => {
    expect(inText('Kuvat 1–3 näyttävät muutoksen.')).toEqual(['4.2 missing: Kuvat 2', '4.2 missing: Kuvat 3'])
    expect(inText('Katso taulukot 1, 2 ja 4.')).toEqual(['4.2 missing: taulukot 2', '4.2 missing: taulukot 4'])
  })

  it('lets be what is there, and what is no reference', () => {
    for (const text of [
      'Kuva 1 ja taulukko 1 kertovat saman kuin liite 1 ja luku 4.2.',
      'Luku 12 on suurempi kuin ennen.',
      'Osuus nousi lukuun 15.',
      'Asiasta sovitaan hankesuunnitelman liitteessä 5.',
      'Kuvassa 12 prosenttia vastaajista oli tyytyväisiä.',
      'Lukuja 2, 3 ja 5 ei ole tässä raportissa.',
      'CRM:n 360-näkymä otettiin käyttöön 4.2.2025.',
      'Vrt. {{ref:Kuva 1}}, {{ref:LIITE 1}} ja {{ref:4.2}}.',
    ])
      expect(inText(text), text).toEqual([])
  })

  it('reads Swedish', () => {
    const section = (text: string) => [{ id: '4.2', blocks: [text, figure('Figur 1', 'Vårdstig')] }]
    const found = (text: string) => told(wrongReference, written(section(text), {}, 'sv'))
    expect(found('Se figur 12 och tabell 3.')).toEqual(['4.2 missing: figur 12', '4.2 missing: tabell 3'])
    expect(found('Beslutet finns i bilaga 2, mer i kapitel 7.3.')).toEqual([
      '4.2 missing: bilaga 2',
      '4.2 missing: kapitel 7.3',
    ])
    expect(
      found('Se figur 1 och avsnitt 4.2. Bilden 2024 var en annan.').filter((one) => !one.includes('2024')),
    ).toEqual([])
  })

  it('leaves the references of an attachment to the attachment', () => {
    const report = written([
      { id: 'LIITE 1', kind: 'attachment', heading: 'LIITE 1 Päätös', blocks: ['Hinnat ovat liitteessä 3.'] },
    ])
    expect(told(wrongReference, report)).toEqual([])
  })
})

describe('a reference to another figure than the words mean', () => {
  const report = (reference: string) =>
    written([
      {
        id: '1',
        blocks: [
          `Leikkauspotilaan digipolku avattiin keväällä ({{ref:${reference}}}).`,
          figure('Kuva 1', 'Leikkauspotilaan digipolku', { alt: 'Polku' }),
        ],
      },
      {
        id: '2',
        blocks: [
          'Chatit lisääntyivät ({{ref:Kuva 2}}).',
          figure('Kuva 2', 'Yhteydenotot chatissa', { alt: 'Pylväät' }),
        ],
      },
    ])
  it('tells which one is meant', () => {
    expect(told(wrongReference, report('Kuva 2'))).toEqual(['1 wrong: Kuva 2 | Kuva 1'])
    expect(told(wrongReference, report('Kuva 1'))).toEqual([])
  })

  const three = (text: string) =>
    told(
      wrongReference,
      written([
        {
          id: '1',
          blocks: [
            text,
            figure('Kuva 1', 'Jonotusajat', { alt: 'A' }),
            figure('Kuva 2', 'Vastausten seuranta', { alt: 'B' }),
            figure('Kuva 3', 'Elämänlaadun kehitys, esimerkkinä selkäleikkaus', { alt: 'C' }),
          ],
        },
      ]),
    )

  it('tells that one sentence names a figure twice and leaves its neighbour out', () => {
    const named = (first: string, second: string) =>
      three(
        `Jonot lyhenivät ({{ref:Kuva 1}}). Niistä näkee määrän ({{ref:${first}}}) ja muutoksen ({{ref:${second}}}).`,
      )
    expect(named('Kuva 2', 'Kuva 2')).toEqual(['1 wrong: Kuva 2 | Kuva 3'])
    expect(named('Kuva 3', 'Kuva 3')).toEqual(['1 wrong: Kuva 3 | Kuva 2'])
    expect(named('Kuva 2', 'Kuva 3')).toEqual([])
  })

  it('in two sentences the words must be more of the neighbour', () => {
    const begun = 'Jonot lyhenivät ({{ref:Kuva 1}}). Vastausten määrä kasvoi ({{ref:Kuva 2}}).'
    expect(three(`${begun} Elämänlaadun muutos on suuri ({{ref:Kuva 2}}).`)).toEqual(['1 wrong: Kuva 2 | Kuva 3'])
    expect(three(`${begun} Tarkemmin muutos näkyy samassa ({{ref:Kuva 2}}).`)).toEqual([])
  })

  it('tells of a figure far away in the place of one of its own, in the order of the section', () => {
    const far = (reference: string, between = '') =>
      told(
        wrongReference,
        written([
          {
            id: '1',
            blocks: [
              `Jonot lyhenivät ({{ref:Kuva 1}}). Kolme viidestä piti siitä ({{ref:${reference}}}).${between}`,
              'Muuta kerrottavaa ei ole.',
              'Työ jatkuu.',
              figure('Kuva 1', 'Jonotusajat', { alt: 'A' }),
              figure('Kuva 2', 'Kokemus palvelusta', { alt: 'B' }),
            ],
          },
          {
            id: '2',
            blocks: ['Liikkuvat ovat tyytyväisiä ({{ref:Kuva 3}}).', figure('Kuva 3', 'Liikkuvat', { alt: 'C' })],
          },
        ]),
      )
    expect(far('Kuva 3')).toEqual(['1 wrong: Kuva 3 | Kuva 2'])
    expect(far('Kuva 2')).toEqual([])
    // A word of the other figure in the paragraph: it is told of here.
    expect(far('Kuva 3', ' Liikkuvat käyvät kodeissa.')).toEqual([])
  })

  it('lets be what is called by its caption in words that say little by themselves', () => {
    const report = written([
      {
        id: '1',
        blocks: [
          'Esimerkkejä on ammattilaisesta ({{ref:Kuva 1}}) ja asiakkaan näkymästä ({{ref:Kuva 3}}).',
          figure('Kuva 1', 'Ammattilaisen näkymä', { alt: 'A' }),
          figure('Kuva 2', 'Asiakkaan ja ammattilaisen esimerkki', { alt: 'B' }),
        ],
      },
      {
        id: '2',
        blocks: ['Polku avattiin ({{ref:Kuva 3}}).', figure('Kuva 3', 'Asiakkaan näkymää polulla', { alt: 'C' })],
      },
    ])
    expect(told(wrongReference, report)).toEqual([])
  })

  it('does the same for attachments', () => {
    const facts = {
      attachments: [
        { label: 'LIITE 1', title: 'Asiakasesite FIT', present_in_text: true },
        { label: 'LIITE 2', title: 'Hankintapäätös: palautejärjestelmä', present_in_text: true },
      ],
    }
    const of = (label: string) =>
      told(
        wrongReference,
        written([{ id: '1', blocks: [`Asiakas voi saada FIT-esitteen ({{ref:${label}}}).`] }], facts),
      )
    expect(of('LIITE 2')).toEqual(['1 wrong: LIITE 2 | LIITE 1'])
    expect(of('LIITE 1')).toEqual([])
  })
})
